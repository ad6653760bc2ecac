from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.live import QUIET, Live, Phase
from session.cue import Action, Why
from session.guide import Guide
from session.inputs import GoOn, Input, Pain, Quit, Stop, StopReason
from session.plan import Plan
from session.seen import Seen
from session.state import Finished, LettingGo, Lost, Pressing, Ready, RestDue, Resting, State, Stopped
from tests.session.moments import AWAY, CAP, PLAN, Told, pressing, seen

ONCE = PLAN.model_copy(update={"repetitions": 1})


def ready() -> Told:
    return Told()


def in_hold() -> Told:
    told = Told()
    told.presses()
    return told


def lost() -> Told:
    told = in_hold()
    told.lifts()
    return told


def letting_go() -> Told:
    told = in_hold()
    told.sees(seen(pressing(in_band_s=20.0)))
    return told


def resting() -> Told:
    told = letting_go()
    told.lifts()
    return told


def stopped() -> Told:
    told = in_hold()
    told.sees(seen(pressing()), Stop())
    return told


def finished() -> Told:
    told = in_hold()
    told.sees(seen(AWAY), Quit())
    return told


ALL: dict[type[State], Callable[[], Told]] = {
    Ready: ready,
    Pressing: in_hold,
    Lost: lost,
    LettingGo: letting_go,
    Resting: resting,
    Stopped: stopped,
    Finished: finished,
}
every_state = pytest.mark.parametrize("stand", ALL.values(), ids=[state.__name__ for state in ALL])


@pytest.mark.parametrize(("state", "stand"), ALL.items(), ids=[state.__name__ for state in ALL])
def test_each_state_can_be_reached(state: type[State], stand: Callable[[], Told]) -> None:
    assert type(stand().guide.state) is state


# the plain course


def test_a_treatment_goes_press_more_hold_let_go_rest_and_ends_after_its_last_hold() -> None:
    told = Told()
    said = [told.sees(seen(AWAY))]
    for _ in range(PLAN.repetitions):
        said.append(told.sees(seen(pressing(5.0, phase=Phase.RAMP))))
        said.append(told.sees(seen(pressing(since_first_in_band_s=0.0))))
        said.append(told.sees(seen(pressing(in_band_s=20.0))))
        said.append(told.sees(seen(AWAY)))
        said.append(told.sees(seen(AWAY), after_s=PLAN.rest_s))
    course = [Action.PRESS, Action.MORE, Action.HOLD, Action.LET_GO, Action.REST, Action.PRESS]
    end = [Action.MORE, Action.HOLD, Action.LET_GO, Action.DONE, Action.DONE]
    assert [cue.action for cue in said] == course + end
    assert told.guide.state == Finished("All holds are done.")
    assert [why for _, why in told.called()] == [Why.TIME_IN_BAND, Why.TIME_IN_BAND]


def test_every_cue_says_what_the_plan_asks_for() -> None:
    cue = Told().sees(seen(AWAY))
    assert (cue.target_n, cue.low_n, cue.high_n, cue.cap_n) == (40.0, 36.0, 44.0, 50.0)
    assert (cue.repetition, cue.repetitions, cue.left_s) == (1, 2, 20.0)


@pytest.mark.parametrize(
    ("force_n", "action", "why"),
    [
        (35.9, Action.MORE, None),
        (36.0, Action.HOLD, None),
        (44.0, Action.HOLD, None),
        (44.1, Action.LESS, None),
        (50.0, Action.LESS, None),
        (50.1, Action.LESS, Why.OVER_CAP),
        (57.4, Action.LESS, Why.OVER_CAP),
        (57.6, Action.LET_GO, Why.OVER_CAP),
    ],
)
def test_the_force_decides_between_more_hold_less_and_let_go(force_n: float, action: Action, why: Why | None) -> None:
    told = in_hold()
    cue = told.sees(seen(pressing(force_n)), after_s=0.4)
    assert (cue.action, cue.why) == (action, why)


