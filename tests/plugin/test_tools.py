"""What a test may order and do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pytest_palpate import LINK_LOST, Refused, ServedTools, Tool, ToolFactory


def channels(tool: Tool) -> list[str]:
    return [payload.channel for payload in tool.payloads()]


def test_time_stands_still_until_the_test_moves_it(tool: Tool) -> None:
    assert channels(tool) == ["LAYOUT", "STATUS", "BATTERY", "CONTROL_REPLY"]
    assert (tool.t_s, tool.payloads()) == (1.0, [])  # the first sample was just taken
    tool.advance(1.5)
    assert tool.t_s == 2.5
    assert {payload.channel for payload in tool.payloads()} == {"SAMPLES"}
    assert tool.payloads() == []
    assert repr(tool) == "<simulated tool at 2.50 s>"


@pytest.mark.parametrize(("every_s", "steps"), [(0.05, 40), (0.3, 7), (9.0, 1)])
def test_listening_is_advancing_in_steps(tool_factory: ToolFactory, every_s: float, steps: int) -> None:
    in_steps, at_once = tool_factory(), tool_factory()
    heard = list(in_steps.listen(2.0, every_s=every_s))
    at_once.advance(2.0)
    assert len(heard) == steps
    assert [each for part in heard for each in part] == at_once.payloads()
    assert in_steps.t_s == pytest.approx(3.0)
    assert in_steps.truth.payload_sha256 == at_once.truth.payload_sha256


def test_the_same_seed_gives_the_same_bytes_and_another_one_others(tool_factory: ToolFactory) -> None:
    tools = [tool_factory("scripted", seed=seed) for seed in (1, 1, 2)]
    for each in tools:
        each.advance(5)
    one, same, other = (each.truth.payload_sha256 for each in tools)
    assert one == same != other


@pytest.mark.palpate("scripted", seed=3, serial="MARKED", streaming=False)
def test_a_marker_orders_the_tool(tool: Tool) -> None:
    assert (tool.serial, tool.connected, tool.payloads()) == ("MARKED", False, [])
    tool.connect(mtu=23)
    tool.start(50)
    tool.advance(2)
    assert all(len(payload.data) <= 20 for payload in tool.payloads() if payload.channel == "SAMPLES")
    assert tool.read("battery") == bytes([87])
    tool.disconnect()
    assert not tool.connected
    tool.advance(1)
    assert tool.payloads() == []


def test_several_tools_are_several(tool: Tool, tool_factory: ToolFactory) -> None:
    other = tool_factory(serial="OTHER")
    other.press(20)
    other.advance(5)
    assert (tool.t_s, tool.truth.holds, tool.serial) == (1.0, 0, "SIM-0001")
    assert (other.t_s, other.truth.holds, other.serial) == (6.0, 1, "OTHER")


def test_a_scenario_comes_from_a_file_or_as_a_mapping(tool_factory: ToolFactory, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('text = "Mine."\nsimulated_s = 9\npresses = [{at_s = 1, force_n = 20, for_s = 2}]\n', "utf-8")
    mapping = {"text": "Mine.", "simulated_s": 9, "presses": [{"at_s": 1, "force_n": 20, "for_s": 2}]}
    tools = tool_factory(str(file)), tool_factory(mapping)
    for each in tools:
        each.advance(8)
    assert [each.truth.holds for each in tools] == [1, 1]
    assert tools[0].truth == tools[1].truth


def test_a_fault_that_says_nothing_else_lasts_until_the_test_ends(tool: Tool) -> None:
    tool.inject("loss", p=1)
    tool.advance(60)
    assert tool.truth.t_s == 61.0
    assert "SAMPLES" not in channels(tool)


@pytest.mark.parametrize("how", [{"for_s": 1}, {"count": 5}])
def test_a_fault_may_wear_off(tool: Tool, how: dict[str, float]) -> None:
    tool.advance(2)
    tool.inject("loss", p=1, **how)
    tool.payloads()
    tool.advance(0.2)
    assert channels(tool) == []
    tool.advance(2)
    assert "SAMPLES" in channels(tool)


def test_a_fault_may_wait(tool: Tool) -> None:
    tool.advance(1)
    tool.inject("silence", at_s=3, for_s=1)
    tool.advance(6)
    (gap,) = tool.gaps
    assert gap.from_s == pytest.approx(5.0, abs=0.06)
    assert gap.to_s == pytest.approx(6.0, abs=0.06)


def test_a_tool_that_drops_the_link_says_so(tool: Tool) -> None:
    tool.advance(1)
    tool.inject("disconnect", at_s=1)
    tool.payloads()
    tool.advance(2)
    assert channels(tool)[-1] == LINK_LOST
    assert not tool.connected
    tool.connect()
    tool.start()
    tool.advance(1)
    assert "SAMPLES" in channels(tool)


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda tool: tool.inject("nonsense"), "this cannot happen"),
        (lambda tool: tool.inject("bluetooth off", for_s=1), "needs a radio"),
        (lambda tool: tool.press(-1), "press.force_n: input should be greater than 0"),
        (lambda tool: tool.advance(0), "advance.s: input should be greater than 0"),
        (lambda tool: tool.connect(), "there is a connection already"),
        (lambda tool: tool.write(b"\x01"), "the tool refuses the write"),
    ],
    ids=("fault", "radio", "press", "advance", "connect", "write"),
)
def test_what_cannot_be_is_refused_and_the_tool_lives_on(tool: Tool, ask: Callable[[Tool], None], says: str) -> None:
    with pytest.raises(Refused, match=says):
        ask(tool)
    tool.advance(1)


def test_an_unknown_scenario_is_refused(tool_factory: ToolFactory) -> None:
    with pytest.raises(Refused, match="there is no scenario “nosuch”"):
        tool_factory("nosuch")


def test_a_served_tool_lives_by_itself_and_says_where(serve_tool: ServedTools) -> None:
    pytest.importorskip("bumble")
    left, right = serve_tool("scripted"), serve_tool(seed=2)
    assert left.hci.startswith("tcp-client:127.0.0.1:")
    assert left.hci != right.hci
    left.press(20)
    left.inject("loss", p=0.5)
    assert left.truth.holds == 0  # nobody has sent START
    with pytest.raises(Refused, match="this cannot happen"):
        right.inject("nonsense")
    assert right.serial == "SIM-0001"
