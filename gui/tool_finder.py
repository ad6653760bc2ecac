"""The window of a search: what it does, and among which tools somebody has to choose."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.bridge import FRAME_MS
from gui.button import Button
from gui.look import look
from gui.theme import Theme, palette, sheet
from gui.tongue import mark, say
from session.choice import Search, ToolInRange

QUESTION: Final = mark("Which tool?")
LOOKING: Final = mark("Looking for the tool")
MOST_SHOWN: Final = 8
"""As many as stand above each other in the window; the nearest come first."""


class ToolFinder(QWidget):
    """Shows a `Search` until it is over; closing it ends the search."""

    def __init__(self, search: Search, done: Callable[[], bool]) -> None:
        super().__init__()
        self.setWindowTitle("Palpate")
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(640, 420)
        self.closed_by_hand, self._look = False, look()
        self.title, self.sentence = QLabel(say(LOOKING)), QLabel()
        self.title.setProperty("kind", "title")
        for label in (self.title, self.sentence):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.choices: tuple[Button, ...] = ()
        self.end = Button(say("Stop the search"))
        self.end.clicked.connect(self.close)
        self._search, self._done = search, done
        self._shown: tuple[ToolInRange, ...] = ()
        self._ended = QEventLoop()
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.poll)
        self._lay_out()
        self.set_theme(self._look.theme)
        self._look.changed.connect(self._dress)

    def set_theme(self, theme: Theme) -> None:
        """Paint everything in the colours of `theme`."""
        self.setPalette(palette(theme))
        self.setStyleSheet(sheet(theme))

    def run(self) -> bool:
        """Show it until the search is over; False where somebody closed it before."""
        self._timer.start()
        self.show()
        if not self._done():
            interrupted = self._ended.exec() != 0  # Ctrl-C ends all of Qt's loops by a code of its own
            self.closed_by_hand |= interrupted
        self._timer.stop()
        self.hide()
        return not self.closed_by_hand

    def poll(self) -> None:
        """Show how the search stands."""
        if self._done():
            self._ended.quit()
            return
        tools = self._search.tools
        self.sentence.setText(say(self._search.sentence))
        self.title.setText(say(QUESTION if tools else LOOKING))
        if tools != self._shown:
            self._show_choices(tools)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Closing ends the search."""
        self.closed_by_hand = True
        self._search.choose(None)
        self._ended.quit()
        event.accept()

    def _dress(self) -> None:
        self.set_theme(self._look.theme)

    def _show_choices(self, tools: tuple[ToolInRange, ...]) -> None:
        for button in self.choices:
            self._rows.removeWidget(button)
            button.deleteLater()
        self._shown = tools
        self.choices = tuple(self._button(tool) for tool in tools[:MOST_SHOWN])
        for place, button in enumerate(self.choices):
            self._rows.insertWidget(place, button)
        if self.choices:
            self.choices[0].setFocus()

    def _button(self, tool: ToolInRange) -> Button:
        button = Button(say(tool.row))
        button.clicked.connect(lambda: self._search.choose(tool.serial))
        return button

    def _lay_out(self) -> None:
        self._column, self._rows = QVBoxLayout(self), QVBoxLayout()
        self._column.setContentsMargins(14, 14, 14, 14)
        self._column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.end)
        self._column.addLayout(head)
        self._column.addWidget(self.sentence)
        self._column.addLayout(self._rows)
        self._column.addStretch(1)