def test_more_waits_until_the_force_has_been_below_the_band_for_a_moment() -> None:
    told = in_hold()
    below = [told.sees(seen(pressing(35.9)), after_s=0.12).action for _ in range(4)]
    assert below == [Action.HOLD, Action.HOLD, Action.MORE, Action.MORE]
    assert told.sees(seen(pressing(44.1)), after_s=0.01).action is Action.LESS
    assert told.sees(seen(pressing(40.0)), after_s=0.01).action is Action.HOLD
    assert told.sees(seen(pressing(35.9)), after_s=0.2).action is Action.HOLD


def test_less_is_left_the_longer_the_band_is_held() -> None:
    told = in_hold()
    left_s = [told.sees(seen(pressing(in_band_s=earned_s))).left_s for earned_s in (0.0, 7.5, 19.0)]
    assert left_s == [20.0, 12.5, 1.0]


def test_time_above_the_band_earns_nothing() -> None:
    told = in_hold()
    told.sees(seen(pressing(in_band_s=19.0)))
    cue = told.sees(seen(pressing(46.0, in_band_s=19.0)), after_s=60)
    assert cue.left_s == 1.0
    assert isinstance(told.guide.state, Pressing)


# what ends a hold


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"live": pressing(in_band_s=20.0)}, Why.TIME_IN_BAND),
        ({"live": pressing(since_first_in_band_s=90.0)}, Why.BAND_LIMIT),
        ({"live": pressing(contact_s=110.0)}, Why.CONTACT_LIMIT),
        ({"live": pressing(50.1, over_cap_run_s=1.0)}, Why.OVER_CAP),
        ({"live": pressing(57.6)}, Why.OVER_CAP),
        ({"live": pressing(40.0, over_cap_peak_n=57.6)}, Why.OVER_CAP),
        ({"sensor_fault": True}, Why.SENSOR_FAULT),
        ({"overload": True}, Why.OVERLOAD),
    ],
)
def test_a_hold_is_ended_by(changes: dict[str, Any], why: Why) -> None:
    told = in_hold()
    cue = told.sees(seen(pressing())._replace(**changes))
    assert (cue.action, cue.why) == (Action.LET_GO, why)
    assert told.called() == [(1.0, why)]


@pytest.mark.parametrize(
    "live",
    [
        pressing(in_band_s=19.99),
        pressing(since_first_in_band_s=89.99),
        pressing(contact_s=109.99),
        pressing(50.1, over_cap_run_s=0.99),
        pressing(57.49),
        pressing(40.0, over_cap_peak_n=57.49),
    ],
)
def test_a_hair_below_a_limit_a_hold_goes_on(live: Live) -> None:
    told = in_hold()
    told.sees(seen(live))
    assert isinstance(told.guide.state, Pressing)


def test_the_most_dangerous_reason_is_named_first() -> None:
    worst_first: list[tuple[dict[str, Any], Why]] = [
        ({"overload": True}, Why.OVERLOAD),
        ({"sensor_fault": True}, Why.SENSOR_FAULT),
        ({"over_cap_run_s": 1.0}, Why.OVER_CAP),
        ({"contact_s": 110.0}, Why.CONTACT_LIMIT),
        ({"since_first_in_band_s": 90.0}, Why.BAND_LIMIT),
        ({"in_band_s": 20.0}, Why.TIME_IN_BAND),
    ]
    for rank, (_, why) in enumerate(worst_first):
        both: dict[str, Any] = {}
        for changes, _ in worst_first[rank:]:
            both |= changes
        live = {name: both.pop(name) for name in list(both) if name in Live._fields}
        told = in_hold()
        assert told.sees(seen(pressing(**live), **both)).why == why


def test_90_s_after_the_band_was_reached_the_hosts_clock_ends_the_hold_although_the_tools_stands_still() -> None:
    told = in_hold()
    frozen = seen(pressing(since_first_in_band_s=0.0))
    assert told.sees(frozen, after_s=89.75).action is Action.HOLD
    cue = told.sees(frozen, after_s=0.25)
    assert (cue.action, cue.why) == (Action.LET_GO, Why.BAND_LIMIT)


def test_110_s_after_contact_the_hosts_clock_ends_the_hold_although_the_tools_stands_still() -> None:
    told = Told()
    frozen = seen(pressing(10.0, phase=Phase.RAMP))
    told.sees(frozen)
    assert told.sees(frozen, after_s=109.75).action is Action.MORE
    cue = told.sees(frozen, after_s=0.25)
    assert (cue.action, cue.why) == (Action.LET_GO, Why.CONTACT_LIMIT)


