"""A language that marks whatever is said in it: what is shown without its marks was never given to a translator.

`python -m tests.gui.tongues [PAGE ...]` names the texts of pages that nobody can translate.
"""

from __future__ import annotations

import re
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTableWidget,
    QTabWidget,
    QWidget,
)

from clinic.report.words import spoken
from clinic.translated import library_texts
from gui.tongue import LANGUAGES, Tongue, speak
from protocol.language import Language

MARKED: Final = re.compile(r"⟦[^⟦⟧]*(?:⟧|…$)")
"""One that is cut at its end was marked too."""
PLACE: Final = re.compile(r"\{\w*(?:![rsa])?(?::[^{}]*)?\}")
PARTS: Final = re.compile(rf"({PLACE.pattern})")
"""A template is cut at the places of its values."""
WORD: Final = re.compile(r"[A-Za-z]{3,}")
SAME: Final = frozenset(
    {"kPa", "lbf", "kgf", "dBm", "ppm", "SIMULATED", "STOP", "NRS", "PPT", "Palpate", "palpate"}
) | {"English", "Deutsch", "Espa"}
"""Units and names that are the same everywhere; “ñ” ends a word here."""

NAMES: Final = re.compile(
    r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b|\S*\.mcap\b|\bSIM-\d+|1\.0\.0-sim|Progressor_\d+|Tindeq Progressor"
    r"|Anna Holt|\banna\b|\bnot today\b|\bpressure-1\b|\bhou-2002, jcpr-2019\b"
    r"|\b[0-3]\d [A-Z][a-z]{2}\b"
)
"""Pseudonyms, files, tools, people, what they wrote, ids of consents and sources on example pages; and days, which
Qt writes in its language."""


class Marking(Tongue):
    """Says everything in marks, and remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def text(self, english: str, count: int = -1) -> str:
        """The same text, with marks around all but the places of its values."""
        if "⟦" in english:  # it was said before
            return english
        self.asked.add(english)
        return "".join(part if PLACE.fullmatch(part) else f"⟦{part}⟧" for part in PARTS.split(english) if part)

    def unknown(self, language: Language) -> list[str]:
        """What it was asked for and a language has no words for: it was never gathered, or its example is made up."""
        return sorted(self.asked - gathered(language) - {each for each in self.asked if not _has_words(each)})


def gathered(language: Language) -> set[str]:
    """Each English text of windows and of the library that a language has words for."""
    windows = ET.parse(LANGUAGES / f"palpate_{language}.ts").iterfind(".//message/source")
    return {each.text or "" for each in windows} | set(library_texts(language))


def _has_words(english: str) -> bool:
    """Whether there is something to translate: it is no path, no name and no report's word."""
    apart = Path(english).is_absolute() or english.casefold() in reports()
    words = WORD.findall(NAMES.sub("", PLACE.sub("", english)))
    return not apart and any(word not in SAME for word in words)


@cache
def reports() -> frozenset[str]:
    """What reports say in English: pages show it in their reader's language at once."""
    return frozenset(text.casefold() for text in spoken(Language.ENGLISH).values())


def unmarked(text: str) -> str:
    """What of a text was never said, "" for nothing that a translator would touch."""
    before, rest = "", text
    while before != rest:
        before, rest = rest, MARKED.sub(" ", rest)
    return rest.strip() if any(word not in SAME for word in WORD.findall(NAMES.sub(" ", rest))) else ""


def texts(window: QWidget) -> Iterator[tuple[str, str]]:
    """Each text that a window shows or reads aloud, after where it was found."""
    for part in [window, *window.findChildren(QWidget)]:
        where = f"{type(part).__name__}"
        for kind, text in _of(part):
            yield f"{where}.{kind}", text


def _of(part: QWidget) -> Iterator[tuple[str, str]]:
    yield "windowTitle", part.windowTitle()
    yield "accessibleName", part.accessibleName()
    yield "accessibleDescription", part.accessibleDescription()
    yield "toolTip", part.toolTip()
    match part:
        case QLabel() | QAbstractButton():
            yield "text", part.text()
        case QLineEdit():
            yield "placeholder", part.placeholderText()
        case QComboBox():
            yield from (("item", part.itemText(row)) for row in range(part.count()))
        case QListWidget() | QPlainTextEdit():
            yield from (("line", line) for line in _lines(part))
        case QTabWidget():
            yield from (("tab", part.tabText(index)) for index in range(part.count()))
        case QTableWidget():
            yield from _of_table(part)
        case QGroupBox():
            yield "title", part.title()
        case _:
            return


def _lines(part: QListWidget | QPlainTextEdit) -> list[str]:
    """Of a list, and of a text that nobody but the program writes."""
    if isinstance(part, QListWidget):
        return [part.item(row).text() for row in range(part.count())]
    return part.toPlainText().splitlines() if part.isReadOnly() else []


def _of_table(table: QTableWidget) -> Iterator[tuple[str, str]]:
    for column in range(table.columnCount()):
        head = table.horizontalHeaderItem(column)
        if head is not None:
            yield "head", head.text()
        for row in range(table.rowCount()):
            cell = table.item(row, column)
            if cell is not None:
                yield "cell", cell.text()


@contextmanager
def painted(into: list[tuple[str, str]]) -> Iterator[None]:
    """Note what is painted as text."""
    draw = QPainter.drawText

    def noted(self: QPainter, *given: Any) -> Any:
        into.extend(("painted", each) for each in given if isinstance(each, str))
        return draw(self, *given)

    QPainter.drawText = noted  # type: ignore[method-assign,assignment]  # a spy for as long as it is looked at
    try:
        yield
    finally:
        QPainter.drawText = draw  # type: ignore[method-assign]  # as it was


@contextmanager
def marked() -> Iterator[Marking]:
    """Say everything in marks."""
    marking = Marking()
    speak(marking)
    try:
        yield marking
    finally:
        speak(Tongue())


def unsaid(window: QWidget) -> list[str]:
    """What nobody can translate of a window that was made in marks and is shown."""
    found = list[tuple[str, str]]()
    with painted(found):
        window.grab()
    found.extend(texts(window))
    return sorted({f"{where}: {text!r}" for where, text in found if unmarked(text)})


def untranslated(name: str, folder: Path) -> list[str]:
    """What on this page nobody can translate."""
    from tests.gui.pages import PAGES

    with marked():
        window = PAGES[name](folder)
        window.show()
        found = unsaid(window)
        window.close()
        window.deleteLater()
    return found


def main() -> None:
    """Say what is missing on these pages, or on all."""
    from gui.app import application
    from tests.gui.pages import PAGES

    application()
    with tempfile.TemporaryDirectory() as folder:
        for name in sys.argv[1:] or PAGES:
            for each in untranslated(name, Path(folder)):
                sys.stdout.write(f"{name}: {each}\n")


if __name__ == "__main__":
    main()
