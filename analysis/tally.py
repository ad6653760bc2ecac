"""Exact sums over a contact; the live display and the finished hold use the same."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from analysis.gap_bound import hidden_n_us
from analysis.reading import Reading
from analysis.run import Run
from analysis.settings import Settings
from analysis.within import Within
from protocol.blocks import GRID_PER_N

NOWHERE: Final = Within()

SUM_FITS_Q: Final = (1 << 30) - 1
"""Two forces up to this add up within 32 bits, which is twice as fast."""


class Tally(NamedTuple):
    """What a contact adds up to, readings from its first to its latest.

    Sums run over intervals between neighbouring readings (trapezoids); an interval with missing readings counts
    in `gap_us` and `hidden_n_us` alone.
    """

    peak_q: int
    impulse_q_2us: int = 0
    """Force × time, in grid steps × half microseconds."""
    band: Within = NOWHERE
    """Time in the target band; nothing without a band."""
    over: Within = NOWHERE
    """Time above the cap; nothing without a cap. A run goes on over a gap with both edges above."""
    over_q_2us: int = 0
    """What lay above the cap: force less the cap × time, where that is positive, in grid steps × half microseconds."""
    saturated: int = 0
    """Readings beyond which the true force lay."""
    gap_us: int = 0
    """Without readings inside the contact."""
    beside_us: int = 0
    """Without readings right before and right after it; they may hide more of it."""
    hidden_n_us: float = 0.0
    """The most impulse that the gaps may hide: the area under the highest force that the slew limit and the full
    scale allow between their edges. 0 without a full scale."""

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
        return self.band.total_2us / 2_000_000

    @property
    def in_band_longest_s(self) -> float:
        """The longest run in the band without a gap."""
        return self.band.longest_us / 1e6

    @property
    def over_cap_s(self) -> float:
        """Measured time above the cap; 0 without a cap."""
        return self.over.total_2us / 2_000_000

    @property
    def over_cap_n_s(self) -> float:
        """Measured impulse above the cap: the area between the force and the cap; 0 without a cap."""
        return self.over_q_2us / (2_000_000 * GRID_PER_N)

    @property
    def hidden_n_s(self) -> float:
        """The most impulse that the gaps may hide."""
        return self.hidden_n_us / 1e6


def begun(first: Reading, settings: Settings, before: Reading | None = None) -> Tally:
    """A new contact's tally; `before` is the other side of a gap right before it, which may hide a part of it."""
    tally = Tally(
        peak_q=first.force_q,
        band=NOWHERE if settings.band is None else NOWHERE.reached(first, settings.band),
        over=NOWHERE if settings.over_cap is None else NOWHERE.reached(first, settings.over_cap),
        saturated=int(first.saturated),
    )
    return tally if before is None else beside(tally, before, first, settings)


def swept(tally: Tally, run: Run, settings: Settings) -> Tally:
    """Extend by several readings without a gap between them; `run` begins with the latest known one."""
    wide = max(-run.low_q, run.high_q) > SUM_FITS_Q
    force_q = run.force_q.astype(np.int64) if wide else run.force_q
    both_q = (force_q[1:] + force_q[:-1]).astype(np.int64)
    step_us = run.time_us[1:] - run.time_us[:-1]
    return Tally(
        max(tally.peak_q, run.high_q),
        tally.impulse_q_2us + int(both_q @ step_us),
        tally.band if settings.band is None else tally.band.swept(run, settings.band),
        tally.over if settings.over_cap is None else tally.over.swept(run, settings.over_cap),
        tally.over_q_2us + _over_q_2us(run, settings),
        tally.saturated if run.saturated is None else tally.saturated + int(run.saturated[1:].sum()),
        tally.gap_us,
        tally.beside_us,
        tally.hidden_n_us,
    )


def _over_q_2us(run: Run, settings: Settings) -> int:
    """Trapezoids over what each reading is above the cap."""
    if settings.over_cap is None or run.high_q < settings.over_cap.low_q:
        return 0
    above_q = np.maximum(run.force_q.astype(np.int64) - (settings.over_cap.low_q - 1), 0)
    return int((above_q[1:] + above_q[:-1]) @ (run.time_us[1:] - run.time_us[:-1]))


def bridged(tally: Tally, left: Reading, right: Reading, settings: Settings) -> Tally:
    """Extend by the reading on the other side of a gap inside the contact."""
    width_us = right.time_us - left.time_us
    band = tally.band._replace(since_us=None)
    return tally._replace(
        peak_q=max(tally.peak_q, right.force_q),
        band=band if settings.band is None else band.reached(right, settings.band),
        over=tally.over if settings.over_cap is None else tally.over.reached(right, settings.over_cap),
        saturated=tally.saturated + right.saturated,
        gap_us=tally.gap_us + width_us,
        hidden_n_us=tally.hidden_n_us + hidden_n_us(left.force_q, right.force_q, width_us, settings),
    )


def beside(tally: Tally, left: Reading, right: Reading, settings: Settings) -> Tally:
    """Extend the bound by a gap that borders on the contact: it may have begun or gone on inside."""
    width_us = right.time_us - left.time_us
    hidden = tally.hidden_n_us + hidden_n_us(left.force_q, right.force_q, width_us, settings)
    return tally._replace(beside_us=tally.beside_us + width_us, hidden_n_us=hidden)


def over_cap_peak_n(tally: Tally, settings: Settings) -> float | None:
    """Highest force if it is above the cap."""
    if settings.over_cap is None or tally.peak_q < settings.over_cap.low_q:
        return None
    return tally.peak_n
