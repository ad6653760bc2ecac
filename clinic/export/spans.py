"""What lasts: holds, gaps, and runs of readings that carry a flag."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from clinic.export.marks import Kind, Mark
from protocol.blocks import SampleBlock, SampleFlag
from session.documents import AnalysedFile

RUNS: Final = {
    SampleFlag.LATE: (Kind.LATE, "came late, after they had been lost on the way"),
    SampleFlag.SATURATED_HIGH: (Kind.SATURATED, "at the upper end: the true force is above them"),
    SampleFlag.SATURATED_LOW: (Kind.SATURATED, "at the lower end: the true force is below them"),
    SampleFlag.OVERLOAD: (Kind.OVERLOAD, "beyond what the tool is made for"),
    SampleFlag.SENSOR_FAULT: (Kind.SENSOR_FAULT, "not to be trusted: the sensor is stuck or gives nothing"),
}


def spans(block: SampleBlock, analysed: AnalysedFile) -> Iterator[Mark]:
    """Yield the marks of a record's readings, which count from the first one, kind by kind."""
    for hold in analysed.holds:
        number = hold.index + 1
        yield _span(hold.start_s, hold.end_s, Kind.HOLD, f"hold {number}", number)
    yield from _gaps(block)
    for flag in RUNS:
        yield from _runs(block, flag)


def _gaps(block: SampleBlock) -> Iterator[Mark]:
    """From the reading before each gap to the one behind it."""
    steps = np.diff(block.index)
    for before in np.flatnonzero(steps > 1).tolist():
        lost = steps.item(before) - 1
        start_s, end_s = block.time_us.item(before) / 1e6, block.time_us.item(before + 1) / 1e6
        yield _span(start_s, end_s, Kind.GAP, f"{_readings(lost)} lost", lost)


def _runs(block: SampleBlock, flag: SampleFlag) -> Iterator[Mark]:
    """One mark for each run of flagged readings that stand next to each other."""
    kind, text = RUNS[flag]
    flagged = np.flatnonzero(block.flags & int(flag))
    if not len(flagged):
        return
    breaks = np.flatnonzero(np.diff(flagged) > 1) + 1
    for run in np.split(flagged, breaks):
        start_s, end_s = block.time_us.item(run[0]) / 1e6, block.time_us.item(run[-1]) / 1e6
        yield _span(start_s, end_s, kind, f"{_readings(len(run))} {text}", len(run))


def _span(start_s: float, end_s: float, kind: Kind, text: str, value: int) -> Mark:
    return Mark(
        time_s=start_s, duration_s=round(end_s - start_s, 6), kind=kind, text=text, value=float(value), clock="tool"
    )


def _readings(count: int) -> str:
    return "1 reading" if count == 1 else f"{count} readings"
