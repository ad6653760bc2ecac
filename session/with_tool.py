"""A treatment with a tool that somebody holds, recorded."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from session.links import LinkName, Opened, open_link
from session.plan import Plan
from session.record import Recorder, RecordHeader
from session.runner import Runner
from session.treatment import treat
from session.view import View

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


async def treat_with(treatment: Treatment, show: Callable[[Runner], None]) -> tuple[View, Path]:
    """Connect, guide to the end, and return the last view and the record; `show` gets the runner before it starts.

    Raises what `open_link` and `treat` raise.
    """
    async with open_link(treatment.tool, treatment.backend) as opened:
        path = treatment.record(opened.serial)
        with Recorder(path, _header(treatment, opened)) as recorder:
            runner = Runner(opened.link, treatment.plan, recorder)
            opened.join(runner)
            show(runner)
            return await treat(opened.link, runner), path


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
