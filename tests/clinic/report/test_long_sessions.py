"""A long session on paper: one sheet up to 18 holds, whatever the language, the names and what was noted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

from pypdf import PdfReader

from clinic.report.about import Noted
from clinic.report.measured import Measured
from clinic.report.sheets import Sheet, sheet
from clinic.report.words import Words
from clinic.screening.answers import Side, Spot
from gui.paper import print_pdf
from tests.clinic.courses import course
from tests.clinic.report.conftest import session_of

NAME = "Maximiliane Freifrau von Hohenstein-Wittgenstein-Oberndorf"


def printed(record: Measured, count: int, words: Words) -> PdfReader:
    """The paper of a visit with so many holds at the place with the longest name, and all that is known.

    The holds are those of a short record, over and over.
    """
    name = course().in_order[-1].at.strftime("%Y-%m-%d.mcap")
    holds = tuple(record.holds[number % len(record.holds)] for number in range(count))
    long = replace(record, file=name, started_at=course().in_order[-1].at, holds=holds, simulated=True)
    places = (Spot(site=site, side=side) for site in words.library.sites for side in (Side.LEFT, Side.RIGHT))
    noted = Noted(
        client=NAME,
        by="Dr. Konstantinos Papadimitropoulos-Schulze",
        course=course(name),
        spots={name: max(places, key=lambda spot: len(words.place(spot)))},
        next_visit=date(2026, 12, 1),
    )
    return PdfReader(BytesIO(print_pdf(sheet(Sheet.THERAPIST, session_of(long, noted=noted), words))))


def test_18_holds_are_on_one_sheet_with_everything_that_was_noted(guided_record: Measured, words: Words) -> None:
    assert len(printed(guided_record, 18, words).pages) == 1


def test_30_holds_take_a_second_sheet_and_nothing_is_left_out(guided_record: Measured, english: Words) -> None:
    found = [" ".join(each.extract_text().split()) for each in printed(guided_record, 30, english).pages]
    assert len(found) == 2
    whole = " ".join(found)
    wanted = [NAME, english("mark.simulated"), english("change.heading"), english("tool.record")]
    wanted += [english("holds.caption", number=number) for number in range(1, 31)]
    assert [text for text in wanted if text not in whole] == []
