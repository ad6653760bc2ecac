"""What is known of the chosen site, in words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from clinic.bodymap.standing import Place, Standing
from gui.body_words import named
from gui.scrolling import scrolled
from gui.theme import Theme
from gui.tongue import mark, say
from protocol.sentence import great

NOTHING = mark("Choose a site: on the body, in the list or with the arrow keys.")
LEAST_PX = 92
"""The name and two lines; what is longer is scrolled to."""


class BodyAbout(QWidget):
    """Name, how it stands and why, how to find it, where its pain is felt."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.standing, self.where, self.referral = QLabel(say(NOTHING)), QLabel(), QLabel(), QLabel()
        self.name.setStyleSheet("font-size: 18px; font-weight: 700;")
        self._place: Place | None = None
        self._area = QScrollArea()
        inner = QWidget()
        column, outer = QVBoxLayout(inner), QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for label in (self.name, self.standing, self.where, self.referral):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        column.addStretch(1)
        scrolled(inner, self._area, say("about the chosen site"))
        self.setMinimumHeight(LEAST_PX)
        self.show_place(None)

    def set_theme(self, theme: Theme) -> None:
        """Colour what must be seen."""
        blocked = self._place is not None and self._place.standing in {Standing.CLOSED, Standing.NEVER}
        tone = theme.alarm if blocked else theme.less if self._cautioned else theme.plain
        self.standing.setStyleSheet(f"color: {tone}; font-weight: 700;")

    def show_place(self, place: Place | None) -> None:
        """Show a place; None: nothing is chosen."""
        self._place = place
        for label in (self.standing, self.where, self.referral):
            label.setVisible(place is not None)
        if place is None:
            self.name.setText(say(NOTHING))
            return
        self.name.setText(named(place))
        self.standing.setText("\n".join((great(say(place.standing)), *map(say, place.reasons))))
        self.where.setText(say(place.where))
        hint = say("Pain is often felt (a hint, no zone is fixed): {where}", where=say(place.referral))
        self.referral.setText(hint)

    @property
    def _cautioned(self) -> bool:
        return self._place is not None and self._place.standing is not Standing.OPEN
