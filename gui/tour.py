"""The tour: what the window says and how to stop it, a page each, and practice at its end."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.announce import announce
from gui.button import Button
from gui.colours_button import ColoursButton
from gui.cue_panel import CuePanel
from gui.face import FACES, SILENT, Face
from gui.look import look
from gui.theme import Theme, palette, sheet
from gui.tongue import mark, say
from session.cue import Action


class Stop(NamedTuple):
    """One page: what the window would show, and what is said of it."""

    face: Face
    title: str
    text: str


STOPS: Final = (
    Stop(
        FACES[Action.HOLD],
        mark("One word tells what to do"),
        mark(
            "A word, a shape, a colour and a tone say the same: looking or listening is enough. The large number "
            "beside them is the pressure of this moment."
        ),
    ),
    Stop(
        FACES[Action.MORE],
        mark("More, hold, less"),
        mark(
            "Below the target it says more, above it less. Time counts only within the target. Each hold ends "
            "with “let go slowly”, and a rest follows."
        ),
    ),
    Stop(
        FACES[Action.STOP],
        mark("STOP is always there"),
        mark(
            "The button STOP, the space bar, Escape and F12 stop at once, whatever is open. So does the "
            "client's word: press it for them. Nothing goes on by itself afterwards."
        ),
    ),
    Stop(
        SILENT,
        mark("No reading, no number"),
        mark(
            "Where the tool is not heard, the number becomes dashes at once. After two seconds the window asks to"
            " let go. Nothing is guessed."
        ),
    ),
    Stop(
        FACES[Action.PRESS],
        mark("Try it without a tool"),
        mark(
            "In the practice window you press by mouse, touchpad, pen or the arrow keys on a simulated tool. All "
            "of it is marked SIMULATED, and nobody is touched. Take a break whenever you like: STOP."
        ),
    ),
)


class TourWindow(QWidget):
    """Shows the tour; `run` tells whether somebody wants to practise now."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(say("Palpate – tour"))
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(820, 440)
        self.resize(960, 560)
        self._at, self._wanted, self._look = 0, False, look()
        self._ended = QEventLoop()
        self.face, self.place, self.title, self.text = CuePanel(announces=False), QLabel(), QLabel(), QLabel()
        self.end, self.back, self.next = Button(say("Leave the tour")), Button(say("Back")), Button(say("Next"), "main")
        self.light = ColoursButton()
        self._lay_out()
        self._connect()
        self.show_stop(0)
        self.set_theme(self._look.theme)
        self.next.setFocus()

    def run(self) -> bool:
        """Show it until it is over; whether it was gone through to practice."""
        self.show()
        self._ended.exec()
        self.hide()
        return self._wanted

    def set_theme(self, theme: Theme) -> None:
        """Paint everything in the colours of `theme`."""
        self.setPalette(palette(theme))
        self.setStyleSheet(sheet(theme))
        self.face.set_theme(theme)

    def show_stop(self, number: int) -> None:
        """Show one page, from 0; the one after the last is practice."""
        if number == len(STOPS):
            self._wanted = True
            self.close()
            return
        self._at = number
        stop = STOPS[number]
        self.face.show_face(stop.face._replace(reason=""))
        self.place.setText(say("{number} of {count}", number=number + 1, count=len(STOPS)))
        title, text = say(stop.title), say(stop.text)
        self.title.setText(title)
        self.text.setText(text)
        announce(self, f"{title}. {text}")
        self.back.setEnabled(number > 0)
        self.next.setText(say("Practise now" if number == len(STOPS) - 1 else "Next"))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Closing ends it."""
        self._ended.quit()
        event.accept()

    def _dress(self) -> None:
        self.set_theme(self._look.theme)

    def _connect(self) -> None:
        self._look.changed.connect(self._dress)
        self.next.clicked.connect(lambda: self.show_stop(self._at + 1))
        self.back.clicked.connect(lambda: self.show_stop(max(self._at - 1, 0)))
        self.end.clicked.connect(self.close)

    def _lay_out(self) -> None:
        self.place.setProperty("kind", "small")
        self.title.setProperty("kind", "title")
        words, upper, lower, column = QVBoxLayout(), QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for label in (self.title, self.text):
            label.setWordWrap(True)
        for label in (self.place, self.title, self.text):
            words.addWidget(label)
        words.addStretch(1)
        upper.addWidget(self.face, 5)
        upper.addLayout(words, 6)
        upper.setSpacing(20)
        lower.addWidget(self.end)
        lower.addWidget(self.light)
        lower.addStretch(1)
        lower.addWidget(self.back)
        lower.addWidget(self.next)
        self.next.setMinimumWidth(180)
        column.setContentsMargins(14, 14, 14, 12)
        column.setSpacing(14)
        column.addLayout(upper, 1)
        column.addLayout(lower)
