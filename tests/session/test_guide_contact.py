"""The tool leaves the skin, and comes back."""

from __future__ import annotations

from typing import Any

import pytest

from analysis.live import Phase
from session.cue import Action, Why
from tests.session.moments import AWAY, PLAN, Told, pressing, seen
from tests.session.stands import in_hold, resting

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
