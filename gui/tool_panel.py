"""What the tool is, and what it can be asked beside the treatment."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.button import SentenceButton
from gui.elided import ElidedLabel
from gui.fit import Type
from gui.fitted_label import FittedLabel
from gui.tongue import mark, say
from gui.words import NONE
from protocol.layout import Layout
from session.tool_desk import Errand, ToolCard
from session.zero_card import ZeroCard

WAITING: Final = mark("The zero is asked for: keep the tool off the skin and still.")
_TYPE: Final = Type(17, bold=False, wrap=True)


class ToolPanel(QWidget):
    """Takes the place of the hold's numbers while it is wanted; contact closes it, since then they count."""

    asked = Signal(object)
    """Carries an `Errand`."""
    measured = Signal()
    """Somebody wants the zero measured."""
    undone = Signal()
    """Somebody wants the zero before the newest one back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = False
        """Somebody opened it."""
        self._contact = False
        self._about_zero: ZeroCard | None = None  # as it was when the last question was about it
        self._zero = ZeroCard(None, "", "", "")
        self.who, self.calibration, self.said = ElidedLabel(), ElidedLabel(), FittedLabel(_TYPE, 40, grows=True)
        self.identify, self.pair = SentenceButton(say("Identify")), SentenceButton(say("Pair"))
        self.zero, self.undo = SentenceButton(say("Measure zero")), SentenceButton(say("Undo"))
        self.back = SentenceButton(say("Back"))
        self.identify.setAccessibleDescription(say("Has the tool blink or vibrate"))
        self.pair.setAccessibleDescription(say("Has the system pair with the tool, so that it can be set"))
        self.zero.setAccessibleDescription(say("Has the tool measure what it reads off the skin"))
        self.identify.clicked.connect(lambda: self._ask(Errand.IDENTIFY))
        self.pair.clicked.connect(lambda: self._ask(Errand.PAIR))
        self.zero.clicked.connect(lambda: self._ask_zero(self.measured))
        self.undo.clicked.connect(lambda: self._ask_zero(self.undone))
        self.back.clicked.connect(self.toggle)
        self._lay_out()

    def toggle(self) -> None:
        """Open or close it, from the next frame on."""
        self.wanted = not self.wanted

    def show_card(self, card: ToolCard, zero: ZeroCard, contact: bool) -> None:
        """Show what is known; what may not be asked now is grey, and the reason is said instead of any answer."""
        if contact and not self._contact:
            self.wanted = False
        self._contact, self._zero = contact, zero
        self.who.show_text(who(card.layout))
        self.calibration.show_text(calibration(card.layout))
        for button in (self.identify, self.pair, self.zero):
            button.setEnabled(not zero.why_no_measuring and not card.busy)
        self.undo.setEnabled(not zero.why_no_undo and not card.busy)
        explained = say(zero.why_no_undo or mark("The zero before the newest one holds again"))
        self.undo.setToolTip(explained)
        self.undo.setAccessibleDescription(explained)
        self.said.show_text(say(card.said if card.busy else zero.why_no_measuring or self._answer(card)))

    def _answer(self, card: ToolCard) -> str:
        """What came of what was asked last: of the tool, or of its zero."""
        if self._about_zero is None:
            return card.said or self._zero.said
        return WAITING if self._zero.newest == self._about_zero.newest else self._zero.said

    def _ask(self, errand: Errand) -> None:
        self._about_zero = None
        self.asked.emit(errand)

    def _ask_zero(self, signal: SignalInstance) -> None:
        self._about_zero = self._zero
        signal.emit()

    def _lay_out(self) -> None:
        self.calibration.setProperty("kind", "small")
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in (self.identify, self.pair, self.zero, self.undo, self.back):
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            row.addWidget(button, _letters(button.text()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for label in (self.who, self.calibration):
            column.addWidget(label)
        column.addWidget(self.said, 1)
        column.addLayout(row)


def _letters(text: str) -> int:
    """Of the longest word, and two for the margins: a word does not break, so it needs the width."""
    return 2 + max(map(len, text.split()))


def who(layout: Layout | None) -> str:
    """Serial number and firmware."""
    if layout is None:
        return say("The tool has not said yet what it is.")
    return say("{serial} · firmware {version}", serial=layout.serial, version=layout.firmware or NONE)


def calibration(layout: Layout | None) -> str:
    """Which calibration holds, and until when."""
    if layout is None:
        return ""
    held = layout.calibration
    if held.due:
        return say("calibration {id} of {day} · due {due}", id=held.id, day=held.day, due=held.due)
    return say("calibration {id} of {day} · no due date", id=held.id, day=held.day)
