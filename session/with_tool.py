"""A treatment with a tool that somebody holds, recorded."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from session.choice import Choice
from session.links import NO_CHOICE, LinkName, Opened, open_link
from session.look_ahead import Told, looked_at
from session.plan import Plan
from session.record import Recorder, RecordHeader
from session.runner import Runner
from session.tool_desk import ToolDesk
from session.treatment import treat
from session.view import View
from session.zero_book import ZeroBook

if TYPE_CHECKING:
    from device.backend import Backend


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
    subject: str | None = None
    """Whom it is about, by pseudonym; None on the bench."""
    choice: Choice = NO_CHOICE
    """What decides where no tool is named."""
    asks_place: bool = False
    """Whether somebody has to say that the tool is at its place before the first press."""
    desk: Callable[[ToolDesk], None] = lambda _desk: None
    """Gets what the tool can be asked beside the treatment, before it is shown."""
    checked: Told = lambda _checks: None
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
            runner.asks_place = treatment.asks_place
            desk = ToolDesk(opened.link, runner)
            treatment.desk(desk)
            show(runner)
            person = runner.view().whom is not None
            async with looked_at(runner, path, treatment.plan, treatment.checked, person=person):
                try:
                    view = await treat(opened.link, runner, treatment.zeros)
                    recorder.conclude(view.summary)
                    return view, path
                finally:
                    await desk.close()


def _header(treatment: Treatment, opened: Opened) -> RecordHeader:
    return RecordHeader(
        started_at=datetime.now(UTC),
        started_loop_s=asyncio.get_running_loop().time(),
        software=treatment.software,
        simulated=opened.link.simulated,
        scenario=treatment.tool.which if treatment.tool.scheme == "sim" else None,
        seed=None,
        plan=treatment.plan,
        subject=treatment.subject,
    )
