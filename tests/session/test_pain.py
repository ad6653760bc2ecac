from __future__ import annotations

from session.cue import Action, Ask, Question
from session.inputs import Pain, PainGone, PainHalved, Softer
from session.state import Pressing
from tests.session.moments import AWAY, PLAN, Told, pressing, seen

LONG = PLAN.model_copy(update={"hold_s": 90.0, "ends_when_pain_gone": False, "ends_when_pain_halved": False})


def asked() -> list[tuple[float, int]]:
    """When a new question comes in a hold of 81 s without answers."""
    told, new = Told(LONG), []
    last = told.presses().ask
    new.append((0.0, last.number if last else 0))
    for eighth in range(1, 8 * 81):
        cue = told.sees(seen(pressing(in_band_s=eighth / 8)), after_s=0.125)
        if cue.ask is not None and cue.ask != last:
            new.append((eighth / 8, cue.ask.number))
        last = cue.ask
    return new


def test_pain_is_asked_for_at_the_plateau_at_twenty_seconds_and_then_every_fifteen() -> None:
    assert asked() == [(0.0, 1), (20.0, 2), (35.0, 3), (50.0, 4), (65.0, 5), (80.0, 6)]


def test_an_answer_takes_the_question_away_until_the_next_is_due() -> None:
    for said in (Pain(nrs=3, by="patient"), PainHalved(), PainGone()):
        told = Told(LONG)
        assert told.presses().ask == Ask(Question.PAIN, 1)
        assert told.sees(seen(pressing()), said).ask is None
        assert told.sees(seen(pressing()), after_s=19.9).ask is None
        assert told.sees(seen(pressing()), after_s=0.2).ask == Ask(Question.PAIN, 2)


def test_one_answer_is_enough_for_all_questions_before_it() -> None:
    told = Told(LONG)
    told.presses()
    told.sees(seen(pressing()), after_s=40.0)
    assert told.sees(seen(pressing()), Pain(nrs=3, by="therapist")).ask is None


def test_what_is_recalled_and_what_is_felt_are_no_answers() -> None:
    told = Told(LONG.model_copy(update={"ends_when_softer": False}))
    told.presses()
    cue = told.sees(seen(pressing()), Softer(), Pain(nrs=3, by="patient", recalled=True))
    assert cue.ask == Ask(Question.PAIN, 1)


def test_nothing_is_asked_before_the_plateau_off_the_skin_or_in_a_let_go() -> None:
    told = Told(LONG)
    assert told.sees(seen(pressing(10.0))).ask is None
    told.presses()
    assert told.sees(seen(pressing(), age_s=2.0)).ask is None
    assert told.lifts().ask is None
    told = Told(PLAN)
    told.presses()
    assert told.sees(seen(pressing(in_band_s=20.0))).ask is None


def test_the_time_off_the_skin_brings_no_question_nearer() -> None:
    told = Told(LONG)
    told.presses()
    told.sees(seen(pressing()), Pain(nrs=3, by="patient"), after_s=15.0)
    told.lifts()
    assert told.sees(seen(pressing(in_band_s=0.0)), after_s=9.0).ask is None
    assert told.sees(seen(pressing(in_band_s=0.0)), after_s=5.1).ask == Ask(Question.PAIN, 2)


def test_an_advisory_prompts_one_question_more_and_ends_nothing() -> None:
    told = Told(LONG)
    told.presses()
    told.sees(seen(pressing()), Pain(nrs=3, by="patient"))
    cue = told.sees(seen(pressing(), softening=True))
    assert (cue.action, cue.why, cue.ask) == (Action.HOLD, None, Ask(Question.SOFTENING, 2))
    assert told.sees(seen(pressing(), softening=False)).ask == cue.ask
    assert told.sees(seen(pressing()), PainHalved()).ask is None
    told.sees(seen(pressing(), softening=True))
    assert told.sees(seen(pressing(), softening=True)).ask == Ask(Question.SOFTENING, 3)
    assert isinstance(told.guide.state, Pressing)


def test_a_new_hold_asks_from_the_beginning() -> None:
    told = Told(PLAN)
    told.presses()
    told.sees(seen(pressing(in_band_s=20.0)), Pain(nrs=3, by="patient"))
    told.lifts()
    told.sees(seen(AWAY), after_s=PLAN.rest_s)
    assert told.presses().ask == Ask(Question.PAIN, 1)
