"""The report for the therapist: one page with everything that was measured and what it does not show."""

from __future__ import annotations

from typing import Final

from clinic.report.about import Session
from clinic.report.aftercare import aftercare
from clinic.report.changes import changes
from clinic.report.frame import framed
from clinic.report.holds import MANY, holds
from clinic.report.page import Column, Heading, Page, Row, Text, Tone
from clinic.report.places import MAP_MM, places
from clinic.report.tool import tool
from clinic.report.verdicts import verdicts
from clinic.report.words import Words

SMALL_MAP_MM: Final = 62.0
"""Where many holds need the room."""


def therapist(session: Session, words: Words) -> Page:
    """The whole page."""
    many = len(session.holds) > MANY
    passport = tool(session, words)
    where = places(session, words, SMALL_MAP_MM if many else MAP_MM)
    beside = (
        *verdicts(session, words),
        *aftercare(session, words),
        Heading(words("evidence.heading")),
        Text(words("evidence.text"), Tone.QUIET),
    )
    columns = (where, (*beside, *passport)) if many else ((*where, *passport), beside)
    blocks = (
        *holds(session, words),
        *changes(session.library, session.observations, words),
        Row((Column(0.9, columns[0]), Column(1.1, columns[1]))),
    )
    return framed(session, words, "report.practice" if session.practised else "report.title", blocks)
