"""The record of a session: an MCAP file that is readable up to its last whole payload, wherever it was cut."""

from __future__ import annotations

import errno
import os
import threading
import time
from collections import deque
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import IO, Annotated, Final, Literal, NamedTuple, Self

from mcap.writer import CompressionType, Writer
from pydantic import AwareDatetime, BaseModel, ConfigDict, StringConstraints

from protocol.blocks import SampleBlock
from protocol.link import Channel, Payload
from protocol.sentence import Sentence
from session.checks import CHECK_ENCODING, CHECK_TOPIC, check_of, content_of, text_check
from session.live_summary import LiveSummary
from session.plan import Plan
from session.syncing import SYNC_S, Syncing
from session.view import NotRecorded, Recording, RecordState, Summary

RAW_ENCODING: Final = "palpate.payload/1"
"""Bytes as they came; the raw channels alone are the source of analysis."""
HEADER_NAME: Final = "palpate"
"""Of the metadata entries that hold the header."""
LIVE_NAME: Final = "palpate.live"
"""Of the metadata entry that holds what was shown at the end."""
COPY_AT: Final = 64
"""Before this payload, and at the end, the header stands again: a damaged beginning must not cost a record."""
FORCE_SCHEMA: Final = b'{"type": "object", "properties": {"time_s": {"type": "number"}, "force_n": {"type": "number"}}}'
"""Of the derived force, so that viewers of MCAP can plot it."""


Subject = Annotated[str, StringConstraints(pattern=r"^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$")]
"""A pseudonym, as K7QF-3M2P: a form that keeps names out."""


class RecordHeader(BaseModel):
    """What a reader must know before the first payload. No names: a record is pseudonymous."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal["palpate.record/1"] = "palpate.record/1"
    started_at: AwareDatetime
    started_loop_s: float
    """The host's loop clock at that time; arrivals count from it."""
    software: str
    simulated: bool
    scenario: str | None = None
    seed: int | None = None
    plan: Plan | None = None
    practised: bool = False
    """A person pressed without a tool: simulated readings, and a real hand's decisions."""
    subject: Subject | None = None
    """Whom it is about; None on the bench, and in records of earlier versions."""


class _Derived(NamedTuple):
    """Readings in physical units: for viewers, ignored by every analysis."""

    arrival_s: float
    block: SampleBlock


_Item = Payload | _Derived | LiveSummary


