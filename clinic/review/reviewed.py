"""One record, whole: what was measured, every reading, and what happened when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from clinic.report.heard import Heard, Told
from clinic.report.measured import Measured, measured_with_readings
from protocol.blocks import SampleBlock, SampleFlag
from protocol.sentence import Sentence
from session.inputs import GoOn, Now, Pain, Person, Quit, Softer, Stop
from session.said import PEOPLE, said


class Kind(StrEnum):
    """Of an event."""

    CALL = "called"
    PAIN = "pain"
    STOP = "STOP"
    SAID = "said"


SAID: Final = {
    Quit: Sentence("the treatment was ended early"),
    Softer: Sentence("the tissue became softer, as the therapist felt it"),
}
"""In other words than while it runs."""


class Event(NamedTuple):
    """Something that happened beside the force; seconds from the first reading."""

    time_s: float
    kind: Kind
    text: str
    nrs: int | None = None
    """Of a pain, 0 to 10."""


class Stretch(NamedTuple):
    """From where to where, in seconds from the first reading."""

    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True, eq=False)
class Reviewed:
    """A record to look at."""

    measured: Measured
    time_s: NDArray[np.float64]
    """Of each reading, from the first one."""
    force_n: NDArray[np.float64]
    """Tared; NaN where the sensor could not be trusted. As long as `time_s`."""
    breaks: NDArray[np.int64]
    """Numbers of the readings before which others are missing."""
    late: tuple[Stretch, ...]
    """Readings that were lost on the way and that the tool sent again."""
    events: tuple[Event, ...]

    @property
    def gaps(self) -> tuple[Stretch, ...]:
        """Where readings are missing."""
        return tuple(Stretch(gap.start_s, gap.end_s) for gap in self.measured.analysis.signal.gaps)

    @property
    def end_s(self) -> float:
        """Of the last reading."""
        return float(self.time_s[-1])


def reviewed(path: Path, told: Callable[[int], None] = lambda _: None) -> Reviewed:
    """Read and measure a record; `told` as for `measured`. Raises `InputError`."""
    found, readings = measured_with_readings(path, told)
    broken = (readings.flags & SampleFlag.SENSOR_FAULT) != 0
    return Reviewed(
        measured=found,
        time_s=readings.time_s,
        force_n=np.where(broken, np.nan, readings.force_n),
        breaks=np.flatnonzero(np.diff(readings.index) != 1) + 1,
        late=tuple(_late(readings)),
        events=tuple(sorted(_events(found.heard), key=lambda event: event.time_s)),
    )


def _late(readings: SampleBlock) -> Iterator[Stretch]:
    """Runs of readings that came late."""
    late = (readings.flags & SampleFlag.LATE) != 0
    edges = np.flatnonzero(np.diff(late.astype(np.int8), prepend=0, append=0))
    for start, stop in list(pairwise(edges.tolist()))[::2]:
        yield Stretch(float(readings.time_s[start]), float(readings.time_s[stop - 1]))


def _events(heard: Heard) -> Iterator[Event]:
    for call in heard.called:
        yield Event(call.time_s, Kind.CALL, Sentence("let go: {why}", why=call.why))
    for told in heard.told:
        yield _event(told)


def _event(told: Told) -> Event:
    match told.what:
        case Pain(nrs=nrs, by=by, recalled=recalled):
            return Event(told.time_s, Kind.PAIN, _pain(nrs, by, recalled=recalled), nrs)
        case Stop():
            return Event(told.time_s, Kind.STOP, Sentence("STOP was pressed"))
        case GoOn(reason=reason):
            return Event(told.time_s, Kind.STOP, Sentence("reason of the STOP: {reason}", reason=reason))
        case Now(by=by):
            now = Sentence("“now it begins to hurt”, entered by the {by}", by=PEOPLE[by])
            return Event(told.time_s, Kind.PAIN, now)
        case entered:
            return Event(told.time_s, Kind.SAID, SAID.get(type(entered), said(entered)))


def _pain(nrs: int, by: Person, *, recalled: bool) -> Sentence:
    if recalled:
        return Sentence("pain {nrs} of 10, entered by the {by}, of the hold before", nrs=nrs, by=PEOPLE[by])
    return Sentence("pain {nrs} of 10, entered by the {by}", nrs=nrs, by=PEOPLE[by])
