"""No text of a window is without a translation, and what the program reads is what translators wrote."""

from __future__ import annotations

import shutil
import string
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from gui.languages.gather import Message, messages, release, update
from gui.tongue import LANGUAGES, Tongue
from protocol.language import Language

FORMS: Final = 2
"""Of a text that counts: for one and for several, in each of these languages."""
OTHERS: Final = tuple(each for each in Language if each is not Language.ENGLISH)


class Entry(NamedTuple):
    """One text in a translator's file."""

    english: str
    counts: bool
    said: tuple[str, ...]
    finished: bool

    @property
    def message(self) -> tuple[str, bool]:
        """What it is found by."""
        return self.english, self.counts


def entries(language: Language, folder: Path = LANGUAGES) -> list[Entry]:
    """All texts of a language's file."""
    tree = ET.parse(folder / f"palpate_{language}.ts")
    return [read(each) for each in tree.iter("message")]


def read(message: ET.Element) -> Entry:
    counts = message.get("numerus") == "yes"
    said = message.findall("translation/numerusform" if counts else "translation")
    translation = message.find("translation")
    assert translation is not None
    texts = tuple(each.text or "" for each in said)
    return Entry(message.findtext("source", ""), counts, texts, translation.get("type") is None)


def fields(text: str) -> set[tuple[str, str, str]]:
    """The values that a text fills in, and how each is written."""
    parsed = string.Formatter().parse(text)
    return {(name, how or "", kind or "") for _, name, how, kind in parsed if name is not None}


@pytest.fixture(scope="module")
def gathered() -> list[Message]:
    return messages()


def test_a_text_that_names_a_count_is_given_one_wherever_it_is_said(gathered: list[Message]) -> None:
    assert [f"{each.where}: {each.text}" for each in gathered if ("%n" in each.text) is not each.counts] == []


@pytest.mark.parametrize("language", Language)
def test_every_text_of_a_window_stands_in_the_file_of_each_language(
    language: Language, gathered: list[Message]
) -> None:
    wanted = {(each.text, each.counts) for each in gathered if each.counts or language in OTHERS}
    there = [each.message for each in entries(language)]
    assert sorted(wanted.difference(there)) == []
    assert sorted(set(there) - wanted) == []
    assert len(there) == len(set(there)) > 0


@pytest.mark.parametrize("language", Language)
def test_every_text_is_translated_and_the_translation_is_finished(language: Language) -> None:
    left = [each.english for each in entries(language) if not (each.finished and all(map(str.strip, each.said)))]
    assert left == []


@pytest.mark.parametrize("language", Language)
def test_a_translation_fills_in_the_same_values_written_in_the_same_way(language: Language) -> None:
    told = [(each.english, said) for each in entries(language) for said in each.said]
    assert [(english, said) for english, said in told if fields(said) != fields(english)] == []


@pytest.mark.parametrize("language", Language)
def test_a_count_has_a_text_for_one_and_one_for_several_that_tells_the_number(language: Language) -> None:
    counted = [each for each in entries(language) if each.counts]
    assert counted
    assert [each for each in counted if len(each.said) != FORMS or "%n" not in each.said[-1]] == []
    assert [each for each in entries(language) if not each.counts and any("%n" in said for said in each.said)] == []


def test_gathering_anew_adds_and_removes_nothing(tmp_path: Path) -> None:
    for language in Language:
        shutil.copy(LANGUAGES / f"palpate_{language}.ts", tmp_path)
    update(tmp_path)
    assert [each for each in Language if set(entries(each)) != set(entries(each, tmp_path))] == []


def test_the_program_reads_what_was_translated(tmp_path: Path) -> None:
    release(into=tmp_path)
    made = sorted(tmp_path.glob("*.qm"))
    assert len(made) == len(Language)
    assert [path.name for path in made if path.read_bytes() != (LANGUAGES / path.name).read_bytes()] == []


@pytest.mark.parametrize("language", Language)
def test_each_translation_is_found_by_its_english(language: Language) -> None:
    tongue = Tongue(language)
    wrong = [
        each.english for each in entries(language) for n in (1, 2) if tongue.text(*asked(each, n)) != told(each, n)
    ]
    assert wrong == []


def asked(entry: Entry, count: int) -> tuple[str, int]:
    return entry.english, count if entry.counts else -1


def told(entry: Entry, count: int) -> str:
    return entry.said[count > 1] if entry.counts else entry.said[0]
