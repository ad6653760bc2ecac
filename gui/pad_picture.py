"""What the pad looks like: the skin's line, how far the hand wants to press, and how to press."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.fit import Type, fitted
from gui.theme import Theme
from gui.tongue import mark, say

SKIN: Final = 0.72
"""Of the height from above: where the skin is; below it the hand is off."""
TOP: Final = 0.12
"""Of the height from above: the end of the scale."""
TICKS: Final = 10
"""Without numbers: a hand has no scale, the pressure is beside it."""
TITLE: Final = mark("practice pad")
HELP: Final = mark(
    "Hold the button and move up: press harder.\nWheel, or hold ↑ ↓, and K to keep.\nLet go: off the skin."
)

_CENTRE: Final = int(Qt.AlignmentFlag.AlignCenter)
_SMALL: Final = Type(15, bold=False, wrap=True)


def paint(painter: QPainter, pad: QWidget, theme: Theme, level: float) -> None:
    """Draw the whole pad; `level` is a share of the scale."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    room = QRectF(pad.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setPen(QPen(theme.colour("more" if pad.hasFocus() else "line"), 3 if pad.hasFocus() else 1))
    painter.setBrush(theme.colour("panel"))
    painter.drawRoundedRect(room, 12, 12)
    skin, top = pad.height() * SKIN, pad.height() * TOP
    _scale(painter, pad.width(), (skin, top), theme)
    _bar(painter, pad.width(), (skin, skin - level * (skin - top)), theme)
    inner = room.adjusted(10, 6, -10, -6)
    _text(painter, pad, QRectF(inner.left(), inner.top(), inner.width(), top - inner.top() - 8), say(TITLE), theme)
    _text(painter, pad, QRectF(inner.left(), skin + 26, inner.width(), inner.bottom() - skin - 26), say(HELP), theme)


def _scale(painter: QPainter, width: int, ends: tuple[float, float], theme: Theme) -> None:
    skin, top = ends
    painter.setPen(QPen(theme.colour("line"), 1))
    for tick in range(1, TICKS + 1):
        y = skin - tick / TICKS * (skin - top)
        painter.drawLine(QPointF(width * 0.36, y), QPointF(width * 0.64, y))
    painter.setPen(QPen(theme.colour("quiet"), 2))
    painter.drawLine(QPointF(10, skin), QPointF(width - 10, skin))
    painter.drawText(QRectF(10, skin + 2, width - 20, 22), _CENTRE, say("skin"))


def _bar(painter: QPainter, width: int, ends: tuple[float, float], theme: Theme) -> None:
    skin, level = ends
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("more"))
    if level < skin:
        painter.drawRoundedRect(QRectF(width * 0.42, level, width * 0.16, skin - level), 4, 4)
        painter.drawEllipse(QPointF(width / 2, level), 15, 15)
    else:
        painter.setBrush(theme.colour("quiet"))
        painter.drawEllipse(QPointF(width / 2, skin - 15), 13, 13)


def _text(painter: QPainter, pad: QWidget, room: QRectF, text: str, theme: Theme) -> None:
    """As large as fits; nothing where even the smallest would be cut."""
    font = fitted(pad.font(), text, room.size(), _SMALL)
    if QFontMetricsF(font).boundingRect(room, _SMALL.flags, text).height() <= room.height():
        painter.setPen(theme.colour("quiet"))
        painter.setFont(font)
        painter.drawText(room, _CENTRE | _SMALL.flags, text)
