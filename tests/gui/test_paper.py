"""Paper: one sheet where it fits, text that can be searched, drawings that stay lines. Read by another library."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from clinic.people import Language
from clinic.report.page import Block, Bullets, Column, Facts, Heading, Page, Picture, Row, Table, Text, Tone
from gui.paper import application, print_pdf

SVG = (
    '<svg viewBox="0 0 40 20" width="40" height="20"><rect x="1" y="1" width="38" height="18" fill="role:band"/>'
    '<path d="M1 1L39 19" fill="none" stroke="role:trace" stroke-width="1"/>'
    '<text x="20" y="12" font-size="6" fill="role:plain" text-anchor="middle">drawn</text></svg>'
)
MARK = "SIMULATED for a test"


def page(*, mark: str | None = None, paragraphs: int = 3, large: bool = False) -> Page:
    blocks: tuple[Block, ...] = (
        Heading("Größe & <Maße>"),
        Row((Column(1, (Picture(SVG, 40, 20, "a drawing"),)), Column(2, (Facts((("name", "value ≥ 3"),)),)))),
        Table(("hold", "place", "dose\nkPa·s"), (("1", "Piriformis, left", "9772"),), frozenset({1})),
        Bullets(("¿Qué puede esperar?",)),
        *(Text(f"paragraph {number} of a page", Tone.QUIET) for number in range(paragraphs)),
    )
    return Page(Language.GERMAN, "A title", "and what it is of", mark, blocks, "the foot", large)


def sheets(made: Page) -> list[str]:
    """The text of each sheet; Qt writes one glyph for a space and a tab, and readers may take either."""
    return [" ".join(sheet.extract_text().split()) for sheet in PdfReader(BytesIO(print_pdf(made))).pages]


def test_what_fits_is_on_one_sheet_and_every_word_can_be_searched() -> None:
    (text,) = sheets(page())
    for wanted in (
        "A title", "and what it is of", "Größe & <Maße>", "value ≥ 3", "Piriformis, left", "9772", "kPa·s",
        "¿Qué puede esperar?", "paragraph 2 of a page", "drawn", "the foot",
    ):  # fmt: skip
        assert wanted in text


def test_drawings_are_lines_and_no_pictures() -> None:
    reader = PdfReader(BytesIO(print_pdf(page())))
    assert [image.name for sheet in reader.pages for image in sheet.images] == []


def test_the_paper_is_a4_and_says_what_it_is() -> None:
    reader = PdfReader(BytesIO(print_pdf(page(mark=MARK))))
    box = reader.pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx((595, 842), abs=1)
    assert reader.metadata is not None
    assert reader.metadata.title == f"{MARK} – A title"


@pytest.mark.parametrize("paragraphs", [3, 250])
def test_simulated_data_are_marked_on_each_sheet_and_measured_ones_on_none(paragraphs: int) -> None:
    marked, measured = sheets(page(mark=MARK, paragraphs=paragraphs)), sheets(page(paragraphs=paragraphs))
    assert [MARK in text for text in marked] == [True] * len(marked)
    assert [MARK in text for text in measured] == [False] * len(measured)


def test_what_is_a_little_too_long_is_set_smaller_and_what_is_much_too_long_takes_more_numbered_sheets() -> None:
    assert len(sheets(page(paragraphs=70))) == 1
    found = sheets(page(paragraphs=250))
    assert len(found) >= 3
    for number, text in enumerate(found, 1):
        assert f"the foot {number}/{len(found)}" in text
    whole = "\n".join(found)
    assert [number for number in range(250) if f"paragraph {number} of a page" not in whole] == []


def test_a_clients_sheet_is_set_larger() -> None:
    def sizes(made: Page) -> float:
        found: list[float] = []
        reader = PdfReader(BytesIO(print_pdf(made)))

        def see(text: str, _user: list[float], matrix: list[float], _font: object, size: float) -> None:
            if "paragraph" in text:
                found.append(abs(size * matrix[3]))

        reader.pages[0].extract_text(visitor_text=see)
        return min(found)

    assert sizes(page(large=True)) == pytest.approx(sizes(page()) * 11 / 8, rel=0.02)


def test_the_running_application_prints() -> None:
    assert application() is application()


def test_the_head_of_a_long_table_stands_again_on_each_sheet_that_it_takes() -> None:
    table = Table(("hold", "dose\nkPa·s"), tuple((f"{number}", f"{number}.5") for number in range(200)))
    found = sheets(Page(Language.ENGLISH, "A title", "of a test", None, (table,), "the foot"))
    assert len(found) >= 2
    for text in found:
        assert text.count("hold dose kPa·s") == 1


def test_what_takes_more_than_one_sheet_anyway_is_not_set_smaller_for_it() -> None:
    def height(count: int) -> float:
        found: list[float] = []

        def see(text: str, _user: list[float], matrix: list[float], _font: object, size: float) -> None:
            if "paragraph" in text:
                found.append(abs(size * matrix[3]))

        for each in PdfReader(BytesIO(print_pdf(page(paragraphs=count)))).pages:
            each.extract_text(visitor_text=see)
        return min(found)

    assert height(110) == pytest.approx(height(3), rel=0.02)
