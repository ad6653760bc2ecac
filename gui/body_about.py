"""What is known of the chosen site, in words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from clinic.bodymap.standing import Place, Standing
from gui.scrolling import scrolled
from gui.theme import Theme

NOTHING = "Choose a site: on the body, in the list or with the arrow keys."
LEAST_PX = 92
"""The name and two lines; what is longer is scrolled to."""
HINT = "Pain is often felt (a hint, no zone is fixed): "


class BodyAbout(QWidget):
    """Name, how it stands and why, how to find it, where its pain is felt."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.standing, self.where, self.referral = QLabel(NOTHING), QLabel(), QLabel(), QLabel()
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
        scrolled(inner, self._area, "about the chosen site")
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
            self.name.setText(NOTHING)
            return
        self.name.setText(f"{place.name}, {place.side}")
        self.standing.setText("\n".join((_sentence(place.standing), *place.reasons)))
        self.where.setText(place.where)
        self.referral.setText(HINT + place.referral)

    @property
    def _cautioned(self) -> bool:
        return self._place is not None and self._place.standing is not Standing.OPEN


def _sentence(standing: Standing) -> str:
    return f"{standing[0].upper()}{standing[1:]}"
