"""Who is pressed where, what is allowed there, and what has to be minded."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.fit import Type
from gui.fitted_label import FittedLabel
from gui.tongue import say
from gui.words import place
from session.whom import Whom

PLACE_PX: Final = 34
REASONS_PX: Final = 42
"""Two lines, or three of small type."""
HEIGHT_PX: Final = PLACE_PX + REASONS_PX


class WhomBanner(QWidget):
    """Site and side large, as they are named before the first press; nothing on the bench."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = FittedLabel(Type(26), PLACE_PX)
        self.limit, self.cautions = (FittedLabel(Type(14, bold=False, wrap=True), REASONS_PX) for _ in range(2))
        self.cautions.setProperty("tone", "mark")
        self.cautions.setProperty("kind", "small")
        row = QHBoxLayout()
        row.setSpacing(30)
        for label in (self.limit, self.cautions):
            row.addWidget(label, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.place)
        column.addLayout(row)
        self.hide()

    def show_whom(self, whom: Whom | None) -> None:
        """Show the person in front of the tool."""
        self.setVisible(whom is not None)
        if whom is not None:
            self.place.show_text(place(whom).upper())
            reasons = "; ".join(map(say, whom.reasons))
            self.limit.show_text(f"{say(whom.who)}  ·  {say(whom.limit)}: {reasons}")
            self.cautions.show_text(say("Mind: {cautions}", cautions=" ".join(map(say, whom.cautions))))
            self.cautions.setVisible(bool(whom.cautions))