def test_limits_run_on_while_the_data_are_silent() -> None:
    told = in_hold()
    told.sees(seen(pressing(), age_s=90.0), after_s=90.0)
    assert told.guide.state == LettingGo(Why.BAND_LIMIT, RestDue(10.0))


def test_losing_contact_again_and_again_does_not_stretch_the_limits() -> None:
    told = in_hold()
    told.sees(seen(AWAY), after_s=60)
    told.sees(seen(pressing(since_first_in_band_s=0.0)), after_s=9)
    cue = told.sees(seen(pressing(since_first_in_band_s=21.0)), after_s=21.0)
    assert cue.why is Why.BAND_LIMIT


# the let-go


@pytest.mark.parametrize("force_n", [40.0, 10.0, 2.0])
def test_let_go_is_repeated_from_2_n_on(force_n: float) -> None:
    told = letting_go()
    assert told.sees(seen(pressing(force_n)), after_s=30).action is Action.LET_GO


def test_let_go_ends_under_2_n_when_the_contact_is_over() -> None:
    told = letting_go()
    assert told.sees(seen(pressing(1.9, phase=Phase.LETTING_GO))).action is Action.LET_GO
    assert told.sees(seen(AWAY._replace(force_n=1.9))).action is Action.REST


@pytest.mark.parametrize("changes", [{"age_s": 2.0}, {"valid_n": 30.0}])
def test_neither_old_nor_saturated_readings_say_that_the_force_is_gone(changes: dict[str, Any]) -> None:
    told = letting_go()
    assert told.sees(seen(AWAY, **changes)).action is Action.LET_GO


def test_an_easing_hand_is_no_new_hold() -> None:
    told = in_hold()
    told.sees(seen(pressing(60.0, in_band_s=15.0)))
    told.sees(seen(pressing(1.5, in_band_s=15.0, over_cap_peak_n=60.0)))
    told.sees(seen(pressing(40.0, in_band_s=15.0, over_cap_peak_n=60.0)))
    assert told.guide.state == LettingGo(Why.OVER_CAP, Ready(Why.OVER_CAP))
    assert told.called() == [(1.0, Why.OVER_CAP)]


def test_a_hold_that_was_ended_for_safety_is_repeated_from_the_start() -> None:
    told = in_hold()
    told.sees(seen(pressing(60.0, in_band_s=15.0)))
    assert told.lifts()[:2] == (Action.PRESS, Why.OVER_CAP)
    cue = told.presses()
    assert (cue.repetition, cue.left_s) == (1, 20.0)


# contact lost and found


def test_contact_that_comes_back_within_10_s_keeps_what_was_earned() -> None:
    told = in_hold()
    told.sees(seen(pressing(in_band_s=12.0)))
    assert told.lifts()[:2] == (Action.MORE, None)
    assert told.sees(seen(AWAY), after_s=9.9)[:2] == (Action.MORE, Why.CONTACT_LOST)
    told.sees(seen(pressing(5.0, phase=Phase.RAMP)))
    assert told.sees(seen(pressing(in_band_s=7.9))).left_s == pytest.approx(0.1)
    assert told.sees(seen(pressing(in_band_s=8.0))).why is Why.TIME_IN_BAND


def test_what_a_short_contact_earned_counts_beside_a_longer_one() -> None:
    told = in_hold()
    told.sees(seen(pressing(in_band_s=0.5)))
    told.lifts()
    assert told.sees(seen(pressing(in_band_s=0.75))).left_s == 18.75


def test_contact_that_stays_away_for_more_than_10_s_begins_the_hold_anew() -> None:
    told = in_hold()
    told.sees(seen(pressing(in_band_s=12.0)))
    told.lifts()
    cue = told.sees(seen(AWAY), after_s=10.1)
    assert (cue.action, cue.why, cue.left_s) == (Action.PRESS, Why.INTERRUPTED, 20.0)


def test_a_contact_that_changed_unseen_keeps_what_was_earned_before() -> None:
    told = in_hold()
    told.sees(seen(pressing(in_band_s=12.0)))
    assert told.sees(seen(pressing(in_band_s=3.0)), after_s=5).left_s == 5.0


