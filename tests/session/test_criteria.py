"""What ends a hold, each alone and each pair at the same moment."""

from __future__ import annotations

from itertools import combinations
from typing import Any, NamedTuple

import pytest

from protocol.events import Button
from session.criteria import WORST_FIRST
from session.cue import WELL_DONE, Action, Cue, Why
from session.inputs import Input, Pain, PainGone, PainHalved, Softer, Stop
from session.pain import PainCourse, halved
from session.plan import Plan
from session.state import LettingGo, Lost, Pressing, Ready, RestDue, Stopped
from tests.session.moments import AWAY, PLAN, Told, pressing, seen

LONG = PLAN.model_copy(update={"hold_s": 60.0, "ends_at_dose_kpa_s": 9000.0})
"""Every criterion is on, and 30 s of pressing meet none."""
FIRST_NRS = 4


def nrs(value: int, *, recalled: bool = False) -> Pain:
    return Pain(nrs=value, by="patient", recalled=recalled)


class Fires(NamedTuple):
    """What makes a criterion fire: in the analysis, in the tool, in what people did."""

    live: dict[str, Any] = {}  # noqa: RUF012 - never changed
    tool: dict[str, Any] = {}  # noqa: RUF012 - never changed
    said: tuple[Input, ...] = ()


ALONE: dict[Why, Fires] = {
    Why.PATIENT_STOP: Fires(tool={"tool_stop": True}),
    Why.THERAPIST_STOP: Fires(said=(Stop(),)),
    Why.PAIN_HIGH: Fires(said=(nrs(8),)),
    Why.PAIN_RISING: Fires(said=(nrs(FIRST_NRS + 2),)),
    Why.OVERLOAD: Fires(tool={"overload": True}),
    Why.SENSOR_FAULT: Fires(tool={"sensor_fault": True}),
    Why.OVER_CAP: Fires(live={"over_cap_run_s": 1.0}),
    Why.CONTACT_LIMIT: Fires(live={"contact_s": 110.0}),
    Why.BAND_LIMIT: Fires(live={"since_first_in_band_s": 90.0}),
    Why.PAIN_GONE: Fires(said=(PainGone(),)),
    Why.PAIN_HALVED: Fires(said=(PainHalved(),)),
    Why.SOFTER_FELT: Fires(said=(Softer(),)),
    Why.DOSE: Fires(live={"dose_kpa_s": 9000.0}),
    Why.TIME_IN_BAND: Fires(live={"in_band_s": 60.0}),
}
"""The most dangerous first: the order in which they are named."""
PAIRS = [pair for first, second in combinations(ALONE, 2) for pair in ((first, second), (second, first))]


def held(plan: Plan = LONG, for_s: float = 30.0) -> Told:
    """A hold in band for 30 s, with a first report of 4 at the plateau."""
    told = Told(plan)
    told.presses()
    told.sees(seen(pressing(since_first_in_band_s=0.0)), nrs(FIRST_NRS))
    told.sees(seen(pressing(in_band_s=for_s, since_first_in_band_s=for_s, contact_s=for_s)), after_s=for_s)
    assert isinstance(told.guide.state, Pressing)
    return told


def fire(told: Told, *whys: Why, **changes: Any) -> Cue:
    live: dict[str, Any] = {"in_band_s": 30.0, "since_first_in_band_s": 30.0}
    tool: dict[str, Any] = dict(changes)
    said: tuple[Input, ...] = ()
    for why in whys:
        live |= ALONE[why].live
        tool |= ALONE[why].tool
        said += ALONE[why].said
    return told.sees(seen(pressing(**live), **tool), *said)


def test_the_table_has_every_reason_that_can_be_named_in_a_hold() -> None:
    assert [why for why in WORST_FIRST if why is not Why.TOO_PAINFUL] == list(ALONE)


