"""What the answers come to at one place and moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import StrEnum

from clinic.entries.cautions import Contraindication, Kind
from clinic.entries.entry import Id, Value
from clinic.entries.places import Region
from clinic.entries.restriction import Restriction
from clinic.library import Library
from clinic.screening.answers import Answer, Form, Screening, Spot
from clinic.screening.chart import Chart, of_visit
from clinic.screening.clearance import Clearance
from clinic.screening.questionnaire import MINOR, body_questions, spot_questions
from protocol.sentence import Sentence


class Effect(StrEnum):
    """What a finding does now."""

    NOTED = "noted"
    CAPPED = "less is allowed"
    UNACKNOWLEDGED = "blocked until it is acknowledged for this visit"
    BLOCKED = "blocked"
    NOT_ASKED = "blocked until it is asked"
    PRESUMED = "not asked, so less is allowed"

    @property
    def blocks(self) -> bool:
        """Whether nobody is pressed here."""
        return self in {Effect.UNACKNOWLEDGED, Effect.BLOCKED, Effect.NOT_ASKED}


class Finding(Value):
    """A question whose answer is not "no"."""

    question: Id
    name: str
    answer: Answer | None
    """None: nobody asked."""
    effect: Effect
    restriction: Restriction
    red_flag: bool
    advice: str
    cleared: bool = False

    @property
    def sentence(self) -> str:
        """For people."""
        told = {"name": Sentence(self.name), "effect": self.effect, "advice": Sentence(self.advice)}
        match self.answer is Answer.UNSURE, self.cleared:
            case True, True:
                return Sentence("{name} (unsure), cleared: {effect}. {advice}", **told)
            case True, False:
                return Sentence("{name} (unsure): {effect}. {advice}", **told)
            case False, True:
                return Sentence("{name}, cleared: {effect}. {advice}", **told)
            case _:
                return Sentence("{name}: {effect}. {advice}", **told)


def findings(library: Library, chart: Chart, spot: Spot, now: datetime) -> tuple[Finding, ...]:
    """All findings that count at this place, in the order of the questions."""
    screening = chart.screening(now)
    if screening is None:
        return ()
    region = library.sites[spot.site].region
    return tuple(_of_body(library, chart, screening, region, now)) + tuple(_of_spot(library, screening, spot))


def _of_body(library: Library, chart: Chart, screening: Screening, region: Region, now: datetime) -> Iterator[Finding]:
    lasts = timedelta(days=library.limits["screening-days"].value)
    for question in body_questions(library):
        answer = screening.replies.get(question.id)
        if answer is Answer.NO or (region not in question.regions and (answer is not None or not question.hard)):
            continue
        if answer is None:
            yield _unasked(question, screening.form)
        else:
            cleared = any(_opens(each, question, chart, now, lasts) for each in chart.clearances)
            yield _answered(question, answer, cleared=cleared, known=_acknowledged(question, chart, now))


def _of_spot(library: Library, screening: Screening, spot: Spot) -> Iterator[Finding]:
    replies = screening.at_spot(spot)
    for question in spot_questions(library):
        answer = replies.get(question.id)
        if answer is None:
            yield _finding(question, None, Effect.NOT_ASKED)
        elif answer.counts:
            yield _finding(question, answer, Effect.BLOCKED)


def _unasked(question: Contraindication, form: Form) -> Finding:
    """In a quick session what was not asked lowers the cap as a yes would; anywhere else it blocks."""
    if form is Form.QUICK and not question.hard:
        return _finding(question, None, Effect.PRESUMED)
    return _finding(question, None, Effect.NOT_ASKED)


def _answered(question: Contraindication, answer: Answer, *, cleared: bool, known: bool) -> Finding:
    if question.kind is Kind.NOTE:
        return _finding(question, answer, Effect.NOTED)
    if question.kind is not Kind.RELATIVE and not cleared:
        return _finding(question, answer, Effect.BLOCKED)
    return _finding(question, answer, Effect.CAPPED if known else Effect.UNACKNOWLEDGED, cleared=cleared)


def _finding(question: Contraindication, answer: Answer | None, effect: Effect, *, cleared: bool = False) -> Finding:
    return Finding(
        question=question.id,
        name=question.name,
        answer=answer,
        effect=effect,
        restriction=question.holds,
        red_flag=question.red_flag,
        advice=question.advice,
        cleared=cleared,
    )


def _opens(clearance: Clearance, question: Contraindication, chart: Chart, now: datetime, lasts: timedelta) -> bool:
    """Whether a clearance is of the right kind, not too old, and nothing changed since it was given."""
    if clearance.question != question.id or not timedelta(0) <= now - clearance.at < lasts:
        return False
    changed_at = chart.changed_at(now)
    if changed_at is not None and clearance.at <= changed_at:
        return False
    if question.id == MINOR:
        return clearance.kind == "guardian"
    if clearance.kind == "medical":
        return (now.date() - clearance.dated) < lasts
    return question.kind is Kind.CLEARABLE and clearance.kind == "practitioner"


def _acknowledged(question: Contraindication, chart: Chart, now: datetime) -> bool:
    return any(each.question == question.id and of_visit(each.at, now) for each in chart.acknowledgements)
