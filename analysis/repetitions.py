"""Several holds together: sums, rests between them, and how alike they were."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from itertools import pairwise
from math import fsum, sqrt
from typing import Final, NamedTuple, TypeVar

from analysis.hold import Hold

COMPARED: Final = ("duration_s", "mean_n", "dose_kpa_s", "in_band_s", "rise_n_per_s", "fall_s")
"""What a hand should do alike each time."""

SiteT = TypeVar("SiteT", bound=Hashable)


class Totals(NamedTuple):
    """Sums over holds; None where one hold has no value. Nothing pressed is a sum of 0."""

    holds: int
    pressure_s: float
    """With readings: the holds' durations without their gaps."""
    impulse_n_s: float
    dose_kpa_s: float | None
    dose_high_kpa_s: float | None
    dose_ppt_s: float | None
    in_band_s: float | None
    over_cap_s: float | None
    over_cap_n_s: float | None
    over_cap_kpa_s: float | None


class Spread(NamedTuple):
    """How a metric differs between holds: `sd` with divisor n − 1, also in percent of the mean."""

    n: int
    """Holds that have a value."""
    mean: float
    sd: float
    cv_percent: float | None
    """None where the mean is not above zero."""


class Repetitions(NamedTuple):
    """Holds at one point, one after the other."""

    rests_s: tuple[float, ...]
    """From the end of each hold to the start of the next, one less than holds."""
    spreads: dict[str, Spread | None]
    """By metric; None with fewer than two values."""


def totals(holds: Sequence[Hold]) -> Totals:
    """Add up holds."""
    return Totals(
        holds=len(holds),
        pressure_s=fsum(hold.duration_s - hold.gaps_s for hold in holds),
        impulse_n_s=fsum(hold.impulse_n_s for hold in holds),
        dose_kpa_s=_sum(hold.dose_kpa_s for hold in holds),
        dose_high_kpa_s=_sum(hold.dose_high_kpa_s for hold in holds),
        dose_ppt_s=_sum(hold.dose_ppt_s for hold in holds),
        in_band_s=_sum(hold.in_band_s for hold in holds),
        over_cap_s=_sum(hold.over_cap_s for hold in holds),
        over_cap_n_s=_sum(hold.over_cap_n_s for hold in holds),
        over_cap_kpa_s=_sum(hold.over_cap_kpa_s for hold in holds),
    )


def totals_by_site(holds: Iterable[tuple[SiteT, Hold]]) -> dict[SiteT, Totals]:
    """The totals of each site, in the order in which the sites were first pressed."""
    sites: dict[SiteT, list[Hold]] = {}
    for site, hold in holds:
        sites.setdefault(site, []).append(hold)
    return {site: totals(pressed) for site, pressed in sites.items()}


def repetitions(holds: Sequence[Hold]) -> Repetitions:
    """Compare holds, in the order of time."""
    rests_s = tuple(after.start_s - before.end_s for before, after in pairwise(holds))
    return Repetitions(rests_s, {name: _spread([getattr(hold, name) for hold in holds]) for name in COMPARED})


def _spread(values: Sequence[float | None]) -> Spread | None:
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return None
    mean = fsum(known) / len(known)
    sd = sqrt(fsum((value - mean) ** 2 for value in known) / (len(known) - 1))
    return Spread(len(known), mean, sd, 100 * sd / mean if mean > 0 else None)


def _sum(values: Iterable[float | None]) -> float | None:
    known = []
    for value in values:
        if value is None:
            return None
        known.append(value)
    return fsum(known)
