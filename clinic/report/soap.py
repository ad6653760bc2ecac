"""The note of a visit as text, for the clipboard: what was said, found, judged and planned."""

from __future__ import annotations

from collections.abc import Iterator

from clinic.library import AnyEntry
from clinic.report.about import Placed, Session
from clinic.report.aftercare import advice
from clinic.report.changes import Changed, changed, difference, named, verdict
from clinic.report.holds import dose
from clinic.report.verdicts import alarms
from clinic.report.words import Words
from clinic.visits import Palpation, Response, Technique

FOUND = ("taut_band", "hypersensitive", "referred_pain", "familiar")
"""What fingers look for, as a palpation names it."""


def soap(session: Session, words: Words) -> str:
    """The note, a line for each thing; that the data are simulated stands first."""
    client = session.client or words("report.nobody")
    head = words("soap.head", moment=words.moment(session.started_at), client=client)
    parts = (
        ("subjective", _subjective(session, words)),
        ("objective", _objective(session, words)),
        ("assessment", _assessment(session, words)),
        ("plan", _plan(session, words)),
    )
    lines = [words("mark.simulated")] if session.simulated else []
    lines.append(head)
    for name, told in parts:
        letter = words(f"soap.{name}")
        lines += [f"{letter}: {line}" for line in told]
    return "\n".join(" ".join(line.split()) for line in lines) + "\n"


def _subjective(session: Session, words: Words) -> Iterator[str]:
    said = list(_said(session, words))
    yield from said or [words("soap.nothing_said")]


def _said(session: Session, words: Words) -> Iterator[str]:
    visit = session.visit
    if visit and visit.complaints:
        yield words("soap.complaints", items=", ".join(_complaint(each, words) for each in visit.complaints))
    if visit and visit.goals:
        yield words("soap.goals", text=visit.goals)
    for each in _changes(session, pain=True):
        yield _changed(each, words)
    for seen in session.observations:
        if isinstance(seen, Response):
            yield words("soap.words", text=seen.words)


def _complaint(complaint: str, words: Words) -> str:
    known = words.library
    for kind, entries in (("complaints", known.complaints), ("symptoms", known.symptoms), ("factors", known.factors)):
        entry: AnyEntry | None = entries.get(complaint)
        if entry is not None:
            return words.of(kind, entry, "name")
    return complaint


def _objective(session: Session, words: Words) -> Iterator[str]:
    if session.practised:
        yield words("holds.exercise")
    for seen in session.observations:
        if isinstance(seen, Palpation):
            yield words("soap.palpation", place=words.place(seen.spot), found=", ".join(_found(seen, words)))
    for placed in session.holds:
        yield _hold(placed, words)
    for seen in session.observations:
        if isinstance(seen, Technique):
            yield _technique(seen, words)
    for each in _changes(session, pain=False):
        yield _changed(each, words)
    yield from alarms(session, words)


def _found(seen: Palpation, words: Words) -> Iterator[str]:
    """What was tested; what was not, is not told."""
    for name in FOUND:
        there = getattr(seen, name)
        if there is not None:
            what = words(f"soap.{name}")
            yield what if there else words("soap.not_found", what=what)
    if seen.note:
        yield seen.note


def _hold(placed: Placed, words: Words) -> str:
    figures, aim = placed.hold.figures, placed.hold.aim
    why = placed.hold.ended_by
    return words(
        "soap.hold",
        number=placed.number,
        place=words.place(placed.spot) if placed.spot else words("soap.no_place"),
        target=words.number(aim.target_n if aim else None, 1),
        mean=words.number(figures.mean_n, 1),
        in_band=words.number(figures.in_band_s, 0),
        dose=dose(placed, words),
        why=words(f"why.{why.name.lower() if why else 'nobody'}"),
    )


def _technique(seen: Technique, words: Words) -> str:
    """What was done besides, as it was noted."""
    lasted = "" if seen.lasted_s is None else words("soap.lasted", seconds=words.number(seen.lasted_s))
    told = ", ".join(part for part in (seen.what, lasted, seen.done_by, seen.note) if part)
    return words("soap.technique", place=words.place(seen.spot), told=told)


def _changes(session: Session, *, pain: bool) -> list[Changed]:
    found = changed(session.library, session.observations)
    return [each for each in found if each.before.quantity.kind.startswith("pain_") is pain]


def _changed(each: Changed, words: Words) -> str:
    digits = each.before.quantity.decimals
    return words(
        "soap.changed",
        measure=named(each.before.quantity, words),
        before=words.number(each.before.value, digits),
        after=words.number(each.after.value, digits),
        difference=difference(each.judgement, digits, words),
        verdict=verdict(each.judgement, words),
    )


def _assessment(session: Session, words: Words) -> Iterator[str]:
    """What the figures do not show, and what the therapist noted; the program itself judges nobody."""
    yield words("evidence.text")
    if session.visit and session.visit.note:
        yield words("soap.note", text=session.visit.note)


def _plan(session: Session, words: Words) -> Iterator[str]:
    given = session.visit.aftercare if session.visit else ()
    if given:
        yield words("soap.advice", items=" ".join(words.of("aftercare", each) for each in advice(session)))
    else:
        yield words("soap.no_advice")
    day = session.next_visit
    yield words("aftercare.next", date=words.date(day)) if day else words("aftercare.no_next")
    if session.holds:
        yield words("aftercare.earliest", date=words.moment(session.same_point_from))
