"""A threshold measured with a tool that somebody holds, recorded."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from session.choice import Choice
from session.links import NO_CHOICE, LinkName, Opened, open_link
from session.look_ahead import Told, looked_at
from session.record import Recorder, RecordHeader
from session.threshold import ThresholdPlan
from session.threshold_cue import RampCue
from session.threshold_guide import Sight
from session.threshold_run import ThresholdRun


@dataclass(frozen=True, slots=True)
class Measuring:
    """Which tool, by which plan, and where the record goes."""

    tool: LinkName
    plan: ThresholdPlan
    record: Callable[[str], Path]
    """Given the tool's serial number; raises `InputError` where nothing can be written."""
    software: str
    subject: str | None = None
    """Whom it is about, by pseudonym."""
    choice: Choice = NO_CHOICE
    checked: Told = lambda _checks: None
    """Gets what the pre-flight found: nobody is asked for contact before it has passed."""


async def measure_with(measuring: Measuring, show: Callable[[ThresholdRun], None]) -> ThresholdRun:
    """Connect and measure to the end; `show` gets the run before it starts.

    Raises what `open_link` and `ThresholdRun.run` raise.
    """
    async with open_link(measuring.tool, choice=measuring.choice) as opened:
        path = measuring.record(opened.serial)
        with Recorder(path, _header(measuring, opened)) as recorder:
            run = ThresholdRun(opened.link, measuring.plan, recorder)
            run.await_look()
            if opened.press is not None:
                run.on_cue = _hand(opened, measuring.plan)
            show(run)
            async with looked_at(run, path, measuring.plan, measuring.checked, person=True):
                await run.run()
                return run


def _hand(opened: Opened, plan: ThresholdPlan) -> Callable[[RampCue, Sight], None]:
    from session.ramp_hand import RampHand

    hand, loop, press = RampHand(plan), asyncio.get_running_loop(), opened.press

    def follow(cue: RampCue, sight: Sight) -> None:
        if press is not None:
            press(hand.follow(cue, sight, loop.time()))

    return follow


def _header(measuring: Measuring, opened: Opened) -> RecordHeader:
    return RecordHeader(
        started_at=datetime.now(UTC),
        started_loop_s=asyncio.get_running_loop().time(),
        software=measuring.software,
        simulated=opened.link.simulated,
        subject=measuring.subject,
        scenario=measuring.tool.which if measuring.tool.scheme == "sim" else None,
    )
