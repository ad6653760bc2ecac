"""The zeros of one tool over days: a file of JSON lines for each serial number, and how fast the zero drifts."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import combinations
from math import copysign, inf
from pathlib import Path
from statistics import median
from typing import Final, Literal, NamedTuple
from urllib.parse import quote

from pydantic import AwareDatetime, BaseModel, ConfigDict, NonNegativeFloat, ValidationError

from protocol.sentence import Sentence
from session.errors import NotKept
from session.unknown import Unknown

LATEST: Final = 200
"""Entries that count for the drift: half a year of workdays."""
APART_S: Final = 43_200.0
"""Two zeros of one sitting differ by tilt and warmth; only those half a day apart say something about days."""
SPAN_S: Final = 86_400.0
"""Less than a day says nothing about days."""
FEWEST: Final = 3
"""Two zeros always lie on a line."""
_DAY_S: Final = 86_400.0


class ZeroEntry(BaseModel):
    """One zero that the tool measured; a line of the file."""

    model_config = ConfigDict(frozen=True, extra="ignore", allow_inf_nan=False)

    format: Literal["palpate.zero/1"] = "palpate.zero/1"
    at: AwareDatetime
    serial: str
    simulated: bool
    calibration: int
    """Id of the calibration: zeros of different ones cannot be compared."""
    zero_n: float
    """Against the factory's zero."""
    noise_n: NonNegativeFloat


class Ledger(NamedTuple):
    """What a file holds, oldest first."""

    entries: tuple[ZeroEntry, ...]
    damaged: int
    """Lines that could not be read, or are another tool's; they were left out."""


class Drift(NamedTuple):
    """How the zero moves."""

    n_per_day: float
    days: float
    """That the entries span."""
    entries: int


def ledger_path(folder: Path, serial: str) -> Path:
    """The file of one tool in the data folder; a serial number may hold any printable character."""
    return folder / "zeros" / f"zeros-{quote(serial, safe='')}.jsonl"


def note(path: Path, entry: ZeroEntry) -> None:
    """Append one line and have it on the disk; blocks. Raises `NotKept`.

    Where the last line was cut off, the new one begins below it.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a+b") as file:
            whole = file.tell() == 0 or _last_byte(path) == b"\n"
            file.write((b"" if whole else b"\n") + entry.model_dump_json().encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise NotKept(
            Sentence("the zero could not be noted in {path} ({why}): make room there", path=path, why=error.strerror)
        ) from error


def read_ledger(path: Path, serial: str) -> Ledger:
    """All zeros of this tool; none where there is no file. Raises `NotKept` where it cannot be read."""
    try:
        lines = path.read_bytes().splitlines() if path.exists() else []
    except OSError as error:
        raise NotKept(
            Sentence(
                "the zeros in {path} cannot be read ({why}): look at its permissions", path=path, why=error.strerror
            )
        ) from error
    entries = [entry for line in lines if line.strip() and (entry := _read(line)) and entry.serial == serial]
    damaged = sum(1 for line in lines if line.strip()) - len(entries)
    return Ledger(tuple(sorted(entries, key=lambda entry: entry.at)), damaged)


def drift(entries: Sequence[ZeroEntry]) -> Drift | Unknown:
    """The median slope of all pairs half a day apart (Theil 1950, Sen 1968): one bad zero is harmless.

    The latest 200 entries count that share calibration and origin with the newest one. Oldest first.
    """
    alike = [entry for entry in entries if _kind(entry) == _kind(entries[-1])][-LATEST:]
    span_s = (alike[-1].at - alike[0].at).total_seconds() if alike else 0.0
    if len(alike) < FEWEST or span_s < SPAN_S:
        return Unknown(Sentence("it takes three zeros on different days"))
    slopes = [
        (later.zero_n - earlier.zero_n) / apart_s * _DAY_S
        for earlier, later in combinations(alike, 2)
        if (apart_s := (later.at - earlier.at).total_seconds()) >= APART_S
    ]
    return Drift(median(slopes), span_s / _DAY_S, len(alike))


def days_left(drift: Drift, zero_n: float, most_n: float) -> float:
    """Days until a zero that goes on moving like this is `most_n` from the factory's; infinite where it never is."""
    if drift.n_per_day == 0.0:
        return inf
    return (most_n - zero_n * copysign(1.0, drift.n_per_day)) / abs(drift.n_per_day)


def _kind(entry: ZeroEntry) -> tuple[int, bool]:
    return entry.calibration, entry.simulated


def _read(line: bytes) -> ZeroEntry | None:
    try:
        return ZeroEntry.model_validate_json(line)
    except ValidationError:
        return None


def _last_byte(path: Path) -> bytes:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1)
