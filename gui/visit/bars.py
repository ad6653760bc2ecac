"""What bars the way to force, what would open it, and the buttons that do."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from clinic.way.barred import Bar
from clinic.way.visit import Visit
from gui.button import Button
from gui.scrolling import scrolled
from gui.tongue import mark, say
from gui.visit.fields import Line, sentence
from protocol.sentence import great
from session.errors import InputError

ENDED: Final = mark("The way to pressure ends here: nobody is pressed anywhere in this visit as it stands.")
SOME: Final = mark("Nobody is pressed in some regions, or not before you did something.")
FREE: Final = mark("Nothing in these answers forbids pressure. Each place has questions of its own.")


class Bars(QScrollArea):
    """A list of blocks; `opened` once somebody opened one."""

    opened = Signal()
    failed = Signal(str)

    def __init__(self, visit: Visit) -> None:
        super().__init__()
        self._visit = visit
        self.acknowledges: list[Button] = []
        self.clears: list[Button] = []
        self.reasons: list[Line] = []
        self.show_bars()

    def show_bars(self) -> None:
        """Show what blocks now."""
        self.acknowledges, self.clears, self.reasons = [], [], []
        found, inner = self._visit.bars(), QWidget()
        column = QVBoxLayout(inner)
        column.setSpacing(12)
        first = ENDED if self._visit.ended else SOME if found else FREE
        column.addWidget(sentence(say(first), "title" if found else "", "alarm" if found else ""))
        for bar in found:
            self._add(column, bar)
        column.addStretch(1)
        scrolled(inner, self, say("what blocks"))

    def _add(self, column: QVBoxLayout, bar: Bar) -> None:
        column.addWidget(sentence(f"✕ {_blocked(bar)}"))
        if bar.referral:
            column.addWidget(sentence(say("What to do: {advice}", advice=say(bar.referral)), "small", "mark"))
        column.addWidget(sentence(say("What opens it: {clears}.", clears=say(bar.clears)), "small"))
        if bar.can_acknowledge:
            button = Button(say("Acknowledge for this visit"))
            button.setAccessibleDescription(say(bar.sentence))
            button.clicked.connect(lambda: self._do(lambda: self._visit.acknowledge(bar.question)))
            self.acknowledges.append(button)
            column.addWidget(button)
        if bar.can_clear:
            self._add_clear(column, bar)

    def _add_clear(self, column: QVBoxLayout, bar: Bar) -> None:
        name = say(self._visit.room.library.contraindications[bar.question].name)
        reason = Line(say("reason to clear: {finding}", finding=name), say("Your reason"))
        button, row = Button(say("Clear")), QHBoxLayout()
        button.setAccessibleName(say("Clear: {finding}", finding=name))
        button.clicked.connect(lambda: self._do(lambda: self._visit.clear(bar.question, reason.text())))
        self.reasons.append(reason)
        self.clears.append(button)
        row.addWidget(reason, 1)
        row.addWidget(button)
        column.addLayout(row)

    def _do(self, opens: object) -> None:
        try:
            assert callable(opens)
            opens()
        except InputError as error:
            self.failed.emit(great(say(str(error))))
            return
        self.show_bars()
        self.opened.emit()


def _blocked(bar: Bar) -> str:
    if bar.everywhere:
        return say(bar.sentence)
    regions = ", ".join(map(say, bar.regions))
    return say("{sentence} Only here: {regions}.", sentence=say(bar.sentence), regions=regions)