@pytest.mark.parametrize("why", ALONE)
def test_each_criterion_ends_a_hold_alone_and_is_named(why: Why) -> None:
    told = held()
    cue = fire(told, why)
    stop = why in (Why.PATIENT_STOP, Why.THERAPIST_STOP, Why.PAIN_HIGH, Why.PAIN_RISING)
    assert (cue.action, cue.why) == (Action.STOP if stop else Action.LET_GO, why)
    assert told.called() == [(1.0, why)]
    assert isinstance(told.guide.state, Stopped if stop else LettingGo)


def test_nothing_ends_a_hold_where_nothing_fires() -> None:
    assert fire(held()).action is Action.HOLD


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_of_two_at_the_same_moment_the_more_dangerous_is_named(first: Why, second: Why) -> None:
    order = list(ALONE)
    named = min(first, second, key=order.index)
    told = held()
    assert fire(told, first, second).why is named
    assert told.called() == [(1.0, named)]


@pytest.mark.parametrize("why", ALONE)
def test_whatever_fires_while_the_data_are_silent_no_aim_is_named(why: Why) -> None:
    told = held()
    named = Why.DATA_SILENT if why in WELL_DONE else why
    assert fire(told, why, age_s=2.0).why is named
    assert told.called() == [(1.0, named)]


@pytest.mark.parametrize("why", [Why.OVERLOAD, Why.SENSOR_FAULT, Why.SOFTER_FELT, Why.PAIN_HIGH, Why.PATIENT_STOP])
def test_what_needs_no_contact_ends_a_hold_also_at_the_moment_when_contact_is_lost(why: Why) -> None:
    told = held()
    assert told.sees(seen(AWAY, **ALONE[why].tool), *ALONE[why].said).why is why


def test_loss_of_contact_alone_ends_nothing_yet() -> None:
    told = held()
    told.sees(seen(AWAY))
    assert isinstance(told.guide.state, Lost)
    assert told.called() == []


@pytest.mark.parametrize("why", ALONE)
def test_a_hold_is_done_with_where_its_aim_or_its_limit_is_reached_and_else_is_repeated(why: Why) -> None:
    told = held()
    fire(told, why)
    match told.guide.state:
        case LettingGo(named, RestDue()):
            assert named in WELL_DONE | {Why.BAND_LIMIT, Why.CONTACT_LIMIT}
        case LettingGo(named, then):
            assert named in (Why.OVERLOAD, Why.SENSOR_FAULT, Why.OVER_CAP)
            assert then == Ready(named)
        case state:
            assert isinstance(state, Stopped)


# what a plan can switch off, and what it cannot


@pytest.mark.parametrize(
    ("switch", "why"),
    [
        ({"ends_at_dose_kpa_s": None}, Why.DOSE),
        ({"ends_when_pain_gone": False}, Why.PAIN_GONE),
        ({"ends_when_pain_halved": False}, Why.PAIN_HALVED),
        ({"ends_when_softer": False}, Why.SOFTER_FELT),
    ],
)
def test_a_criterion_that_is_off_ends_nothing(switch: dict[str, Any], why: Why) -> None:
    assert fire(held(LONG.model_copy(update=switch)), why).action is Action.HOLD


def test_dose_is_off_by_default_whatever_it_comes_to() -> None:
    told = held(PLAN.model_copy(update={"hold_s": 60.0}))
    cue = told.sees(seen(pressing(in_band_s=30.0, since_first_in_band_s=30.0, dose_kpa_s=1e9)))
    assert cue.action is Action.HOLD


def test_without_a_tip_area_the_dose_ends_nothing_and_the_time_does() -> None:
    told = held()
    assert told.sees(seen(pressing(in_band_s=59.9, dose_kpa_s=None))).action is Action.HOLD
    assert told.sees(seen(pressing(in_band_s=60.0, dose_kpa_s=None))).why is Why.TIME_IN_BAND


def test_the_dose_is_that_of_all_contacts_of_the_hold() -> None:
    told = held()
    told.sees(seen(pressing(in_band_s=30.0, dose_kpa_s=5000.0)))
    told.lifts()
    told.sees(seen(pressing(in_band_s=0.0, dose_kpa_s=0.0)))
    assert told.sees(seen(pressing(in_band_s=10.0, dose_kpa_s=3999.0))).action is Action.HOLD
    assert told.sees(seen(pressing(in_band_s=10.1, dose_kpa_s=4000.0))).why is Why.DOSE


