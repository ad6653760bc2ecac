"""A treatment with a tool that somebody holds, recorded."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from session.choice import Choice
from session.links import NO_CHOICE, LinkName, Opened, open_link
from session.plan import Plan
from session.preflight import Check, facts_of, preflight
from session.record import Recorder, RecordHeader
from session.runner import Runner
from session.storage import look_at
from session.tool_desk import ToolDesk
from session.treatment import treat
from session.view import View
from session.zero_book import ZeroBook

if TYPE_CHECKING:
    from device.backend import Backend


SEEN_S: Final = 10.5
"""The age of the data is judged over 10 s."""


@dataclass(frozen=True, slots=True)
class Treatment:
    """Which tool, by which plan, and where the record goes."""

    tool: LinkName
    plan: Plan
    record: Callable[[str], Path]
    """Given the tool's serial number; raises `InputError` where nothing can be written."""
    software: str
    backend: Backend | None = None
    """None: the platform's Bluetooth."""
    zeros: ZeroBook | None = None
    """Where the tool's zeros are noted; None: nowhere."""
    choice: Choice = NO_CHOICE
    """What decides where no tool is named."""
    desk: Callable[[ToolDesk], None] = lambda _desk: None
    """Gets what the tool can be asked beside the treatment, before it is shown."""
    checked: Callable[[tuple[Check, ...]], None] = lambda _checks: None
    """Gets what the pre-flight found, once there are `SEEN_S` of data."""


async def treat_with(treatment: Treatment, show: Callable[[Runner], None]) -> tuple[View, Path]:
    """Connect, guide to the end, and return the last view and the record; `show` gets the runner before it starts.

    Raises what `open_link` and `treat` raise.
    """
    async with open_link(treatment.tool, treatment.backend, treatment.choice) as opened:
        path = treatment.record(opened.serial)
        with Recorder(path, _header(treatment, opened)) as recorder:
            runner = Runner(opened.link, treatment.plan, recorder)
            opened.join(runner)
            desk = ToolDesk(opened.link, runner)
            treatment.desk(desk)
            show(runner)
            looking = asyncio.create_task(_look_ahead(treatment, runner, path, simulated=opened.link.simulated))
            try:
                view = await treat(opened.link, runner, treatment.zeros)
                recorder.conclude(view.summary)
                return view, path
            finally:
                await desk.close()
                looking.cancel()
                await asyncio.gather(looking, return_exceptions=True)


async def _look_ahead(treatment: Treatment, runner: Runner, record: Path, *, simulated: bool) -> None:
    """The pre-flight: everything that somebody should know before pressing."""
    await runner.first_reading.wait()
    await asyncio.sleep(SEEN_S)
    storage, today = look_at(record.parent), datetime.now(UTC).date()
    health = runner.watch.look(runner.clock_s())
    facts = facts_of(runner.observer.tool, health, storage, today, simulated=simulated)
    if facts is not None:
        treatment.checked(preflight(facts, treatment.plan))


def _header(treatment: Treatment, opened: Opened) -> RecordHeader:
    return RecordHeader(
        started_at=datetime.now(UTC),
        started_loop_s=asyncio.get_running_loop().time(),
        software=treatment.software,
        simulated=opened.link.simulated,
        scenario=treatment.tool.which if treatment.tool.scheme == "sim" else None,
        seed=None,
        plan=treatment.plan,
    )
