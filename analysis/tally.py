"""Exact sums over a contact; the live display and the finished hold use the same."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.contact import Start
from analysis.reading import Reading
from analysis.settings import Settings, grid
from protocol.blocks import GRID_PER_N, SampleBlock

LOWEST_Q: Final = -(1 << 31)
"""Below every force of the grid."""


class Tally(NamedTuple):
    """What a contact adds up to, readings from its first to its latest.

    Sums run over intervals between neighbouring readings (trapezoids); an interval with missing readings counts
    in `gap_us` and `hidden_n_us` alone.
    """

    impulse_q_2us: int = 0
    """Force × time, in grid steps × half microseconds."""
    in_band_2us: int = 0
    over_cap_2us: int = 0
    gap_us: int = 0
    """Without readings inside the contact."""
    beside_us: int = 0
    """Without readings right before and right after it; they may hide more of it."""
    hidden_n_us: float = 0.0
    """The most impulse that the gaps may hide: the area under the highest force that the slew limit and the full
    scale allow between their edges. 0 without a full scale."""
    peak_q: int = LOWEST_Q
    first_in_band_us: int | None = None
    over_since_us: int | None = None
    """First reading of the run above the cap that lasts up to the latest reading."""

    @property
    def impulse_n_s(self) -> float:
        """Measured impulse."""
        return self.impulse_q_2us / (2_000_000 * GRID_PER_N)

    @property
    def peak_n(self) -> float:
        """Highest force."""
        return self.peak_q / GRID_PER_N

    @property
    def in_band_s(self) -> float:
        """Measured time in the target band; 0 without a band."""
        return self.in_band_2us / 2_000_000

    @property
    def over_cap_s(self) -> float:
        """Measured time above the cap; 0 without a cap."""
        return self.over_cap_2us / 2_000_000

    @property
    def hidden_n_s(self) -> float:
        """The most impulse that the gaps may hide."""
        return self.hidden_n_us / 1e6


def begun(start: Start, first: Reading) -> Tally:
    """A new contact's tally: nothing but what the gap right before it may hide."""
    return Tally() if start.before is None else beside(Tally(), start.before, first, start.settings)


def add(tally: Tally, readings: SampleBlock, settings: Settings) -> Tally:
    """Extend `tally` by new readings.

    `readings` begin with the latest one that `tally` knows, so that no interval is left out; for a new tally
    they begin with the contact's first.
    """
    force_q, time_us = readings.force_q.astype(np.int64), readings.time_us
    step_us, missing = np.diff(time_us), np.diff(readings.index) != 1
    weight_us = np.where(missing, 0, step_us)
    in_band, over_cap = _in_band(force_q, settings), _over_cap(force_q, settings)
    return Tally(
        tally.impulse_q_2us + _trapezoid(force_q, weight_us),
        tally.in_band_2us + _trapezoid(in_band, weight_us),
        tally.over_cap_2us + _trapezoid(over_cap, weight_us),
        tally.gap_us + int(step_us[missing].sum()),
        tally.beside_us,
        _hidden_n_us(tally.hidden_n_us, readings, np.flatnonzero(missing), settings),
        max(tally.peak_q, int(force_q.max())),
        _first_us(tally.first_in_band_us, in_band, time_us),
        _since_us(tally.over_since_us, over_cap, time_us),
    )


def beside(tally: Tally, left: Reading, right: Reading, settings: Settings) -> Tally:
    """Extend the bound by a gap that borders on the contact: it may have begun or gone on inside."""
    width_us = right.time_us - left.time_us
    hidden = tally.hidden_n_us + _hidden_in_n_us(left.force_q, right.force_q, width_us, settings)
    return tally._replace(beside_us=tally.beside_us + width_us, hidden_n_us=hidden)


def over_cap_peak_n(tally: Tally, settings: Settings) -> float | None:
    """Highest force if it is above the cap."""
    if settings.cap_n is None or tally.peak_q <= grid(settings.cap_n):
        return None
    return tally.peak_n


def _trapezoid(values: NDArray[np.int64], weight_us: NDArray[np.int64]) -> int:
    return int(((values[:-1] + values[1:]) * weight_us).sum())


def _in_band(force_q: NDArray[np.int64], settings: Settings) -> NDArray[np.int64]:
    band = settings.band
    if band is None:
        return np.zeros_like(force_q)
    return ((force_q >= band.low_q) & (force_q <= band.high_q)).astype(np.int64)


def _over_cap(force_q: NDArray[np.int64], settings: Settings) -> NDArray[np.int64]:
    if settings.cap_n is None:
        return np.zeros_like(force_q)
    return (force_q > grid(settings.cap_n)).astype(np.int64)


def _first_us(known: int | None, marked: NDArray[np.int64], time_us: NDArray[np.int64]) -> int | None:
    if known is not None or not marked.any():
        return known
    return int(time_us[marked.argmax()])


def _since_us(known: int | None, marked: NDArray[np.int64], time_us: NDArray[np.int64]) -> int | None:
    if not marked[-1]:
        return None
    before = np.flatnonzero(marked == 0)
    if len(before):
        return int(time_us[before[-1] + 1])
    return int(time_us[0]) if known is None else known


def _hidden_n_us(known: float, readings: SampleBlock, gaps: NDArray[np.intp], settings: Settings) -> float:
    for left in gaps.tolist():
        left_q, right_q = readings.force_q[left : left + 2].tolist()
        known += _hidden_in_n_us(left_q, right_q, int(readings.time_us[left + 1] - readings.time_us[left]), settings)
    return known


def _hidden_in_n_us(left_q: int, right_q: int, width_us: int, settings: Settings) -> float:
    """The most impulse between two readings; 0 without a full scale, which `dose` then says."""
    ceiling_n, slew_n_per_us = settings.full_scale_n, settings.slew_n_per_s / 1e6
    if ceiling_n is None:
        return 0.0
    left_n, right_n = left_q / GRID_PER_N, right_q / GRID_PER_N
    meeting_us = min(max((width_us + (right_n - left_n) / slew_n_per_us) / 2, 0.0), float(width_us))
    left = _under(left_n, meeting_us, slew_n_per_us, ceiling_n)
    return left + _under(right_n, width_us - meeting_us, slew_n_per_us, ceiling_n)


def _under(force_n: float, width_us: float, slew_n_per_us: float, ceiling_n: float) -> float:
    """Area under a line that rises from `force_n` up to the ceiling and stays there."""
    rising_us = min(max((ceiling_n - force_n) / slew_n_per_us, 0.0), width_us)
    rise = force_n * rising_us + slew_n_per_us * rising_us**2 / 2
    return rise + ceiling_n * (width_us - rising_us)
