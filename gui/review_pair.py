"""Two holds compared: laid over each other, and as a table of before and after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clinic.report.measured import MeasuredHold
from clinic.review.compare import compared
from clinic.review.reviewed import Reviewed
from gui.button import SMALLEST_PX, Button
from gui.review_holds import HoldKey, hold_name, keys
from gui.review_overlay import ReviewOverlay
from gui.review_table import ReviewTable, pair_rows
from gui.theme import Theme
from gui.tongue import mark, say

ONE: Final = mark("There is only one hold: nothing to compare it with.")

COLUMNS: Final = (
    mark("figure"),
    mark("A (before)"),
    mark("B (after)"),
    mark("B − A"),
    mark("missing, or in doubt"),
)


class ReviewPair(QWidget):
    """Shows two holds, the first and the last at first; which ones is chosen above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records: tuple[Reviewed, ...] = ()
        self._keys: list[HoldKey] = []
        self.before, self.after = QComboBox(), QComboBox()
        self.swap, self.none = Button(say("Swap")), QLabel(say(ONE))
        self.overlay = ReviewOverlay()
        self.table = ReviewTable(say("before and after"), COLUMNS)
        self.swap.clicked.connect(self._swap)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self.overlay.set_theme(theme)

    def show_records(self, records: Sequence[Reviewed]) -> None:
        """Offer every hold of these records."""
        self._records, self._keys = tuple(records), keys(records)
        for box, at in ((self.before, 0), (self.after, len(self._keys) - 1)):
            box.blockSignals(True)
            box.clear()
            box.addItems([hold_name(records, key) for key in self._keys])
            box.setCurrentIndex(at)
            box.blockSignals(False)
        several = len(self._keys) > 1
        self.none.setVisible(not several)
        for part in (self.before, self.after, self.swap, self.overlay, self.table):
            part.setVisible(several)
        self._show()

    def _show(self) -> None:
        if len(self._keys) < 2:
            return
        before, after = self._hold(self.before), self._hold(self.after)
        self.overlay.show_pair(before, after)
        self.table.show_rows(pair_rows(compared(before.figures, after.figures)))

    def _hold(self, box: QComboBox) -> MeasuredHold:
        key = self._keys[box.currentIndex()]
        return self._records[key.record].measured.holds[key.hold]

    def _swap(self) -> None:
        before, after = self.before.currentIndex(), self.after.currentIndex()
        self.before.setCurrentIndex(after)
        self.after.setCurrentIndex(before)

    def _lay_out(self) -> None:
        row, column = QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for name, box in (("A", self.before), ("B", self.after)):
            box.setAccessibleName(say("hold {name}", name=name))
            box.setMinimumHeight(SMALLEST_PX)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.currentIndexChanged.connect(lambda _: self._show())
            row.addWidget(QLabel(name))
            row.addWidget(box, 1)
        row.addWidget(self.swap)
        column.addLayout(row)
        column.addWidget(self.none)
        column.addWidget(self.overlay, 3)
        column.addWidget(self.table, 2)
