"""The report for the therapist: one page with everything that was measured and what it does not show."""

from __future__ import annotations

from clinic.report.about import Session
from clinic.report.aftercare import aftercare
from clinic.report.changes import changes
from clinic.report.frame import framed
from clinic.report.holds import holds
from clinic.report.page import Column, Heading, Page, Row, Text, Tone
from clinic.report.places import places
from clinic.report.tool import tool
from clinic.report.verdicts import verdicts
from clinic.report.words import Words


def therapist(session: Session, words: Words) -> Page:
    """The whole page."""
    evidence = (Heading(words("evidence.heading")), Text(words("evidence.text"), Tone.QUIET))
    where = (*places(session, words), *tool(session, words))
    beside = (*verdicts(session, words), *aftercare(session, words), *evidence)
    blocks = (
        *holds(session, words),
        *changes(session.library, session.observations, words),
        Row((Column(0.9, where), Column(1.1, beside))),
    )
    return framed(session, words, "report.title", blocks)
