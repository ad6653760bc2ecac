"""How the force rose: mean rate, evenness, falls."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.algometry.pace import WINDOW_US, lasts, slope_n_per_s
from analysis.algometry.verdicts import Figure, Flaw, Missing, Reason, Verdict
from analysis.window import between
from protocol.blocks import GRID_PER_N, SampleBlock
from protocol.sentence import Sentence

LOW, HIGH = 0.1, 0.9
"""Shares of the force at the ramp's end between which its rate is measured."""
LEAST_SHARE: Final = 0.4
"""Half of that: less of a ramp says nothing about its rate."""
FEWEST_WINDOWS: Final = 3
"""Rates of half a second; fewer have no spread worth a figure."""

FALL_N, FALL_SHARE = 1.0, 0.15
"""A fall counts when it is more than both, *assumed*. Of 60 ramps of a simulated hand none falls by more where its
unsteadiness (standard deviation over force) is 3 or 4.5 % (a finger's, Baweja 2009), and five at 6 %; under 7 N one
newton is the floor."""
LATE_N, LATE_SHARE = 1.0, 0.1
"""So far below its peak the force may be at the press, *assumed*: less than for a fall, since the reading is wrong by
it, while an unsteady hand alone makes 5 %."""
SLIP_N, SLIP_SHARE = 2.0, 0.3
SLIP_US: Final = 100_000
"""A fall by more than 2 N and 30 % within 0.1 s is a slip, *assumed*: 90 N/s at 30 N, a let-go has about 14 N/s."""
SKIN_SHARE: Final = 0.95
"""A slip begins with the last reading above this share of the peak."""


class Rise(NamedTuple):
    """A ramp up to its end."""

    rate_n_per_s: Figure
    """From the first reading ≥ 10 % to the last ≤ 90 % of the force at the end, as (F₂ - F₁) / (t₂ - t₁)."""
    uneven_percent: Figure
    """100 × SD / mean (divisor n) of the least-squares slopes of the whole half seconds in between."""


def rise(readings: SampleBlock, end_n: float) -> Rise:
    """Measure a contact's readings up to the ramp's end, where the force is `end_n` > 0."""
    force_n = readings.force_n
    low, high = np.flatnonzero(force_n >= LOW * end_n), np.flatnonzero(force_n <= HIGH * end_n)
    part = readings[int(low[0]) : int(high[-1]) + 1] if len(low) and len(high) else readings[:0]
    if not lasts(part) or part.force_n[-1] - part.force_n[0] < LEAST_SHARE * end_n:
        short = Missing(Reason.TOO_SHORT, Sentence("too little of the ramp was recorded to know its rate"))
        return Rise(short, short)
    elapsed_s = int(part.time_us[-1] - part.time_us[0]) / 1e6
    return Rise(float(part.force_n[-1] - part.force_n[0]) / elapsed_s, _uneven_percent(part))


def _uneven_percent(part: SampleBlock) -> Figure:
    slopes = [slope_n_per_s(window) for window in _windows(part)]
    if len(slopes) < FEWEST_WINDOWS:
        return Missing(
            Reason.TOO_SHORT, Sentence("evenness needs three half seconds of a ramp without missing readings")
        )
    mean = math.fsum(slopes) / len(slopes)
    if mean <= 0:
        return Missing(Reason.TOO_SHORT, Sentence("the force did not rise in the middle of the ramp"))
    return 100 * math.sqrt(math.fsum((slope - mean) ** 2 for slope in slopes) / len(slopes)) / mean


def _windows(part: SampleBlock) -> Iterator[SampleBlock]:
    """The whole half seconds in which no reading is missing."""
    begin_us, end_us = int(part.time_us[0]), int(part.time_us[-1])
    for start_us in range(begin_us, end_us - WINDOW_US + 1, WINDOW_US):
        window = between(part, start_us, start_us + WINDOW_US)
        if lasts(window) and window.index[-1] - window.index[0] == len(window) - 1:
            yield window


def falls(readings: SampleBlock, end_n: float) -> Verdict | None:
    """What went wrong with the rise of a contact's readings up to the ramp's end; the gravest only."""
    force_n = np.append(readings.force_n, end_n)
    peak_n = np.maximum.accumulate(force_n)
    fall_n = peak_n - force_n
    if _slipped(readings, fall_n[:-1], peak_n[:-1]):
        return Verdict(
            Flaw.JUMP_OFF, Sentence("the force fell by a third within 0.1 s: the tip slipped or was taken away")
        )
    if fall_n[-1] > max(LATE_N, LATE_SHARE * peak_n[-1]):
        return Verdict(
            Flaw.LATE_PRESS,
            Sentence(
                "the press came {below_n:.1f} N below the peak: the force was falling already",
                below_n=float(fall_n[-1]),
            ),
        )
    if np.any(fall_n > np.maximum(FALL_N, FALL_SHARE * peak_n)):
        return Verdict(
            Flaw.NOT_MONOTONE,
            Sentence("the force did not rise steadily: it fell by {fall_n:.1f} N", fall_n=float(fall_n.max())),
        )
    return None


def _slipped(readings: SampleBlock, fall_n: NDArray[np.float64], peak_n: NDArray[np.float64]) -> bool:
    """Whether the first deep fall was sudden."""
    deep = np.flatnonzero(fall_n > np.maximum(SLIP_N, SLIP_SHARE * peak_n))
    if not len(deep):
        return False
    here = int(deep[0])
    firm = np.flatnonzero(readings.force_q[:here] / GRID_PER_N >= SKIN_SHARE * peak_n[here])
    return bool(readings.time_us[here] - readings.time_us[firm[-1]] <= SLIP_US)
