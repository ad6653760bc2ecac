"""Which questions are asked: they are the contraindications of the library."""

from __future__ import annotations

from typing import Final

from clinic.entries.cautions import Contraindication, Kind
from clinic.library import Library
from clinic.screening.answers import Form
from protocol.sentence import Sentence

MINOR: Final = "minor"
"""This block opens by the guardian's consent and the child's assent alone."""
CHANGED: Final = Sentence("Has anything changed since the last questionnaire: health, medicines, injuries, operations?")
"""Asked at each visit, never answered beforehand."""


def body_questions(library: Library, form: Form = Form.FULL) -> tuple[Contraindication, ...]:
    """About the whole person, the hard ones first."""
    asked = [each for each in library.contraindications.values() if each.kind is not Kind.SITE]
    if form is Form.QUICK:
        return tuple(each for each in asked if each.hard)
    return tuple(sorted(asked, key=lambda each: not each.hard))


def spot_questions(library: Library) -> tuple[Contraindication, ...]:
    """About one place, before it is pressed; in a quick session too."""
    return tuple(each for each in library.contraindications.values() if each.kind is Kind.SITE)
