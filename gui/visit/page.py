"""What every page of a visit is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clinic.way.said import Station
from clinic.way.visit import Visit
from gui.theme import Theme
from gui.visit.fields import sentence


class Page(QWidget):
    """Shows one station and sends what was filled in to the visit."""

    changed = Signal()
    """Something was written, or the way is somewhere else now."""
    failed = Signal(str)
    """A sentence for people, in their language."""

    def __init__(self, visit: Visit, station: Station) -> None:
        super().__init__()
        self.visit, self.station = visit, station
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)

    def begin(self) -> None:
        """Put the focus where somebody begins."""
        self.setFocus()

    def go_on(self) -> None:
        """Send what was filled in; raises `InputError` where something is missing."""
        raise NotImplementedError

    def stop(self) -> None:
        """STOP was pressed, or the window closes: whatever runs here ends, and what was done is kept."""

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""

    def say(self, text: str, kind: str = "", tone: str = "") -> None:
        """A sentence below what is there, in the language of its reader."""
        self.column.addWidget(sentence(text, kind, tone))
