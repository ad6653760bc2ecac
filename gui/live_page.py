"""The page of a running treatment: what to do, how much it is, what it was."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gui.bridge import Frame
from gui.button import Button
from gui.chart import Chart
from gui.colours_button import ColoursButton
from gui.cue_panel import CuePanel
from gui.face import Face
from gui.facts import Facts
from gui.go_on import GoOn
from gui.number import BigNumber
from gui.place_panel import PlacePanel
from gui.sound_button import SoundButton
from gui.sound_panel import SoundPanel
from gui.speaker import Speaker
from gui.step_button import StepButton
from gui.theme import Theme
from gui.tongue import say
from gui.tool_panel import ToolPanel
from gui.view_panel import ViewPanel
from session.cue import Why

CURVE_PX: Final = 430
"""The least height with a curve in it. A screen of 1080 lines at 200 % leaves the whole window 500."""


class LivePage(QWidget):
    """Lays out the widgets; the way to go on while stopped, or a panel, takes the place of the hold's numbers."""

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cue, self.number, self.facts = CuePanel(), BigNumber(), Facts()
        self.chart, self.go_on, self.sound = Chart(), GoOn(), SoundButton(speaker)
        self.tool, self.view = ToolPanel(), ViewPanel()
        self.sounds, self.place = SoundPanel(speaker), PlacePanel()
        self.stop = Button(say("STOP"), "stop")
        self.stop.setAccessibleDescription(say("Ends the hold at once; also Space, Escape and F12"))
        self.stop.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.light, self.step = ColoursButton(), StepButton()
        self._lower_right = QStackedWidget()
        for panel in (self.facts, self.go_on, self.tool, self.view, self.sounds, self.place):
            self._lower_right.addWidget(panel)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        for part in (self.cue, self.number, self.facts, self.chart):
            part.set_theme(theme)

    def show_frame(self, frame: Frame, face: Face) -> None:
        """Show one frame."""
        self.cue.show_face(face)
        self.number.show_view(frame.view, frame.age_s)
        self.facts.show_view(frame.view)
        self.chart.add(frame.samples)
        self.chart.show_view(frame.view, frame.age_s)
        self.sounds.show_contact(contact=frame.view.contact)
        self.place.show_whom(frame.view.whom)
        page = self._page(frame)
        if self._lower_right.currentWidget() is not page:
            self.go_on.begin()
            self._lower_right.setCurrentWidget(page)
        self.go_on.show_confirmed(confirmed=frame.confirmed)
        self.go_on.show_offered(frame.view.cue.offered)
        self.step.show_step(frame.view.cue.step)
        self.sound.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """On a low page the curve gives way, and STOP stands beside the figures."""
        super().resizeEvent(event)
        low = self.height() < CURVE_PX
        if low == self.chart.isVisibleTo(self):
            self.chart.setVisible(not low)
            self._rows.setDirection(QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom)
            self._rows.setStretch(1, 0 if low else 4)

    def _page(self, frame: Frame) -> QWidget:
        if frame.stopped:
            return self.go_on
        wanted = next((panel for panel in (self.view, self.sounds, self.tool) if panel.wanted), None)
        return wanted or (self.place if frame.view.cue.why is Why.PLACE else self.facts)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.number, 3)
        right.addWidget(self._lower_right, 2)
        upper = QHBoxLayout()
        upper.setSpacing(14)
        cue = QVBoxLayout()
        cue.setSpacing(6)
        cue.addWidget(self.cue, 1)
        cue.addWidget(self.step)
        upper.addLayout(cue, 5)
        upper.addLayout(right, 6)
        lower = QHBoxLayout()
        lower.setSpacing(14)
        lower.addWidget(self.chart, 1)
        lower.addLayout(self._buttons())
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        self._rows.addLayout(upper, 5)
        self._rows.addLayout(lower, 4)

    def _buttons(self) -> QVBoxLayout:
        keys = QLabel(say("Space · Esc · F12"))
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
        self.stop.enlarge()  # it is hit in haste, without a look
        return column
