"""Recording sessions, each in a process of its own and killed at a random moment."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import random
import signal
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from protocol.link import Payload
from session.examine import examine
from session.record import Recorder, RecordHeader
from session.record_documents import State
from session.rehearsal import Rehearsal, rehearse
from session.simulation import Air
from tests.session.rooms import LIGHT, scenario

LONGEST_S: Final = 4.0
ALLOWED_S: Final = 1.0
SYNCED: Final = -1
UNSYNCED: Final = "not synced within 1 s"
NEIGHBOUR: Final = b"a record that lay there before"


class Killed(NamedTuple):
    """What became of one session."""

    seed: int
    at_s: float
    """After the process began."""
    taken: int
    """Payloads that the recorder took."""
    kept: int
    lost_s: float
    """How long before the kill the first payload was taken that is not on the disk; 0 where all are."""
    unsynced_s: float
    """The longest time from taking a payload to the sync that began next, or to the kill."""
    state: str
    trouble: str
    """The promise that was broken, "" where none was."""


class Taken(NamedTuple):
    """A payload that the recorder took; `SYNCED` for a sync that began then and is over."""

    at_s: float
    channel: int
    digest: str


class Telling(Recorder):
    """Tells another process what it takes, and when."""

    def __init__(self, path: Path, header: RecordHeader, told: int) -> None:
        self._told = told
        super().__init__(path, header)

    def append(self, payload: Payload) -> None:
        taken = Taken(time.monotonic(), int(payload.channel), hashlib.sha256(payload.data).hexdigest()[:16])
        super().append(payload)
        os.write(self._told, json.dumps(taken).encode() + b"\n")


@dataclass(frozen=True)
class Told(Rehearsal):
    """A rehearsal whose recorder tells."""

    told: int = 1

    def recorder(self) -> Recorder:
        return Telling(self.record, self.header(), self.told)


class _Child(NamedTuple):
    seed: int
    number: int
    """Of the process."""
    path: Path
    told: int
    """What is read from here, the process told."""
    dies_s: float


def killed(seeds: list[int], folder: Path) -> list[Killed]:
    """Start sessions, kill each at its moment, and look at what is there. This process must have one thread."""
    children = [_start(seed, folder / f"{seed}") for seed in seeds]
    return [_end(child) for child in sorted(children, key=lambda child: child.dies_s)]


def _start(seed: int, place: Path) -> _Child:
    place.mkdir()
    (place / "neighbour.mcap").write_bytes(NEIGHBOUR)
    path = place / "a.mcap"
    reads, writes = os.pipe()
    dies_s = time.monotonic() + random.Random(seed).uniform(0.0, LONGEST_S)
    number = os.fork()
    if number == 0:
        try:
            session(path, seed, writes)
        finally:
            os._exit(1)
    os.close(writes)
    return _Child(seed, number, path, reads, dies_s)


def _end(child: _Child) -> Killed:
    time.sleep(max(child.dies_s - time.monotonic(), 0.0))
    os.kill(child.number, signal.SIGKILL)
    killed_s = time.monotonic()
    _, status = os.waitpid(child.number, 0)
    with os.fdopen(child.told) as pipe:
        told = [Taken(*json.loads(line)) for line in pipe if line.endswith("]\n")]
    return judged(child, told, killed_s, by_signal=os.WIFSIGNALED(status))


def judged(child: _Child, told: list[Taken], killed_s: float, *, by_signal: bool) -> Killed:
    """Compare what is on the disk with what was told."""
    seen = examine(child.path.read_bytes() if child.path.exists() else b"")
    kept = [(int(each.channel), hashlib.sha256(each.data).hexdigest()[:16]) for each in seen.kept]
    payloads = [each for each in told if each.channel != SYNCED]
    taken = [(each.channel, each.digest) for each in payloads]
    lost_s = killed_s - payloads[len(kept)].at_s if len(kept) < len(payloads) else 0.0
    unsynced_s = max((_synced_s(each, told, killed_s) - each.at_s for each in payloads), default=0.0)
    same = kept[: len(taken)] == taken[: len(kept)] and len(kept) <= len(taken) + 1  # killed before it could tell
    promises = {
        "the session ended by itself": by_signal,
        "the record is damaged": seen.state is not State.DAMAGED,
        "what is on the disk is not what was taken": same,
        "more than 1 s is lost": lost_s <= ALLOWED_S,
        UNSYNCED: unsynced_s <= ALLOWED_S,
        "another record changed": (child.path.parent / "neighbour.mcap").read_bytes() == NEIGHBOUR,
    }
    trouble = "; ".join(text for text, held in promises.items() if not held)
    at_s = random.Random(child.seed).uniform(0.0, LONGEST_S)
    return Killed(child.seed, at_s, len(taken), len(kept), lost_s, unsynced_s, str(seen.state), trouble)


def _synced_s(payload: Taken, told: list[Taken], killed_s: float) -> float:
    return next((each.at_s for each in told if each.channel == SYNCED and each.at_s >= payload.at_s), killed_s)


def session(path: Path, seed: int, told: int) -> None:
    """A guided treatment in real time, until somebody kills it."""
    plainly = os.fsync

    def tell(file: int) -> None:
        began_s = time.monotonic()
        plainly(file)
        os.write(told, json.dumps(Taken(began_s, SYNCED, "")).encode() + b"\n")

    os.fsync = tell  # type: ignore[assignment]
    rehearsal = Told(scenario(for_s=60), seed, LIGHT, Air.STRAIGHT, 1.0, path, "test", told=told)
    asyncio.run(rehearse(rehearsal, rehearsal.tool()))
