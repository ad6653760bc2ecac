"""The sheets that a session can be printed on."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from clinic.report.about import Session
from clinic.report.page import Page
from clinic.report.patient import home, patient, soreness
from clinic.report.therapist import therapist
from clinic.report.words import Words


class Sheet(StrEnum):
    """Who a sheet is for, or what it is."""

    THERAPIST = "therapist"
    PATIENT = "patient"
    HOME = "home"
    SORENESS = "soreness"


_MAKERS: Final[dict[Sheet, Callable[[Session, Words], Page]]] = {
    Sheet.THERAPIST: therapist,
    Sheet.PATIENT: patient,
    Sheet.HOME: home,
    Sheet.SORENESS: soreness,
}


def sheet(which: Sheet, session: Session, words: Words) -> Page:
    """The page."""
    return _MAKERS[which](session, words)
