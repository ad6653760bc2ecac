"""The picture for across the room: one number, one word, its shape, and a ring for the time."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.bridge import Frame
from gui.button import Button
from gui.cue_panel import CuePanel
from gui.face import Face
from gui.facts import earned
from gui.fit import Type, fitted
from gui.look import look
from gui.theme import DARK, Theme
from gui.tongue import say
from gui.unit import scale
from gui.words import NONE, left, number
from session.cue import Action
from session.silence import stale
from session.view import View

_TOP: Final = 90 * 16
"""Twelve o'clock, in Qt's sixteenths of a degree."""
_ROUND: Final = 360 * 16
WIDTH: Final = 0.06
"""Of the ring, as a share of its side."""


class RingNumber(QWidget):
    """The pressure in the ring of the time in band that is done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._shown = DARK, (NONE, "", "", 0.0)
        self.setMinimumSize(160, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(say("pressure and time left"))

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    @property
    def text(self) -> str:
        """What is shown, in one line."""
        return " ".join(part for part in self._shown[:3] if part)

    def show_view(self, view: View, age_s: float | None) -> None:
        """Show the newest reading, dashes when it is too old or unknown, and what is left."""
        scaled = scale(look().unit, view.kpa_per_n)
        force_n = None if stale(age_s) else view.force_n
        value = NONE if force_n is None else number(force_n * scaled.per_n, scaled.decimals)
        to_go = "" if view.cue.action in (Action.DONE, Action.STOP) else left(view.cue)
        fresh = (value, str(scaled.unit), to_go, round(earned(view), 3))
        if fresh != self._shown:
            self._shown = fresh
            self.setAccessibleDescription(self.text)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ring from the top clockwise, and the number within."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        thick = side * WIDTH
        room = QRectF(0, 0, side - 2 * thick, side - 2 * thick)
        room.moveCenter(QRectF(self.rect()).center())
        value, unit, left, share = self._shown
        for part, role in ((1.0, "grid"), (share, "good")):
            pen = QPen(self._theme.colour("good" if role == "good" else "grid"), thick)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawArc(room, _TOP, -round(_ROUND * part))
        inner = room.adjusted(*(side * share for share in (0.09, 0.14, -0.09, -0.14)))
        for text, top, height, kind, widest in (
            (unit, 0.0, 0.16, Type(60), unit),
            (value, 0.16, 0.56, Type(500), "888"),
            (left, 0.74, 0.26, Type(120), "88 s"),
        ):
            place = QRectF(inner.x(), inner.y() + top * inner.height(), inner.width(), height * inner.height())
            painter.setPen(self._theme.colour("quiet" if text is unit or text == NONE else "plain"))
            painter.setFont(fitted(self.font(), max(text, widest, key=len), place.size(), kind))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)


class Across(QWidget):
    """Word and shape at the left, number and ring at the right, STOP below as wide as the window."""

    left = Signal()
    """Somebody wants the whole page again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cue, self.ring = CuePanel(announces=False), RingNumber()
        self.stop, self.back = Button(say("STOP"), "stop"), Button(say("All figures"))
        self.back.setAccessibleDescription(say("Shows the curve and all figures again; also F11"))
        self.back.clicked.connect(self.left)
        upper, lower, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        upper.setSpacing(14)
        upper.addWidget(self.cue, 6)
        upper.addWidget(self.ring, 5)
        for button, across in ((self.stop, QSizePolicy.Policy.Expanding), (self.back, QSizePolicy.Policy.Fixed)):
            button.setSizePolicy(across, QSizePolicy.Policy.Expanding)
        self.stop.enlarge()
        lower.addWidget(self.stop, 1)
        lower.addWidget(self.back)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(upper, 5)
        column.addLayout(lower, 1)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self.cue.set_theme(theme)
        self.ring.set_theme(theme)

    def show_frame(self, frame: Frame, face: Face) -> None:
        """Show one frame."""
        self.cue.show_face(face)
        self.ring.show_view(frame.view, frame.age_s)
