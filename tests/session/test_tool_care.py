"""What a tool is asked beside a treatment, over the virtual air, paired where that is needed."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Callable
from typing import TypeVar, cast

import pytest

from protocol.control import Command, Number, Reply, Request, Result, Setting
from protocol.link import SetupLink
from session.choice import Choice
from session.errors import ToolRefused
from session.links import LinkName, open_link
from session.tool_care import Identity, change, identity, settings, show_itself, switch_off
from simulator.air import VirtualTools, virtual_tool
from simulator.library import SCENARIOS
from simulator.tool import Tool
from tests.virtual import run_virtual

Answer = TypeVar("Answer")


class Room:
    """A simulated tool beside a computer that has never met it."""

    def __init__(self) -> None:
        self.tool = Tool(SCENARIOS["untouched"].model_copy(update={"serial": "PT-1"}), 1)
        self.bonds = 0

    def do(self, act: Callable[[SetupLink], Awaitable[Answer]]) -> Answer:
        async def story() -> Answer:
            tools: VirtualTools = await virtual_tool(self.tool)
            try:
                async with open_link(LinkName.of("PT-1"), tools.backend, Choice()) as opened:
                    return await act(opened.link)
            finally:
                keys = tools.peripheral.device.keystore
                assert keys is not None
                self.bonds = len(await keys.get_all())
                await tools.close()

        return run_virtual(story())


def test_who_a_tool_is_and_that_it_shows_itself_needs_no_pairing() -> None:
    room = Room()

    async def look(link: SetupLink) -> Identity:
        await show_itself(link)
        return await identity(link)

    found = room.do(look)
    assert found.layout.serial == "PT-1"
    assert found.battery_percent == 87
    assert found.layout.calibration.uncertainty_percent == 0.5
    assert room.bonds == 0


def test_a_setting_that_was_changed_is_read_back_over_a_pairing() -> None:
    room = Room()

    async def set_it(link: SetupLink) -> dict[Setting, int]:
        await change(link, Setting.BRIGHTNESS_PERCENT, 35)
        return await settings(link)

    found = room.do(set_it)
    assert found[Setting.BRIGHTNESS_PERCENT] == 35
    assert set(found) == set(Setting)
    assert room.bonds == 1


def test_a_value_that_no_tool_takes_is_refused_by_a_sentence() -> None:
    with pytest.raises(ToolRefused, match=r"does not take this setting \(BAD_VALUE\).*choose another one"):
        Room().do(lambda link: change(link, Setting.VIBRATION_PERCENT, 101))


def test_a_tool_that_is_switched_off_says_so_and_goes() -> None:
    room = Room()

    async def leave(link: SetupLink) -> None:
        await switch_off(link)
        await asyncio.sleep(2.0)

    room.do(leave)
    assert room.bonds == 1
    assert room.tool.away_until_s == math.inf


class Told:
    """A link whose tool gives one answer to everything."""

    simulated = True

    def __init__(self, result: int) -> None:
        self._result = result

    async def setup(self, command: Command, *parameters: Number) -> Reply:
        return Reply.of(Request.of(command, 1, *parameters), cast("Result", self._result))


@pytest.mark.parametrize(
    ("result", "says"),
    [
        (Result.UNKNOWN, r"\(UNKNOWN\): its firmware does not know this: update it"),
        (Result.BUSY, r"\(BUSY\): it is busy"),
        (Result.WRONG_STATE, r"\(WRONG_STATE\): it cannot do this now"),
        (Result.SENSOR_FAULT, r"\(SENSOR_FAULT\): switch it off and on"),
        (200, r"\(INTERNAL\): switch it off and on"),
    ],
)
def test_each_refusal_says_what_to_do(result: int, says: str) -> None:
    with pytest.raises(ToolRefused, match=says):
        run_virtual(switch_off(Told(result)))  # type: ignore[arg-type]  # all that is asked of it
