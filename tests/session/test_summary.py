from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.settings import Settings
from session.calls import Call
from session.cue import Why
from session.guide import Guide
from session.observer import Observer
from session.summary import summary_of
from session.view import Summary
from tests.analysis.presses import BENCH, block, measured, path, press
from tests.session.moments import PLAN

TWICE = block([*press(40.0, 2.0), *press(30.0, 3.0)])
"""At 1.0–3.7 s above the cap of 35 N, at 5.7–9.4 s in band."""


def summed(settings: Settings = BENCH, *calls: tuple[float | None, Why]) -> Summary:
    observer, guide = Observer(PLAN), Guide(PLAN)
    observer.holds = list(measured(TWICE, settings))
    guide.calls.all = [Call(time_s, why) for time_s, why in calls]
    return summary_of(observer, guide, "It went well.", "/a.mcap")


def test_sums_are_those_of_the_holds() -> None:
    first, second = measured(TWICE)
    summary = summed()
    assert (summary.outcome, summary.record, len(summary.holds)) == ("It went well.", "/a.mcap", 2)
    assert first.dose_kpa_s is not None
    assert second.dose_kpa_s is not None
    assert summary.dose_kpa_s == first.dose_kpa_s + second.dose_kpa_s
    assert summary.in_band_s == (first.in_band_s or 0.0) + (second.in_band_s or 0.0)
    assert summary.in_band_s > 3.0
    assert summary.over_cap_s == first.over_cap_s
    assert summary.over_cap_s > 2.0
    assert summary.over_cap_peak_n == 40.0


def test_a_hold_without_a_value_leaves_the_sum_without_one() -> None:
    summary = summed(replace(BENCH, area_cm2=None))
    assert (summary.dose_kpa_s, summary.dose_high_kpa_s) == (None, None)
    assert summary.holds[0].mean_kpa is None


def test_without_holds_the_dose_is_zero_and_nothing_was_above_the_cap() -> None:
    summary = summary_of(Observer(PLAN), Guide(PLAN), "Nothing happened.", None)
    assert (summary.holds, summary.dose_kpa_s, summary.over_cap_s, summary.over_cap_peak_n) == ((), 0.0, 0.0, None)


@pytest.mark.parametrize(
    ("time_s", "ended"),
    [(1.0, ("", "")), (1.1, ("stop", "")), (4.1, ("stop", "")), (4.3, ("", "")), (7.0, ("", "stop")), (None, ("", ""))],
)
def test_a_hold_was_ended_by_what_was_called_in_it_or_half_a_second_after(
    time_s: float | None, ended: tuple[str, str]
) -> None:
    names = {"": "", "stop": Why.PATIENT_STOP.value}
    holds = summed(BENCH, (time_s, Why.PATIENT_STOP)).holds
    assert tuple(hold.ended_by for hold in holds) == tuple(names[each] for each in ended)


def test_of_several_calls_in_a_hold_the_first_counts() -> None:
    holds = summed(BENCH, (2.0, Why.OVER_CAP), (2.5, Why.THERAPIST_STOP)).holds
    assert holds[0].ended_by == Why.OVER_CAP


def test_the_drawn_holds_are_where_the_test_thinks_they_are() -> None:
    first, second = measured(TWICE)
    assert (first.start_s, first.end_s) == pytest.approx((1.03, 3.7), abs=0.02)
    assert second.start_s == pytest.approx(5.74, abs=0.03)
    assert len(path((0, 0), (1, 1))) == 101
