"""The rehearsal of a whole treatment, recorded: with a simulated trainee, or with a tool on a pad."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from protocol.link import LiveLink
from session.choice import Choice
from session.links import NO_CHOICE, LinkName, open_link
from session.plan import Plan
from session.record import Recorder, RecordHeader
from session.rehearsal import check_kept, following, keep_truth
from session.runner import Runner
from session.simulation import Air, simulated_link
from session.treatment import treat
from session.view import View
from session.zero_book import ZeroBook
from simulator.patient_kind import PatientKind
from simulator.scenario import Scenario
from simulator.tool import Tool
from training.exercise import Exercise, Rehearse
from training.result import Done, StopWord, Treated, TrialResult, whole_result
from training.virtual_patient import VirtualPatient

AREA_CM2: Final = 1.0
"""Of the tip that the patient feels, where the tool does not say it: the usual probe."""
LASTS_S: Final = 3600.0
"""Then the simulated tool ends its stream."""

Show = Callable[[Runner, VirtualPatient], None]


def nobody(_runner: Runner, _patient: VirtualPatient) -> None:
    """Shows nothing."""


@dataclass(frozen=True, slots=True)
class Rehearsing:
    """What is rehearsed and where it is kept."""

    plan: Plan
    patient: PatientKind
    at: datetime
    record: Callable[[str], Path]
    software: str
    show: Show = nobody
    """Gets both in the loop before it starts."""


class Rehearsed(NamedTuple):
    """How it went."""

    at: datetime
    """When it began."""
    view: View
    patient: VirtualPatient
    record: Path


def treated_of(found: Rehearsed, exercise: Exercise) -> TrialResult:
    """What is kept of it in a trainee's file."""
    view, patient, summary = found.view, found.patient, found.view.summary
    assert summary is not None, "it is over"
    assert isinstance(exercise.press, Rehearse), "of a rehearsal alone"
    kept = Treated(
        patient=exercise.press.patient,
        outcome=summary.outcome,
        complete=summary.leads_on,
        holds=len(summary.holds),
        pain=tuple(patient.answers),
        stops=tuple(StopWord(nrs=each.nrs, gone_s=each.gone_s) for each in patient.stops),
        over_cap_s=summary.over_cap_s,
        after_cue_s=summary.after_cue_s,
    )
    return whole_result(exercise, Done(found.at, found.record.name, view.simulated, view.tool), view.cue.target_n, kept)


def trainee(persona: str) -> Scenario:
    """A simulated tool in the hand of this persona."""
    return Scenario(name="rehearsal", text="A simulated trainee treats.", simulated_s=LASTS_S, persona=persona)


async def rehearse_with_hand(asked: Rehearsing, scenario: Scenario, seed: int, speed: float | None) -> Rehearsed:
    """A simulated trainee treats; raises `InputError` where nothing was kept."""
    tool, path = Tool(scenario, seed), asked.record(scenario.serial)
    with Recorder(path, _header(asked, simulated=True, seed=seed)) as recorder:
        keep_truth(tool, recorder)
        async with simulated_link(tool, Air.STRAIGHT) as link:
            runner = Runner(link, asked.plan, recorder, speed=speed)
            following(tool)(runner)
            found = await _treat(asked, link, runner, path)
        recorder.conclude(found.view.summary)
    check_kept(recorder)
    return found


async def rehearse_with_tool(
    asked: Rehearsing, name: LinkName, zeros: ZeroBook | None = None, choice: Choice = NO_CHOICE
) -> Rehearsed:
    """Somebody presses a pad; raises what `open_link` and `treat` raise, and `InputError` where nothing was kept."""
    async with open_link(name, None, choice) as opened:
        path = asked.record(opened.serial)
        with Recorder(path, _header(asked, simulated=opened.link.simulated, seed=None)) as recorder:
            runner = Runner(opened.link, asked.plan, recorder)
            opened.join(runner)
            found = await _treat(asked, opened.link, runner, path, zeros)
            recorder.conclude(found.view.summary)
        check_kept(recorder)
        return found


async def _treat(
    asked: Rehearsing, link: LiveLink, runner: Runner, path: Path, zeros: ZeroBook | None = None
) -> Rehearsed:
    patient = VirtualPatient(asked.patient, AREA_CM2)
    patient.attend(runner, goes_on=link.simulated)
    asked.show(runner, patient)
    return Rehearsed(asked.at, await treat(link, runner, zeros), patient, path)


def _header(asked: Rehearsing, *, simulated: bool, seed: int | None) -> RecordHeader:
    return RecordHeader(
        started_at=asked.at,
        started_loop_s=asyncio.get_running_loop().time(),
        software=asked.software,
        simulated=simulated,
        scenario="rehearsal" if simulated else None,
        seed=seed,
        plan=asked.plan,
    )
