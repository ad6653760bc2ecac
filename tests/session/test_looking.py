"""Nobody is pressed before the tool was looked at (risk D13): the guide, of a treatment and of a threshold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from session.cue import Action, Why
from session.guide import Guide
from session.inputs import AwaitLook, GoOn, Input, Stop, StopReason, ToolFit
from session.looking import SEEN_S, Looking, Passed
from session.plan import Plan
from session.state import LettingGo, Placing, Pressing, Ready
from session.threshold_state import Ramping
from session.whom import Whom
from simulator.happenings.people import PatientStop, Press
from tests.session import ramp_stands
from tests.session.hands import Hand
from tests.session.moments import AWAY, PLAN, Told, pressing, seen
from tests.session.rooms import LIGHT, Room, room, scenario
from tests.session.test_stories import Story, plans, stories

WHOM = Whom("K7QF-3M2P", "Infraspinatus", "client's left", "at most 25.0 N (250 kPa) for 90 s", ("a site",), ())
ASKS = (Action.PRESS, Action.MORE)


def looked_at() -> Told:
    """A guide of a person's treatment, and readings since 3 s."""
    told = Told()
    told.guide.await_look()
    told.sees(seen(AWAY))
    told.sees(seen(AWAY), after_s=3.0)
    return told


def test_the_seconds_that_are_left_count_from_the_first_reading() -> None:
    told = Told()
    told.guide.await_look()
    before = told.sees(seen(AWAY, age_s=None))
    assert (before.action, before.why, before.left_s) == (Action.WAIT, Why.DATA_SILENT, SEEN_S)
    told.sees(seen(AWAY))
    first = told.sees(seen(AWAY), after_s=4.0)
    assert (first.action, first.why, round(first.left_s, 9)) == (Action.WAIT, Why.LOOKING, 6.5)
    late = told.sees(seen(AWAY), after_s=60.0)
    assert (late.action, late.why, late.left_s) == (Action.WAIT, Why.LOOKING, 0.0)


def test_once_the_tool_is_fit_the_guide_asks_for_contact() -> None:
    told = looked_at()
    cue = told.sees(seen(AWAY), ToolFit())
    assert (cue.action, cue.why, cue.left_s) == (Action.PRESS, None, PLAN.hold_s)
    told.presses()
    assert isinstance(told.guide.state, Pressing)


def test_a_press_before_it_is_no_hold_and_is_let_go_of_before_anything_follows() -> None:
    told = looked_at()
    cue = told.sees(seen(pressing()))
    assert (cue.action, cue.why) == (Action.LET_GO, Why.NOT_YET)
    still = told.sees(seen(pressing()), ToolFit())
    assert (still.action, still.why) == (Action.LET_GO, Why.NOT_YET)
    assert told.lifts().action is Action.PRESS
    assert told.guide.repetition == 1
    (call,) = told.guide.calls.all
    assert (call.why, call.after_peak_n) == (Why.NOT_YET, 40.0)


def test_after_such_a_press_the_look_goes_on() -> None:
    told = looked_at()
    told.sees(seen(pressing()))
    assert (told.lifts().why, told.guide.state) == (Why.LOOKING, Ready())


def test_a_place_that_was_asked_for_is_still_asked_for_after_it() -> None:
    told = looked_at()
    told.guide.state = Placing()
    assert told.sees(seen(pressing())).why is Why.NOT_YET
    assert told.lifts().why is Why.LOOKING
    assert told.guide.state == Placing()
    assert told.sees(seen(AWAY), ToolFit()).why is Why.PLACE


def test_a_stop_during_the_look_stops_and_going_on_leads_back_into_it() -> None:
    told = looked_at()
    assert told.sees(seen(AWAY), Stop()).action is Action.STOP
    told.sees(seen(AWAY), GoOn(reason=StopReason.OTHER))
    assert told.sees(seen(AWAY)).why is Why.LOOKING
    assert isinstance(told.guide.look, Looking)


