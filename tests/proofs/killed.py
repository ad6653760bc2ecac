"""Recording sessions, each in a process of its own and killed at a random moment."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import random
import signal
import stat
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
from session.view import Recording
from tests.session.rooms import LIGHT, scenario

LONGEST_S: Final = 4.0
ALLOWED_S: Final = 1.0
SYNCED: Final = -1
UNSYNCED: Final = "later than 1 s on the disk, which nobody said"
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
    """The longest time from taking a payload to the end of the sync that began next, or to the kill."""
    slow: bool
    """The recorder said that the disk takes long."""
    state: str
    trouble: str
    """The promise that was broken, "" where none was."""


class Taken(NamedTuple):
    """A payload that the recorder took; `SYNCED` for a sync of the record that began then."""

    at_s: float
    channel: int
    digest: str
    over_s: float
    """When the recorder had it, or the sync was over."""
    slow: bool
    """The recorder said so then."""


class Telling(Recorder):
    """Tells another process what it takes, and when."""

    def __init__(self, path: Path, header: RecordHeader, told: int) -> None:
        self._told = told
        super().__init__(path, header)

    def append(self, payload: Payload) -> None:
        at_s, digest = time.monotonic(), hashlib.sha256(payload.data).hexdigest()[:16]
        super().append(payload)
        slow = isinstance(self.state, Recording) and self.state.behind
        taken = Taken(at_s, int(payload.channel), digest, time.monotonic(), slow)
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
    waits = [(each.at_s, _synced_s(each, told, killed_s)) for each in payloads]
    unsynced_s = max((over_s - at_s for at_s, over_s in waits), default=0.0)
    same = kept[: len(taken)] == taken[: len(kept)] and len(kept) <= len(taken) + 1  # killed before it could tell
    promises = {
        "the session ended by itself": by_signal,
        "the record is damaged": seen.state is not State.DAMAGED,
        "what is on the disk is not what was taken": same,
        "more than 1 s is lost": lost_s <= ALLOWED_S,
        UNSYNCED: all(_said(wait, payloads) for wait in waits if wait[1] - wait[0] > ALLOWED_S),
        "another record changed": (child.path.parent / "neighbour.mcap").read_bytes() == NEIGHBOUR,
    }
    trouble = "; ".join(text for text, held in promises.items() if not held)
    slow = any(each.slow for each in payloads)
    at_s = random.Random(child.seed).uniform(0.0, LONGEST_S)
    return Killed(child.seed, at_s, len(taken), len(kept), lost_s, unsynced_s, slow, str(seen.state), trouble)


def _synced_s(payload: Taken, told: list[Taken], killed_s: float) -> float:
    ends = (each.over_s for each in told if each.channel == SYNCED and each.at_s >= payload.over_s)
    return next(ends, killed_s)


def _said(wait: tuple[float, float], payloads: list[Taken]) -> bool:
    """Whether each payload that was taken while another had waited too long came with word of it."""
    return all(each.slow for each in payloads if wait[0] + ALLOWED_S < each.at_s and each.over_s < wait[1])


def session(path: Path, seed: int, told: int) -> None:
    """A guided treatment in real time, until somebody kills it."""
    plainly = os.fsync

    def tell(file: int) -> None:
        began_s = time.monotonic()
        plainly(file)
        if stat.S_ISREG(os.fstat(file).st_mode):
            os.write(told, json.dumps(Taken(began_s, SYNCED, "", time.monotonic(), False)).encode() + b"\n")

    os.fsync = tell  # type: ignore[assignment]  # in a process of its own
    rehearsal = Told(scenario(for_s=60), seed, LIGHT, Air.STRAIGHT, 1.0, path, "test", told=told)
    asyncio.run(rehearse(rehearsal, rehearsal.tool()))
