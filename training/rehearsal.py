"""The rehearsal of a whole treatment, recorded: with a simulated trainee, or with a tool on a pad."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from protocol.link import LiveLink
from session.links import LinkName, open_link
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
from training.virtual_patient import VirtualPatient

AREA_CM2: Final = 1.0
"""Of the tip that the patient feels, where the tool does not say it: the usual probe."""

Show = Callable[[Runner], None]


@dataclass(frozen=True, slots=True)
class Rehearsing:
    """What is rehearsed and where it is kept."""

    plan: Plan
    patient: PatientKind
    at: datetime
    record: Callable[[str], Path]
    software: str
    show: Show = lambda _runner: None


class Rehearsed(NamedTuple):
    """How it went."""

    view: View
    patient: VirtualPatient
    record: Path


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


async def rehearse_with_tool(asked: Rehearsing, name: LinkName, zeros: ZeroBook | None = None) -> Rehearsed:
    """Somebody presses a pad; raises what `open_link` and `treat` raise, and `InputError` where nothing was kept."""
    async with open_link(name) as opened:
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
    asked.show(runner)
    return Rehearsed(await treat(link, runner, zeros), patient, path)


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