def test_a_rest_lasts_its_time_from_lift_off_and_until_the_tool_is_off_the_skin() -> None:
    told = resting()
    assert told.sees(seen(AWAY), after_s=9.9)[:2] == (Action.REST, None)
    assert told.sees(seen(pressing(5.0)), after_s=0.2)[:2] == (Action.LET_GO, Why.RESTING)
    assert told.lifts()[:2] == (Action.PRESS, None)


def test_the_rest_that_is_left_counts_down() -> None:
    told = resting()
    assert [told.sees(seen(AWAY), after_s=2.5).left_s for _ in range(3)] == pytest.approx([7.5, 5.0, 2.5])


# missing data


def test_silence_in_a_hold_is_keep_still_at_half_a_second_and_let_go_at_2_s() -> None:
    told = in_hold()
    told.sees(seen(pressing(20.0)), after_s=0.4)
    said = [told.sees(seen(pressing(20.0), age_s=age_s))[:2] for age_s in (0.49, 0.5, 1.99, 2.0, 60.0)]
    still, away = (Action.HOLD, Why.DATA_SILENT), (Action.LET_GO, Why.DATA_SILENT)
    assert said == [(Action.MORE, None), still, still, away, away]


def test_a_hold_goes_on_when_the_data_return() -> None:
    told = in_hold()
    told.sees(seen(pressing(in_band_s=5.0)))
    told.sees(seen(pressing(in_band_s=5.0), age_s=3.0))
    cue = told.sees(seen(pressing(in_band_s=5.1)))
    assert (cue.action, cue.left_s) == (Action.HOLD, 14.9)


@pytest.mark.parametrize("stand", [ready, lost])
@pytest.mark.parametrize("age_s", [0.5, 1.9, 2.0, 60.0])
def test_nobody_is_asked_to_press_without_data(stand: Callable[[], Told], age_s: float) -> None:
    cue = stand().sees(seen(AWAY, age_s=age_s))
    assert cue.action in (Action.WAIT, Action.LET_GO)
    assert cue.why is Why.DATA_SILENT


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"zeroed": False}, Why.ZERO_NEEDED),
        ({"stop_latched": True}, Why.PATIENT_STOP),
        ({"overload": True}, Why.OVERLOAD),
        ({"sensor_fault": True}, Why.SENSOR_FAULT),
        ({"age_s": None, "valid_n": None}, Why.DATA_SILENT),
    ],
)
def test_nobody_is_asked_to_press_with_a_tool_that_is_not_fit(changes: dict[str, Any], why: Why) -> None:
    assert Told().sees(seen(AWAY, **changes))[:2] == (Action.WAIT, why)


def test_a_tool_whose_zero_was_not_checked_begins_no_hold() -> None:
    told = Told()
    told.sees(seen(pressing(), zeroed=False))
    assert told.guide.state == Ready()


@pytest.mark.parametrize(
    ("area_cm2", "begins"), [(1.0, True), (1.009, True), (1.02, False), (0.5, False), (None, False)]
)
def test_with_another_tip_than_the_plans_no_hold_begins(area_cm2: float | None, begins: bool) -> None:
    told = Told(PLAN.model_copy(update={"tip_cm2": 1.0}))
    away = told.sees(seen(AWAY, area_cm2=area_cm2))
    assert away[:2] == ((Action.PRESS, None) if begins else (Action.WAIT, Why.OTHER_TIP))
    told.sees(seen(pressing(), area_cm2=area_cm2))
    assert (told.guide.state == Ready()) is not begins


def test_a_lowered_time_limit_ends_a_hold() -> None:
    for limits, s, why in (
        ({"band_s": 30.0}, 30.0, Why.BAND_LIMIT),
        ({"contact_s": 25.0, "band_s": 90.0}, 25.0, Why.CONTACT_LIMIT),
    ):
        cap = PLAN.cap.model_copy(update=limits)
        plan = PLAN.model_copy(update={"cap": cap})
        early, late = (Guide(plan) for _ in range(2))
        for guide, at_s in ((early, s - 0.01), (late, s)):
            guide.update(seen(pressing(since_first_in_band_s=0.0)), 0.0)
            cue = guide.update(seen(pressing(contact_s=0.1, since_first_in_band_s=0.1)), at_s)
            assert (cue.why is why) is (guide is late)


