from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.settings import Settings
from session.calls import Call
from session.cue import Why
from session.guide import Guide
from session.observer import Observer
from session.summary import summary_of
from session.tool_stream import ToolStream
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


def test_each_hold_says_how_long_and_how_high_it_was_above_the_cap() -> None:
    first, second = summed().holds
    assert first.over_cap_s > 2.0
    assert (second.over_cap_s, second.over_cap_peak_kpa) == (0.0, None)


def with_tip(area_cm2: float | None) -> Summary:
    class Tipped(Observer):
        def __init__(self) -> None:
            super().__init__(PLAN)
            self.tool = Tool()

    class Tool(ToolStream):
        @property
        def area_cm2(self) -> float | None:
            return area_cm2

    observer = Tipped()
    observer.holds = list(measured(TWICE))
    return summary_of(observer, Guide(PLAN), "It went well.", None)


def test_the_peak_above_the_cap_is_a_pressure_where_the_tip_is_known() -> None:
    summary = with_tip(2.0)
    assert summary.over_cap_peak_kpa == 200.0
    assert [hold.over_cap_peak_kpa for hold in summary.holds] == [200.0, None]
    assert with_tip(None).over_cap_peak_kpa is None


def test_what_was_pressed_after_each_call_of_a_hold_is_added_up() -> None:
    observer, guide = Observer(PLAN), Guide(PLAN)
    observer.holds = list(measured(TWICE))
    guide.calls.all = [
        Call(2.0, Why.DATA_SILENT, 0.25, 40.0, withdrawn=True),
        Call(3.0, Why.OVER_CAP, 0.5, 38.0),
        Call(5.0, Why.RESTING, 64.0, 3.0),
        Call(9.0, Why.TIME_IN_BAND, 1.0, None),
    ]
    summary = summary_of(observer, guide, "It went well.", None)
    assert [(hold.after_cue_s, hold.after_cue_peak_n) for hold in summary.holds] == [(0.75, 40.0), (1.0, None)]
    assert (summary.after_cue_s, summary.after_cue_peak_n) == (1.75, 40.0)


def test_a_let_go_that_was_withdrawn_ended_nothing() -> None:
    observer, guide = Observer(PLAN), Guide(PLAN)
    observer.holds = list(measured(TWICE))
    guide.calls.all = [Call(2.0, Why.DATA_SILENT, withdrawn=True), Call(3.0, Why.OVER_CAP)]
    assert summary_of(observer, guide, "It went well.", None).holds[0].ended_by == Why.OVER_CAP


def test_a_hold_that_goes_on_after_a_loss_of_contact_says_so() -> None:
    observer, guide = Observer(PLAN), Guide(PLAN)
    observer.holds = list(measured(TWICE))
    guide.calls.all, guide.calls.returns_s = [Call(3.6, Why.CONTACT_LOST)], [5.8]
    first, second = summary_of(observer, guide, "It went well.", None).holds
    assert (first.ended_by, first.continues) == (Why.CONTACT_LOST, False)
    assert (second.ended_by, second.continues) == ("", True)