# pain


@pytest.mark.parametrize(
    ("capped", "value", "stops"), [(False, 7, False), (False, 8, True), (True, 5, False), (True, 6, True)]
)
def test_strong_pain_stops_and_a_capped_client_is_stopped_sooner(capped: bool, value: int, stops: bool) -> None:
    plan = LONG.model_copy(update={"capped": capped})
    told = Told(plan)
    told.presses()
    told.sees(seen(pressing(since_first_in_band_s=0.0)), nrs(value))
    assert isinstance(told.guide.state, Stopped) is stops


@pytest.mark.parametrize(("value", "stops"), [(4, False), (5, False), (6, True), (7, True)])
def test_two_more_than_at_the_plateau_is_a_rise(value: int, stops: bool) -> None:
    told = held()
    told.sees(seen(pressing(in_band_s=30.0)), nrs(value))
    assert isinstance(told.guide.state, Stopped) is stops


@pytest.mark.parametrize(("force_n", "stops"), [(30.0, True), (44.0, True), (44.1, False)])
def test_more_pain_under_more_pressure_is_no_rise_of_its_own(force_n: float, stops: bool) -> None:
    told = held()
    told.sees(seen(pressing(force_n, in_band_s=30.0)), nrs(6))
    assert isinstance(told.guide.state, Stopped) is stops


@pytest.mark.parametrize("force_n", [20.0, 48.0])
def test_what_was_said_outside_the_band_is_no_first_report(force_n: float) -> None:
    told = Told(LONG)
    told.presses()
    told.sees(seen(pressing(force_n)), nrs(1), after_s=1.0)
    told.sees(seen(pressing()), nrs(5))
    assert isinstance(told.guide.state, Pressing)
    assert told.guide.state.pain.first == 5


def test_without_a_first_report_nothing_rises() -> None:
    told = Told(LONG)
    told.presses()
    told.sees(seen(pressing()), nrs(7))
    assert isinstance(told.guide.state, Pressing)


@pytest.mark.parametrize("value", [nrs(10, recalled=True), nrs(0, recalled=True), nrs(2, recalled=True)])
def test_what_is_recalled_never_ends_a_hold(value: Pain) -> None:
    told = held()
    assert told.sees(seen(pressing(in_band_s=30.0)), value).action is Action.HOLD
    told.lifts()
    assert told.sees(seen(AWAY), value).action is Action.MORE


@pytest.mark.parametrize("recalled", [True, False])
def test_strong_pain_that_is_told_in_the_rest_stops_before_the_next_hold(recalled: bool) -> None:
    told = held()
    fire(told, Why.TIME_IN_BAND)
    told.lifts()
    cue = told.sees(seen(AWAY), nrs(8, recalled=recalled))
    assert cue[:2] == (Action.STOP, Why.PAIN_HIGH)


@pytest.mark.parametrize(
    ("first", "said", "why"),
    [
        (4, nrs(2), Why.PAIN_HALVED),
        (4, nrs(3), None),
        (6, nrs(3), Why.PAIN_HALVED),
        (7, nrs(4), None),
        (7, nrs(3), Why.PAIN_HALVED),
        (3, nrs(2), None),
        (3, nrs(1), Why.PAIN_HALVED),
        (1, nrs(1), None),
        (1, nrs(0), Why.PAIN_GONE),
        (0, nrs(0), None),
        (None, nrs(0), Why.PAIN_GONE),
        (None, nrs(1), None),
        (0, PainGone(), Why.PAIN_GONE),
        (None, PainHalved(), Why.PAIN_HALVED),
    ],
)
def test_relief_is_half_of_the_first_report_and_at_most_three_or_none_at_all(
    first: int | None, said: Input, why: Why | None
) -> None:
    told = Told(LONG)
    told.presses()
    told.sees(seen(pressing(since_first_in_band_s=0.0)), *([] if first is None else [nrs(first)]))
    cue = told.sees(seen(pressing(in_band_s=25.0)), said, after_s=25.0)
    assert cue.why is why


