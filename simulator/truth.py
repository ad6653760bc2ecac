"""What really happened at the tip, from the model's own force: never from a payload.

Contacts after the same rules as the analysis (on 2 N, off 1 N, releases under 0.3 s merged, holds under 0.5 s
dropped), written a second time here on purpose: simulator and analysis are strangers and check each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from simulator.tissue import STEP_S

ON_N: Final = 2.0
OFF_N: Final = 1.0
MERGE_S: Final = 0.3
MIN_HOLD_S: Final = 0.5
"""The defaults of docs/analysis.md."""


Span: TypeAlias = tuple[float, float]
"""From and to, in seconds."""


class Truth(NamedTuple):
    """Dose of all holds together, number of holds, and when each ended (s since the first sample)."""

    dose_kpa_s: float
    holds: int
    release_s: tuple[float, ...]


def truth_of(force_n: NDArray[np.float64], area_cm2: float) -> Truth:
    """Integrate a force sampled every `STEP_S`, the first value at time 0, over its contacts."""
    spans = [(a, b) for a, b in _contacts(force_n) if (b - a) * STEP_S >= MIN_HOLD_S]
    impulse_n_s = sum(float(np.trapezoid(force_n[a : b + 1], dx=STEP_S)) for a, b in spans)
    return Truth(impulse_n_s / area_cm2 * 10, len(spans), tuple(round(b * STEP_S, 6) for _, b in spans))


def doses_of(force_n: NDArray[np.float64], area_cm2: float, spans_s: Iterable[Span]) -> list[float]:
    """Pressure × time of each span of time since the first sample, kPa·s, whether in a contact or not.

    To the nearest `STEP_S`; where the force is not known there is none.
    """
    steps = np.concatenate([[0.0], np.cumsum((force_n[1:] + force_n[:-1]) / 2)]) * STEP_S / area_cm2 * 10
    last = len(steps) - 1
    until = [[steps[min(max(round(t_s / STEP_S), 0), last)] for t_s in span] for span in spans_s]
    return [float(end - start) for start, end in until]


def _contacts(force_n: NDArray[np.float64]) -> list[tuple[int, int]]:
    """First step ≥ on and first step < off of each contact, short releases merged."""
    spans: list[tuple[int, int]] = []
    position, last = 0, len(force_n) - 1
    while (start := _first(force_n >= ON_N, position)) is not None:
        released = _first(force_n < OFF_N, start)
        end = last if released is None else released
        if spans and (start - spans[-1][1]) * STEP_S < MERGE_S:
            start = spans.pop()[0]
        spans.append((start, end))
        position = end + 1
    return spans


def _first(condition: NDArray[np.bool_], start: int) -> int | None:
    """Index of the first True from `start` on."""
    found = np.flatnonzero(condition[start:])
    return start + int(found[0]) if len(found) else None
