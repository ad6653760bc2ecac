"""A treatment in numbers, once it is over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from analysis.hold import Hold
from session.guide import Guide
from session.observer import Observer
from session.view import HoldView, Summary

CALL_GRACE_S: Final = 0.5
"""A let-go that is called this long after the force is gone still belongs to that hold."""


def summary_of(observer: Observer, guide: Guide, outcome: str, record: str | None) -> Summary:
    """Add up the holds; a sum over a hold without a value has none."""
    holds, live = observer.holds, observer.live
    peaks_n = [hold.over_cap_peak_n for hold in holds if hold.over_cap_peak_n is not None]
    return Summary(
        outcome=outcome,
        holds=tuple(_hold(hold, guide) for hold in holds),
        in_band_s=_total(hold.in_band_s for hold in holds) or 0.0,
        dose_kpa_s=_total(hold.dose_kpa_s for hold in holds),
        dose_high_kpa_s=_total(hold.dose_high_kpa_s for hold in holds),
        samples=live.samples,
        lost_samples=live.lost_samples,
        over_cap_s=_total(hold.over_cap_s for hold in holds) or 0.0,
        over_cap_peak_n=max(peaks_n, default=None),
        record=record,
    )


def _hold(hold: Hold, guide: Guide) -> HoldView:
    return HoldView(
        duration_s=hold.duration_s,
        in_band_s=hold.in_band_s,
        mean_kpa=hold.mean_kpa,
        peak_n=hold.peak_n,
        dose_kpa_s=hold.dose_kpa_s,
        ended_by=_called(hold, guide),
    )


def _called(hold: Hold, guide: Guide) -> str:
    """The first let-go that was called during the hold."""
    for time_s, why in guide.calls:
        if time_s is not None and hold.start_s <= time_s <= hold.end_s + CALL_GRACE_S:
            return why.value
    return ""


def _total(values: Iterable[float | None]) -> float | None:
    total = 0.0
    for value in values:
        if value is None:
            return None
        total += value
    return total
