"""The library's texts in other languages, by the English that they stand for."""

from __future__ import annotations

from collections.abc import Mapping

from clinic.library import library
from clinic.people import Language
from clinic.report.words import LIBRARY, spoken
from clinic.texts import texts


def library_texts(language: Language) -> Mapping[str, str]:
    """Each text that is translated; what a clinic's own file changes or adds is in nobody's language but its own."""
    said = spoken(language)
    keys = {key: f"{LIBRARY}.{key}" for key in texts(library())}
    return {english: said[keys[key]] for key, english in texts(library()).items() if keys[key] in said}
