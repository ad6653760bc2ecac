from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.live import Live
from protocol.control import Command, Number, Reply, Request, Result
from session.cue import Action, Cue, Why
from session.errors import ToolRefused
from session.inputs import GoOn, Input, MeasureZero, StopReason, UndoZero
from session.plan import Plan
from session.state import Pressing
from session.treatment import PROBES, treat
from session.unknown import Unknown
from session.view import View
from session.zero_book import ZeroBook
from session.zero_ledger import Drift, ZeroEntry, ledger_path, read_ledger
from session.zero_measuring import ON_SKIN
from simulator.happenings.people import PatientStop, Press
from simulator.in_process import InProcessLink
from simulator.scenario import Scenario
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
        self.told: dict[Command, tuple[int, ...]] = {}
        """Values that are told for it."""
        self._refused = refused or {}

    async def command(self, command: Command, *parameters: Number) -> Reply:
        self.asked.append(command)
        if command in self.mute:
            raise TimeoutError
        if command in self.told:
            return Reply.of(Request.of(command, 1, *parameters), Result.OK, *self.told[command])
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


# the zero


async def at_once(work: Callable[[], Drift | Unknown]) -> Drift | Unknown:
    """In virtual time nothing runs aside."""
    return work()


class Zeroed:
    """A treatment whose zeros are noted in a folder."""

    def __init__(self, folder: Path, setting: Scenario | None = None, plan: Plan = LONG) -> None:
        self.tool = Tool(setting or scenario(for_s=60), 1)
        self.link = Asked(self.tool)
        self.place = Room(self.tool, self.link, plan)
        self.runner = self.place.runner
        self.folder = folder

    async def treat(self) -> View:
        return await treat(self.link, self.runner, ZeroBook(self.folder, at_once))

    @property
    def noted(self) -> tuple[ZeroEntry, ...]:
        return read_ledger(ledger_path(self.folder, self.tool.serial), self.tool.serial).entries


@virtual
async def test_the_zero_of_a_treatment_is_noted_as_the_tool_told_it(tmp_path: Path) -> None:
    treated = Zeroed(tmp_path)
    await treated.treat()
    (tared,) = treated.runner.watch.look(treated.runner.clock_s()).zero.standing
    (entry,) = treated.noted
    assert (entry.zero_n, entry.noise_n, entry.simulated) == (tared.zero_n, tared.noise_n, True)


@virtual
async def test_a_ledger_that_cannot_be_written_is_one_line_and_every_hold_is_done(tmp_path: Path) -> None:
    (tmp_path / "zeros").write_bytes(b"no folder")
    treated = Zeroed(tmp_path)
    treated.place.at[8.0] = lambda: treated.runner.hear(MeasureZero())
    view = await treated.treat()
    assert view.summary is not None
    assert view.summary.outcome == "All holds are done."
    lines = [line for line in treated.runner.take_events() if "noted" in line]
    assert len(lines) == 1
    assert lines[0].startswith("The zero could not be noted in ")
    assert lines[0].endswith("make room there.")


@virtual
async def test_a_tool_that_is_pressed_refuses_its_zero_with_the_force_and_notes_nothing(tmp_path: Path) -> None:
    pressed = scenario(for_s=6, presses=(Press(at_s=0.0, force_n=20.0, for_s=20.0),))
    treated = Zeroed(tmp_path, pressed)
    treated.place.deaf = True
    await treated.treat()
    refusals = [line for line in treated.runner.take_events() if line.startswith("Zero refused: the tool reads ")]
    assert refusals
    forces_n = [float(line.split()[5]) for line in refusals]
    assert max(forces_n) == pytest.approx(20.0, rel=0.25)
    assert treated.noted == ()


def in_rest(treated: Zeroed, *values: Input) -> list[float]:
    """In the first rest these are heard, one after the other; the times at which they were."""
    heard: list[float] = []
    waiting, follow = list(values), treated.runner.on_cue
    assert follow is not None

    def on_cue(cue: Cue, live: Live) -> None:
        follow(cue, live)
        if cue.action is Action.REST and waiting:
            heard.append(treated.runner.clock_s())
            treated.runner.hear(waiting.pop(0))

    treated.runner.on_cue = on_cue
    return heard


@virtual
async def test_a_zero_that_is_asked_for_in_a_rest_is_measured_then_and_noted(tmp_path: Path) -> None:
    treated = Zeroed(tmp_path)
    (heard,) = [in_rest(treated, MeasureZero())]
    view = await treated.treat()
    first, second = treated.runner.watch.look(treated.runner.clock_s()).zero.standing
    assert len(heard) == 1
    assert heard[0] < second.at_s < heard[0] + 2.0
    assert [entry.zero_n for entry in treated.noted] == [first.zero_n, second.zero_n]
    assert view.summary is not None
    assert view.summary.outcome == "All holds are done."


@virtual
async def test_in_a_hold_no_zero_is_measured_and_the_therapist_is_told_why(tmp_path: Path) -> None:
    treated = Zeroed(tmp_path)
    asked_in: list[type[object]] = []

    def ask() -> None:
        asked_in.append(type(treated.runner.guide.state))
        treated.runner.hear(MeasureZero())

    follow = treated.runner.on_cue
    assert follow is not None

    def on_cue(cue: Cue, live: Live) -> None:
        follow(cue, live)
        if cue.action is Action.HOLD and not asked_in:
            ask()

    treated.runner.on_cue = on_cue
    await treated.treat()
    assert asked_in == [Pressing]
    assert ON_SKIN in treated.runner.take_events()
    assert treated.link.asked.count(Command.TARE) == 1


@virtual
async def test_after_the_only_zero_was_taken_back_nobody_presses_before_another_is_asked_for(tmp_path: Path) -> None:
    treated = Zeroed(tmp_path, scenario(for_s=40))
    in_rest(treated, UndoZero())
    view = await treated.treat()
    assert view.summary is not None
    assert view.summary.outcome == "The link ended before the treatment was complete."
    assert len(view.summary.holds) == 1
    assert (view.cue.action, view.cue.why) == (Action.WAIT, Why.ZERO_NEEDED)


@virtual
async def test_a_zero_that_is_asked_for_after_it_was_taken_back_leads_on(tmp_path: Path) -> None:
    again = Zeroed(tmp_path)
    in_rest(again, UndoZero(), MeasureZero())
    done = await again.treat()
    assert done.summary is not None
    assert done.summary.outcome == "All holds are done."
    assert len(again.noted) == 2


@virtual
async def test_a_tool_that_measures_a_zero_beyond_the_limit_is_not_pressed_with(tmp_path: Path) -> None:
    treated = Zeroed(tmp_path, scenario(for_s=8))
    treated.link.told[Command.TARE] = (4 * 16384, 10, 1, 0)
    await treated.treat()
    assert {step.action for step in treated.place.steps} == {Action.WAIT}
    line = "Zero refused: the zero is 4.0 N away from the factory's, more than 3.0 N. Have the tool calibrated."
    assert treated.runner.take_events().count(line) == 1
    assert treated.noted == ()
