"""What expires, what belongs to the visit, and what a STOP closes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pydantic import ValidationError

from clinic.screening.adverse import AdverseEvent, FollowedUp, Register
from clinic.screening.answers import Answer, ChangeReply, Form
from clinic.screening.asked import Bench, Use
from clinic.screening.clearance import PractitionerClearance
from clinic.screening.consent import Consent
from clinic.screening.effective import EffectiveCap, effective_cap, require_cap
from session.cue import Why
from session.errors import InputError
from session.inputs import StopReason
from tests.clinic.screening.charts import (
    ANNA,
    BEFORE,
    BODY,
    CONSENT,
    LIBRARY,
    NECK,
    NOW,
    TIM,
    acknowledged,
    asked,
    cap_of,
    changed,
    chart,
    medical,
    ppt,
    practitioner,
    refusal_of,
    screening,
)

DAY = timedelta(days=1)
MOMENT = timedelta(seconds=1)
SAME = ChangeReply(answer=Answer.NO, at=BEFORE, by=ANNA)


def test_answers_hold_for_less_than_90_days() -> None:
    for age, held in ((90 * DAY - MOMENT, True), (90 * DAY, False)):
        old = changed(chart(), screenings=(screening(at=NOW - age),), changes=(SAME,))
        assert isinstance(effective_cap(LIBRARY, old, asked(), NOW), EffectiveCap) is held
    assert refusal_of(old, asked()).reasons == ("the answers are older than 90 days: ask the questions again",)


def test_without_answers_nobody_is_pressed_however_much_was_consented_to() -> None:
    assert refusal_of(changed(chart(), screenings=()), asked()).reasons[0].startswith("the screening questions")
    ahead = changed(chart(), screenings=(screening(at=NOW + MOMENT),))
    assert refusal_of(ahead, asked()).reasons[0].startswith("the screening questions")


def test_whether_anything_changed_is_asked_at_each_visit_and_never_answered_beforehand() -> None:
    with pytest.raises(ValidationError, match="answer"):
        ChangeReply.model_validate({"at": NOW, "by": ANNA})
    week_ago = changed(chart(), screenings=(screening(at=NOW - 7 * DAY),))
    assert "whether anything changed" in refusal_of(week_ago, asked()).sentence
    cap_of(changed(week_ago, changes=(SAME,)), asked())
    yesterday = SAME.model_copy(update={"at": NOW - DAY})
    assert "whether anything changed" in refusal_of(changed(week_ago, changes=(yesterday,)), asked()).sentence


@pytest.mark.parametrize("answer", [Answer.YES, Answer.UNSURE])
def test_when_something_changed_all_questions_are_asked_again_and_clearances_end(answer: Answer) -> None:
    reply = ChangeReply(answer=answer, at=NOW - timedelta(minutes=30), by=ANNA)
    assert "something changed" in refusal_of(changed(chart(), changes=(reply,)), asked()).sentence
    surgery = {"recent-surgery": Answer.YES}
    again = changed(
        chart(),
        screenings=(screening(surgery, at=NOW - timedelta(minutes=10)),),
        changes=(reply,),
        clearances=(practitioner("recent-surgery"),),
        acknowledgements=(acknowledged("recent-surgery"),),
    )
    assert "recent" in refusal_of(again, asked()).sentence.lower()
    new = practitioner("recent-surgery", NOW - timedelta(minutes=5))
    cap_of(changed(again, clearances=(new,)), asked())


def test_a_clearance_and_the_letter_behind_it_expire() -> None:
    start = changed(chart(clot=Answer.YES), acknowledgements=(acknowledged("clot"),))
    old_letter = medical("clot").model_copy(update={"dated": (NOW - 90 * DAY).date()})
    for clearance in (medical("clot", NOW - 90 * DAY), medical("clot", NOW + MOMENT), old_letter):
        refusal = refusal_of(changed(start, clearances=(clearance,)), asked())
        assert LIBRARY.contraindications["clot"].name in refusal.sentence
    assert cap_of(changed(start, clearances=(medical("clot", NOW - 89 * DAY),)), asked()).capped


def test_an_acknowledgement_is_of_this_visit() -> None:
    start = chart(pregnancy=Answer.YES)
    for age, known in ((timedelta(hours=12), True), (timedelta(hours=12) + MOMENT, False), (-MOMENT, False)):
        told = changed(start, acknowledgements=(acknowledged("pregnancy", NOW - age),))
        assert isinstance(effective_cap(LIBRARY, told, asked(), NOW), EffectiveCap) is known


def test_a_trainee_clears_nothing() -> None:
    with pytest.raises(ValidationError, match="Tim Rey is a trainee and clears nothing: ask a practitioner"):
        PractitionerClearance(question="recent-surgery", by=TIM, at=NOW, reason="looks fine")


def test_a_clearance_names_who_and_why() -> None:
    for lacking in ({"reason": " "}, {"by": {"name": "", "role": "practitioner"}}):
        with pytest.raises(ValidationError):
            PractitionerClearance.model_validate(dict(practitioner("recent-surgery")) | lacking)
    with pytest.raises(ValidationError, match="dated after it was recorded"):
        type(medical("clot")).model_validate(dict(medical("clot")) | {"dated": (NOW + DAY).date()})


def test_consent_is_of_this_visit_was_tried_and_can_be_taken_back() -> None:
    for consents in (
        (),
        (CONSENT.model_copy(update={"at": NOW - DAY}),),
        (CONSENT.model_copy(update={"withdrawn_at": NOW}),),
        (CONSENT.model_copy(update={"at": BEFORE - MOMENT}), CONSENT.model_copy(update={"withdrawn_at": BEFORE})),
    ):
        assert "no consent" in refusal_of(changed(chart(), consents=consents), asked()).sentence
    with pytest.raises(ValidationError, match="signal_tried"):
        Consent.model_validate(dict(CONSENT) | {"signal_tried": False})


def test_a_quick_session_asks_the_hard_questions_and_presumes_the_rest() -> None:
    quick = changed(chart(), screenings=(screening(form=Form.QUICK),))
    cap = cap_of(quick, asked(threshold=ppt(400.0)))
    assert (cap.force_n, cap.hold_s, cap.capped, cap.pain_guided) == (10.0, 30.0, True, False)
    without = screening(form=Form.QUICK)
    replies = {name: answer for name, answer in without.replies.items() if name != "clot"}
    gap = changed(quick, screenings=(without.model_copy(update={"replies": replies}),))
    assert "blocked until it is asked" in refusal_of(gap, asked()).sentence


def test_a_question_that_was_left_out_of_a_full_questionnaire_blocks() -> None:
    whole = screening()
    replies = {name: answer for name, answer in whole.replies.items() if name != "migraine"}
    gap = changed(chart(), screenings=(whole.model_copy(update={"replies": replies}),))
    assert "blocked until it is asked" in refusal_of(gap, asked()).sentence


def test_a_place_that_nobody_asked_about_is_blocked() -> None:
    elsewhere = changed(chart(), screenings=(screening(spots=(NECK,)),))
    assert len(refusal_of(elsewhere, asked()).reasons) == 13


@pytest.mark.parametrize(
    "kept",
    [
        {"spot": NECK},
        {"area_cm2": 2.0},
        {"at": NOW - DAY},
        {"at": NOW + MOMENT},
        {"trusted": False},
    ],
)
def test_a_threshold_of_another_visit_point_or_tip_or_with_a_verdict_counts_as_none(kept: dict[str, object]) -> None:
    other = ppt(400.0).model_copy(update=kept)
    cap = cap_of(chart(), asked(threshold=other))
    assert (cap.force_n, cap.threshold_kpa, cap.highest_nrs) == (25.0, None, 5)


def test_a_threshold_after_a_painkiller_lowers_the_cap_and_never_raises_it() -> None:
    taken = chart(painkiller=Answer.YES)
    assert cap_of(taken, asked(threshold=ppt(400.0))).force_n == 25.0
    assert cap_of(taken, asked(threshold=ppt(100.0))).force_n == pytest.approx(13.5)


def test_the_same_point_waits_48_hours() -> None:
    for age, free in ((timedelta(hours=48), True), (timedelta(hours=48) - MOMENT, False)):
        found = effective_cap(LIBRARY, chart(), asked(last_visit=NOW - age), NOW)
        assert isinstance(found, EffectiveCap) is free
    text = refusal_of(chart(), asked(last_visit=NOW - timedelta(hours=40))).sentence
    assert "less than 48 h ago: not before 2026-05-04 18:00" in text
    cap_of(chart(), asked(Use.THRESHOLD, last_visit=NOW - DAY))


def test_the_time_at_one_point_is_used_up_after_300_s() -> None:
    cap = cap_of(chart(), asked(pressed_s=280.0))
    assert (cap.hold_s, cap.cap.contact_s) == (20.0, 20.0)
    assert "at another one" in refusal_of(chart(), asked(pressed_s=300.0)).sentence


def stopped(reason: StopReason | None, **more: object) -> AdverseEvent:
    values = {"at": BEFORE, "spot": BODY, "why": Why.PATIENT_STOP, "reason": reason} | more
    return AdverseEvent.model_validate(values)


def test_a_stop_closes_the_point_or_the_session_or_lowers_the_target() -> None:
    for reason, here, elsewhere in (
        (StopReason.NERVE, False, True),
        (StopReason.UNWELL, False, False),
        (None, False, False),
        (StopReason.OTHER, True, True),
        (StopReason.TOO_PAINFUL, True, True),
    ):
        start = changed(chart(), stops=Register(events=(stopped(reason),)))
        found = [effective_cap(LIBRARY, start, asked(spot=spot), NOW) for spot in (BODY, NECK)]
        assert [isinstance(each, EffectiveCap) for each in found] == [here, elsewhere]
    painful = changed(chart(), stops=Register(events=(stopped(StopReason.TOO_PAINFUL, target_n=20.0),)))
    assert cap_of(painful, asked()).force_n == 16.0
    tomorrow = changed(chart(), stops=Register(events=(stopped(StopReason.UNWELL, at=NOW - DAY),)))
    cap_of(tomorrow, asked())


def test_each_event_is_followed_up_after_24_hours() -> None:
    event = stopped(StopReason.OTHER)
    register = Register().with_event(event)
    assert register.due(BEFORE + DAY - MOMENT) == ()
    assert register.due(BEFORE + DAY) == (event,)
    done = register.followed_up(event.id, FollowedUp(at=NOW + DAY, by=TIM, words="fine since the evening"))
    assert done.due(BEFORE + 2 * DAY) == ()
    assert done.events[0].reason is StopReason.OTHER
    with pytest.raises(ValueError, match="no such adverse event"):
        Register().followed_up(event.id, FollowedUp(at=NOW, by=TIM, words="fine"))
    with pytest.raises(ValidationError, match="twice"):
        Register(events=(event, event))


def test_a_reason_that_is_told_later_replaces_the_unknown_one() -> None:
    event = stopped(None)
    told = Register().with_event(event).with_event(event.told(StopReason.OTHER))
    assert [each.reason for each in told.events] == [StopReason.OTHER]


def test_the_bench_has_a_low_cap_and_needs_nobody() -> None:
    bench = effective_cap(LIBRARY, Bench(), None, NOW)
    assert isinstance(bench, EffectiveCap)
    assert (bench.force_n, bench.hold_s) == (60.0, 90.0)


def test_who_needs_a_cap_hears_every_reason() -> None:
    blocked = chart(clot=Answer.YES, **{"recent-trauma": Answer.UNSURE})
    with pytest.raises(InputError, match=r"nobody is pressed here now: .*thrombosis.*: blocked.*; .*unsure"):
        require_cap(LIBRARY, blocked, asked(), NOW)
    refusal = refusal_of(blocked, asked())
    assert len(refusal.reasons) == len(refusal.referral) == 2
    with pytest.raises(InputError, match="choose site and side"):
        require_cap(LIBRARY, blocked, None, NOW)


def test_a_site_that_is_not_on_the_map_is_refused() -> None:
    nowhere = BODY.model_copy(update={"site": "left-ear"})
    assert "there is no site" in refusal_of(chart(), asked(spot=nowhere)).sentence
