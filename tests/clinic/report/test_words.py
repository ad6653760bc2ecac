"""Three languages, and none of them has a hole."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

import pytest

from analysis.hold import Code
from clinic.claims import unsupported
from clinic.entries.entry import Confidence
from clinic.library import library
from clinic.people import Language
from clinic.report.words import LIBRARY, Words, spoken
from clinic.screening.answers import Side, Spot
from clinic.texts import texts
from clinic.translated import library_texts
from session.cue import Why
from session.inputs import StopReason

PLACE = re.compile(r"\{.*?\}")
TRANSLATED = (Language.GERMAN, Language.SPANISH)
KEPT = "sources"
"""Titles of papers and what was quoted from them stay as they were published."""


def own(language: Language) -> Mapping[str, str]:
    """The words that are not the library's."""
    return {key: text for key, text in spoken(language).items() if not key.startswith(f"{LIBRARY}.")}


def told() -> dict[str, str]:
    """Every text of the library that is told in each language."""
    return {f"{LIBRARY}.{key}": text for key, text in texts(library()).items() if not key.startswith(f"{KEPT}.")}


def figures(text: str) -> list[Decimal]:
    """Every number, with a point or a comma before its decimals."""
    return sorted(Decimal(f"0{number}".replace(",", ".")) for number in re.findall(r"\d*[.,]?\d+", text))


def end(text: str) -> str:
    """The sign at its end, or nothing."""
    return text[-1] if text[-1] in ".?!:;," else ""


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_key_is_missing_and_none_is_too_many(language: Language) -> None:
    assert set(own(language)) == set(own(Language.ENGLISH))
    assert {key for key in spoken(language) if key.startswith(f"{LIBRARY}.")} == set(told())


@pytest.mark.parametrize("language", TRANSLATED)
def test_each_text_fills_in_the_same(language: Language) -> None:
    english = own(Language.ENGLISH)
    different = [key for key, text in own(language).items() if fields(text) != fields(english[key])]
    assert different == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_library_tells_the_same_figures_in_each_language(language: Language) -> None:
    said = spoken(language)
    different = [key for key, text in told().items() if key in said and figures(said[key]) != figures(text)]
    assert different == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_question_stays_a_question_and_a_sentence_a_sentence(language: Language) -> None:
    """What a finding says is joined to more, so that a full stop too many shows."""
    said = spoken(language)
    different = [key for key, text in told().items() if end(said[key]) != end(text)]
    assert different == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_windows_find_each_text_of_the_library_by_its_english(language: Language) -> None:
    said, found = spoken(language), library_texts(language)
    assert [key for key, text in told().items() if found.get(text) != said.get(key)] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_sentence_was_left_in_english(language: Language) -> None:
    english = dict(spoken(Language.ENGLISH)) | {f"{LIBRARY}.{key}": text for key, text in texts(library()).items()}
    long = {key for key, text in spoken(language).items() if len(re.findall(r"[^\W\d_]{2,}", PLACE.sub("", text))) > 3}
    assert len(long) > 60
    assert [key for key in long if spoken(language)[key] == english[key]] == []


@pytest.mark.parametrize("language", Language)
def test_whatever_ends_a_hold_or_lowers_the_trust_in_a_figure_has_its_words(language: Language) -> None:
    keys = spoken(language)
    wanted = {f"why.{why.name.lower()}" for why in Why} | {f"code.{code}" for code in Code}
    wanted |= {f"stop.{reason.name.lower()}" for reason in StopReason} | {f"confidence.{each}" for each in Confidence}
    assert wanted <= set(keys)


@pytest.mark.parametrize("language", Language)
def test_no_text_claims_what_nothing_supports(language: Language) -> None:
    assert [text for text in spoken(language).values() if unsupported(text)] == []


@pytest.mark.parametrize(
    ("language", "number", "day", "moment"),
    [
        (Language.ENGLISH, "−1.5", "2026-03-09", "2026-03-09 08:05"),
        (Language.GERMAN, "−1,5", "9.3.2026", "9.3.2026, 8:05 Uhr"),
        (Language.SPANISH, "−1,5", "9/3/2026", "9/3/2026, 8:05 h"),
    ],
)
def test_numbers_and_dates_are_written_as_people_there_do(
    language: Language, number: str, day: str, moment: str
) -> None:
    words = Words(language, library())
    assert words.number(-1.5, 1) == number
    assert words.date(date(2026, 3, 9)) == day
    assert words.moment(datetime(2026, 3, 9, 8, 5)) == moment  # noqa: DTZ001 - a clock on the wall


def test_signs_and_dashes_are_those_of_print() -> None:
    words = Words(Language.ENGLISH, library())
    assert [words.number(None), words.number(-0.04, 1), words.number(7.25, 0)] == ["–", "0.0", "7"]
    assert [words.signed(3.0), words.signed(-3.0), words.signed(0.2), words.signed(0.2, 1)] == ["+3", "−3", "0", "+0.2"]
    assert [words.short(30.0), words.short(0.5), words.short(-10.25)] == ["30", "0.5", "−10.25"]


def test_a_place_names_site_and_side_and_an_unknown_site_by_its_id() -> None:
    words = Words(Language.GERMAN, library())
    assert words.place(Spot(site="soleus-lower", side=Side.LEFT)) == "Soleus, links"
    assert words.place(Spot(site="own-site", side=Side.RIGHT)) == "own-site, rechts"
    assert words.movement("neck-rotation") == "Hals gedreht"
    assert words.movement("thumb-abduction") == "thumb abduction"


def test_one_and_several_are_told_apart() -> None:
    words = Words(Language.SPANISH, library())
    assert words.count("holds.count", 1) == "1 presión"
    assert words.count("holds.count", 2) == "2 presiones"