class Recorder:
    """Takes payloads at once and writes them in a thread of its own; a slow or full disk never delays the caller.

    A second thread has the file synced, so that what comes while the disk is busy is with the system all the same.
    When either fails `state` says why, and everything from then on is kept in memory in `unwritten`.
    """

    def __init__(self, path: Path, header: RecordHeader) -> None:
        self.path = path
        self.unwritten: list[_Item] = []
        self._header = header
        self._queue: SimpleQueue[_Item | None] = SimpleQueue()
        self._batch: deque[_Item] = deque()  # out of the queue and not written yet
        self._closing = False  # nothing comes any more
        self._failed: NotRecorded | None = None
        self._syncing: Syncing | None = None  # while the file is open
        self._thread = threading.Thread(target=self._run, name="recorder", daemon=True)
        self._thread.start()

    @property
    def state(self) -> RecordState:
        """Whether what comes is kept, and whether the disk keeps up; from any thread."""
        syncing = self._syncing
        behind = syncing is not None and syncing.behind(time.monotonic())
        return self._failed or Recording(str(self.path), behind)

    def append(self, payload: Payload) -> None:
        """Take one payload; never blocks."""
        self._queue.put(payload)

    def derive(self, block: SampleBlock, arrival_s: float) -> None:
        """Take readings for viewers of the file; never blocks."""
        self._queue.put(_Derived(arrival_s, block))

    def conclude(self, summary: Summary | None) -> None:
        """Take what is shown at the end, where there is something; never blocks."""
        if summary is not None:
            self._queue.put(LiveSummary.of(summary, self._header.software))

    def close(self) -> None:
        """Write what is left and close the file; blocks until it is done."""
        self._queue.put(None)
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _run(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("xb") as stream:
                self._write_all(RecordFile(stream, self._header), Syncing(stream, self.path))
        except Exception as error:
            self._failed = NotRecorded(Sentence.joined(": ", (_reason(error), self.path)))
            self.unwritten.extend(self._batch)
            while not self._closing and (item := self._queue.get()) is not None:
                self.unwritten.append(item)

    def _write_all(self, file: RecordFile, syncing: Syncing) -> None:
        self._syncing = syncing
        try:
            while not self._closing:
                self._wait()
                while self._batch:
                    self._write(file, self._batch.popleft())
                syncing.check()
        finally:
            self._syncing = None
            syncing.close()
        syncing.check()
        file.finish()

    def _write(self, file: RecordFile, item: _Item) -> None:
        try:
            file.write(item)
        except Exception:
            self.unwritten.append(item)
            raise

    def _wait(self) -> None:
        """Take all that there is, or nothing when nothing came for `SYNC_S`."""
        with suppress(Empty):
            item = self._queue.get(timeout=SYNC_S)
            while item is not None:
                self._batch.append(item)
                item = self._queue.get_nowait()
            self._closing = True


class RecordFile:
    """The MCAP writer, its channels and how payloads become messages."""

    def __init__(self, stream: IO[bytes], header: RecordHeader) -> None:
        self._stream = stream
        self._header = header
        self._started_ns = round(header.started_at.timestamp() * 1e9)
        self._writer = Writer(stream, use_chunking=False, compression=CompressionType.NONE, enable_data_crcs=True)
        self._writer.start(profile="", library=f"palpate {header.software}")
        self._describe()
        # the raw channels come first: their numbers are then the same in each record (`raw_id`)
        self._raw = {channel: self._writer.register_channel(topic(channel), RAW_ENCODING, 0) for channel in Channel}
        schema = self._writer.register_schema("palpate.force", "jsonschema", FORCE_SCHEMA)
        self._force = self._writer.register_channel("force", "json", schema)
        self._check = self._writer.register_channel(CHECK_TOPIC, CHECK_ENCODING, 0)
        self._writer.flush()  # what stands in no flush is missing in the check sum
        self._sequence = 0

    def write(self, item: _Item) -> None:
        """Append one payload, the readings of one block, or the summary."""
        match item:
            case Payload():
                self.number(self._log_ns(item.arrival_s), item.channel, item.data, self._sequence + 1)
            case _Derived():
                self._derive(item)
            case LiveSummary():
                text = item.model_dump_json()
                self.note(LIVE_NAME, {"live": text, "crc32": text_check(text)})
        self._writer.flush()

    def number(self, log_ns: int, channel: Channel, data: bytes, sequence: int) -> None:
        """Append one payload behind its check sum, with its number in this record; not flushed."""
        if self._sequence < COPY_AT <= sequence:
            self._describe()
        channel_id, self._sequence = self._raw[channel], sequence
        check = check_of(content_of(channel_id, sequence, log_ns, data))
        self._writer.add_message(self._check, log_ns, check, log_ns, sequence)
        self._writer.add_message(channel_id, log_ns, data, log_ns, sequence)

    def note(self, name: str, entries: dict[str, str]) -> None:
        """Append metadata."""
        self._writer.add_metadata(name, entries)

    def _log_ns(self, arrival_s: float) -> int:
        return self._started_ns + round((arrival_s - self._header.started_loop_s) * 1e9)

    def _describe(self) -> None:
        text = self._header.model_dump_json()
        self.note(HEADER_NAME, {"header": text, "crc32": text_check(text)})

    def _derive(self, item: _Derived) -> None:
        log_ns = self._log_ns(item.arrival_s)
        for time_s, force_n in zip(item.block.time_s.tolist(), item.block.force_n.tolist(), strict=True):
            text = f'{{"time_s": {time_s:.6f}, "force_n": {force_n:.4f}}}'
            self._writer.add_message(self._force, log_ns, text.encode(), log_ns)

    def sync(self) -> None:
        """Have everything so far on the disk."""
        os.fsync(self._stream.fileno())

    def finish(self) -> None:
        """Write the summary that seeking readers want; ours do not need it."""
        self._describe()
        self._writer.finish()
        self._stream.flush()
        self.sync()


def _reason(error: Exception) -> str:
    """What to do, where it is known; else what the system says."""
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return Sentence("the disk is full: free some space")
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__


def raw_id(channel: Channel) -> int:
    """Number of a raw channel in every record."""
    return channel + 1


def topic(channel: Channel) -> str:
    """Name of a raw channel in the file."""
    return f"raw/{channel.name.lower()}"


def record_path(folder: Path, serial: str, now: datetime) -> Path:
    """A name for a new record that sorts by time; to the microsecond, as two programs may begin in one second."""
    return folder / f"{now.astimezone(UTC):%Y-%m-%dT%H-%M-%S-%f}_{serial}.mcap"
