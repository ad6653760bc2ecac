"""The numbers of this hold: time left, which hold, dose."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.fit import Type, fitted
from gui.look import look
from gui.theme import DARK, Theme
from gui.tongue import say
from gui.words import NONE, asked, dose, left, repetition
from session.cue import Action
from session.view import View

MARGIN_PX: Final = 8
NAME: Final = Type(18, bold=False, wrap=True)
VALUE: Final = Type(90)


class Fact(QWidget):
    """One value with its name above."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._value, self._theme = name, NONE, DARK
        self.setMinimumSize(76, 70)
        self.setAccessibleName(f"{name}: {NONE}")

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    @property
    def text(self) -> str:
        """Name and value in one line."""
        return self.accessibleName()

    def show_fact(self, name: str, value: str) -> None:
        """Show a value."""
        if (name, value) == (self._name, self._value):
            return
        self._name, self._value = name, value
        self.setAccessibleName(f"{name}: {value}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("panel"))
        painter.drawRoundedRect(self.rect(), 10, 10)
        width, height = self.width() - 2 * MARGIN_PX, self.height()
        top = QRectF(MARGIN_PX, height * 0.08, width, height * 0.3)
        bottom = QRectF(MARGIN_PX, height * 0.38, width, height * 0.54)
        for room, text, kind in ((top, self._name, NAME), (bottom, self._value, VALUE)):
            painter.setPen(self._theme.colour("plain" if kind.bold else "quiet"))
            painter.setFont(fitted(self.font(), text, room.size(), kind))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | kind.flags, text)


class Progress(QWidget):
    """How much of the prescribed time in band is done, as a bar with the target above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share, self._text, self._theme = 0.0, "", DARK
        self.setFixedHeight(44)
        self.setAccessibleName(say("time in band"))

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def show_view(self, view: View) -> None:
        """Show the share of a hold's time that was in band."""
        share, text = earned(view), asked(view, look().unit)
        if (round(share, 3), text) == (self._share, self._text):
            return
        self._share, self._text = round(share, 3), text
        self.setAccessibleDescription(f"{share:.0%}, {self._text}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint target and bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("plain"))
        room = QRectF(0, 0, self.width(), 28)
        painter.setFont(fitted(self.font(), self._text or " ", room.size(), Type(20, bold=False)))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), self._text)
        painter.setPen(Qt.PenStyle.NoPen)
        for share, colour in ((1.0, self._theme.colour("grid")), (self._share, self._theme.colour("good"))):
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(0, 32, self.width() * share, 10), 5, 5)


def earned(view: View) -> float:
    """The share of this hold's time in band that is done; 0 between holds."""
    whole_s = view.in_band_s + view.cue.left_s
    holding = view.cue.action not in (Action.REST, Action.DONE) and whole_s > 0
    return view.in_band_s / whole_s if holding else 0.0


class Facts(QWidget):
    """Three cards in a row and the progress above them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left, self.hold = Fact(say("left in band")), Fact(say("hold|one of several"))
        self.dose = Fact(say("dose in kPa·s"))
        self.progress = Progress()
        row = QHBoxLayout()
        row.setSpacing(10)
        for fact, stretch in ((self.left, 6), (self.hold, 7), (self.dose, 7)):
            row.addWidget(fact, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.progress)
        column.addLayout(row, 1)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        for part in (self.left, self.hold, self.dose, self.progress):
            part.set_theme(theme)

    def show_view(self, view: View) -> None:
        """Show the numbers of this hold, or the rest that is left."""
        resting = view.cue.action is Action.REST
        self.left.show_fact(say("rest left" if resting else "left in band"), left(view.cue))
        self.hold.show_fact(say("next hold" if resting else "hold|one of several"), repetition(view.cue))
        self.dose.show_fact(say("dose in kPa·s"), dose(view.dose_kpa_s, view.dose_high_kpa_s))
        self.progress.show_view(view)
