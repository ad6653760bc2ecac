"""Charts to begin with: everything asked, everything "no", consent given."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from clinic.library import library
from clinic.screening.answers import Answer, Examiner, Form, Role, Screening, Side, Spot, SpotReplies
from clinic.screening.asked import Asked, Measured, Use
from clinic.screening.chart import Chart
from clinic.screening.clearance import Acknowledgement, GuardianConsent, MedicalClearance, PractitionerClearance
from clinic.screening.consent import Consent
from clinic.screening.effective import EffectiveCap, Refused, effective_cap
from clinic.screening.questionnaire import body_questions, spot_questions

LIBRARY: Final = library()
NOW: Final = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)
BEFORE: Final = NOW - timedelta(hours=1)
ANNA: Final = Examiner(name="Anna Holt", role=Role.PRACTITIONER)
TIM: Final = Examiner(name="Tim Rey", role=Role.TRAINEE)
BODY: Final = Spot(site="infraspinatus-fossa", side=Side.LEFT)
NECK: Final = Spot(site="splenius-side-of-spine", side=Side.RIGHT)
FACE: Final = Spot(site="temporalis-temple", side=Side.RIGHT)
LIGHT: Final = Spot(site="quadratus-lumborum-edge", side=Side.LEFT)
SPOTS: Final = (BODY, NECK, FACE, LIGHT)
CONSENT: Final = Consent(at=BEFORE, by=ANNA, text="pressure-1", stop_signal="stop", signal_tried=True)


def screening(
    given: Mapping[str, Answer] | None = None,
    form: Form = Form.FULL,
    at: datetime = BEFORE,
    spots: tuple[Spot, ...] = SPOTS,
) -> Screening:
    """All "no", but for what was given."""
    given = given or {}
    about_spot = {question.id for question in spot_questions(LIBRARY)}
    replies = {question.id: Answer.NO for question in body_questions(LIBRARY, form)}
    at_spot = dict.fromkeys(about_spot, Answer.NO)
    return Screening(
        library_version=LIBRARY.version,
        library_digest=LIBRARY.digest,
        form=form,
        at=at,
        by=ANNA,
        replies=replies | {name: answer for name, answer in given.items() if name not in about_spot},
        spots=tuple(
            SpotReplies(spot=spot, replies=at_spot | {n: a for n, a in given.items() if n in about_spot})
            for spot in spots
        ),
    )


def chart(**said: Answer) -> Chart:
    """A chart with these answers."""
    return Chart(screenings=(screening(said),), consents=(CONSENT,))


def practitioner(question: str, at: datetime = BEFORE) -> PractitionerClearance:
    return PractitionerClearance(question=question, by=ANNA, at=at, reason="asked and examined")


def medical(question: str, at: datetime = BEFORE) -> MedicalClearance:
    return MedicalClearance(
        question=question, by=ANNA, at=at, physician="Dr Moss", document="letter, folder 3", dated=at.date()
    )


def guardian(question: str = "minor", at: datetime = BEFORE) -> GuardianConsent:
    return GuardianConsent(question=question, by=ANNA, at=at, guardian="Eva Kern", child_agrees=True)


def acknowledged(question: str, at: datetime = BEFORE) -> Acknowledgement:
    return Acknowledgement(question=question, by=TIM, at=at)


def changed(start: Chart, **update: Any) -> Chart:
    """The chart with other parts, checked."""
    return Chart.model_validate(dict(start) | update)


def ppt(
    kpa: float, spot: Spot = BODY, area_cm2: float = 1.0, at: datetime = BEFORE, *, trusted: bool = True
) -> Measured:
    return Measured(kpa=kpa, area_cm2=area_cm2, spot=spot, at=at, trusted=trusted)


def asked(use: Use = Use.TREATMENT, spot: Spot = BODY, area_cm2: float = 1.0, **more: Any) -> Asked:
    return Asked(use=use, spot=spot, area_cm2=area_cm2, **more)


def cap_of(subject: Chart, what: Asked, now: datetime = NOW) -> EffectiveCap:
    found = effective_cap(LIBRARY, subject, what, now)
    assert isinstance(found, EffectiveCap), found
    return found


def refusal_of(subject: Chart, what: Asked, now: datetime = NOW) -> Refused:
    found = effective_cap(LIBRARY, subject, what, now)
    assert isinstance(found, Refused), found
    return found
