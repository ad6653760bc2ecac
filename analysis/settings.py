"""What the analysis has to be told before the first reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from protocol.blocks import GRID_PER_N

SLEW_N_PER_S: Final = 1000.0
"""Assumed: no hand changes its force faster. It bounds what a gap may hide."""

SLOWEST_FAST_HZ: Final = 49.5
"""Below it a recording counts as slower than 50 Hz; the half hertz is the tolerance of a tool's clock."""


class Band(NamedTuple):
    """Forces from `low_q` to `high_q`, both included, on the grid."""

    low_q: int
    high_q: int


@dataclass(frozen=True, slots=True)
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
    cap_n: float | None = None
    full_scale_n: float | None = None
    full_scale_assumed: bool = False
    """Whether `full_scale_n` is a guess from the readings instead of the instrument's own figure."""
    slew_n_per_s: float = SLEW_N_PER_S

    def __post_init__(self) -> None:
        for name in ("period_us", "on_n", "area_cm2", "target_n", "cap_n", "full_scale_n", "slew_n_per_s"):
            value = getattr(self, name)
            if value is not None and not value > 0:
                raise ValueError(f"{name} must be above 0, not {value}")
        for name in ("min_hold_s", "merge_s", "band_percent"):
            value = getattr(self, name)
            if value is not None and not value >= 0:
                raise ValueError(f"{name} must not be negative, not {value}")
        if not self.off_n <= self.on_n:
            raise ValueError(f"the let-go threshold {self.off_n} N is above the contact threshold {self.on_n} N")

    @property
    def fast(self) -> bool:
        """Whether the readings come at 50 Hz or faster."""
        return 1e6 / self.period_us >= SLOWEST_FAST_HZ

    @property
    def band(self) -> Band | None:
        """The target band; None without target or without band."""
        if self.target_n is None or self.band_percent is None:
            return None
        half_n = self.target_n * self.band_percent / 100
        return Band(grid(self.target_n - half_n), grid(self.target_n + half_n))


def grid(force_n: float) -> int:
    """The step of the force grid nearest to `force_n`."""
    return round(force_n * GRID_PER_N)


def microseconds(time_s: float) -> int:
    """A time in seconds as whole microseconds."""
    return round(time_s * 1_000_000)
