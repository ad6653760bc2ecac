"""What the colours, hatches and marks of the body map mean."""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from clinic.bodymap.points import Activity
from clinic.bodymap.standing import Standing
from gui.body_ink import ink
from gui.body_painter import Brushes, paint_point, paint_sample
from gui.theme import DARK, Theme
from gui.tongue import mark, say

ROW_PX: Final = 26
COLUMN_PX: Final = 132
"""A word with its sample, where no language has longer ones."""
WORD_PX: Final = 34
"""Where a word begins, behind its sample."""
TEXT_PX: Final = 13
SAMPLES: Final[tuple[tuple[Standing | Activity | None, str], ...]] = (
    (Standing.OPEN, mark("may be pressed")),
    (Standing.CAUTION, mark("less is allowed")),
    (Standing.ASK, mark("ask first")),
    (Standing.CLOSED, mark("blocked")),
    (None, mark("pain often felt")),
    (Activity.ACTIVE, mark("active point")),
    (Activity.LATENT, mark("latent point")),
)


class BodyLegend(QWidget):
    """Samples with their words, in as many columns as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = DARK
        self.setAccessibleName(say("Legend: {words}", words=", ".join(say(word) for _, word in SAMPLES)))
        longest = max(QFontMetricsF(self._type()).horizontalAdvance(say(word)) for _, word in SAMPLES)
        self._column_px = max(COLUMN_PX, ceil(longest) + WORD_PX + 6)
        self.setMinimumWidth(self._column_px)
        self.setFixedHeight(2 * ROW_PX)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two rows."""
        return QSize(-(-len(SAMPLES) // 2) * self._column_px, 2 * ROW_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """As many rows as there have to be."""
        super().resizeEvent(event)
        self.setFixedHeight(-(-len(SAMPLES) // self._columns) * ROW_PX)

    @property
    def _columns(self) -> int:
        """As few rows as these allow, evenly filled."""
        most = min(max(self.width() // self._column_px, 1), len(SAMPLES))
        return -(-len(SAMPLES) // -(-len(SAMPLES) // most))

    def _type(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(TEXT_PX)
        return font

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the samples."""
        painter, columns = QPainter(self), self._columns
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font, wide = self._type(), self.width() / columns
        for index, (sample, word) in enumerate(SAMPLES):
            left, top = index % columns * wide, index // columns * ROW_PX
            _sample(painter, QRectF(left + 2, top + 2, 28, ROW_PX - 4), sample, self._theme)
            painter.setFont(font)
            painter.setPen(self._theme.colour("plain"))
            room = QRectF(left + WORD_PX, top, wide - WORD_PX, ROW_PX)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), say(word))


def _sample(painter: QPainter, box: QRectF, sample: Standing | Activity | None, theme: Theme) -> None:
    if isinstance(sample, Activity):
        paint_point(painter, QPointF(box.center()), sample, theme)
    else:
        paint_sample(painter, box, sample, Brushes(theme, ink(theme)))
