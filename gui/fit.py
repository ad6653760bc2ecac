"""The largest type that fits."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

SMALLEST_PX: Final = 11
"""Below this nobody reads at arm's length; longer text is cut instead."""

_WRAP: Final = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)


def fitted(base: QFont, text: str, room: QSizeF, largest_px: int, weight: QFont.Weight) -> QFont:
    """`base` at the largest size up to `largest_px` at which `text`, wrapped at words, fits into `room`."""
    size = _fitted_px(base.family(), text, (room.width(), room.height()), largest_px, weight)
    return _font(base.family(), size, weight)


@lru_cache(maxsize=512)
def _fitted_px(family: str, text: str, room: tuple[float, float], largest_px: int, weight: QFont.Weight) -> int:
    low, high = SMALLEST_PX, max(largest_px, SMALLEST_PX)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _fits(_font(family, middle, weight), text, room) else (low, middle - 1)
    return low


def _fits(font: QFont, text: str, room: tuple[float, float]) -> bool:
    need = QFontMetricsF(font).boundingRect(QRectF(0, 0, *room), _WRAP, text)
    return need.width() <= room[0] and need.height() <= room[1]


def _font(family: str, size_px: int, weight: QFont.Weight) -> QFont:
    font = QFont(family)
    font.setPixelSize(size_px)
    font.setWeight(weight)
    return font
