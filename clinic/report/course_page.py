"""A client's course on paper: plots with the noise drawn, sides compared, whom to ask, and the soreness diary."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import Final, NamedTuple

from clinic.history.course import Course
from clinic.history.follow_up import diary, prompts, unasked
from clinic.history.plot import HEIGHT, WIDTH, PlotWords, plot
from clinic.history.series import Series, all_series, sides
from clinic.library import Library
from clinic.report.changes import difference, named, noise, verdict
from clinic.report.page import Block, Column, Heading, Page, Picture, Row, Table, Text, Tone
from clinic.report.words import NONE, Words
from clinic.visits import AboveCap, At, HoldResult, ThresholdReading

ABREAST: Final = 2
PLOT_MM: Final = 90.0
DUES: Final = {"24 h": "h24", "48 h": "h48", "next visit": "next_visit", "diary": "noted"}
"""Keys of the words."""


class Printing(NamedTuple):
    """When and by what a page is made, and on which clock times are told."""

    at: datetime
    software: str
    zone: tzinfo | None = None


def course_page(course: Course, library: Library, words: Words, printing: Printing) -> Page:
    """The whole page."""
    visits = course.in_order
    first, last = (words.date(visits[index].at.astimezone(printing.zone)) if visits else NONE for index in (0, -1))
    lead = words.count("history.lead", len(visits), first=first, last=last) if visits else words("history.none")
    series = all_series(library, course.observations)
    evidence = (Heading(words("evidence.heading")), Text(words("evidence.text"), Tone.QUIET))
    beside = Row((Column(1, _follow_ups(course, words, printing)), Column(1, evidence)))
    return Page(
        language=words.language,
        title=words("report.history"),
        subtitle=f"{course.pseudonym} · {lead}",
        mark=words("mark.simulated") if _simulated(course) else None,
        blocks=(
            *_plots(series, words, printing),
            *_without(course, words),
            *_sides(library, series, words),
            *_diary(course, words, printing),
            beside,
        ),
        foot=words(
            "report.page", software=printing.software, moment=words.moment(printing.at.astimezone(printing.zone))
        ),
    )


def _simulated(course: Course) -> bool:
    return any(each.simulated for each in course.observations if isinstance(each, ThresholdReading | HoldResult))


def _plots(series: tuple[Series, ...], words: Words, printing: Printing) -> tuple[Block, ...]:
    if not series:
        return (Text(words("history.none"), Tone.QUIET),)
    pictures = [_picture(each, words, printing) for each in series]
    rows = [pictures[index : index + ABREAST] for index in range(0, len(pictures), ABREAST)]
    empty = (Column(1, ()),)
    drawn = (Row((*(Column(1, (each,)) for each in row), *empty * (ABREAST - len(row)))) for row in rows)
    return (*drawn, Text(words("history.legend"), Tone.QUIET))


def _picture(series: Series, words: Words, printing: Printing) -> Picture:
    days = [words.date(each.at.astimezone(printing.zone)) for each in (series.figures[0], series.figures[-1])]
    what = named(series.quantity, words)
    told = words("history.plot", what=what, count=len(series.figures), first=days[0], last=days[1])
    svg = plot(series, PlotWords(what, days[0], days[1], words("form.decimal")))
    return Picture(svg, PLOT_MM, PLOT_MM * HEIGHT / WIDTH, told)


def _without(course: Course, words: Words) -> tuple[Block, ...]:
    """How many readings of a threshold are in no figure, and why."""
    readings = [each for each in course.observations if isinstance(each, ThresholdReading) and not each.practice]
    above = sum(isinstance(each.found, AboveCap) for each in readings)
    doubtful = sum(
        not isinstance(each.found, AboveCap) and (not isinstance(each.found, At) or bool(each.verdicts))
        for each in readings
    )
    lines = [
        words(f"history.{name}", count=count) for name, count in (("above_cap", above), ("doubtful", doubtful)) if count
    ]
    return tuple(Text(line, Tone.QUIET) for line in lines)


def _sides(library: Library, series: tuple[Series, ...], words: Words) -> tuple[Block, ...]:
    found = sides(library, series)
    if not found:
        return ()
    head = (
        words("change.measure"),
        words("side.left"),
        words("side.right"),
        words("history.difference"),
        words("change.noise"),
        words("change.verdict"),
    )
    rows = tuple(
        (
            named(each.left.quantity, words, sided=False),
            words.number(each.left.value, each.left.quantity.decimals),
            words.number(each.right.value, each.left.quantity.decimals),
            difference(each.judgement, each.left.quantity.decimals, words),
            noise(each.judgement, words),
            verdict(each.judgement, words),
        )
        for each in found
    )
    return Heading(words("history.sides")), Table(head, rows, frozenset({0, 5}))


def _follow_ups(course: Course, words: Words, printing: Printing) -> tuple[Block, ...]:
    """Whom to ask; what is due already stands out."""
    lines = list(_after_stops(course, words, printing))
    for each in prompts(course):
        what, visit = words(f"history.{DUES[each.due]}"), words.date(each.visit.at.astimezone(printing.zone))
        day = words.moment(each.at.astimezone(printing.zone)) if each.at else NONE
        due = each.at is not None and each.at <= printing.at
        key = "history.overdue" if due else "history.due"
        lines.append(Text(words(key, what=what, visit=visit, date=day), Tone.WARNING if due else Tone.PLAIN))
    return (Heading(words("history.follow_ups")), *(lines or [Text(words("history.nothing_due"))]))


def _after_stops(course: Course, words: Words, printing: Printing) -> Iterator[Block]:
    for event in unasked(course):
        due = event.due <= printing.at
        key = "history.after_stop_overdue" if due else "history.after_stop"
        at, asked = event.at.astimezone(printing.zone), event.due.astimezone(printing.zone)
        yield Text(words(key, visit=words.moment(at), date=words.moment(asked)), Tone.WARNING if due else Tone.PLAIN)


def _diary(course: Course, words: Words, printing: Printing) -> tuple[Block, ...]:
    entries = diary(course)
    heading = Heading(words("history.diary"))
    if not entries:
        return heading, Text(words("history.diary_none"), Tone.QUIET)
    head = (words("history.visit"), words("patient.when"), "0–10", words("patient.words"))
    rows = tuple(
        (
            words.date(each.visit.at.astimezone(printing.zone)) if each.visit else NONE,
            f"{words.moment(each.told.at.astimezone(printing.zone))} ({words(f'history.{DUES[each.told.due]}')})",
            words.number(each.told.soreness_nrs),
            each.told.words or NONE,
        )
        for each in entries
    )
    return heading, Table(head, rows, frozenset({0, 1, 3}))