def test_while_the_tool_holds_a_stop_contact_begins_no_hold() -> None:
    told = stopped()
    held = seen(pressing(), stop_latched=True)
    told.sees(seen(AWAY, stop_latched=True), GoOn(reason=StopReason.OTHER))
    assert told.sees(held)[:2] == (Action.WAIT, Why.PATIENT_STOP)
    assert isinstance(told.guide.state, Ready)


# STOP


@every_state
def test_stop_from_any_state_but_the_last_stops(stand: Callable[[], Told]) -> None:
    told = stand()
    cue = told.sees(seen(pressing()), Stop())
    if stand is finished:
        assert cue.action is Action.LET_GO
    else:
        assert cue[:2] == (Action.STOP, Why.THERAPIST_STOP)


@every_state
def test_the_patients_button_stops_in_any_state_but_the_last(stand: Callable[[], Told]) -> None:
    told = stand()
    cue = told.sees(seen(pressing(), tool_stop=True))
    assert cue.action is (Action.LET_GO if stand is finished else Action.STOP)
    if stand in (ready, in_hold, lost, letting_go, resting):
        assert cue.why is Why.PATIENT_STOP


@pytest.mark.parametrize("inputs", [(Stop(),), ()])
def test_a_stop_is_written_down_with_its_moment(inputs: tuple[Input, ...]) -> None:
    told = in_hold()
    told.sees(seen(pressing(time_s=7.5), tool_stop=not inputs), *inputs)
    assert told.called() == [(7.5, Why.THERAPIST_STOP if inputs else Why.PATIENT_STOP)]


@given(st.lists(st.sampled_from([seen(AWAY), seen(pressing()), seen(pressing(5.0)), seen(AWAY, age_s=9.0)])))
def test_nothing_that_is_seen_re_arms_after_a_stop(moments: list[Seen]) -> None:
    told = stopped()
    for now in moments:
        assert told.sees(now, after_s=15.0).action is Action.STOP


def test_go_on_after_another_reason_asks_for_the_same_again() -> None:
    cue = stopped().sees(seen(AWAY), GoOn(reason=StopReason.OTHER))
    assert (cue.action, cue.why, cue.target_n) == (Action.PRESS, Why.THERAPIST_STOP, 40.0)


def test_go_on_after_too_painful_asks_for_a_fifth_less() -> None:
    told = stopped()
    cue = told.sees(seen(AWAY), GoOn(reason=StopReason.TOO_PAINFUL))
    assert (cue.action, cue.target_n) == (Action.PRESS, 32.0)
    told.sees(seen(AWAY), Stop())
    assert told.sees(seen(AWAY), GoOn(reason=StopReason.TOO_PAINFUL)).target_n == pytest.approx(25.6)


@pytest.mark.parametrize(
    ("reason", "says"), [(StopReason.NERVE, "this point is closed"), (StopReason.UNWELL, "call medical help")]
)
def test_a_sign_of_harm_ends_the_treatment(reason: StopReason, says: str) -> None:
    told = stopped()
    assert told.sees(seen(AWAY), GoOn(reason=reason)).action is Action.DONE
    assert isinstance(told.guide.state, Finished)
    assert says in told.guide.state.sentence


def test_go_on_while_the_hand_still_presses_asks_to_let_go_first() -> None:
    told = stopped()
    still = seen(pressing(in_band_s=19.0))
    assert told.sees(still, GoOn(reason=StopReason.OTHER)).action is Action.LET_GO
    assert told.sees(still, after_s=30).action is Action.LET_GO
    assert told.lifts().action is Action.PRESS
    assert told.presses().left_s == 20.0


@every_state
def test_go_on_means_nothing_where_nobody_stopped(stand: Callable[[], Told]) -> None:
    if stand is stopped:
        return
    told, twin = stand(), stand()
    for live in (pressing(), AWAY):
        assert told.sees(seen(live), GoOn(reason=StopReason.NERVE)) == twin.sees(seen(live))


