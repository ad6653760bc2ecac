"""What the analysis has to be told before the first reading."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import Final

from analysis.lane import analysis_factor
from analysis.within import Range
from protocol.blocks import GRID_PER_N

SLEW_N_PER_S: Final = 1000.0
"""Assumed: no hand changes its force faster. It bounds what a gap may hide."""

SLOWEST_FAST_HZ: Final = 49.5
"""Below it a recording counts as slower than 50 Hz; the half hertz is the tolerance of a tool's clock."""

KPA_PER_N_PER_CM2: Final = 10
"""1 N on 1 cm² is 10 kPa."""

ABOVE_ZERO: Final = (
    "period_us",
    "on_n",
    "area_cm2",
    "target_n",
    "hold_s",
    "cap_n",
    "ramp_kpa_per_s",
    "ppt_kpa",
    "full_scale_n",
    "slew_n_per_s",
)

HIGHEST_Q: Final = (1 << 31) - 1
"""Above every force of the grid."""


@dataclass(frozen=True)
class Settings:
    """Thresholds, targets and facts of the instrument; forces in N, times in s.

    Raises `ValueError` for values that contradict each other.
    """

    period_us: int
    """Nominal time between two readings."""
    on_n: float = 2.0
    off_n: float = 1.0
    min_hold_s: float = 0.5
    merge_s: float = 0.3
    area_cm2: float | None = None
    target_n: float | None = None
    band_percent: float | None = None
    hold_s: float | None = None
    """The prescribed time in band."""
    cap_n: float | None = None
    ramp_kpa_per_s: float | None = None
    """The prescribed rate of the rise."""
    braced: bool = False
    """The tool is blocked, so that its depth stays: only then does the force alone show whether tissue softens."""
    ppt_kpa: float | None = None
    """The patient's pressure pain threshold at this point, measured with this tip."""
    full_scale_n: float | None = None
    full_scale_assumed: bool = False
    """Whether `full_scale_n` is a guess from the readings instead of the instrument's own figure."""
    slew_n_per_s: float = SLEW_N_PER_S

    def __post_init__(self) -> None:
        for name in ABOVE_ZERO:
            value = getattr(self, name)
            if value is not None and not 0 < value < inf:
                raise ValueError(f"{name} must be a number above 0, not {value}")
        for name in ("min_hold_s", "merge_s", "band_percent"):
            value = getattr(self, name)
            if value is not None and not 0 <= value < inf:
                raise ValueError(f"{name} must be a number of 0 or more, not {value}")
        if not grid(self.on_n):
            raise ValueError(f"a contact threshold of {self.on_n} N cannot be told from 0: forces have steps of 61 µN")
        if not -inf < self.off_n <= self.on_n:
            raise ValueError(f"the let-go threshold {self.off_n} N is above the contact threshold {self.on_n} N")

    @property
    def fast(self) -> bool:
        """Whether the readings come at 50 Hz or faster."""
        return 1e6 / self.period_us >= SLOWEST_FAST_HZ

    @property
    def lane_us(self) -> int:
        """Nominal time between two readings of the analysis lane."""
        return analysis_factor(self.period_us) * self.period_us

    @property
    def ramp_n_per_s(self) -> float | None:
        """The prescribed rate as a force; None without one or without an area."""
        if self.ramp_kpa_per_s is None or self.area_cm2 is None:
            return None
        return self.ramp_kpa_per_s * self.area_cm2 / KPA_PER_N_PER_CM2

    @cached_property
    def band(self) -> Range | None:
        """The target band; None without target or without band."""
        if self.target_n is None or self.band_percent is None:
            return None
        half_n = self.target_n * self.band_percent / 100
        return Range(grid(self.target_n - half_n), grid(self.target_n + half_n))

    @cached_property
    def over_cap(self) -> Range | None:
        """Forces above the cap; None without a cap."""
        return None if self.cap_n is None else Range(grid(self.cap_n) + 1, HIGHEST_Q)


def grid(force_n: float) -> int:
    """The step of the force grid nearest to `force_n`."""
    return round(force_n * GRID_PER_N)


def microseconds(time_s: float) -> int:
    """A time in seconds as whole microseconds."""
    return round(time_s * 1_000_000)
