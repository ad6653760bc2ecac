"""The languages that the program knows."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """In which a client reads."""

    ENGLISH = "en"
    GERMAN = "de"
    SPANISH = "es"