# the end


@every_state
def test_quit_ends_in_any_state(stand: Callable[[], Told]) -> None:
    told = stand()
    assert told.sees(seen(pressing()), Quit()).action is Action.LET_GO
    assert told.lifts().action is Action.DONE


@given(
    st.lists(
        st.tuples(
            st.sampled_from([seen(AWAY), seen(pressing()), seen(pressing(60.0)), seen(AWAY, tool_stop=True)]),
            st.sampled_from([(), (Stop(),), (GoOn(reason=StopReason.OTHER),), (Quit(),)]),
        )
    )
)
def test_what_is_finished_stays_finished(moments: list[tuple[Seen, tuple[Input, ...]]]) -> None:
    told = finished()
    end = told.guide.state
    for now, inputs in moments:
        assert told.sees(now, *inputs, after_s=20).action in (Action.DONE, Action.LET_GO)
        assert told.guide.state == end


def test_a_finished_treatment_is_done_only_when_the_force_is_gone() -> None:
    told = Told(ONCE)
    told.presses()
    told.sees(seen(pressing(in_band_s=20.0)))
    told.lifts()
    assert told.sees(seen(AWAY)).action is Action.DONE
    assert told.sees(seen(pressing(2.0))).action is Action.LET_GO
    assert told.sees(seen(AWAY, age_s=2.0)).action is Action.LET_GO


# whatever comes

lives = st.builds(
    pressing,
    st.floats(0, 170),
    in_band_s=st.floats(0, 30),
    contact_s=st.floats(0, 120),
    over_cap_run_s=st.floats(0, 2),
    since_first_in_band_s=st.none() | st.floats(0, 100),
)
anything = st.builds(
    seen,
    st.just(AWAY) | st.just(QUIET) | lives,
    age_s=st.none() | st.floats(0, 5),
    zeroed=st.booleans(),
    sensor_fault=st.booleans(),
    overload=st.booleans(),
    tool_stop=st.booleans(),
)
inputs = st.lists(st.just(Stop()) | st.builds(GoOn, reason=st.sampled_from(StopReason)), max_size=2).map(tuple)
stories = st.lists(st.tuples(anything, inputs, st.floats(0, 40)), max_size=40)


@given(stories)
def test_whatever_comes_the_hand_is_never_asked_for_more_than_is_allowed(
    story: list[tuple[Seen, tuple[Input, ...], float]],
) -> None:
    told = Told()
    for now, heard, after_s in story:
        cue = told.sees(now, *heard, after_s=after_s)
        assert 0 < cue.low_n < cue.target_n <= 40.0
        assert cue.high_n <= cue.cap_n == CAP.force_n
        assert 1 <= cue.repetition <= cue.repetitions
        assert 0 <= cue.left_s <= PLAN.hold_s
        if cue.action in (Action.PRESS, Action.MORE):
            assert now.age_s is not None
            assert now.age_s < 0.5
        if cue.action is Action.MORE and now.live.contact:
            assert (now.live.force_n or 0.0) <= CAP.force_n


@given(stories)
def test_whatever_comes_no_hold_outlives_its_limits(story: list[tuple[Seen, tuple[Input, ...], float]]) -> None:
    told = Told()
    for now, heard, after_s in story:
        told.sees(now, *heard, after_s=after_s)
        if isinstance(told.guide.state, Pressing):
            assert told.now_s - told.guide.state.since_s < 110
            assert told.guide.state.band_since_s is None or told.now_s - told.guide.state.band_since_s < 90


def test_two_guides_that_see_the_same_say_the_same() -> None:
    first, second = Guide(PLAN), Guide(PLAN)
    moments = [seen(AWAY), seen(pressing(5.0)), seen(pressing(in_band_s=3.0)), seen(pressing(60.0)), seen(AWAY)]
    for step, now in enumerate(moments):
        assert first.update(now, float(step)) == second.update(now, float(step))


# pain and going on


def hurt(plan: Plan = PLAN) -> Told:
    told = Told(plan)
    told.presses()
    told.sees(seen(pressing()), Pain(nrs=8, by="patient"))
    return told


