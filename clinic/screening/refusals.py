"""Every reason for which nobody is pressed at a place now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import assert_never

from clinic.screening.asked import TREATING, Asked, Use
from clinic.screening.case import Case
from protocol.sentence import Sentence
from session.inputs import StopReason


def refusals(case: Case) -> Iterator[str]:
    """In words, none where the person may be pressed."""
    yield from _of_place(case)
    yield from _of_screening(case)
    yield from (finding.sentence for finding in case.found if finding.effect.blocks)
    yield from _of_stops(case)
    yield from _of_time(case)
    yield from _of_use(case)


def _of_place(case: Case) -> Iterator[str]:
    if case.site.inside is not None:
        region = case.library.blocked_regions[case.site.inside]
        yield Sentence(
            "{site}: nobody presses in this region ({region}: {why})",
            site=Sentence(case.site.name),
            region=Sentence(region.name),
            why=Sentence(region.why),
        )
    elif case.site.blocked:
        yield Sentence("{site}: no tool presses here", site=Sentence(case.site.name))
    for finding in case.found:
        if case.site.muscle in case.library.contraindications[finding.question].closed_muscles:
            yield Sentence(
                "{finding}: {site} stays closed. {advice}",
                finding=Sentence(finding.name),
                site=Sentence(case.site.name),
                advice=Sentence(finding.advice),
            )


def _of_screening(case: Case) -> Iterator[str]:
    chart, now = case.chart, case.now
    screening = chart.screening(now)
    if screening is None:
        yield Sentence("the screening questions were not asked: ask them first (palpate screen)")
        return
    if screening.clinic is not None and case.library.clinic is None:
        yield Sentence(
            "the questions of “{clinic}” were asked, and its file is not here: name it with --own",
            clinic=screening.clinic,
        )
    days = case.limit("screening-days")
    if now - screening.at >= timedelta(days=days):
        yield Sentence("the answers are older than {days:g} days: ask the questions again", days=days)
    changed_at = chart.changed_at(now)
    if changed_at is not None and screening.at < changed_at:
        yield Sentence("something changed since the questions were answered: ask them again")
    if not chart.asked_today(now):
        yield Sentence("nobody asked in this visit whether anything changed: ask the client")
    if not chart.consents_now(now):
        yield Sentence(
            "there is no consent of this visit: explain what to expect, try the stop signal once, and record both"
        )


def _of_stops(case: Case) -> Iterator[str]:
    """What stopped before stays closed today; a STOP without a reason counts as the worst."""
    for event in case.events_today:
        match event.reason:
            case None:
                yield Sentence("a STOP of today has no reason yet: ask the client and record it")
            case StopReason.UNWELL:
                yield Sentence(
                    "this session is closed since the client felt unwell: if it does not pass, call medical help"
                )
            case StopReason.NERVE if event.concerns(case.asked.spot):
                yield Sentence(
                    "this point is closed today after a sign of a nerve or vessel: tell a doctor if it stays"
                )
            case StopReason.NERVE | StopReason.TOO_PAINFUL | StopReason.OTHER:
                pass
            case _:
                assert_never(event.reason)


def _of_time(case: Case) -> Iterator[str]:
    hours, asked = case.limit("same-point-again"), case.asked
    waits = timedelta(hours=hours)
    if asked.use in TREATING and asked.last_visit is not None and case.now - asked.last_visit < waits:
        yield Sentence(
            "this point was treated less than {hours:g} h ago: not before {again}",
            hours=hours,
            again=_told(asked.last_visit + waits),
        )
    if asked.pressed_s >= case.limit("point-time"):
        yield _pressed_enough(asked, case.limit("point-time"), waits)


def _pressed_enough(asked: Asked, most_s: float, waits: timedelta) -> Sentence:
    if asked.last_pressed is None:
        return Sentence(
            "this point was pressed for {pressed_s:.0f} s in this visit, and {most_s:g} s are the most: go on at "
            "another one",
            pressed_s=asked.pressed_s,
            most_s=most_s,
        )
    return Sentence(
        "this point was pressed for {pressed_s:.0f} s in this visit, and {most_s:g} s are the most: go on at "
        "another one, here not before {again}",
        pressed_s=asked.pressed_s,
        most_s=most_s,
        again=_told(asked.last_pressed + waits),
    )


def _told(moment: datetime) -> str:
    """As a clock on the wall says it."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M %Z}"


def _of_use(case: Case) -> Iterator[str]:
    less, use = case.restriction, case.asked.use
    if use is Use.THRESHOLD and less.no_ppt:
        yield Sentence("no pain threshold is measured with these findings: one reading at pain 3 of 10 instead")
    if use is Use.LIGHT_READING and less.no_pain_guided:
        yield Sentence("reports of pain cannot be relied on: nothing is measured by them")
    if use is Use.TOLERANCE:
        yield from _of_tolerance(case)
    if use in {Use.RELEASE, Use.EXERCISE} and case.threshold_kpa is None:
        yield Sentence("{use} is a share of the pain threshold of this visit, point and tip: measure it first", use=use)


def _of_tolerance(case: Case) -> Iterator[str]:
    if case.restriction.no_tolerance:
        yield Sentence("tolerance is not measured with these findings")
    if case.site.light:
        yield Sentence("tolerance is not measured at sites called light")
    if case.threshold_kpa is None:
        yield Sentence("tolerance comes after the pain threshold: measure that first")
    if case.tolerance_kpa is not None:
        yield Sentence("tolerance was measured in this visit: once is enough")
