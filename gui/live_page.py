"""The page of a running treatment: what to do, how much it is, what it was."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gui.bridge import Frame
from gui.button import SMALLEST_PX, Button
from gui.chart import Chart
from gui.cue_panel import CuePanel
from gui.face import Face
from gui.facts import Facts
from gui.go_on import GoOn
from gui.number import BigNumber
from gui.sound_button import SoundButton
from gui.theme import Theme
from gui.tool_panel import ToolPanel


class LivePage(QWidget):
    """Lays out the widgets; while stopped the way to go on, or the tool's panel, takes the hold's numbers' place."""

    def __init__(self, sound: SoundButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cue, self.number, self.facts = CuePanel(), BigNumber(), Facts()
        self.chart, self.go_on, self.sound = Chart(), GoOn(), sound
        self.tool = ToolPanel()
        self.stop = Button("STOP", "stop")
        self.stop.setAccessibleDescription("Ends the hold at once; also Space, Escape and F12")
        self.stop.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.light = Button("◐", "sign")
        self._lower_right = QStackedWidget()
        self._lower_right.addWidget(self.facts)
        self._lower_right.addWidget(self.go_on)
        self._lower_right.addWidget(self.tool)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        for part in (self.cue, self.number, self.facts, self.chart):
            part.set_theme(theme)
        other = "dark" if theme.name == "light" else "light"
        self.light.setAccessibleName(f"{other} colours")
        self.light.setToolTip(f"{other} colours")

    def show_frame(self, frame: Frame, face: Face) -> None:
        """Show one frame."""
        self.cue.show_face(face)
        self.number.show_view(frame.view, frame.age_s)
        self.facts.show_view(frame.view)
        self.chart.add(frame.samples)
        self.chart.show_view(frame.view, frame.age_s)
        page = self.go_on if frame.stopped else self.tool if self.tool.wanted else self.facts
        if self._lower_right.currentWidget() is not page:
            self.go_on.begin()
            self._lower_right.setCurrentWidget(page)
        self.go_on.show_confirmed(confirmed=frame.confirmed)
        self.sound.refresh()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.number, 3)
        right.addWidget(self._lower_right, 2)
        upper = QHBoxLayout()
        upper.setSpacing(14)
        upper.addWidget(self.cue, 5)
        upper.addLayout(right, 6)
        lower = QHBoxLayout()
        lower.setSpacing(14)
        lower.addWidget(self.chart, 1)
        lower.addLayout(self._buttons())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(upper, 5)
        column.addLayout(lower, 4)

    def _buttons(self) -> QVBoxLayout:
        keys = QLabel("Space · Esc · F12")
        keys.setProperty("kind", "small")
        keys.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self.stop, 1)
        column.addWidget(keys)
        row = QHBoxLayout()
        row.addWidget(self.sound, 1)
        row.addWidget(self.light)
        column.addLayout(row)
        column.addWidget(self.sound.reason)
        self.stop.setFixedWidth(200)
        self.light.setFixedWidth(SMALLEST_PX)
        return column
