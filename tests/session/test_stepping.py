"""A step up while a plan runs: after what the client said, from the next contact on, and never above the cap."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from session.cue import Action, Cue, MayStep, NotYet, Why
from session.guide import Guide
from session.inputs import GoOn, Input, Pain, PainGone, PainHalved, Quit, StepUp, Stop, StopReason
from session.plan import MOST_RISES, Cap, Plan, Rise, StepAfter
from session.state import Finished, LettingGo, Resting
from tests.session.hands import Hand
from tests.session.moments import AWAY, PLAN, Told, pressing, seen
from tests.session.test_stories import Story, plans, stories

RISE = Rise(after=StepAfter.PAIN_GONE, by_percent=10, left=2, highest_target_n=45.0, why="a test")
HIGHER_N = 40.0 * (1 + 10 / 100)
ONE = PLAN.model_copy(update={"repetitions": 1, "ends_when_pain_gone": False, "ends_when_pain_halved": False})


def rising(**changes: Any) -> Plan:
    """One hold at 40 N and two steps of 10 %, to 45 N at most."""
    return ONE.model_copy(update={"rise": RISE.model_copy(update=changes), "hold_s": 60.0})


def held(plan: Plan, *said: Input, for_s: float = 21.0) -> Told:
    """In the band for so long, then this is said."""
    told = Told(plan)
    told.presses()
    told.sees(seen(pressing(in_band_s=for_s)), after_s=for_s)
    told.sees(seen(pressing(in_band_s=for_s)), *said)
    return told


def ask(told: Told) -> Cue:
    return told.sees(seen(pressing(in_band_s=22.0)), StepUp())


def test_when_the_pain_is_gone_the_hold_ends_and_the_next_one_is_a_tenth_higher() -> None:
    told = held(rising(), PainGone())
    assert told.sees(seen(pressing(in_band_s=21.0))).step == MayStep(HIGHER_N, "the pain is gone")
    cue = ask(told)
    assert (cue.action, cue.why) == (Action.LET_GO, Why.STEP_UP)
    assert told.guide.answer == "Step up to 44.0 N from the next contact on: the pain is gone."
    assert (cue.target_n, cue.repetitions) == (HIGHER_N, 2)
    told.lifts()
    assert isinstance(told.guide.state, Resting)
    assert told.sees(seen(AWAY), after_s=10.0).action is Action.PRESS
    assert told.guide.repetition == 2
    told.sees(seen(AWAY))
    assert told.guide.answer == ""


def test_the_last_step_ends_at_the_highest_target_and_after_it_there_is_none() -> None:
    plan = rising().stepped()
    assert plan.stepped().target_n == 45.0
    assert plan.stepped().stepped() == plan.stepped()
    assert plan.stepped().rise == RISE.model_copy(update={"left": 0})
    assert ONE.stepped() is ONE


def refused(told: Told, *said: Input) -> str:
    told.sees(seen(pressing(in_band_s=21.0)), *said, StepUp())
    return told.guide.answer


GONE = PainGone()
PAIN = Pain(nrs=4, by="patient")


@pytest.mark.parametrize(
    ("plan", "said", "why"),
    [
        (ONE, (GONE,), "this plan has none"),
        (rising(left=0), (GONE,), "all steps of this plan are taken"),
        (rising(highest_target_n=40.0), (GONE,), "40.0 N is the most here, a test"),
        (rising(), (), "the client has not said in this hold, after 20 s in the band, that the pain is gone"),
        (rising(), (PainHalved(),), "the client has not said in this hold, after 20 s in the band, that the pain is g"),
        (rising(after=StepAfter.PAIN_HALVED), (PAIN,), "the client has not said in this hold, after 20 s in the band"),
        (
            rising(after=StepAfter.PAIN_BELOW, below_nrs=4),
            (PAIN,),
            "has not said in this hold that the pain is below 4",
        ),
        (rising(), (GONE, Stop()), "after a STOP nothing rises: first say why it was pressed"),
    ],
)
def test_it_is_refused_with_its_reason(plan: Plan, said: tuple[Input, ...], why: str) -> None:
    told = held(plan)
    target_n = told.guide.plan.target_n
    assert refused(told, *said).startswith("No step up: ")
    assert why in told.guide.answer
    assert told.guide.plan.target_n == target_n


@pytest.mark.parametrize(
    ("changes", "said", "because"),
    [
        ({"after": StepAfter.PAIN_HALVED}, PainHalved(), "the pain has halved"),
        ({"after": StepAfter.PAIN_HALVED}, PainGone(), "the pain has halved"),
        ({"after": StepAfter.PAIN_BELOW, "below_nrs": 5}, PAIN, "the pain is 4, below 5"),
        ({}, Pain(nrs=0, by="patient"), "the pain is gone"),
    ],
)
def test_what_the_client_said_allows_it(changes: dict[str, Any], said: Input, because: str) -> None:
    told = held(rising(**changes), said)
    assert told.sees(seen(pressing(in_band_s=21.0))).step == MayStep(HIGHER_N, because)


def test_what_was_said_too_early_does_not() -> None:
    assert isinstance(held(rising(), PainGone(), for_s=15.0).sees(seen(pressing())).step, NotYet)


def test_one_word_of_the_client_is_good_for_one_step() -> None:
    told = held(rising(), PainGone())
    ask(told)
    assert "has not said" in refused(told)
    assert told.guide.plan.target_n == pytest.approx(44.0)


def test_without_a_hold_or_after_the_end_nothing_rises() -> None:
    told = Told(rising())
    told.sees(seen(AWAY), StepUp())
    assert "has not said" in told.guide.answer
    told.sees(seen(AWAY), Quit())
    told.sees(seen(AWAY), StepUp())
    assert told.guide.answer == "No step up: the treatment is over."


def test_a_hold_that_was_ended_for_safety_is_followed_by_no_step() -> None:
    told = held(rising(), PainGone())
    told.sees(seen(pressing(58.0)))
    assert refused(told) == "No step up: the hold ended because the pressure is above the limit."
    lost = held(rising(), PainGone())
    lost.lifts()
    lost.sees(seen(AWAY), StepUp())
    assert lost.guide.answer == "No step up: the tool left the skin."


def test_while_the_last_hold_is_let_go_of_there_can_be_one_more() -> None:
    told = held(rising(), PainGone())
    told.sees(seen(pressing(in_band_s=60.0)))
    assert told.guide.state == LettingGo(Why.TIME_IN_BAND, Finished("All holds are done."))
    cue = ask(told)
    assert (cue.why, cue.repetitions) == (Why.STEP_UP, 2)


def test_in_the_rest_between_two_holds_the_next_one_rises_and_none_is_added() -> None:
    told = held(rising().model_copy(update={"repetitions": 2}), PainGone())
    told.sees(seen(pressing(in_band_s=60.0)))
    told.lifts()
    cue = told.sees(seen(AWAY), StepUp())
    assert (cue.action, cue.repetitions) == (Action.REST, 2)
    assert cue.target_n == pytest.approx(44.0)


def test_steps_that_add_no_hold_take_one_of_the_plans_and_the_last_hold_has_none() -> None:
    told = held(rising(adds_a_hold=False).model_copy(update={"repetitions": 2}), PainGone())
    cue = ask(told)
    assert (cue.why, cue.repetitions) == (Why.STEP_UP, 2)
    told.lifts()
    told.sees(seen(AWAY), after_s=10.0)
    told.presses()
    told.sees(seen(pressing(in_band_s=21.0)), after_s=21.0)
    assert refused(told, PainGone()) == "No step up: this is the last hold of the plan."


def test_after_too_painful_nothing_rises_any_more() -> None:
    told = held(rising(), Stop())
    told.sees(seen(AWAY), GoOn(reason=StopReason.TOO_PAINFUL))
    assert told.guide.plan.rise is None
    assert told.sees(seen(AWAY)).step is None


def test_a_plan_whose_steps_would_rise_above_its_cap_cannot_be_made() -> None:
    with pytest.raises(ValueError, match=r"its steps would rise to 46\.0 N, the limit is 50 N \(a test\): end them at"):
        rising(highest_target_n=46.0)


@st.composite
def risings(draw: st.DrawFn) -> Plan:
    """Any plan, with steps that its cap has room for."""
    plan = draw(plans())
    rise = Rise(
        after=draw(st.sampled_from(StepAfter)),
        below_nrs=draw(st.integers(0, 8)),
        by_percent=draw(st.floats(1, 20)),
        left=draw(st.integers(0, MOST_RISES)),
        highest_target_n=plan.highest_target_n * (1 - 1e-12),
        why="drawn",
        adds_a_hold=draw(st.booleans()),
    )
    return plan.model_copy(update={"rise": rise})


@given(risings(), stories, st.sets(st.integers(0, 40)))
def test_whatever_happens_no_step_lifts_the_band_above_the_cap(plan: Plan, story: Story, asked: set[int]) -> None:
    guide, hand = Guide(plan), Hand(plan)
    assert plan.rise is not None
    for number, (deed, _, said) in enumerate(story):
        steps: tuple[Input, ...] = (StepUp(),) if number in asked else ()
        before_n = guide.plan.target_n
        cue = guide.update(hand.do(deed, guide.plan), hand.now_s, said + steps)
        assert cue.high_n <= plan.cap.force_n
        assert cue.target_n <= max(before_n * (1 + plan.rise.by_percent / 100), before_n) * (1 + 1e-12)
    assert guide.plan.cap == plan.cap
    assert guide.plan.repetitions <= plan.repetitions + plan.rise.left


def test_the_cap_of_the_steps_is_the_plans_own() -> None:
    tighter = Cap(force_n=44.5, reasons=("less",))
    with pytest.raises(ValueError, match="its steps would rise"):
        rising().model_copy(update={"cap": tighter})
