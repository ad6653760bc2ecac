"""The end of a treatment: what was done, what was lost, where it is kept."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
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
from gui.elided import ElidedLabel
from gui.facts import Fact
from gui.theme import Theme
from gui.tongue import mark, say
from gui.words import NONE, dose, duration, lost_share, number
from session.view import HoldView, Summary

COLUMNS: Final = (
    mark("hold|one of several"),
    mark("length"),
    mark("in band"),
    mark("mean"),
    mark("peak"),
    mark("dose in kPa·s"),
    mark("let go because"),
)
FACTS: Final = (
    mark("in band"),
    mark("dose in kPa·s"),
    mark("lost readings"),
    mark("above the limit"),
    mark("pressed after “let go”"),
)


class SummaryPanel(QWidget):
    """Shows a `Summary`; `closed` when the therapist has seen it."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outcome = QLabel()
        self.outcome.setProperty("kind", "title")
        self.outcome.setWordWrap(True)
        self.facts = tuple(Fact(say(name)) for name in FACTS)
        self.table = _table()
        self.record, self.closing = ElidedLabel(), QLabel()
        for label in (self.record, self.closing):
            label.setProperty("kind", "small")
        self.close_button = Button(say("Close"), "main")
        self.close_button.clicked.connect(self.closed)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        for fact in self.facts:
            fact.set_theme(theme)

    def show_summary(self, summary: Summary) -> None:
        """Fill in everything."""
        self.outcome.setText(say(summary.outcome))
        for fact, (name, text) in zip(self.facts, totals(summary), strict=True):
            fact.show_fact(name, text)
        self.record.show_text(
            say("Record: {path}", path=summary.record) if summary.record else say("No record was kept")
        )
        self.table.setRowCount(len(summary.holds))
        for row, hold in enumerate(summary.holds):
            for column, text in enumerate(cells(row + 1, hold)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)

    def show_closing(self, left_s: float | None) -> None:
        """Say when the window closes by itself, None: it stays."""
        text = "" if left_s is None else say("Closes in {left_s:.0f} s unless you touch it", left_s=left_s)
        if text != self.closing.text():
            self.closing.setText(text)

    def _lay_out(self) -> None:
        row, bottom, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        row.setSpacing(10)
        for fact in self.facts:
            row.addWidget(fact)
        bottom.addWidget(self.closing, 1)
        bottom.addWidget(self.close_button)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.outcome)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(self.record)
        column.addLayout(bottom)


def cells(index: int, hold: HoldView) -> tuple[str, ...]:
    """One row of the table."""
    return (
        str(index),
        duration(hold.duration_s),
        duration(hold.in_band_s),
        NONE if hold.mean_kpa is None else f"{number(hold.mean_kpa)} kPa",
        f"{number(hold.peak_n, 1)} N",
        dose(hold.dose_kpa_s, None),
        _ended(hold),
    )


def _ended(hold: HoldView) -> str:
    """Why it ended; one that goes on says so."""
    why = say(hold.ended_by)
    return say("(goes on) {why}", why=why).strip() if hold.continues else why or NONE


def totals(summary: Summary) -> tuple[tuple[str, str], ...]:
    """Name and value of each sum."""
    return (
        (say("in band"), duration(summary.in_band_s)),
        (say("dose in kPa·s"), dose(summary.dose_kpa_s, summary.dose_high_kpa_s)),
        (say("lost of {count} readings", count=summary.samples + summary.lost_samples), lost_share(summary)),
        (_peaked(say("above the limit"), summary.over_cap_peak_n), _over(summary)),
        (_peaked(say("after “let go”"), summary.after_cue_peak_n), _after(summary)),
    )


def _peaked(name: str, peak_n: float | None) -> str:
    """With the highest force of that time, where there is one."""
    return name if peak_n is None else say("{name}, peak {peak_n:.1f} N", name=name, peak_n=peak_n)


def _over(summary: Summary) -> str:
    """Time above the limit, and the dose that lay above it."""
    if summary.over_cap_s == 0:
        return say("never")
    return f"{number(summary.over_cap_s, 1)} s, {_pressed(summary.over_cap_n_s, summary.over_cap_kpa_s)}"


def _after(summary: Summary) -> str:
    """Time after a let-go was called, and the dose in it."""
    dose_there = f", {_pressed(summary.after_cue_n_s, summary.after_cue_kpa_s)}" if summary.after_cue_n_s > 0 else ""
    return f"{number(summary.after_cue_s, 1)} s{dose_there}"


def _pressed(impulse_n_s: float, dose_kpa_s: float | None) -> str:
    """A dose, or without a tip area the impulse."""
    return f"{number(impulse_n_s, 1)} N·s" if dose_kpa_s is None else f"{number(dose_kpa_s)} kPa·s"


def _table() -> QTableWidget:
    table = QTableWidget(0, len(COLUMNS))
    table.setAccessibleName(say("holds"))
    table.setHorizontalHeaderLabels([say(name) for name in COLUMNS])
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(42)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setTabKeyNavigation(False)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table
