"""The list beside the body map: the same sites as words, with a search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from clinic.bodymap.standing import Place, Standing
from clinic.screening.answers import Spot
from gui.body_words import named, standing_of
from gui.button import SMALLEST_PX
from gui.tongue import say

SIGNS: Final = {
    Standing.OPEN: "", Standing.CAUTION: "!  ", Standing.ASK: "?  ", Standing.CLOSED: "×  ", Standing.NEVER: "×  ",
}  # fmt: skip
_PLACE: Final = Qt.ItemDataRole.UserRole


class _Sites(QListWidget):
    """A list whose row is chosen by Enter and by a click, and not by merely passing over it."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("sites"))
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._pick)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter chooses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (item := self.currentItem()) is not None:
            self._pick(item)
            return
        super().keyPressEvent(event)

    def _pick(self, item: QListWidgetItem) -> None:
        self.picked.emit(item.data(_PLACE).spot)


class BodyList(QWidget):
    """Shows places in words; `chosen` when one is chosen here."""

    chosen = Signal(object)
    """A `Spot`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search, self.sites, self.none = QLineEdit(), _Sites(), QLabel(say("No site is called so"))
        self.search.setPlaceholderText(say("Search: muscle, place, side, pain"))
        self.search.setAccessibleName(say("search sites"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(SMALLEST_PX)
        self.search.textChanged.connect(self._sift)
        self.search.returnPressed.connect(self._first)
        self.sites.picked.connect(self.chosen)
        self.none.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.none)
        column.addWidget(self.sites, 1)

    def show_places(self, places: Sequence[Place]) -> None:
        """List these; what is searched for stays."""
        at = self.sites.currentRow()
        self.sites.clear()
        for place in places:
            item = QListWidgetItem(f"{SIGNS[place.standing]}{named(place)}")
            item.setData(_PLACE, place)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, standing_of(place))
            item.setToolTip(standing_of(place))
            item.setSizeHint(QSize(0, SMALLEST_PX))
            self.sites.addItem(item)
        self.sites.setCurrentRow(at)
        self._sift(self.search.text())

    def show_chosen(self, spot: Spot | None) -> None:
        """Mark the row of what was chosen elsewhere."""
        for row in range(self.sites.count()):
            item = self.sites.item(row)
            if item.data(_PLACE).spot == spot:
                self.sites.setCurrentItem(item)
                self.sites.scrollToItem(item)
                return
        self.sites.setCurrentRow(-1)

    @property
    def listed(self) -> tuple[Spot, ...]:
        """What the search leaves."""
        items = (self.sites.item(row) for row in range(self.sites.count()))
        return tuple(item.data(_PLACE).spot for item in items if not item.isHidden())

    def _sift(self, text: str) -> None:
        """Every word must stand somewhere: “glut left” finds all of the left buttock."""
        words = text.casefold().split()
        for row in range(self.sites.count()):
            item = self.sites.item(row)
            place: Place = item.data(_PLACE)
            told = " ".join(
                map(say, (place.name, place.side, place.muscle_name, place.where, place.referral))
            ).casefold()
            item.setHidden(not all(word in told for word in words))
        self.none.setVisible(bool(words) and not self.listed)

    def _first(self) -> None:
        """Enter in the search chooses where one is left."""
        left = self.listed
        if len(left) == 1:
            self.chosen.emit(left[0])
        elif left:
            self.show_chosen(left[0])
            self.sites.setFocus()
