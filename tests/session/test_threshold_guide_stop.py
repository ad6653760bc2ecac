"""The patient's button, STOP, what leads on after it, and the end."""

from __future__ import annotations

from typing import Any

import pytest

from protocol.events import Button
from session.cue import Action, Why
from session.inputs import GoOn, Now, Stop, StopReason
from session.threshold_cue import RampWhy
from session.threshold_state import Finished, LettingGo, Ramping
from tests.session.moments import seen
from tests.session.ramp_stands import (
    EVERY,
    GOOD,
    bad,
    finished,
    letting_go,
    off,
    on,
    ramping,
    ready,
    resting,
    stopped,
)

# the patient's button


def test_in_a_ramp_the_patients_button_is_the_press_also_where_only_its_stop_is_told() -> None:
    told = ramping()
    cue = told.sees(on(stop_by=Button.PATIENT, seen=seen(tool_stop=True, stop_latched=True)))
    assert (cue.action, cue.why, cue.clear_stop) == (Action.LET_GO, RampWhy.PRESSED, True)


def test_while_letting_go_the_button_asks_for_what_is_asked_already() -> None:
    told = letting_go()
    told.sees(on(stop_by=Button.PATIENT, seen=seen(tool_stop=True)))
    assert type(told.state) is LettingGo


@pytest.mark.parametrize("stop_by", [None, Button.TOOL])
@pytest.mark.parametrize("stand", [ready, ramping, letting_go, resting])
def test_any_other_stop_of_the_tool_is_a_stop(stand: Any, stop_by: int | None) -> None:
    told = stand()
    cue = told.sees(bad(on(stop_by=stop_by), tool_stop=True, stop_latched=True))
    assert (cue.action, cue.why, cue.clear_stop) == (Action.STOP, Why.PATIENT_STOP, False)


@pytest.mark.parametrize("stand", [ready, resting])
def test_outside_a_ramp_the_patients_button_is_a_stop(stand: Any) -> None:
    assert stand().sees(bad(off(stop_by=Button.PATIENT), tool_stop=True)).action is Action.STOP


def test_a_let_go_that_ends_no_ramp_knows_no_now() -> None:
    told = ready()
    told.sees(bad(on(), zeroed=False))
    assert told.sees(bad(on(stop_by=Button.PATIENT), tool_stop=True)).action is Action.STOP


def test_while_the_tool_holds_the_now_no_ramp_begins() -> None:
    told = resting()
    waits = told.sees(bad(off(), stop_latched=True), after_s=30.0)
    assert (waits.action, waits.why, waits.clear_stop) == (Action.WAIT, RampWhy.BUTTON_HELD, True)
    assert told.sees(off()).action is Action.PRESS


@pytest.mark.parametrize("stand", [stopped, finished])
def test_after_a_stop_and_at_the_end_a_stop_changes_nothing(stand: Any) -> None:
    told = stand()
    before = told.state
    told.sees(bad(on(), tool_stop=True))
    assert told.state == before


def test_what_was_said_on_this_side_is_left_to_the_observer() -> None:
    told = ramping()
    told.sees(on(), Now(by="therapist"))
    assert type(told.state) is Ramping


# stop, go on, end


@pytest.mark.parametrize("stand", EVERY[:-1])
def test_stop_stops_from_every_state_but_the_last(stand: Any) -> None:
    told = stand()
    cue = told.sees(on(), Stop())
    assert (cue.action, cue.why) == (Action.STOP, Why.THERAPIST_STOP)


def test_nothing_that_is_seen_goes_on_after_a_stop_and_its_ramp_gives_no_reading() -> None:
    told = stopped()
    for sight in (on(pressed=True), off(ended=(GOOD,)), off(), on()):
        assert told.sees(sight, after_s=60.0).action is Action.STOP
    assert told.guide.readings == []


@pytest.mark.parametrize("reason", [StopReason.TOO_PAINFUL, StopReason.OTHER])
def test_go_on_lets_go_rests_and_counts_the_ramp(reason: StopReason) -> None:
    told = stopped()
    assert told.sees(on(), GoOn(reason=reason)).action is Action.LET_GO
    assert told.sees(off()).action is Action.REST
    assert told.guide.readings == []


@pytest.mark.parametrize("reason", [StopReason.NERVE, StopReason.UNWELL])
def test_a_sign_of_harm_ends_the_measuring(reason: StopReason) -> None:
    told = stopped()
    cue = told.sees(on(), GoOn(reason=reason))
    assert (cue.action, cue.why) == (Action.LET_GO, None)
    assert type(told.state) is Finished
    assert told.sees(off()).action is Action.DONE


def test_go_on_without_a_stop_and_a_stop_after_the_end_change_nothing() -> None:
    told = ramping()
    told.sees(on(), GoOn(reason=StopReason.OTHER))
    assert type(told.state) is Ramping
    told = finished()
    told.sees(off(), Stop())
    assert told.state == Finished("Ended before it was complete.")
