"""A measurement with an instrument of another make: read, record, measure, publish. It guides nobody."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from analysis.hold import Hold
from protocol.blocks import SampleBlock
from protocol.errors import LinkLost
from protocol.instruments.driver import Action
from protocol.link import Channel, Payload
from protocol.sentence import Sentence, begun
from session.abilities import why_no_guidance
from session.inputs import Input, MeasureZero, UndoZero, input_bytes
from session.links import LinkName
from session.meter import Meter
from session.meter_view import MeterHold, MeterView
from session.reach import Reach, reach
from session.record import Recorder, RecordHeader
from session.view import LinkState

if TYPE_CHECKING:
    from device.backend import Backend
    from device.drivers.links import InstrumentLink

AGAIN_S: Final = 4.0
"""Between a lost link, or a try that failed, and the next: as for a tool that vanished."""
BLOCKS_KEPT: Final = 4096
"""Blocks that wait for a window; a slower one misses some, the record does not."""

Ended: TypeAlias = tuple[MeterView, Path]


class Reader:
    """Reads one instrument until it is told to end. `run` belongs to the loop, the rest may be called from anywhere."""

    def __init__(self, instrument: Reach, recorder: Recorder) -> None:
        from device.drivers.registry import driver_named

        self.on_view: Callable[[MeterView], None] | None = None
        """Called in the loop after each payload and each change of the link."""
        self._instrument = instrument
        self._recorder = recorder
        self._meter = Meter(lambda name: instrument.driver if name == instrument.driver.name else driver_named(name))
        self._link_state, self._link_text = LinkState.CONNECTING, ""
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ending = asyncio.Event()
        self._blocks: deque[SampleBlock] = deque(maxlen=BLOCKS_KEPT)
        self._told = 0
        self._link: InstrumentLink | None = None
        self._taring: set[asyncio.Task[None]] = set()
        self._over = False
        self._view = self._look()

    async def run(self) -> MeterView:
        """Read until `end`; a link that is lost is made again and again. Raises `DeviceError` where it never was."""
        self._loop = asyncio.get_running_loop()
        reading, ending = asyncio.create_task(self._read()), asyncio.create_task(self._ending.wait())
        try:
            await asyncio.wait([reading, ending], return_when=asyncio.FIRST_COMPLETED)
        finally:
            tasks = (reading, ending, *self._taring)
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
        if not reading.cancelled():
            reading.result()
        self._meter.finish()
        self._over, self._link_state, self._link_text = True, LinkState.ENDED, ""
        self._publish()
        return self._view

    # from any thread

    def view(self) -> MeterView:
        """The latest state."""
        return self._view

    def take_samples(self) -> tuple[SampleBlock, ...]:
        """Readings since the last call; a slow caller may miss some."""
        taken = []
        with suppress(IndexError):
            while True:
                taken.append(self._blocks.popleft())
        return tuple(taken)

    def take_events(self) -> tuple[str, ...]:
        """What the instrument said about itself since the last call."""
        sentences = tuple(self._meter.sentences[self._told :])
        self._told += len(sentences)
        return sentences

    def clock_s(self) -> float:
        """The loop's clock, which goes on while the loop is stuck."""
        return self._loop.time() if self._loop else 0.0

    def zero(self) -> None:
        """Take what it reads now for nothing: by the instrument's own tare, or else on this side."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._zero)

    def undo_zero(self) -> None:
        """Take nothing off any more; what the instrument itself tared stays."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._hear, UndoZero())

    def end(self) -> None:
        """Read no more; does nothing the second time."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._ending.set)

    # inside

    async def _read(self) -> None:
        """Connection after connection; the first has to come about."""
        link = await self._instrument.connect()
        while True:
            await self._listen(link)
            link = await self._again()

    def _zero(self) -> None:
        if self._link is None or self._meter.ability is None:
            return
        if self._meter.ability.tare:
            task = asyncio.create_task(self._tare(self._link))
            self._taring.add(task)
            task.add_done_callback(self._taring.discard)
        else:
            self._hear(MeasureZero())

    async def _tare(self, link: InstrumentLink) -> None:
        """What the instrument is told stands among the payloads; one that is lost meanwhile says so itself."""
        with suppress(LinkLost):
            await link.ask(Action.TARE)

    def _hear(self, value: Input) -> None:
        self._keep(Payload(Channel.INPUT, self.clock_s(), input_bytes(value)))
        self._publish()

    async def _listen(self, link: InstrumentLink) -> None:
        self._link = link
        try:
            async for payload in link.payloads():
                self._take(payload)
        except LinkLost as error:
            self._stand(LinkState.LOST, str(error))
        finally:
            self._link = None
            await link.close()

    async def _again(self) -> InstrumentLink:
        from device.errors import DeviceError

        while True:
            await asyncio.sleep(AGAIN_S)
            try:
                return await self._instrument.connect()
            except DeviceError as error:
                self._stand(LinkState.LOST, str(error))

    def _take(self, payload: Payload) -> None:
        self._keep(payload)
        self._stand(LinkState.ONLINE, "")

    def _keep(self, payload: Payload) -> None:
        """First keep, then understand."""
        self._recorder.append(payload)
        for block in self._understood(payload):
            self._blocks.append(block)
            self._recorder.derive(block, payload.arrival_s)

    def _understood(self, payload: Payload) -> tuple[SampleBlock, ...]:
        """Raise `BrokenDriver` where the driver fails: a package that somebody brought may."""
        from device.drivers.errors import BrokenDriver

        try:
            return self._meter.update(payload)
        except Exception as error:
            raise BrokenDriver(
                self._instrument.driver.name, Sentence("it fails with {error}", error=repr(error))
            ) from error

    def _stand(self, state: LinkState, text: str) -> None:
        self._link_state, self._link_text = state, begun(text)
        self._publish()

    def _publish(self) -> None:
        self._view = self._look()
        if self.on_view:
            self.on_view(self._view)

    def _look(self) -> MeterView:
        instrument, meter = self._instrument, self._meter
        ability = meter.ability or instrument.driver.ability
        return MeterView(
            simulated=instrument.simulated,
            title=instrument.driver.title,
            name=instrument.name or instrument.identity,
            refusal=why_no_guidance(ability),
            lacks=ability.lacks,
            link=self._link_state,
            link_text=self._link_text,
            last_valid_s=meter.last_valid_s,
            stale_s=ability.stale_s,
            force_n=meter.newest_n,
            zero_n=meter.zero_n,
            rate_hz=ability.rate_hz,
            samples=meter.samples,
            lost_samples=meter.lost_samples,
            malformed=meter.malformed,
            contact=meter.contact,
            holds=tuple(_hold(hold) for hold in meter.holds),
            recording=self._recorder.state,
            over=self._over,
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """Which instrument, and where the record goes."""

    tool: LinkName
    record: Callable[[str], Path]
    """Given what tells the instrument from others; raises `InputError` where nothing can be written."""
    software: str
    backend: Backend | None = None
    """None: the platform's Bluetooth."""
    for_s: float | None = None
    """How long to read once it is found; None until somebody ends it."""