def test_gone_counts_as_halved_where_only_that_is_an_aim() -> None:
    told = held(LONG.model_copy(update={"ends_when_pain_gone": False}))
    assert told.sees(seen(pressing(in_band_s=30.0)), nrs(0)).why is Why.PAIN_HALVED


@pytest.mark.parametrize("said", [nrs(0), nrs(2), PainHalved(), PainGone()])
def test_relief_counts_only_after_twenty_seconds_of_the_hold(said: Input) -> None:
    early, late = held(for_s=19.8), held(for_s=20.0)
    assert early.sees(seen(pressing(in_band_s=19.9)), said).action is Action.HOLD
    assert late.sees(seen(pressing(in_band_s=20.0)), said).action is Action.LET_GO


@pytest.mark.parametrize(("held_s", "action"), [(19.875, Action.HOLD), (20.0, Action.LET_GO)])
def test_the_twenty_seconds_are_twenty_seconds(held_s: float, action: Action) -> None:
    told = Told(LONG)
    told.sees(seen(pressing(since_first_in_band_s=0.0)), after_s=0.25)
    assert told.sees(seen(pressing(in_band_s=held_s)), PainGone(), after_s=held_s).action is action


def test_half_of_a_very_strong_pain_is_no_relief() -> None:
    assert not halved(PainCourse(first=9), nrs(4))
    assert halved(PainCourse(first=9), nrs(3))


@pytest.mark.parametrize("times", [1, 2, 3])
def test_the_time_off_the_skin_is_no_part_of_the_twenty_seconds(times: int) -> None:
    told = held(for_s=15.0)
    for _ in range(times):
        told.lifts()
        told.sees(seen(pressing(in_band_s=0.0)), after_s=8.0)
    assert told.sees(seen(pressing(in_band_s=0.1)), PainGone()).action is Action.HOLD
    assert told.sees(seen(pressing(in_band_s=5.0)), PainGone(), after_s=5.0).why is Why.PAIN_GONE


@pytest.mark.parametrize(("force_n", "age_s"), [(35.0, 0.02), (45.0, 0.02), (40.0, 0.5)])
def test_relief_counts_only_in_the_band(force_n: float, age_s: float) -> None:
    told = held()
    cue = told.sees(seen(pressing(force_n, in_band_s=30.0), age_s=age_s), PainGone(), after_s=0.5)
    assert cue.action is not Action.LET_GO


def test_the_tremor_of_a_hand_on_the_edge_does_not_make_the_patient_unheard() -> None:
    told = held()
    assert told.sees(seen(pressing(35.9, in_band_s=30.0)), PainGone(), after_s=0.29).why is Why.PAIN_GONE


def test_softer_counts_once_the_band_was_reached_and_not_before() -> None:
    told = Told(LONG)
    told.sees(seen(pressing(20.0)), Softer())
    assert isinstance(told.guide.state, Pressing)
    told.sees(seen(pressing(since_first_in_band_s=0.0)))
    assert told.sees(seen(pressing(in_band_s=0.1)), Softer()).why is Why.SOFTER_FELT


def test_marks_of_the_tools_button_are_heard_like_everything_else() -> None:
    told = held()
    assert told.sees(seen(pressing(in_band_s=30.0), marks=(PainGone(),))).why is Why.PAIN_GONE


@pytest.mark.parametrize(
    ("by", "why"),
    [(Button.TOOL, Why.THERAPIST_STOP), (Button.PATIENT, Why.PATIENT_STOP), (None, Why.PATIENT_STOP)],
)
def test_a_stop_of_the_tool_names_whose_button_it_was(by: Button | None, why: Why) -> None:
    assert held().sees(seen(pressing(), tool_stop=True, stop_by=by))[:2] == (Action.STOP, why)
