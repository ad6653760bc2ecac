"""The live window of one treatment."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from gui.autoclose import AutoClose
from gui.bridge import Bridge, Frame
from gui.elided import ElidedLabel
from gui.face import face_of
from gui.live_page import LivePage
from gui.notice import NoticeLine
from gui.sound_button import SoundButton
from gui.source import Source
from gui.speaker import Speaker
from gui.stop_keys import StopKeys
from gui.summary import SummaryPanel
from gui.theme import DARK, LIGHT, Theme, palette, sheet
from gui.tones import SILENCE, voice_of
from gui.top_bar import TopBar
from gui.whom_banner import HEIGHT_PX as BANNER_PX
from gui.whom_banner import WhomBanner
from gui.words import tool
from session.tool_desk import Errand, ToolDesk
from session.view import Summary, View
from session.zero_card import zero_card

CLAIM: Final = "Bench and simulator only – not a medical device"
ON_PERSON: Final = "Not a medical device"
"""Instead of it where somebody was screened; who and where stands above."""
LEAST_PX: Final = 600
"""The window's height, without a person."""
PRACTISED: Final = "PRACTISED WITHOUT A TOOL – not a medical device"
"""Instead of it: what is shown is no tool's, and the hand is a person's."""


class LiveWindow(QWidget):
    """Shows a `Source` until its summary is closed.

    `close_after_s` closes the window so long after the summary unless it is touched; `clock_s` counts that time.
    `desk` is where the tool is asked something beside the treatment; without it there is no button for that.
    """

    def __init__(
        self,
        source: Source,
        speaker: Speaker,
        *,
        close_after_s: float | None = None,
        clock_s: Callable[[], float] = time.monotonic,
        desk: ToolDesk | None = None,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Palpate")
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(900, LEAST_PX)
        self.resize(1000, 700)
        self._theme = DARK
        self._speaker = speaker
        self._over = False
        self.voice = SILENCE
        """What sounds now."""
        self.bridge = Bridge(source, self)
        self.keys = StopKeys(self)
        self.closing = AutoClose(close_after_s, clock_s, self)
        self.top, self.notice, self.plan = TopBar(), NoticeLine(), ElidedLabel()
        self.claim, self.whom = QLabel(CLAIM), WhomBanner()
        self.live = LivePage(SoundButton(speaker))
        self.summary = SummaryPanel()
        self.row = QHBoxLayout()
        """The pages, and what stands beside them."""
        self._desk = desk
        self.top.tool.setVisible(desk is not None)
        self._lay_out()
        self._connect()
        self.set_theme(DARK)

    def start(self) -> None:
        """Poll the source and take the stop keys."""
        self.keys.arm()
        self.bridge.start()

    def set_theme(self, theme: Theme) -> None:
        """Paint everything in the colours of `theme`."""
        self._theme = theme
        self.setPalette(palette(theme))
        self.setStyleSheet(sheet(theme))
        self.live.set_theme(theme)
        self.summary.set_theme(theme)

    def show_frame(self, frame: Frame) -> None:
        """Show one frame; the first one with a summary ends the live page."""
        view = frame.view
        face = face_of(view, frame.age_s, stopped=frame.stopped)
        self._claim(view)
        self.whom.show_whom(view.whom)
        self.setMinimumHeight(LEAST_PX + (0 if view.whom is None else BANNER_PX))
        self.top.show_view(view, frame.age_s, frame.now_s)
        self.notice.add(frame.events)
        self.notice.show_view(view, frame.now_s)
        self.plan.show_text(tool(view))
        if self._desk is not None:
            self.live.tool.show_card(self._desk.card(), zero_card(view, frame.age_s), view.contact)
            self.top.tool.setChecked(self.live.tool.wanted and not frame.stopped)
        self.live.show_frame(frame, face)
        self.voice = voice_of(view, face)
        self._speaker.play(self.voice)
        if view.summary is not None and not self._over:
            self._end(view.summary)
        if self._over:
            self._count_down()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Closing in the midst of a treatment is a STOP, and its end."""
        if not self._over:
            self.bridge.stop()
            self.bridge.quit()
        self.keys.disarm()
        self.bridge.close()
        self._speaker.play(SILENCE)
        event.accept()

    def _claim(self, view: View) -> None:
        """Say what this is not."""
        practised = view.practised
        text = PRACTISED if practised else CLAIM if view.whom is None else ON_PERSON
        if text != self.claim.text():
            self.claim.setText(text)
            self.claim.setProperty("tone", "mark" if practised else "")
            self.claim.style().unpolish(self.claim)
            self.claim.style().polish(self.claim)

    def _end(self, summary: Summary) -> None:
        self._over = True
        self.keys.disarm()
        self.top.tool.hide()
        self.summary.show_summary(summary)
        self._pages.setCurrentWidget(self.summary)
        self.summary.close_button.setFocus()
        self.closing.begin()

    def _count_down(self) -> None:
        left_s = self.closing.left_s()
        self.summary.show_closing(left_s)
        if left_s == 0:
            self.close()

    def _ask(self, errand: Errand) -> None:
        if self._desk is not None:
            try:
                self._desk.ask(errand)
            except RuntimeError:
                self.notice.add(("The session does not answer any more: let go, then close the window.",))

    def _toggle_theme(self) -> None:
        self.set_theme(LIGHT if self._theme is DARK else DARK)

    def _connect(self) -> None:
        self.bridge.frame.connect(self.show_frame)
        self.keys.pressed.connect(self.bridge.stop)
        self.live.stop.clicked.connect(self.bridge.stop)
        self.live.go_on.chosen.connect(self.bridge.go_on)
        self.live.go_on.ended.connect(self.bridge.quit)
        self.top.tool.clicked.connect(self.live.tool.toggle)
        self.live.tool.asked.connect(self._ask)
        self.live.tool.measured.connect(self.bridge.measure_zero)
        self.live.tool.undone.connect(self.bridge.undo_zero)
        self.live.light.clicked.connect(self._toggle_theme)
        self.summary.closed.connect(self.close)

    def _lay_out(self) -> None:
        for label in (self.claim, self.plan):
            label.setProperty("kind", "small")
        self.plan.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        second = QHBoxLayout()
        second.setSpacing(30)
        second.addWidget(self.claim)
        second.addWidget(self.plan, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.live)
        self._pages.addWidget(self.summary)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(6)
        column.addWidget(self.top)
        column.addWidget(self.whom)
        column.addLayout(second)
        column.addWidget(self.notice)
        self.row.setSpacing(14)
        self.row.addWidget(self._pages, 1)
        column.addLayout(self.row, 1)