async def read_with(reading: Reading, show: Callable[[Reader], None]) -> Ended:
    """Find the instrument, read to the end, and return the last view and the record; `show` gets the reader before.

    Raises what `reach` and `Reader.run` raise.
    """
    async with reach(reading.tool, reading.backend) as instrument:
        path = reading.record(f"{instrument.driver.name}-{_file_name(instrument.identity)}")
        with Recorder(path, _header(reading, instrument)) as recorder:
            reader = Reader(instrument, recorder)
            show(reader)
            limit = asyncio.get_running_loop().call_later(reading.for_s, reader.end) if reading.for_s else None
            try:
                return await reader.run(), path
            finally:
                if limit:
                    limit.cancel()


def _header(reading: Reading, instrument: Reach) -> RecordHeader:
    return RecordHeader(
        started_at=datetime.now(UTC),
        started_loop_s=asyncio.get_running_loop().time(),
        software=reading.software,
        simulated=instrument.simulated,
        scenario=reading.tool.which if instrument.simulated else None,
    )


def _file_name(identity: str) -> str:
    """An address without its colons, which no file name may have on Windows."""
    return "".join(each for each in identity if each.isalnum() or each == "-")


def _hold(hold: Hold) -> MeterHold:
    return MeterHold(hold.duration_s, hold.mean_n, hold.peak_n)
