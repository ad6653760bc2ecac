"""Which point the page is about: site and side in large letters, and a small picture of where it is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clinic.bodymap.points import MapPoint
from clinic.bodymap.shapes import body_map
from clinic.bodymap.standing import Place
from clinic.entries.places import Position, View
from gui.body_frame import single
from gui.body_ink import ink
from gui.body_painter import Brushes, paint_view
from gui.body_scene import BodyScene
from gui.fit import Type
from gui.fitted_label import FittedLabel
from gui.theme import DARK, Theme
from gui.tongue import mark, say
from gui.visit.fields import sentence

PICTURE_PX: Final = 84
HEIGHT_PX: Final = 168
SIDE_PX: Final = 34
SIDE_TYPE: Final = Type(24)
VIEWS: Final = {View.FRONT: mark("front view"), View.BACK: mark("back view"), View.SIDE: mark("side view")}


class WherePicture(QWidget):
    """One view of the body with the site and the point; it takes no focus, since the words beside it say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene, self.view = BodyScene(), View.FRONT
        self._theme = DARK
        self.setFixedSize(PICTURE_PX, HEIGHT_PX)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def show_point(self, place: Place, point: MapPoint) -> None:
        """Show this one."""
        seen = body_map().seen(place.spot.site, place.spot.side)
        self.view = point.on_map.view if point.on_map else seen[0].view if seen else View.FRONT
        self.scene = BodyScene(places={place.spot: place}, points=(point,))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the view."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint_view(painter, single(self.view, area), self.scene, Brushes(self._theme, ink(self._theme)), None)


class Where(QWidget):
    """Nothing on the pages that are about no point."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = WherePicture()
        self.name, self.view, self.position = sentence(""), sentence("", "small"), sentence("")
        self.side = FittedLabel(SIDE_TYPE, SIDE_PX)
        column, row = QVBoxLayout(), QHBoxLayout(self)
        for label in (self.name, self.side, self.position, self.view):
            column.addWidget(label)
        column.addStretch(1)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.picture)
        row.addLayout(column, 1)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self.picture.set_theme(theme)

    def show_point(self, place: Place, point: MapPoint, position: Position | None) -> None:
        """Show this one, and how the client lies or sits."""
        self.picture.show_point(place, point)
        self.name.setText(say(place.name))
        self.side.show_text(say(place.spot.side).upper())
        self.view.setText(say(VIEWS[self.picture.view]))
        self.position.setText("" if position is None else say(position).capitalize())
        self.position.setVisible(position is not None)
