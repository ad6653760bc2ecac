"""Tools as a test orders them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from _pytest_palpate.server import Server, Servers
from _pytest_palpate.tool import Tool

__tracebackhide__ = True

WARM_UP_S: Final = 1.0
"""From START to the first sample."""
Faults = Mapping[str, Mapping[str, Any]]
"""Name of a fault → its values, as for `Tool.inject`."""


class ToolFactory:
    """Switches tools on; each is a simulation of its own."""

    def __init__(self, servers: Servers) -> None:
        self._servers = servers
        self._taken: list[Server] = []

    def __call__(
        self,
        scenario: str | Mapping[str, Any] = "untouched",
        *,
        seed: int = 1,
        serial: str | None = None,
        faults: Faults | None = None,
        streaming: bool = True,
    ) -> Tool:
        """A tool that was just switched on.

        Args:
            scenario: a name of `palpate simulate --list`, a file that ends in .toml, or all of one as a mapping.
            seed: the same seed, the same bytes.
            serial: the tool's identity, 1 to 10 characters, where several are in use.
            faults: what goes wrong; `at_s` counts from the first sample.
            streaming: connect, START, and let a second pass until it samples; False: the test does what a client does.
        """
        server = self._servers.take()
        self._taken.append(server)
        tool = Tool(server)
        order = {"do": "power_on", "scenario": _scenario(scenario), "seed": seed}
        server.ask(order if serial is None else order | {"serial": serial}, lambda _: None)
        for fault, how in (faults or {}).items():
            tool.inject(fault, **how)
        if streaming:
            tool.connect()
            tool.start()
            tool.advance(WARM_UP_S)
        return tool

    def end(self) -> None:
        """Switch all off."""
        while self._taken:
            self._servers.give_back(self._taken.pop())


def _scenario(scenario: str | Mapping[str, Any]) -> str | Mapping[str, Any]:
    """A file's content instead of its name."""
    if isinstance(scenario, str) and scenario.endswith(".toml"):
        path = Path(scenario)
        return {"name": path.stem} | tomllib.loads(path.read_text(encoding="utf-8"))
    return scenario
