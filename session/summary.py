"""A treatment in numbers, once it is over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from analysis.doses import pressure_kpa
from analysis.hold import Hold
from protocol.sentence import Sentence
from session.guide import Guide
from session.observer import Observer
from session.state import Finished, State
from session.view import HoldView, Summary

CALL_GRACE_S: Final = 0.5
"""A let-go that is called this long after the force is gone still belongs to that hold."""


def summary_of(observer: Observer, guide: Guide, outcome: str, record: str | None) -> Summary:
    """Add up the holds; a sum over a hold without a value has none."""
    holds, live, area_cm2 = observer.holds, observer.live, observer.tool.area_cm2
    views = tuple(_hold(hold, guide, area_cm2) for hold in holds)
    over_n = [hold.over_cap_peak_n for hold in holds if hold.over_cap_peak_n is not None]
    return Summary(
        outcome=outcome,
        holds=views,
        in_band_s=_total(hold.in_band_s for hold in holds) or 0.0,
        dose_kpa_s=_total(hold.dose_kpa_s for hold in holds),
        dose_high_kpa_s=_total(hold.dose_high_kpa_s for hold in holds),
        samples=live.samples,
        lost_samples=live.lost_samples,
        over_cap_s=_total(hold.over_cap_s for hold in holds) or 0.0,
        over_cap_peak_n=max(over_n, default=None),
        over_cap_peak_kpa=_kpa(max(over_n, default=None), area_cm2),
        over_cap_n_s=_total(hold.over_cap_n_s for hold in holds) or 0.0,
        over_cap_kpa_s=_total(hold.over_cap_kpa_s for hold in holds),
        after_cue_s=sum(view.after_cue_s for view in views),
        after_cue_n_s=sum(view.after_cue_n_s for view in views),
        after_cue_kpa_s=_total(view.after_cue_kpa_s for view in views),
        after_cue_peak_n=max((view.after_cue_peak_n for view in views if view.after_cue_peak_n), default=None),
        record=record,
        leads_on=isinstance(guide.state, Finished) and guide.state.leads_on,
    )


def outcome_of(state: State, link_text: str, *, fault: bool) -> str:
    """What ended a treatment, in a sentence."""
    if fault:
        return Sentence("Guidance ended with an internal fault; what was recorded is kept.")
    if isinstance(state, Finished):
        return state.sentence
    return link_text or Sentence("The link ended before the treatment was complete.")


def _hold(hold: Hold, guide: Guide, area_cm2: float | None) -> HoldView:
    calls = [call for call in guide.calls.all if _within(hold, call.time_s)]
    after_n_s = sum(call.after_n_s for call in calls)
    peaks_n = [call.after_peak_n for call in calls if call.after_peak_n is not None]
    return HoldView(
        duration_s=hold.duration_s,
        in_band_s=hold.in_band_s,
        mean_kpa=hold.mean_kpa,
        peak_n=hold.peak_n,
        dose_kpa_s=hold.dose_kpa_s,
        ended_by=next((call.why.value for call in calls if not call.withdrawn), ""),
        continues=any(_within(hold, time_s) for time_s in guide.calls.returns_s),
        over_cap_s=hold.over_cap_s or 0.0,
        over_cap_n_s=hold.over_cap_n_s or 0.0,
        over_cap_kpa_s=hold.over_cap_kpa_s,
        over_cap_peak_kpa=_kpa(hold.over_cap_peak_n, area_cm2),
        after_cue_s=sum(call.after_s for call in calls),
        after_cue_n_s=after_n_s,
        after_cue_kpa_s=_kpa(after_n_s, area_cm2),
        after_cue_peak_n=max(peaks_n, default=None),
    )


def _within(hold: Hold, time_s: float | None) -> bool:
    """Whether something that was called at this time belongs to the hold."""
    return time_s is not None and hold.start_s <= time_s <= hold.end_s + CALL_GRACE_S


def _kpa(force_n: float | None, area_cm2: float | None) -> float | None:
    return None if force_n is None or area_cm2 is None else pressure_kpa(force_n, area_cm2)


def _total(values: Iterable[float | None]) -> float | None:
    total = 0.0
    for value in values:
        if value is None:
            return None
        total += value
    return total
