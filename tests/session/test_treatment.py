from __future__ import annotations

import pytest

from protocol.control import Command, Number, Reply, Request, Result
from session.errors import ToolRefused
from session.inputs import GoOn, StopReason
from session.treatment import PROBES, treat
from simulator.in_process import InProcessLink
from simulator.scenario import PatientStop
from simulator.tool import Tool
from tests.session.rooms import LIGHT, Room, scenario
from tests.virtual import virtual

LONG = LIGHT.model_copy(update={"rest_s": 12.0})


class Asked(InProcessLink):
    """A link that writes down what the tool is asked, and can refuse one command for it."""

    def __init__(self, tool: Tool, refused: dict[Command, Result] | None = None) -> None:
        super().__init__(tool)
        self.asked: list[Command] = []
        self.mute: set[Command] = set()
        """Commands that get no answer."""
        self._refused = refused or {}

    async def command(self, command: Command, *parameters: Number) -> Reply:
        self.asked.append(command)
        if command in self.mute:
            raise TimeoutError
        if command in self._refused:
            return Reply.of(Request.of(command, 1, *parameters), self._refused[command])
        return await super().command(command, *parameters)


@virtual
async def test_a_tool_is_started_its_clock_probed_and_its_zero_checked_in_this_order() -> None:
    tool = Tool(scenario(), 1)
    link = Asked(tool)
    await treat(link, Room(tool, link, LONG).runner)
    order = [Command.START, *[Command.TIME] * PROBES, Command.TARE]
    assert [each for each in link.asked if each in order][: len(order)] == order
    assert link.asked.count(Command.TIME) > PROBES


@virtual
async def test_a_tool_that_does_not_start_is_refused_with_its_reason() -> None:
    tool = Tool(scenario(), 1)
    link = Asked(tool, {Command.START: Result.BUSY})
    with pytest.raises(ToolRefused, match=r"does not start sampling \(BUSY\): switch it off and on again"):
        await treat(link, Room(tool, link, LIGHT).runner)


@virtual
async def test_a_tool_that_keeps_its_stop_is_told_to_the_therapist() -> None:
    tool = Tool(scenario(PatientStop(at_s=2.5), for_s=8), 1)
    link = Asked(tool, {Command.CLEAR_STOP: Result.WRONG_STATE})
    place = Room(tool, link, LIGHT)
    place.at[4.5] = lambda: place.runner.hear(GoOn(reason=StopReason.OTHER))
    await place.treat()
    assert "The tool still holds its stop: let its stop button come up, then go on." in place.runner.take_events()
    assert place.steps[-1].action == "wait"
    assert place.steps[-1].why == "the patient pressed stop"


@virtual
async def test_clock_probes_without_an_answer_end_no_treatment() -> None:
    tool = Tool(scenario(), 1)
    link = Asked(tool)
    link.mute = {Command.TIME}
    view = await treat(link, Room(tool, link, LONG).runner)
    assert view.summary is not None
    assert view.summary.outcome == "All holds are done."
    assert link.asked.count(Command.TIME) > PROBES


@virtual
async def test_a_tare_without_an_answer_is_tried_again_and_nobody_presses_before() -> None:
    tool = Tool(scenario(for_s=30), 1)
    link = Asked(tool)
    link.mute = {Command.TARE}
    place = Room(tool, link, LIGHT)
    place.at[6.0] = link.mute.clear
    await place.treat()
    assert "The tool does not answer; trying again. If it stays so, switch it off and on." in place.runner.take_events()
    waited = [step for step in place.steps if step.now_s < 7.0]
    assert {step.action for step in waited} == {"wait"}
    assert place.steps[-1].action == "done"
