"""The largest type that fits."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

SMALLEST_PX: Final = 11
"""Below this nobody reads at arm's length; longer text is cut instead."""

_WIDEST: Final = str.maketrans("0123456789", "8888888888")
"""A number that changes sixty times a second neither dances nor is measured anew."""


class Type(NamedTuple):
    """How a text is set."""

    largest_px: int
    bold: bool = True
    wrap: bool = False
    """May break between words."""

    @property
    def flags(self) -> int:
        """Qt's text flags for drawing and measuring."""
        return int(Qt.TextFlag.TextWordWrap if self.wrap else Qt.TextFlag.TextSingleLine)


def fitted(base: QFont, text: str, room: QSizeF, kind: Type) -> QFont:
    """`base` at the largest size of `kind` at which `text` fits into `room`, whatever digits it has."""
    size = _fitted_px(base.family(), text.translate(_WIDEST), (room.width(), room.height()), kind)
    return _font(base.family(), size, bold=kind.bold)


@lru_cache(maxsize=512)
def _fitted_px(family: str, text: str, room: tuple[float, float], kind: Type) -> int:
    low, high = SMALLEST_PX, max(kind.largest_px, SMALLEST_PX)
    while low < high:
        middle = (low + high + 1) // 2
        fits = _fits(_font(family, middle, bold=kind.bold), text, room, kind)
        low, high = (middle, high) if fits else (low, middle - 1)
    return low


def _fits(font: QFont, text: str, room: tuple[float, float], kind: Type) -> bool:
    need = QFontMetricsF(font).boundingRect(QRectF(0, 0, *room), kind.flags, text)
    return need.width() <= room[0] and need.height() <= room[1]


def _font(family: str, size_px: int, *, bold: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(size_px)
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Medium)
    return font
