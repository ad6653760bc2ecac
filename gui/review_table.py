"""A table of figures of which each row can be explained: by the pointer, and by moving to it with the keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from clinic.review.compare import Compared
from clinic.review.metrics import Metric, Shown
from gui.tongue import mark, say
from gui.words import NONE, number

ASK: Final = mark("Move to a row to read what it means.")
ROW_PX: Final = 34


class Row(NamedTuple):
    """What stands in a row, and what explains it."""

    cells: tuple[str, ...]
    told: str


class ReviewTable(QWidget):
    """Rows with the explanation of the one that the keys are at below."""

    def __init__(self, name: str, columns: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[str, ...] = ()
        self.table, self.told = _table(name, columns), QLabel(say(ASK))
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setMinimumHeight(2 * self.told.fontMetrics().height() + 8)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.table.currentCellChanged.connect(lambda row, *_: self._tell(row))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self.told)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Fill in everything; the row that the keys are at stays."""
        at = self.table.currentRow()
        self._told = tuple(row.told for row in rows)
        self.table.setRowCount(len(rows))
        for index, row in enumerate(rows):
            for column, text in enumerate(row.cells):
                item = QTableWidgetItem(text)
                item.setToolTip(row.told)
                self.table.setItem(index, column, item)
        if 0 <= at < len(rows):
            self.table.setCurrentCell(at, 0)
        self._tell(self.table.currentRow())

    def _tell(self, row: int) -> None:
        told = self._told[row] if 0 <= row < len(self._told) else say(ASK)
        self.told.setText(told)
        self.table.setAccessibleDescription(told)


def hold_rows(figures: Sequence[Shown]) -> list[Row]:
    """Of one hold: name, value, and why it is missing or doubtful."""
    return [
        Row((say(each.metric.title), amount(each.metric, each.value), say(each.why)), _told(each.metric, each.why))
        for each in figures
    ]


def pair_rows(figures: Sequence[Compared]) -> list[Row]:
    """Of two holds: name, both values, their difference, and what is missing."""
    return [
        Row(
            (
                say(each.metric.title),
                amount(each.metric, each.before),
                amount(each.metric, each.after),
                _signed(each.metric, each.difference),
                say(each.why),
            ),
            _told(each.metric, each.why),
        )
        for each in figures
    ]


def amount(metric: Metric, value: float | None) -> str:
    """A figure with its unit, or a dash."""
    return NONE if value is None else f"{number(value, metric.decimals)} {metric.unit}".rstrip()


def _signed(metric: Metric, value: float | None) -> str:
    """With a plus where it rose by as much as is shown."""
    text = amount(metric, value)
    rose = value is not None and value > 0 and any(sign in "123456789" for sign in text)
    return f"+{text}" if rose else text


def _told(metric: Metric, why: str) -> str:
    meaning = say("{title}: {meaning}", title=metric.title, meaning=metric.meaning)
    return f"{meaning}\n{NONE} {say(why)}" if why else meaning


def _table(name: str, columns: tuple[str, ...]) -> QTableWidget:
    table = QTableWidget(0, len(columns))
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels([say(each) for each in columns])
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW_PX)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table
