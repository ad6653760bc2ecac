"""The list of all holds of the records that are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from clinic.review.reviewed import Reviewed
from gui.button import SMALLEST_PX
from gui.tongue import say
from gui.words import duration, number

_KEY: Final = Qt.ItemDataRole.UserRole


class HoldKey(NamedTuple):
    """Which hold: record and hold, both from 0."""

    record: int
    hold: int


class ReviewHolds(QListWidget):
    """Lists holds; `looked_at` when the row changes, by a click or by the keys."""

    looked_at = Signal(object)
    """A `HoldKey`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("holds"))
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._look)

    def _look(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.looked_at.emit(item.data(_KEY))

    def show_records(self, records: Sequence[Reviewed]) -> None:
        """List every hold of every record."""
        self.clear()
        for key in keys(records):
            item = QListWidgetItem(hold_name(records, key))
            item.setData(_KEY, key)
            item.setToolTip(item.text())
            item.setSizeHint(QSize(0, SMALLEST_PX))
            self.addItem(item)

    def look_at(self, key: HoldKey) -> None:
        """Go to this hold."""
        for row in range(self.count()):
            if self.item(row).data(_KEY) == key:
                self.setCurrentRow(row)


def keys(records: Sequence[Reviewed]) -> list[HoldKey]:
    """All holds, in order."""
    return [HoldKey(record, hold) for record, each in enumerate(records) for hold in range(len(each.measured.holds))]


def hold_name(records: Sequence[Reviewed], key: HoldKey) -> str:
    """A hold in a line; the record's name only where there are several."""
    measured = records[key.record].measured
    figures = measured.holds[key.hold].figures
    pressed = f"{number(figures.mean_kpa)} kPa" if figures.mean_kpa is not None else f"{number(figures.mean_n, 1)} N"
    length = duration(figures.duration_s)
    name = say("hold {number}: {length}, {pressed}", number=key.hold + 1, length=length, pressed=pressed)
    return f"{name}  –  {measured.file}" if len(records) > 1 else name
