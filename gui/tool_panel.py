"""What the tool is, and what it can be asked beside the treatment."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.button import Button
from gui.elided import ElidedLabel
from gui.fit import Type, fitted
from gui.words import NONE
from protocol.layout import Layout
from session.tool_desk import Errand, ToolCard

_TYPE: Final = Type(17, bold=False, wrap=True)


class ToolPanel(QWidget):
    """Takes the place of the hold's numbers while it is wanted; contact closes it, since then they count."""

    asked = Signal(object)
    """Carries an `Errand`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = False
        """Somebody opened it."""
        self._contact = False
        self.who, self.calibration, self.said = ElidedLabel(), ElidedLabel(), Sentence()
        self.identify, self.pair, self.back = Button("Identify"), Button("Pair"), Button("Back")
        self.identify.setAccessibleDescription("Has the tool blink or vibrate")
        self.pair.setAccessibleDescription("Has the system pair with the tool, so that it can be set")
        self.identify.clicked.connect(lambda: self.asked.emit(Errand.IDENTIFY))
        self.pair.clicked.connect(lambda: self.asked.emit(Errand.PAIR))
        self.back.clicked.connect(self.toggle)
        self._lay_out()

    def toggle(self) -> None:
        """Open or close it, from the next frame on."""
        self.wanted = not self.wanted

    def show_card(self, card: ToolCard, contact: bool, why_not: str) -> None:
        """Show what is known; `why_not` greys the errands and is said instead of what came of the last one."""
        if contact and not self._contact:
            self.wanted = False
        self._contact = contact
        self.who.show_text(who(card.layout))
        self.calibration.show_text(calibration(card.layout))
        for button in (self.identify, self.pair):
            button.setEnabled(not why_not and not card.busy)
        self.said.show_text(card.said if card.busy or not why_not else why_not)

    def _lay_out(self) -> None:
        self.calibration.setProperty("kind", "small")
        row = QHBoxLayout()
        for button in (self.identify, self.pair, self.back):
            row.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for label in (self.who, self.calibration):
            column.addWidget(label)
        column.addWidget(self.said, 1)
        column.addLayout(row)


class Sentence(QLabel):
    """A sentence that grows smaller rather than being cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumHeight(40)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_text(self, text: str) -> None:
        """Show `text`."""
        if text != self.text():
            self.setText(text)
            self.setToolTip(text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the sentence."""
        room = QRectF(self.contentsRect())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(fitted(self.font(), self.text(), QSizeF(room.width(), room.height()), _TYPE))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter) | _TYPE.flags, self.text())


def who(layout: Layout | None) -> str:
    """Serial number and firmware."""
    if layout is None:
        return "The tool has not said yet what it is."
    return f"{layout.serial} · firmware {layout.firmware or NONE}"


def calibration(layout: Layout | None) -> str:
    """Which calibration holds, and until when."""
    if layout is None:
        return ""
    held = layout.calibration
    return f"calibration {held.id} of {held.day} · " + (f"due {held.due}" if held.due else "no due date")
