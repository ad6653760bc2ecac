"""STOP, what leads on after it, and the end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from session.cue import Action, Why
from session.inputs import GoOn, Input, Pain, Quit, Stop, StopReason
from session.plan import Plan
from session.seen import Seen
from session.state import Finished
from tests.session.moments import AWAY, PLAN, Told, pressing, seen
from tests.session.stands import ONCE, every_state, finished, in_hold, letting_go, lost, ready, resting, stopped

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
