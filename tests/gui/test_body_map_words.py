"""The body map in the language of its reader: names are found, and the client's sides never run into each other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from pytestqt.qtbot import QtBot

from clinic.bodymap.standing import places
from clinic.library import library
from clinic.people import Language
from clinic.report.words import Words
from clinic.screening.answers import Side
from gui.app import application
from gui.body_frame import APART_PX, Part, panes
from gui.body_map import BodyMapPage
from gui.body_picture import SIDE_PX, _in_lines
from gui.tongue import Tongue, say, speak

PLACES = places(Words(Language.ENGLISH, library()), None)


@pytest.fixture
def german() -> Iterator[None]:
    speak(Tongue(Language.GERMAN))
    yield
    speak(Tongue())


@pytest.mark.usefixtures("german")
def test_places_are_listed_and_found_by_the_names_of_the_readers_language(qtbot: QtBot) -> None:
    application()
    page = BodyMapPage()
    qtbot.addWidget(page)
    page.show_places(PLACES)
    page.list.search.setText("kaumuskel")
    assert {spot.site for spot in page.list.listed} == {"masseter-angle"}
    assert page.list.sites.findItems("Kaumuskel (Masseter)", Qt.MatchFlag.MatchStartsWith)
    page.list.search.setText("masseter chew")
    assert page.list.listed == ()


def test_the_words_of_both_sides_stand_beside_each_other_in_any_language() -> None:
    application()
    metrics = QFontMetricsF(QFont())
    word = "izquierda (cliente)"
    assert _in_lines(word, metrics, 10_000) == word
    assert _in_lines(word, metrics, metrics.horizontalAdvance(word)) == "izquierda\n(cliente)"


@pytest.mark.parametrize("language", list(Language))
def test_the_clients_sides_never_run_into_each_other(language: Language) -> None:
    font = QFont()
    font.setPixelSize(SIDE_PX[0])
    font.setBold(True)
    speak(Tongue(language))
    try:
        words = [word for side in (Side.LEFT, Side.RIGHT) for word in say(side).split()]
    finally:
        speak(Tongue())
    assert max(map(QFontMetricsF(font).horizontalAdvance, words)) <= APART_PX / 2 - 8
    for height in (240, 300, 720):
        front, back = (pane.area for pane in panes(Part.WHOLE, QSizeF(280, height)))
        assert back.center().x() - front.center().x() >= APART_PX
        assert front.center().x() - APART_PX / 2 >= 0
        assert back.center().x() + APART_PX / 2 <= 280
