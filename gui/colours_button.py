"""The button for other colours: it goes round, in all windows at once."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.button import SMALLEST_PX, Button
from gui.look import NEXT, Colours, look
from gui.tongue import say


class ColoursButton(Button):
    """Says what comes next, and does it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("◐", "sign", parent)
        self._look = look()
        self.setFixedWidth(SMALLEST_PX)
        self.clicked.connect(self._go_on)
        self._look.changed.connect(self._name)
        self._name()

    def _go_on(self) -> None:
        self._look.choose(NEXT[self._look.theme])

    def _name(self) -> None:
        coming = NEXT[self._look.theme]
        name = say(coming) if coming is Colours.CONTRAST else say("{colours} colours", colours=coming)
        self.setAccessibleName(name)
        self.setToolTip(name)
