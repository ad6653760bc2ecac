"""All stations of the way, one below the other: what is done, open, left out or closed, by sign and word."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from clinic.library import Library
from clinic.screening.answers import Spot
from clinic.way.said import Station
from clinic.way.way import Closed, Cut, Done, LeftOut, Open, Standing, Way
from gui.button import SMALLEST_PX
from gui.tongue import mark, say

WIDTH_PX: Final = 280
PLACE: Final = mark("{site}, {side}")
HEAD: Final = mark("{site},\n{side}")
"""In two lines, so that the side is never cut off behind a long name."""
_STATION: Final = Qt.ItemDataRole.UserRole


def told(standing: Standing) -> tuple[str, str]:
    """A sign and a word."""
    match standing:
        case Open():
            return "○", say("open")
        case Done():
            return "✓", say("done")
        case LeftOut(why=why):
            return "–", say("left out: {why}", why=why)
        case Cut():
            return "…", say("begun, its end is not known")
        case Closed(why=why):
            return "✕", say("closed: {why}", why=why)


def place_name(library: Library, spot: Spot) -> str:
    """Site and the client's side."""
    return say(PLACE, site=_site(library, spot), side=spot.side)


def _site(library: Library, spot: Spot) -> str:
    site = library.sites.get(spot.site)
    return spot.site if site is None else say(site.name)


class Stepper(QListWidget):
    """Shows a way; `wanted` when somebody presses Enter on a station or clicks it."""

    wanted = Signal(object)
    """Carries a `Station`."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.setAccessibleName(say("the way through the visit"))
        self.setFixedWidth(WIDTH_PX)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemClicked.connect(self._want)

    def show_way(self, way: Way) -> None:
        """Show where everything stands."""
        self.clear()
        spot = None
        for station in way.stations:
            if station.spot is not None and station.spot != spot:
                self._head(station)
            spot = station.spot
            self._row(way, station)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter goes there."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._want(item)
            return
        super().keyPressEvent(event)

    def _head(self, station: Station) -> None:
        assert station.spot is not None
        text = place_name(self._library, station.spot)
        item = QListWidgetItem(say(HEAD, site=_site(self._library, station.spot), side=station.spot.side))
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setToolTip(text)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, text)
        self.addItem(item)

    def _row(self, way: Way, station: Station) -> None:
        sign, word = told(way.standing(station))
        here = "▶" if station == way.here else sign
        name = say(station.step)
        item = QListWidgetItem(f"{'  ' if station.spot else ''}{here}  {name}")
        item.setData(_STATION, station)
        item.setToolTip(f"{name}: {word}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}: {word}")
        item.setSizeHint(QSize(0, SMALLEST_PX))
        self.addItem(item)
        if station == way.here:
            self.setCurrentItem(item)

    def _want(self, item: QListWidgetItem) -> None:
        station = item.data(_STATION)
        if station is not None:
            self.wanted.emit(station)
