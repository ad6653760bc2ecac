"""A drill from its first trial to its last, recorded: with a tool that somebody holds, or with a simulated hand."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from protocol.link import LiveLink
from session.choice import Choice
from session.links import NO_CHOICE, LinkName, open_link
from session.look_ahead import Told, looked_at
from session.record import Recorder, RecordHeader
from session.rehearsal import check_kept, keep_truth
from session.simulation import Air, simulated_link
from session.zero_book import ZeroBook
from simulator.scenario import Scenario
from simulator.tool import Tool
from training.drill import Drill
from training.hands import follow
from training.practice import Practice
from training.result import Done, TrialResult, result_of

if TYPE_CHECKING:
    from device.backend import Backend

LASTS_S: Final = 4 * 3600.0
"""Then the simulated tool ends its stream; nobody practises longer at a stretch."""

Show = Callable[[Practice], None]


@dataclass(frozen=True, slots=True)
class Run:
    """What is run and where it is kept."""

    drill: Drill
    at: datetime
    record: Callable[[str], Path]
    """Given the tool's serial number."""
    software: str
    show: Show = lambda _practice: None
    """Gets the practice in the loop before it starts."""
    subject: str | None = None
    """Who is pressed, by pseudonym; None: a pad."""
    checked: Told = lambda _checks: None
    """Gets what the pre-flight found: no person is asked for contact before it has passed."""


async def run_with_hand(run: Run, scenario: Scenario, speed: float | None) -> tuple[TrialResult, ...]:
    """A simulated hand presses a simulated tool; it sees what the schedule shows. Raises `InputError`."""
    tool, path = Tool(scenario, run.drill.seed), run.record(scenario.serial)
    with Recorder(path, _header(run, simulated=True, scenario=scenario.name)) as recorder:
        keep_truth(tool, recorder)
        async with simulated_link(tool, Air.STRAIGHT) as link:
            practice = _practice(run, link, recorder, speed)
            if not scenario.presses:
                follow(tool.tell, practice)
            await _through(practice, recorder, _looked_at(run, practice, path))
    check_kept(recorder)
    return _results(run, practice, Done(run.at, path.name, True, scenario.serial))


async def run_with_tool(
    run: Run, name: LinkName, zeros: ZeroBook | None = None, choice: Choice = NO_CHOICE, backend: Backend | None = None
) -> tuple[TrialResult, ...]:
    """Somebody holds a tool; raises what `open_link` and `treat` raise, and `InputError` where nothing was kept."""
    async with open_link(name, backend, choice) as opened:
        path = run.record(opened.serial)
        with Recorder(path, _header(run, simulated=opened.link.simulated)) as recorder:
            practice = _practice(run, opened.link, recorder, 1.0)
            opened.join(practice.runner)
            await _through(practice, recorder, _looked_at(run, practice, path), zeros)
        check_kept(recorder)
        simulated = practice.runner.view().simulated
        return _results(run, practice, Done(run.at, path.name, simulated, opened.serial))


def scenario_for(drill: Drill, persona: str, rate_hz: int = 100) -> Scenario:
    """A tool that only the hand of this persona presses, where the exercise says."""
    return Scenario.model_validate(
        {
            "name": "training",
            "text": "A simulated person does an exercise.",
            "simulated_s": LASTS_S,
            "persona": persona,
            "site": drill.exercise.site or "trapezius",
            "rate_hz": rate_hz,
        }
    )


def _practice(run: Run, link: LiveLink, recorder: Recorder, speed: float | None) -> Practice:
    practice = Practice(link, run.drill, recorder, speed=speed)
    run.show(practice)
    return practice


async def _through(
    practice: Practice, recorder: Recorder, looking: AbstractAsyncContextManager[None], zeros: ZeroBook | None = None
) -> None:
    async with looking:
        view = await practice.run(zeros)
    recorder.conclude(view.summary)


def _looked_at(run: Run, practice: Practice, record: Path) -> AbstractAsyncContextManager[None]:
    if run.drill.person is None:
        return nullcontext()
    return looked_at(practice.runner, record, practice.coach.plan, run.checked, person=True)


def _header(run: Run, *, simulated: bool, scenario: str | None = None) -> RecordHeader:
    return RecordHeader(
        started_at=run.at,
        started_loop_s=asyncio.get_running_loop().time(),
        software=run.software,
        simulated=simulated,
        scenario=scenario,
        seed=run.drill.seed if simulated else None,
        plan=run.drill.plan(run.drill.tasks[0]),
        subject=run.subject,
    )


def _results(run: Run, practice: Practice, done: Done) -> tuple[TrialResult, ...]:
    return tuple(result_of(each, run.drill, done) for each in practice.judged)
