"""Simulated tools as links: straight, or over a virtual Bluetooth air through bleak."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from enum import StrEnum
from typing import Final

from analysis.live import Live
from protocol.link import LiveLink
from session.cue import Action, Cue
from session.errors import InputError
from simulator.hand import Intent
from simulator.tool import Tool

SCAN_S: Final = 5.0
"""To hear an advert: the tool sends one each 100 ms, and half of them may be missed."""


class Air(StrEnum):
    """How the bytes travel."""

    STRAIGHT = "straight"
    BLE = "ble"


@asynccontextmanager
async def simulated_link(tool: Tool, air: Air) -> AsyncIterator[LiveLink]:
    """An open link to `tool` in the running loop; everything is switched off at the end."""
    if air is Air.STRAIGHT:
        from simulator.in_process import InProcessLink

        link = InProcessLink(tool)
        try:
            yield link
        finally:
            await link.close()
        return
    async with _over_the_air(tool) as link_over_air:
        yield link_over_air


@asynccontextmanager
async def _over_the_air(tool: Tool) -> AsyncIterator[LiveLink]:
    from device.ble_link import BleLink
    from device.scan import find

    try:
        from simulator.air import virtual_tool
    except ModuleNotFoundError as error:
        raise InputError(
            f"the virtual Bluetooth air needs {error.name}: install the extra “sim” (pip install palpate-app[sim])"
        ) from error

    surroundings = await virtual_tool(tool)
    try:
        found = await find(tool.serial, SCAN_S, surroundings.backend)
        link = BleLink(found, backend=surroundings.backend, simulated=True)
        await link.open()
        try:
            yield link
        finally:
            await link.close()
    finally:
        await surroundings.close()


def intent(cue: Cue, live: Live) -> Intent:
    """What a hand that follows the cue wants: the target while it is to press, otherwise off the skin."""
    match cue.action:
        case Action.PRESS | Action.MORE | Action.HOLD | Action.LESS:
            return Intent(cue.target_n, live.force_n if live.contact else None)
        case Action.WAIT | Action.LET_GO | Action.REST | Action.STOP | Action.DONE:
            return Intent(0.0)