def test_after_too_strong_pain_only_less_force_leads_on() -> None:
    told = hurt()
    cue = told.sees(seen(AWAY), GoOn(reason=StopReason.OTHER))
    assert (cue.action, cue.why, cue.target_n) == (Action.STOP, Why.TOO_PAINFUL, 40.0)
    cue = told.sees(seen(AWAY), GoOn(reason=StopReason.TOO_PAINFUL))
    assert (cue.action, cue.target_n) == (Action.PRESS, 32.0)
    assert told.called()[0] == (1.0, Why.PAIN_HIGH)


@pytest.mark.parametrize("reason", [StopReason.NERVE, StopReason.UNWELL])
def test_after_too_strong_pain_a_sign_of_harm_still_ends_the_treatment(reason: StopReason) -> None:
    told = hurt()
    assert told.sees(seen(AWAY), GoOn(reason=reason)).action is Action.DONE


def test_strong_pain_that_is_told_after_a_stop_counts_too_and_the_stop_keeps_its_name() -> None:
    told = stopped()
    assert told.sees(seen(AWAY), Pain(nrs=9, by="therapist")).why is Why.THERAPIST_STOP
    assert told.sees(seen(AWAY), GoOn(reason=StopReason.OTHER)).action is Action.STOP
    assert told.sees(seen(AWAY), GoOn(reason=StopReason.TOO_PAINFUL)).target_n == 32.0


def test_a_later_stop_does_not_take_the_pain_back() -> None:
    told = hurt()
    told.sees(seen(AWAY, tool_stop=True), Stop())
    assert told.sees(seen(AWAY), GoOn(reason=StopReason.OTHER)).why is Why.TOO_PAINFUL


def test_a_stop_keeps_its_name_when_another_one_follows() -> None:
    assert stopped().sees(seen(AWAY, tool_stop=True)).why is Why.THERAPIST_STOP


def test_nobody_answers_a_stop_before_it_was_shown() -> None:
    told = in_hold()
    cue = told.sees(seen(AWAY), Stop(), GoOn(reason=StopReason.OTHER))
    assert cue[:2] == (Action.STOP, Why.THERAPIST_STOP)


def test_a_stop_that_follows_the_go_on_at_once_stops_again() -> None:
    told = stopped()
    assert told.sees(seen(AWAY), GoOn(reason=StopReason.OTHER), Stop()).action is Action.STOP
    assert told.sees(seen(AWAY, tool_stop=True), GoOn(reason=StopReason.OTHER)).why is Why.PATIENT_STOP


# bounce, pause, interruption


def test_a_bounce_of_a_second_is_no_pause() -> None:
    told = in_hold()
    told.sees(seen(pressing(in_band_s=12.0, time_s=12.5)))
    assert told.sees(seen(AWAY))[:2] == (Action.MORE, None)
    assert told.sees(seen(AWAY), after_s=1.0)[:2] == (Action.MORE, None)
    told.sees(seen(pressing(5.0, phase=Phase.RAMP, time_s=14.0)))
    assert told.called() == []
    assert told.guide.calls.returns_s == [14.0]


def test_longer_is_a_pause_and_is_marked_where_the_contact_ended() -> None:
    told = in_hold()
    told.sees(seen(pressing(in_band_s=12.0, time_s=12.5)))
    told.sees(seen(AWAY._replace(time_s=12.9)))
    assert told.sees(seen(AWAY._replace(time_s=14.0)), after_s=1.01)[:2] == (Action.MORE, Why.CONTACT_LOST)
    assert told.called() == [(12.5, Why.CONTACT_LOST)]
    told.sees(seen(pressing(5.0, phase=Phase.RAMP, time_s=15.0)))
    assert told.guide.calls.returns_s == [15.0]


def test_after_ten_seconds_the_hold_is_interrupted_and_a_rest_is_offered_that_began_at_lift_off() -> None:
    told = Told(PLAN.model_copy(update={"rest_s": 30.0}))
    told.presses()
    told.lifts()
    assert told.sees(seen(AWAY), after_s=10.0).action is Action.MORE
    cue = told.sees(seen(AWAY), after_s=0.5)
    assert cue[:2] == (Action.REST, Why.INTERRUPTED)
    assert cue.left_s == pytest.approx(19.5)
    assert told.called() == [(1.0, Why.INTERRUPTED)]
    cue = told.sees(seen(AWAY), after_s=20.0)
    assert (cue.action, cue.why, cue.repetition, cue.left_s) == (Action.PRESS, Why.INTERRUPTED, 1, 20.0)


