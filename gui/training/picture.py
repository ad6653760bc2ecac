"""A trial as a picture: the band, the force so far, the own last repetition, and lost seconds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import DARK, Role, Theme
from gui.tongue import say
from training.ghost import Ghost

BREAK_S: Final = 0.35
"""Points farther apart are not joined: no reading came between."""
TOP: Final = 1.6
"""Height of the picture as a multiple of the band's upper edge."""


class Step(NamedTuple):
    """One point of a trial."""

    since_s: float
    force_n: float | None
    low_n: float
    high_n: float


class Drawing(NamedTuple):
    """All that is drawn; an empty one is a plain field with a word, which is said when it is painted."""

    span_s: float
    steps: tuple[Step, ...] = ()
    ghost: Ghost | None = None
    word: str = ""
    marked: int | None = None
    """The second that somebody asked for."""


class TrialPicture(QWidget):
    """Paints a `Drawing`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._drawing = DARK, Drawing(10.0)
        self.setMinimumSize(240, 130)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    @property
    def drawing(self) -> Drawing:
        """What is drawn."""
        return self._drawing

    def draw(self, drawing: Drawing) -> None:
        """Draw this from now on."""
        if drawing != self._drawing:
            self._drawing = drawing
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the field, then what lies on it from back to front."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        drawing = self._drawing
        if not drawing.steps:
            painter.setPen(self._theme.colour("quiet"))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), say(drawing.word))
            return
        top_n = TOP * max(step.high_n for step in drawing.steps)
        self._paint_mark(painter)
        self._paint_band(painter, top_n)
        if drawing.ghost is not None:
            self._paint_line(painter, zip(*drawing.ghost, strict=True), top_n, "quiet")
        self._paint_line(painter, ((step.since_s, step.force_n) for step in drawing.steps), top_n, "plain")

    def _paint_mark(self, painter: QPainter) -> None:
        if self._drawing.marked is not None:
            left = self._place(self._drawing.marked, 0, 1).x()
            right = self._place(self._drawing.marked + 1, 0, 1).x()
            colour = self._theme.colour("less")
            colour.setAlpha(90)
            painter.fillRect(QRectF(left, 0, right - left, self.height()), colour)

    def _paint_band(self, painter: QPainter, top_n: float) -> None:
        """Where it was, and as it is now up to the right edge."""
        last = self._drawing.steps[-1]
        steps = (*self._drawing.steps, last._replace(since_s=self._drawing.span_s))
        edges = [self._place(step.since_s, step.high_n, top_n) for step in steps]
        edges += [self._place(step.since_s, step.low_n, top_n) for step in reversed(steps)]
        colour = self._theme.colour("good")
        colour.setAlpha(70)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF(edges))

    def _paint_line(
        self, painter: QPainter, points: Iterator[tuple[float, float | None]], top_n: float, role: Role
    ) -> None:
        pen = QPen(self._theme.colour(role), 2.0 if role == "plain" else 1.5)
        if role == "quiet":
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        for (since_s, force_n), (then_s, then_n) in pairwise(points):
            if force_n is not None and then_n is not None and 0 < then_s - since_s < BREAK_S:
                painter.drawLine(self._place(since_s, force_n, top_n), self._place(then_s, then_n, top_n))

    def _place(self, since_s: float, force_n: float, top_n: float) -> QPointF:
        share = min(max(force_n / top_n, 0.0), 1.0)
        return QPointF(self.width() * since_s / self._drawing.span_s, self.height() * (1 - share))


def thinned(steps: Sequence[Step], step: Step) -> tuple[Step, ...]:
    """With one more point, unless it is nearer than a tenth of a second; a new trial begins anew."""
    if steps and step.since_s < steps[-1].since_s:
        return (step,)
    return (*steps, step) if not steps or step.since_s - steps[-1].since_s >= 0.1 else tuple(steps)
