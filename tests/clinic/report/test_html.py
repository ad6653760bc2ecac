"""One file, no scripts, nothing from elsewhere, every text escaped."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from clinic.people import Language
from clinic.report.about import Noted
from clinic.report.html import html
from clinic.report.ink import DARK, LIGHT
from clinic.report.measured import Measured
from clinic.report.page import Page, Text
from clinic.report.sheets import Sheet, sheet
from clinic.report.words import Words
from tests.clinic.courses import LEFT
from tests.clinic.report.conftest import session_of

VOID = {"meta", "br", "img"}


class Reader(HTMLParser):
    """Python's own reader: tags in order, attributes and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.texts.append(data)


def read(page: Page) -> Reader:
    reader = Reader(html(page).decode())
    assert reader.open == []
    return reader


@pytest.mark.parametrize("which", Sheet)
def test_a_sheet_is_well_formed_runs_nothing_and_fetches_nothing(
    which: Sheet, words: Words, guided_record: Measured
) -> None:
    reader = read(sheet(which, session_of(guided_record), words))
    assert not {"script", "link", "img", "iframe", "object", "form"} & set(reader.tags)
    assert not [name for name, _ in reader.attributes if name.startswith("on") or name in ("src", "href")]
    assert not [value for _, value in reader.attributes if value and "//" in value]
    assert ("lang", str(words.language)) in reader.attributes


def test_whatever_people_wrote_is_shown_and_never_obeyed(english: Words, guided_record: Measured) -> None:
    noted = Noted(client='<script>alert("1")</script>&', by="\u202eevil\x00", spots={guided_record.file: LEFT})
    page = sheet(Sheet.THERAPIST, session_of(guided_record, noted=noted), english)
    data = html(page).decode()
    assert "<script" not in data
    assert '&lt;script&gt;alert("1")&lt;/script&gt;&amp;' in data
    assert "\u202e" not in data
    assert "\x00" not in data


def test_each_drawing_says_what_it_shows(english: Words, guided_record: Measured) -> None:
    reader = read(sheet(Sheet.THERAPIST, session_of(guided_record), english))
    told = [value or "" for name, value in reader.attributes if name == "aria-label"]
    assert len(told) == reader.tags.count("svg") == 3
    assert any(text.startswith("Body seen from the front and from behind. Marked: Upper trapezius") for text in told)
    assert sum(text.startswith("Force over time in hold") for text in told) == 2


def test_the_mark_of_a_simulator_is_first_and_in_the_title_and_stays_on_each_printed_sheet(
    english: Words, simulated_record: Measured
) -> None:
    data = html(sheet(Sheet.PATIENT, session_of(simulated_record), english)).decode()
    mark = english("mark.simulated")
    assert f"<title>{mark} – Your treatment</title>" in data
    assert data.index(f'<div class="mark">{mark}</div>') < data.index("<h1>")
    assert re.search(r"@media print \{.*\.mark \{ position: fixed;", data, re.DOTALL)


def luminance(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [("plain", "ground"), ("quiet", "ground"), ("alarm", "ground"), ("on_marker", "marker"), ("plain", "noise")],
)
def test_every_text_can_be_read_on_its_ground(colours: dict[str, str], text: str, ground: str) -> None:
    assert contrast(colours[text], colours[ground]) >= 4.5


def test_a_line_break_in_a_text_stays_one() -> None:
    page = Page(Language.ENGLISH, "a", "b", None, (Text("one\ntwo"),), "c")
    assert "one\ntwo" in "".join(read(page).texts)
