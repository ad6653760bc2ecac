"""Texts of a table that has little room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from gui.theme import CELL_PADDING_PX, LIGHT, sheet
from gui.training.table import fill

LONG = "Halten Sie 25 N, jedes zweite Mal ohne hinzusehen"


@pytest.mark.parametrize("wide_px", [400, 480, 900])
def test_a_row_is_as_high_as_its_text(qtbot: QtBot, wide_px: int) -> None:
    table = QTableWidget()
    qtbot.addWidget(table)
    table.setStyleSheet(sheet(LIGHT))
    table.resize(wide_px, 400)
    fill(table, ["Stufe", "Übung", "Rückmeldung"], [["1", LONG, "immer"], ["2", "20 N", "immer"]])
    with qtbot.waitExposed(table):
        table.show()
    room = QRect(0, 0, table.columnWidth(1) - 2 * CELL_PADDING_PX, 10_000)
    words = table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, LONG)
    assert table.rowHeight(0) >= words.height()
    assert words.width() <= room.width(), "a word is wider than its column: this proves nothing"
    assert (table.rowHeight(0) > 1.5 * table.rowHeight(1)) is (wide_px < 900)
