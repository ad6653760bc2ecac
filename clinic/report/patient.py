"""What a client takes home: what was done, what to do, when to call; large, short, without figures of force."""

from __future__ import annotations

from math import fsum
from typing import Final

from clinic.entries.advice import Moment
from clinic.entries.cautions import StopAction
from clinic.report.about import Session
from clinic.report.aftercare import advice, dates, when_to_call
from clinic.report.frame import framed
from clinic.report.page import Block, Bullets, Column, Facts, Heading, Page, Picture, Row, Table, Text, Tone
from clinic.report.places import places
from clinic.report.scale import HEIGHT, WIDTH, scale
from clinic.report.words import Words

MAP_MM: Final = 76.0
SCALE_MM: Final = 120.0
EMPTY_ROWS: Final = 5
"""Of the card of exercises; more than anybody does at home."""
MINUTE_S: Final = 60


def patient(session: Session, words: Words) -> Page:
    """The hand-out."""
    expect = [each for each in session.library.expectations.values() if each.moment is Moment.AFTER]
    home_texts = tuple(words.of("aftercare", each) for each in advice(session) if each.moment is Moment.HOME)
    beside = (
        Heading(words("patient.expect")),
        Bullets(tuple(words.of("expectations", each) for each in expect)),
        Heading(words("aftercare.home")),
        Bullets(home_texts),
        *dates(session, words),
    )
    blocks = (
        *(Text(line, Tone.LEAD) for line in _done(session, words)),
        Row((Column(1, places(session, words, MAP_MM)), Column(1.25, beside))),
        *when_to_call(session, words),
        *_phone(session, words),
        Text(words("evidence.text"), Tone.QUIET),
    )
    return framed(session, words, "report.patient", blocks, large=True)


def home(session: Session, words: Words) -> Page:
    """The card of exercises: to be filled in by hand, with the signs on which to stop."""
    stops = tuple(
        words.sign(sign) for sign in session.library.stop_signs.values() if sign.action is not StopAction.ASKS
    )
    texts = tuple(words.of("aftercare", each) for each in advice(session) if each.moment is Moment.HOME)
    table = Table(
        (words("patient.exercise"), words("patient.amount"), words("patient.own_note")),
        tuple(("\n\n", "", "") for _ in range(EMPTY_ROWS)),
        frozenset({0, 1, 2}),
    )
    blocks = (
        Bullets(texts),
        table,
        Heading(words("patient.stop_signs")),
        Bullets(stops),
        *when_to_call(session, words),
        *_phone(session, words),
    )
    return framed(session, words, "report.home", blocks, large=True)


def soreness(session: Session, words: Words) -> Page:
    """The card that comes back: a scale after 24 hours, after 48 hours and before the next visit."""
    blocks: list[Block] = [Text(words("patient.diary"), Tone.LEAD), Text(words("patient.scale"), Tone.QUIET)]
    for when in ("after_24", "after_48", "before_next"):
        told = f"{words(f'patient.{when}')}: {words('patient.question')}"
        blocks += [
            Heading(told),
            Picture(scale(), SCALE_MM, SCALE_MM * HEIGHT / WIDTH, words("patient.scale")),
            Facts(((words("patient.when"), "_" * 24), (words("patient.words"), "_" * 48))),
        ]
    where = tuple(words("where.at", number=n, place=words.place(each)) for n, each in enumerate(session.places, 1))
    blocks += [Heading(words("patient.where")), *map(Text, where)] if where else []
    blocks += [*when_to_call(session, words), *_phone(session, words)]
    return framed(session, words, "report.soreness", tuple(blocks), large=True)


def _done(session: Session, words: Words) -> tuple[str, ...]:
    count = len(session.places)
    points = words.count("patient.lead", count) if count else words("patient.lead_unknown")
    holds = len(session.holds)
    if not holds:
        return points, words("holds.none")
    pressed_s = fsum(record.analysis.totals.pressure_s for record in session.records)
    return points, words.count("patient.holds", holds, minutes=_lasting(pressed_s, words))


def _lasting(time_s: float, words: Words) -> str:
    minutes, seconds = divmod(round(time_s), MINUTE_S)
    return (
        words("patient.minutes", count=minutes, seconds=seconds) if minutes else words("patient.seconds", count=seconds)
    )


def _phone(session: Session, words: Words) -> tuple[Block, ...]:
    return (Facts(((words("patient.phone"), session.noted.phone or "_" * 24),)),)
