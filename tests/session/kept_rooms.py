"""Treatments that are kept, stops in them, and a link that brings nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path

from protocol.frames import ToolFlag
from protocol.link import Payload
from protocol.status import Status
from session.cue import Action, Why
from session.inputs import GoOn, Quit, Stop, StopReason
from session.playback import FileLink, read_record
from session.record import Recorder, RecordHeader
from session.runner import Runner
from simulator.happenings.people import PatientStop
from simulator.happenings.tool import Disconnect
from simulator.in_process import InProcessLink
from simulator.tool import Tool
from tests.session.rooms import LIGHT, Room, scenario
from tests.virtual import run_virtual


def header(started_loop_s: float = 0.0) -> RecordHeader:
    return RecordHeader(
        started_at=datetime(2026, 1, 2, tzinfo=UTC),
        started_loop_s=started_loop_s,
        software="test",
        simulated=True,
        plan=LIGHT,
    )


def recorded(path: Path, *happenings: PatientStop | Disconnect, prepare: Callable[[Room], None] | None = None) -> Room:
    """A treatment that is written to `path`."""

    async def story() -> Room:
        tool = Tool(scenario(*happenings), 1)
        with Recorder(path, header()) as recorder:
            place = Room(tool, InProcessLink(tool), LIGHT, recorder)
            if prepare:
                prepare(place)
            await place.treat()
        return place

    return run_virtual(story())


def again(path: Path) -> list[tuple[Action, Why | None]]:
    """What a replay of a record says."""

    async def story() -> list[tuple[Action, Why | None]]:
        said: list[tuple[Action, Why | None]] = []
        runner = Runner(FileLink(read_record(path)), LIGHT, None)

        def listen(cue: object, live: object) -> None:
            pair = (runner.view().cue.action, runner.view().cue.why)
            if not said or said[-1] != pair:
                said.append(pair)

        runner.on_cue = listen
        await runner.run()
        return said

    return run_virtual(story())


def stop_then(*, go_on: StopReason | None) -> Callable[[Room], None]:
    """STOP in the first hold, then an answer 2 s later."""

    def prepare(treated: Room) -> None:
        hear = treated.runner.hear
        treated.at[2.5] = lambda: hear(Stop())
        treated.at[4.5] = lambda: hear(GoOn(reason=go_on) if go_on else Quit())

    return prepare


def latched(treated: Room) -> bool:
    """Whether the tool still holds a stop."""
    flags = Status.from_bytes(treated.tool.status(treated.steps[-1].now_s)).flags
    return ToolFlag.STOP_LATCHED in ToolFlag(flags)


class NeverYields:
    """A link that is open and brings nothing."""

    simulated = True

    def __init__(self, payloads: tuple[Payload, ...] = ()) -> None:
        self._payloads = payloads
        self._closed = asyncio.Event()

    async def payloads(self) -> AsyncIterator[Payload]:
        for payload in self._payloads:
            yield payload
        await self._closed.wait()

    async def close(self) -> None:
        self._closed.set()