def test_the_wish_to_wait_is_heard_as_it_stands_in_a_record() -> None:
    guide = Guide(PLAN)
    assert guide.update(seen(AWAY), 1.0).action is Action.PRESS
    assert guide.update(seen(AWAY), 2.0, (AwaitLook(),)).why is Why.LOOKING
    assert guide.update(seen(AWAY), 3.0, (ToolFit(),)).action is Action.PRESS
    assert guide.look == Passed()


def test_other_reasons_to_wait_are_named_first() -> None:
    told = looked_at()
    assert told.sees(seen(AWAY, zeroed=False)).why is Why.ZERO_NEEDED


@given(plans(), stories, st.integers(0, 40))
def test_before_the_look_has_passed_nobody_is_asked_for_contact_and_nothing_is_a_hold(
    plan: Plan, story: Story, fit_at: int
) -> None:
    guide, hand = Guide(plan), Hand(plan)
    guide.await_look()
    for number, (deed, _, said) in enumerate(story):
        fit: tuple[Input, ...] = (ToolFit(),) if number == fit_at else ()
        now = hand.do(deed, guide.plan)
        cue = guide.update(now, hand.now_s, said + fit)
        if number < fit_at:
            assert cue.action not in ASKS
            assert not isinstance(guide.state, Pressing)
            assert not now.live.contact or cue.action in (Action.LET_GO, Action.STOP, Action.DONE)


# a threshold


def test_a_ramp_waits_for_the_look_too_and_says_how_long() -> None:
    told = ramp_stands.Told()
    told.guide.look = Looking()
    told.sees(ramp_stands.off())
    cue = told.sees(ramp_stands.off(), after_s=4.0)
    assert (cue.action, cue.why, round(cue.left_s, 9)) == (Action.WAIT, Why.LOOKING, 6.5)
    cue = told.sees(ramp_stands.on())
    assert (cue.action, cue.why) == (Action.LET_GO, Why.NOT_YET)
    assert told.sees(ramp_stands.off(), ToolFit()).action is Action.PRESS
    assert told.guide.readings == []
    told.sees(ramp_stands.on())
    assert isinstance(told.state, Ramping)


def test_a_threshold_waits_where_the_record_says_so() -> None:
    told = ramp_stands.Told()
    assert told.sees(ramp_stands.off(), AwaitLook()).why is Why.LOOKING


# with a simulated tool


def of_person(place: Room) -> None:
    place.runner.press(WHOM)


def test_a_person_is_not_pressed_as_long_as_nobody_says_that_the_tool_is_fit() -> None:
    waited = room(scenario(for_s=20), prepare=of_person)
    assert {step.action for step in waited.steps} <= {Action.WAIT, Action.LET_GO}  # silent after its end
    assert (Action.WAIT, Why.LOOKING) in waited.said
    assert Pressing not in {step.state for step in waited.steps}


def test_a_press_before_the_look_is_told_and_counted_with_its_dose() -> None:
    def deaf(place: Room) -> None:
        of_person(place)
        place.deaf = True

    early = room(scenario(for_s=12, presses=(Press(at_s=4.0, force_n=6.0, for_s=3.0),)), prepare=deaf)
    assert (Action.LET_GO, Why.NOT_YET) in early.said
    assert LettingGo in {step.state for step in early.steps}
    summary = early.runner.view().summary
    assert summary is not None
    (hold,) = summary.holds
    assert hold.ended_by == "not yet: the tool is still being looked at"
    assert 2.5 < hold.duration_s < 4.0
    assert hold.dose_kpa_s is not None
    assert hold.dose_kpa_s > 0
    assert hold.after_cue_s > 2.0


def test_the_clients_button_stops_during_the_look() -> None:
    def answering(place: Room) -> None:
        of_person(place)
        place.at[8.0] = lambda: place.runner.hear(GoOn(reason=StopReason.OTHER))
        place.at[10.0] = lambda: place.runner.hear(ToolFit())

    stopped = room(scenario(PatientStop(at_s=5.0), for_s=40), LIGHT, prepare=answering)
    said = stopped.said
    assert (Action.STOP, Why.PATIENT_STOP) in said
    assert said.index((Action.STOP, Why.PATIENT_STOP)) < [action for action, _ in said].index(Action.PRESS)
    assert stopped.steps[-1].action is Action.DONE
