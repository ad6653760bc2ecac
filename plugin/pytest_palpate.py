"""A simulated massage tool in tests: press, inject faults, assert in clinical words.

It starts `palpate serve --stdio` beside the tests and imports nothing of it, so that a project may have packages of
the same names. See docs/testing-with-palpate.md.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from _pytest_palpate.assertions import (
    assert_dose,
    assert_dose_between,
    assert_let_go_within,
    assert_no_accrual_in_gaps,
)
from _pytest_palpate.command import command_of
from _pytest_palpate.errors import Refused, SimulatorFailed
from _pytest_palpate.factory import ToolFactory
from _pytest_palpate.served import ServedTool, ServedTools
from _pytest_palpate.server import Servers
from _pytest_palpate.tool import Tool
from _pytest_palpate.values import LINK_LOST, Gap, Payload, Truth

__all__ = [
    "LINK_LOST",
    "Gap",
    "Payload",
    "Refused",
    "ServedTool",
    "ServedTools",
    "SimulatorFailed",
    "Tool",
    "ToolFactory",
    "Truth",
    "assert_dose",
    "assert_dose_between",
    "assert_let_go_within",
    "assert_no_accrual_in_gaps",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Say which simulator is used."""
    parser.addini("palpate_command", "the simulator: path of palpate, or a command (default: the installed one)")


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line(
        "markers",
        "palpate(scenario, *, seed, serial, faults, streaming): how the fixture `tool` is; as for `tool_factory`",
    )


@pytest.fixture(scope="session")
def _palpate_servers(pytestconfig: pytest.Config) -> Iterator[Servers]:
    servers = Servers(lambda: command_of(pytestconfig))
    yield servers
    servers.end()


@pytest.fixture
def tool_factory(_palpate_servers: Servers) -> Iterator[ToolFactory]:
    """Switches on as many simulated tools as the test wants; afterwards all are off."""
    factory = ToolFactory(_palpate_servers)
    yield factory
    factory.end()


@pytest.fixture
def serve_tool(pytestconfig: pytest.Config) -> Iterator[ServedTools]:
    """Serves simulated tools in real time, for applications that use Bluetooth; `tool.hci` is where."""
    tools = ServedTools(lambda: command_of(pytestconfig))
    yield tools
    tools.end()


@pytest.fixture
def tool(request: pytest.FixtureRequest, tool_factory: ToolFactory) -> Tool:
    """A simulated tool that nobody touches, connected and streaming; `@pytest.mark.palpate(…)` orders another one."""
    marker = request.node.get_closest_marker("palpate")
    return tool_factory(*marker.args, **marker.kwargs) if marker else tool_factory()
