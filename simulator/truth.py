"""What really happened at the tip, from the model's own force: never from a payload.

Contacts after the same rules as the analysis (on 2 N, off 1 N, releases under 0.3 s merged, holds under 0.5 s
dropped), written a second time here on purpose: simulator and analysis are strangers and check each other. The force
is the line between its steps, and everything here is exact for that line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from simulator.tissue_kind import STEP_S

ON_N: Final = 2.0
OFF_N: Final = 1.0
MERGE_S: Final = 0.3
MIN_HOLD_S: Final = 0.5
"""The defaults of docs/analysis.md."""


Span: TypeAlias = tuple[float, float]
"""From and to, in seconds since the first sample."""


class Truth(NamedTuple):
    """Dose of all holds together, number of holds, and when each ended (s since the first sample)."""

    dose_kpa_s: float
    holds: int
    release_s: tuple[float, ...]


def truth_of(force_n: NDArray[np.float64], area_cm2: float) -> Truth:
    """Integrate a force known every `STEP_S`, the first value at time 0, over its contacts."""
    holds = [(start_s, end_s) for start_s, end_s in _contacts(force_n) if end_s - start_s >= MIN_HOLD_S]
    dose_kpa_s = sum(doses_of(force_n, area_cm2, holds))
    return Truth(dose_kpa_s, len(holds), tuple(round(end_s, 6) for _, end_s in holds))


def doses_of(force_n: NDArray[np.float64], area_cm2: float, spans_s: Iterable[Span]) -> list[float]:
    """Pressure × time of each span of time, kPa·s, whether in a contact or not; 0 where the force is not known."""
    if len(force_n) < 2:
        return [0.0 for _ in spans_s]
    whole = np.concatenate([[0.0], np.cumsum((force_n[1:] + force_n[:-1]) / 2)])
    last = len(force_n) - 1

    def until(t_s: float) -> float:
        at = min(max(t_s / STEP_S, 0.0), float(last))
        left = min(int(at), last - 1)
        part, left_n, right_n = at - left, force_n[left], force_n[left + 1]
        return float(whole[left] + part * (left_n + part * (right_n - left_n) / 2)) * STEP_S / area_cm2 * 10

    return [until(to_s) - until(from_s) for from_s, to_s in spans_s]


def _contacts(force_n: NDArray[np.float64]) -> list[Span]:
    """When each contact crosses on and off, short releases merged."""
    spans: list[Span] = []
    for start_s, end_s in _touches(force_n):
        short = bool(spans) and start_s - spans[-1][1] < MERGE_S
        spans.append((spans.pop()[0] if short else start_s, end_s))
    return spans


def _touches(force_n: NDArray[np.float64]) -> Iterator[Span]:
    """From on to off; one that is still open at the end ends there."""
    position = 0
    while (start := _first(force_n >= ON_N, position)) is not None:
        position = _first(force_n < OFF_N, start) or len(force_n)
        end_s = _crossing_s(force_n, position, OFF_N) if position < len(force_n) else (position - 1) * STEP_S
        yield _crossing_s(force_n, start, ON_N), end_s


def _crossing_s(force_n: NDArray[np.float64], step: int, level_n: float) -> float:
    """When the force came to `level_n` on its way to `step`."""
    if step == 0:
        return 0.0
    before_n, after_n = float(force_n[step - 1]), float(force_n[step])
    return (step - (after_n - level_n) / (after_n - before_n)) * STEP_S


def _first(condition: NDArray[np.bool_], start: int) -> int | None:
    """Index of the first True from `start` on."""
    found = np.flatnonzero(condition[start:])
    return start + int(found[0]) if len(found) else None
