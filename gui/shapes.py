"""The drawn shapes, each inside a square of one side, y downward."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from gui.face import Shape

SIDE: Final = 100.0
"""Side of the square; Qt flattens curves that are small against 1."""


def path_of(shape: Shape) -> QPainterPath:
    """The filled outline of a shape in the square from (0, 0) to (SIDE, SIDE)."""
    return _PATHS[shape]()


def _polygon(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x * SIDE, y * SIDE) for x, y in points]))
    path.closeSubpath()
    return path


def _bars(*rects: tuple[float, float, float, float], radius: float = 0.04) -> QPainterPath:
    path = QPainterPath()
    for left, top, width, height in rects:
        place = QRectF(left * SIDE, top * SIDE, width * SIDE, height * SIDE)
        path.addRoundedRect(place, radius * SIDE, radius * SIDE)
    return path


def _up() -> QPainterPath:
    return _polygon((0.5, 0.04), (0.94, 0.5), (0.67, 0.5), (0.67, 0.96), (0.33, 0.96), (0.33, 0.5), (0.06, 0.5))


def _down() -> QPainterPath:
    return _polygon((0.5, 0.96), (0.94, 0.5), (0.67, 0.5), (0.67, 0.04), (0.33, 0.04), (0.33, 0.5), (0.06, 0.5))


def _bar() -> QPainterPath:
    return _bars((0.04, 0.28, 0.92, 0.16), (0.04, 0.56, 0.92, 0.16))


def _press() -> QPainterPath:
    """A ring around a spot: here. No arrow, those mean more and less."""
    ring = _bars((0.06, 0.06, 0.88, 0.88), radius=0.44)
    hole = _bars((0.19, 0.19, 0.62, 0.62), radius=0.31)
    return ring.subtracted(hole).united(_bars((0.34, 0.34, 0.32, 0.32), radius=0.16))


def _pause() -> QPainterPath:
    return _bars((0.2, 0.1, 0.22, 0.8), (0.58, 0.1, 0.22, 0.8))


def _check() -> QPainterPath:
    return _polygon((0.06, 0.54), (0.19, 0.41), (0.39, 0.61), (0.81, 0.17), (0.94, 0.3), (0.39, 0.86))


def _octagon() -> QPainterPath:
    turns = [(k + 0.5) * pi / 4 for k in range(8)]
    outer = _polygon(*((0.5 + 0.5 * cos(turn), 0.5 + 0.5 * sin(turn)) for turn in turns))
    return outer.subtracted(_bars((0.22, 0.42, 0.56, 0.16), radius=0.02))


def _clock() -> QPainterPath:
    ring = _bars((0.06, 0.06, 0.88, 0.88), radius=0.44)
    hole = _bars((0.17, 0.17, 0.66, 0.66), radius=0.33)
    hands = _bars((0.45, 0.26, 0.1, 0.29), (0.45, 0.45, 0.27, 0.1)).simplified()
    return ring.subtracted(hole).united(hands)


def _hand() -> QPainterPath:
    """An open hand, palm to the viewer."""
    fingers = ((0.22, 0.2), (0.37, 0.08), (0.52, 0.05), (0.67, 0.13))
    path = _bars((0.22, 0.46, 0.57, 0.5), radius=0.16)
    for left, top in fingers:
        path = path.united(_bars((left, top, 0.12, 0.6), radius=0.06))
    return path.united(_polygon((0.23, 0.78), (0.03, 0.53), (0.07, 0.46), (0.13, 0.46), (0.3, 0.62)))


def _broken() -> QPainterPath:
    """A link that is torn: two half rings apart, and a stroke between."""
    left = _bars((0.02, 0.34, 0.42, 0.32), radius=0.16).subtracted(_bars((0.11, 0.43, 0.4, 0.14), radius=0.07))
    right = _bars((0.56, 0.34, 0.42, 0.32), radius=0.16).subtracted(_bars((0.49, 0.43, 0.4, 0.14), radius=0.07))
    stroke = _polygon((0.53, 0.12), (0.6, 0.14), (0.47, 0.88), (0.4, 0.86))
    return left.united(right).united(stroke)


_PATHS: Final[dict[Shape, Callable[[], QPainterPath]]] = {
    Shape.CLOCK: _clock,
    Shape.PRESS: _press,
    Shape.UP: _up,
    Shape.BAR: _bar,
    Shape.DOWN: _down,
    Shape.HAND: _hand,
    Shape.PAUSE: _pause,
    Shape.CHECK: _check,
    Shape.OCTAGON: _octagon,
    Shape.BROKEN: _broken,
}
