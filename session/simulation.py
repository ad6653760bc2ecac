"""Simulated tools as links: straight, or over a virtual Bluetooth air through bleak."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from enum import StrEnum
from pathlib import Path

from analysis.live import Live
from protocol.link import SetupLink
from session.cue import Action, Cue
from session.errors import InputError
from simulator.hand import Intent
from simulator.scenario import Scenario
from simulator.tool import Tool


class Air(StrEnum):
    """How the bytes travel."""

    STRAIGHT = "straight"
    BLE = "ble"


def air_of(scenario: Scenario) -> Air:
    """Virtual Bluetooth where the link breaks: a straight one cannot come back."""
    return Air.BLE if scenario.breaks_link else Air.STRAIGHT


@asynccontextmanager
async def simulated_link(tool: Tool, air: Air, capture: Path | None = None) -> AsyncIterator[SetupLink]:
    """An open link to `tool` in the running loop; everything is switched off at the end.

    `capture` is a btsnoop file of its radio, where it has one. Raises `InputError`.
    """
    if air is Air.STRAIGHT:
        if tool.scenario.needs_air:
            raise InputError(
                f"the scenario “{tool.scenario.name}” is about a radio: run it over virtual Bluetooth (ble)"
            )
        from simulator.in_process import InProcessLink

        link = InProcessLink(tool)
        try:
            yield link
        finally:
            await link.close()
        return
    async with _over_the_air(tool, capture) as link_over_air:
        yield link_over_air


@asynccontextmanager
async def _over_the_air(tool: Tool, capture: Path | None) -> AsyncIterator[SetupLink]:
    """The link that reconnects, through bleak, as it is used on real radios."""
    from device.steady_link import SteadyLink

    try:
        from simulator.air import virtual_tools
        from simulator.radio_course import RadioCourse
    except ModuleNotFoundError as error:
        raise InputError(
            f"the virtual Bluetooth air needs {error.name}: install the extra “sim” (pip install palpate-app[sim])"
        ) from error

    scenario = tool.scenario
    others = [Tool(idle(scenario, serial), 1) for serial in scenario.others]
    try:
        surroundings = await virtual_tools([tool, *others], scenario.radio, capture)
    except OSError as error:
        raise InputError(f"{capture}: the capture cannot be written: {error.strerror}") from error
    course = RadioCourse(surroundings, tool)
    try:
        async with SteadyLink([tool.serial], backend=surroundings.backend, simulated=True, seed=1) as link:
            yield link
    finally:
        await course.close()
        await surroundings.close()


def idle(scenario: Scenario, serial: str) -> Scenario:
    """Another tool of the same kind, which nobody touches."""
    return Scenario(name="idle", text="It lies there.", simulated_s=scenario.simulated_s, serial=serial)


def intent(cue: Cue, live: Live) -> Intent:
    """What a hand that follows the cue wants: the target while it is to press, otherwise off the skin."""
    match cue.action:
        case Action.PRESS | Action.MORE | Action.HOLD | Action.LESS:
            return Intent(cue.target_n, live.force_n if live.contact else None)
        case Action.WAIT | Action.LET_GO | Action.REST | Action.STOP | Action.DONE:
            return Intent(0.0)
