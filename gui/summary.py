"""The end of a treatment: what was done, what was lost, where it is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.button import Button
from gui.words import NONE, dose, duration, lost_of, number
from session.view import HoldView, Summary

COLUMNS = ("hold", "length", "in band", "mean", "peak", "dose", "let go because")


class SummaryPanel(QWidget):
    """Shows a `Summary`; `closed` when the therapist has seen it."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record_text = ""
        self.outcome = QLabel()
        self.outcome.setProperty("kind", "title")
        self.outcome.setWordWrap(True)
        self.totals = QLabel()
        self.totals.setWordWrap(True)
        self.totals.setTextFormat(Qt.TextFormat.PlainText)
        self.table = _table()
        self.record = QLabel()
        self.record.setProperty("kind", "small")
        self.closing = QLabel()
        self.closing.setProperty("kind", "small")
        self.close_button = Button("Close", "main")
        self.close_button.clicked.connect(self.closed)
        self._lay_out()

    def show_summary(self, summary: Summary) -> None:
        """Fill in everything."""
        self.outcome.setText(summary.outcome)
        self.totals.setText(totals(summary))
        self._record_text = summary.record or "no record was kept"
        self.record.setToolTip(self._record_text)
        self.record.setAccessibleName(f"record: {self._record_text}")
        self._elide()
        self.table.setRowCount(len(summary.holds))
        for row, hold in enumerate(summary.holds):
            for column, text in enumerate(cells(row + 1, hold)):
                item = QTableWidgetItem(text)
                last = column == len(COLUMNS) - 1
                side = Qt.AlignmentFlag.AlignLeft if last else Qt.AlignmentFlag.AlignRight
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                item.setToolTip(text)
                self.table.setItem(row, column, item)

    def show_closing(self, left_s: float | None) -> None:
        """Say when the window closes by itself, None: it stays."""
        text = "" if left_s is None else f"closes in {left_s:.0f} s unless you touch it"
        if text != self.closing.text():
            self.closing.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut the record's path to the new width."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        """Cut in the middle: both the folder and the file's name stay readable."""
        metrics = QFontMetrics(self.record.font())
        text = f"Record: {self._record_text}"
        self.record.setText(metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, max(self.width() - 60, 100)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(12)
        bottom = QHBoxLayout()
        bottom.addWidget(self.closing, 1)
        bottom.addWidget(self.close_button)
        for widget in (self.outcome, self.totals):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.record)
        column.addLayout(bottom)


def cells(index: int, hold: HoldView) -> tuple[str, ...]:
    """One row of the table."""
    mean = NONE if hold.mean_kpa is None else f"{number(hold.mean_kpa)} kPa"
    return (
        str(index),
        duration(hold.duration_s),
        duration(hold.in_band_s),
        mean,
        f"{number(hold.peak_n, 1)} N",
        dose(hold.dose_kpa_s, None),
        hold.ended_by or NONE,
    )


def totals(summary: Summary) -> str:
    """The sums, one to a line."""
    lines = [
        f"In band {duration(summary.in_band_s)} in {len(summary.holds)} holds",
        f"Dose {dose(summary.dose_kpa_s, summary.dose_high_kpa_s)}",
        f"Lost {lost_of(summary)}",
    ]
    if summary.over_cap_s > 0:
        peak = "" if summary.over_cap_peak_n is None else f", up to {number(summary.over_cap_peak_n, 1)} N"
        lines.append(f"Above the limit {number(summary.over_cap_s, 1)} s{peak}")
    return "\n".join(lines)


def _table() -> QTableWidget:
    table = QTableWidget(0, len(COLUMNS))
    table.setAccessibleName("holds")
    table.setHorizontalHeaderLabels(list(COLUMNS))
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(36)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table