def test_an_offered_rest_may_be_declined_by_pressing() -> None:
    told = Told(PLAN.model_copy(update={"rest_s": 30.0}))
    told.presses()
    told.sees(seen(pressing(in_band_s=12.0)))
    told.lifts()
    told.sees(seen(AWAY), after_s=11.0)
    cue = told.presses()
    assert (cue.action, cue.left_s) == (Action.HOLD, 20.0)


def test_contact_that_comes_back_after_ten_seconds_is_a_hold_from_the_start() -> None:
    told = in_hold()
    told.sees(seen(pressing(in_band_s=12.0)))
    told.lifts()
    cue = told.sees(seen(pressing(in_band_s=0.0)), after_s=10.1)
    assert (cue.action, cue.left_s) == (Action.HOLD, 20.0)
    assert told.called() == [(1.0, Why.INTERRUPTED)]


def test_an_offered_rest_is_over_at_once_where_it_is_shorter_than_the_wait() -> None:
    told = in_hold()
    told.lifts()
    assert told.sees(seen(AWAY), after_s=10.1)[:2] == (Action.PRESS, Why.INTERRUPTED)


@pytest.mark.parametrize("changes", [{"zeroed": False}, {"stop_latched": True}])
def test_a_tool_that_is_not_fit_declines_no_rest(changes: dict[str, Any]) -> None:
    told = Told(PLAN.model_copy(update={"rest_s": 30.0}))
    told.presses()
    told.lifts()
    told.sees(seen(AWAY), after_s=11.0)
    assert told.sees(seen(pressing(), **changes))[:2] == (Action.LET_GO, Why.RESTING)


def test_a_limit_that_falls_due_off_the_skin_ends_the_hold_and_nobody_is_sent_back() -> None:
    told = in_hold()
    told.sees(seen(pressing(in_band_s=5.0)), after_s=85.0)
    told.lifts()
    assert told.sees(seen(AWAY), after_s=5.0)[:2] == (Action.LET_GO, Why.BAND_LIMIT)
    assert told.sees(seen(AWAY)).action is Action.REST


# progress, and its end in sight


def test_readings_that_nobody_can_trust_earn_nothing() -> None:
    told = in_hold()
    told.sees(seen(pressing(in_band_s=5.0)))
    told.sees(seen(pressing(in_band_s=7.0), age_s=0.5), after_s=2.0)
    assert told.sees(seen(pressing(in_band_s=7.0), age_s=1.0)).left_s == 15.0
    assert told.sees(seen(pressing(in_band_s=8.0))).left_s == 14.0


@pytest.mark.parametrize(
    ("earned_s", "force_n", "age_s", "soon"),
    [
        (16.9, 40.0, 0.0, False),
        (17.0, 40.0, 0.0, True),
        (19.9, 40.0, 0.0, True),
        (17.0, 46.0, 0.0, False),
        (17.0, 30.0, 0.0, False),
        (17.0, 40.0, 0.5, False),
    ],
)
def test_the_end_is_near_three_seconds_before_it_while_time_is_earned(
    earned_s: float, force_n: float, age_s: float, soon: bool
) -> None:
    told = in_hold()
    told.sees(seen(pressing(in_band_s=earned_s)))
    cue = told.sees(seen(pressing(force_n, in_band_s=earned_s), age_s=age_s), after_s=0.5)
    assert cue.soon is soon


def test_the_end_by_a_limit_is_near_whatever_is_earned() -> None:
    told = in_hold()
    assert not told.sees(seen(pressing(46.0)), after_s=86.9).soon
    assert told.sees(seen(pressing(46.0)), after_s=0.2).soon
    told = Told()
    told.sees(seen(pressing(10.0)))
    assert not told.sees(seen(pressing(10.0)), after_s=106.9).soon
    assert told.sees(seen(pressing(10.0)), after_s=0.2).soon
    assert not told.sees(seen(pressing(10.0)), after_s=3.0).soon
