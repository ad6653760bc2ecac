"""The window of a review: records that were made earlier, to look at and to compare."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from clinic.review.metrics import shown
from clinic.review.reviewed import Reviewed
from gui.button import SMALLEST_PX, Button
from gui.colours_button import ColoursButton
from gui.elided import ElidedLabel
from gui.look import look
from gui.review_chart import ReviewChart
from gui.review_holds import HoldKey, ReviewHolds
from gui.review_pair import ReviewPair
from gui.review_table import ReviewTable, hold_rows
from gui.theme import Theme, palette, sheet
from gui.tongue import mark, say
from gui.top_bar import Badge
from gui.words import duration
from protocol.sentence import Sentence

NO_HOLD: Final = mark("No hold in this record: nothing pressed for half a second with 2 N or more.")
LIST_PX: Final = 210
"""Room for a hold's length and pressure."""
CLAIM: Final = mark("Figures from the record alone – not a medical device")
COLUMNS: Final = (mark("figure"), mark("value"), mark("missing, or in doubt"))


class ReviewWindow(QWidget):
    """Shows records; all figures come with them, and nothing is changed."""

    def __init__(self, records: Sequence[Reviewed], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Palpate – review"))
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(900, 480)
        self.resize(1180, 780)
        self._records, self._record, self._look = tuple(records), 0, look()
        self.mark, self.colours = Badge(say("simulation")), ColoursButton()
        self.which, self.about, self.notes = QComboBox(), ElidedLabel(), QLabel()
        self.chart, self.holds, self.pair = ReviewChart(), ReviewHolds(), ReviewPair()
        self.metrics = ReviewTable(say("figures of the hold"), COLUMNS)
        self.none, self.pages = QLabel(say(NO_HOLD)), QStackedWidget()
        self.trace_button, self.pair_button = Button(say("Trace")), Button(say("Two holds"))
        self.closer, self.wider, self.whole = Button("+", "sign"), Button("−", "sign"), Button(say("Whole record"))
        self._lay_out()
        self._connect()
        self._fill()
        self.set_theme(self._look.theme)

    def start(self) -> None:
        """Nothing runs here."""

    def set_theme(self, theme: Theme) -> None:
        """Paint everything in the colours of `theme`."""
        self.setStyleSheet(sheet(theme))
        self.setPalette(palette(theme))
        self.chart.set_theme(theme)
        self.pair.set_theme(theme)

    def show_record(self, number: int) -> None:
        """Show one of the records, from 0."""
        self._record = number
        each = self._records[number]
        measured = each.measured
        self.chart.show_record(each)
        self.about.show_text(_about(each))
        notes = measured.analysis.signal.notes
        self.notes.setText("\n".join(map(say, notes)))
        self.notes.setVisible(bool(notes))
        self.mark.show_text(say("SIMULATED") if measured.simulated else "", "mark")
        self.none.setVisible(not measured.holds)
        self.metrics.setVisible(bool(measured.holds))

    def show_hold(self, key: HoldKey) -> None:
        """Show one hold and its figures."""
        if key.record != self._record:
            self.which.setCurrentIndex(key.record)
        self.chart.show_hold(key.hold)
        self.metrics.show_rows(hold_rows(shown(self._records[key.record].measured.holds[key.hold].figures)))
        self.pages.setCurrentIndex(0)
        self.trace_button.setChecked(True)

    def _dress(self) -> None:
        self.set_theme(self._look.theme)

    def _fill(self) -> None:
        self.which.addItems([each.measured.file for each in self._records])
        self.which.setVisible(len(self._records) > 1)
        self.holds.show_records(self._records)
        self.pair.show_records(self._records)
        self.show_record(0)
        holds = self._records[0].measured.holds
        if holds:
            self.metrics.show_rows(hold_rows(shown(holds[0].figures)))

    def _connect(self) -> None:
        self._look.changed.connect(self._dress)
        self.which.currentIndexChanged.connect(self.show_record)
        self.holds.looked_at.connect(self.show_hold)
        group = QButtonGroup(self)
        for number, button in enumerate((self.trace_button, self.pair_button)):
            button.setCheckable(True)
            group.addButton(button)
            button.clicked.connect(lambda *_, page=number: self.pages.setCurrentIndex(page))
        self.trace_button.setChecked(True)
        for button, key in (
            (self.closer, Qt.Key.Key_Plus),
            (self.wider, Qt.Key.Key_Minus),
            (self.whole, Qt.Key.Key_Home),
        ):
            button.clicked.connect(lambda *_, pressed=key: self.chart.turn(pressed))
        for button, name in ((self.closer, say("zoom in")), (self.wider, say("zoom out"))):
            button.setAccessibleName(name)
            button.setFixedWidth(SMALLEST_PX + 12)

    def _lay_out(self) -> None:
        column, split = QVBoxLayout(self), QSplitter(Qt.Orientation.Horizontal)
        left, side = QWidget(), QVBoxLayout()
        left.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        for part in (self.which, self.holds):
            side.addWidget(part)
        self.which.setMinimumHeight(SMALLEST_PX)
        self.which.setAccessibleName(say("record"))
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.pages.addWidget(self._trace_page())
        self.pages.addWidget(self.pair)
        split.addWidget(left)
        split.addWidget(self.pages)
        left.setMinimumWidth(LIST_PX)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        claim = QLabel(say(CLAIM))
        for label in (claim, self.about, self.notes):
            label.setProperty("kind", "small")
        self.notes.setWordWrap(True)
        column.addLayout(self._bar())
        column.addWidget(self.about)
        column.addWidget(self.notes)
        column.addWidget(split, 1)
        column.addWidget(claim)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        for part in (self.mark, self.trace_button, self.pair_button):
            bar.addWidget(part)
        bar.addStretch(1)
        for part in (self.closer, self.wider, self.whole, self.colours):
            bar.addWidget(part)
        return bar

    def _trace_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chart, 3)
        column.addWidget(self.none)
        column.addWidget(self.metrics, 2)
        return page


def _about(each: Reviewed) -> str:
    measured = each.measured
    signal = measured.analysis.signal
    parts = (
        measured.file,
        f"{measured.started_at:%Y-%m-%d %H:%M}",
        measured.analysis.tool or "",
        measured.plan.name if measured.plan else say("no plan"),
        duration(signal.duration_s),
        say("%n readings lost", signal.lost_samples) if signal.lost_samples else say("no reading lost"),
    )
    return say(Sentence.joined(" · ", filter(None, parts)))
