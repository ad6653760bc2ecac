"""Which part of the body is shown, and where on the widget."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

from clinic.bodymap.shapes import VIEWS
from clinic.bodymap.ways import Spot
from clinic.entries.places import View

HEAD_PX: Final = 34.0
"""Above a picture, for the name of its view."""
FOOT_PX: Final = 36.0
"""Below it, for the client's sides."""
GAP_PX: Final = 12.0
"""Between the pictures."""
APART_PX: Final = 132.0
"""From the middle of one picture to that of the other at least: below them is room for the client's sides beside each
other, in the longest language, one word above the other."""


class Part(StrEnum):
    """What is shown; the value is the word on the button."""

    WHOLE = "whole body"
    HEAD = "head and neck"
    TRUNK = "trunk and arms"
    LEGS = "hips and legs"


PARTS: Final = {
    Part.WHOLE: QRectF(2, 4, 196, 446),
    Part.HEAD: QRectF(62, 4, 76, 92),
    Part.TRUNK: QRectF(20, 56, 160, 166),
    Part.LEGS: QRectF(50, 194, 100, 254),
}
"""In units of the map."""


class Pane(NamedTuple):
    """One view on the widget."""

    view: View
    area: QRectF
    """What it takes of the widget, without head and foot."""
    to_widget: QTransform
    """From units of the map."""

    @property
    def scale(self) -> float:
        """Pixels per unit."""
        return self.to_widget.m11()

    def on_widget(self, at: Spot) -> QPointF:
        """Where a place of the map is on the widget."""
        return self.to_widget.map(QPointF(at.x, at.y))

    def on_map(self, at: QPointF) -> Spot:
        """And back."""
        inverse, _ = self.to_widget.inverted()
        place = inverse.map(at)
        return Spot(place.x(), place.y())


def single(view: View, area: QRectF) -> Pane:
    """One view, whole, as large as fits into an area, in its middle."""
    shown = PARTS[Part.WHOLE]
    scale = min(area.width() / shown.width(), area.height() / shown.height())
    room = QRectF(0, 0, scale * shown.width(), scale * shown.height())
    room.moveCenter(area.center())
    to_widget = QTransform.fromTranslate(room.left(), room.top()).scale(scale, scale)
    return Pane(view, room, to_widget.translate(-shown.left(), -shown.top()))


def panes(part: Part, size: QSizeF) -> tuple[Pane, ...]:
    """Both views beside each other, as large as fits, the same size, in the middle."""
    shown = PARTS[part]
    width = (size.width() - GAP_PX * (len(VIEWS) - 1)) / len(VIEWS)
    height = size.height() - HEAD_PX - FOOT_PX
    scale = max(min(width / shown.width(), height / shown.height()), 0.1)
    wide, high = scale * shown.width(), scale * shown.height()
    gap = max(min(APART_PX - wide, size.width() - 2 * wide - GAP_PX), GAP_PX)
    left = (size.width() - len(VIEWS) * wide - gap * (len(VIEWS) - 1)) / 2
    found = []
    for index, view in enumerate(VIEWS):
        area = QRectF(left + index * (wide + gap), HEAD_PX + (height - high) / 2, wide, high)
        to_widget = QTransform.fromTranslate(area.left(), area.top()).scale(scale, scale)
        found.append(Pane(view, area, to_widget.translate(-shown.left(), -shown.top())))
    return tuple(found)
