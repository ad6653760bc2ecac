"""A hand that has one button: what it says before the first press and after a STOP."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from session.cue import Action, Why
from session.inputs import AskPlace, GoOn, Here, LeaveOut, Pain, PainGone, PainHalved, Stop, StopReason
from session.one_button import following, meant
from session.plan import BAND_LIMIT_S
from session.state import Finished, Placing, Pressing, Ready, Stopped
from tests.session.moments import AWAY, Told, pressing, seen
from tests.session.stands import every_state, in_hold, placing, stopped

SHORT, DOUBLE = PainHalved(), PainGone()


@every_state
def test_outside_of_two_states_a_press_says_what_it_says(stand: Callable[[], Told]) -> None:
    if stand in (placing, stopped):
        return
    assert meant(stand().guide.state, (SHORT, DOUBLE)) == ()


def test_before_the_first_press_short_says_here_and_double_leaves_the_place_out() -> None:
    assert meant(Placing(), (SHORT, Stop(), DOUBLE)) == (Here(), LeaveOut())


@pytest.mark.parametrize("reason", StopReason)
def test_after_a_stop_a_double_press_takes_the_reason_that_was_reached(reason: StopReason) -> None:
    assert meant(Stopped(Why.THERAPIST_STOP, 1.0, offered=reason), (SHORT, DOUBLE)) == (GoOn(reason=reason),)


def test_a_double_press_before_any_reason_was_reached_leads_nowhere() -> None:
    assert meant(Stopped(Why.THERAPIST_STOP, 1.0), (DOUBLE,)) == ()


def test_short_presses_after_a_stop_go_round_the_reasons_one_at_a_time() -> None:
    told = stopped()
    offered = [told.sees(seen(AWAY), SHORT).offered for _ in range(5)]
    assert offered == [*StopReason, StopReason.TOO_PAINFUL]
    assert told.sees(seen(AWAY), SHORT, SHORT).offered is StopReason.NERVE, "of two at once the first counts"


def test_the_press_that_stops_moves_to_no_reason() -> None:
    told = placing()
    assert told.sees(seen(AWAY), Stop(), SHORT).offered is None


def test_after_the_last_reason_comes_the_first() -> None:
    assert following(StopReason.OTHER) is following(None) is StopReason.TOO_PAINFUL


@pytest.mark.parametrize(("reason", "answered"), [(StopReason.TOO_PAINFUL, 1), (StopReason.OTHER, 0)])
def test_a_stop_is_answered_once_a_reason_leads_out_of_it(reason: StopReason, answered: int) -> None:
    told = in_hold()
    assert told.sees(seen(pressing()), Pain(nrs=9, by="patient")).answered == 0
    cue = told.sees(seen(AWAY), GoOn(reason=reason))
    assert (cue.answered, cue.action is Action.STOP) == (answered, not answered)
    assert told.sees(seen(AWAY), GoOn(reason=reason)).answered == answered


# the place


def test_before_somebody_says_here_contact_begins_no_hold_however_long() -> None:
    told = placing()
    for _ in range(5):
        cue = told.sees(seen(pressing()), after_s=BAND_LIMIT_S)
        assert (cue.action, cue.why) == (Action.WAIT, Why.PLACE)
    told.sees(seen(AWAY), Here())
    assert told.sees(seen(AWAY)).action is Action.PRESS
    told.presses()
    assert isinstance(told.guide.state, Pressing)


def test_what_is_wrong_with_the_tool_is_said_before_the_place() -> None:
    assert placing().sees(seen(AWAY, zeroed=False)).why is Why.ZERO_NEEDED


def test_a_place_that_is_left_out_is_over_and_the_next_one_may_follow() -> None:
    told = placing()
    assert told.sees(seen(AWAY), LeaveOut()).action is Action.DONE
    assert told.guide.state == Finished("This place was left out.", leads_on=True)


@every_state
def test_the_place_is_asked_for_before_the_first_hold_alone(stand: Callable[[], Told]) -> None:
    told, twin = stand(), stand()
    told.sees(seen(AWAY), AskPlace())
    twin.sees(seen(AWAY))
    expected = Placing() if isinstance(twin.guide.state, Ready) else twin.guide.state
    assert told.guide.state == expected


@pytest.mark.parametrize("value", [Here(), LeaveOut()])
@every_state
def test_here_and_left_out_mean_nothing_where_no_place_was_asked_for(
    stand: Callable[[], Told], value: Here | LeaveOut
) -> None:
    if stand is placing:
        return
    told, twin = stand(), stand()
    assert told.sees(seen(AWAY), value) == twin.sees(seen(AWAY))
