"""The live window of one treatment."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from gui.across import Across
from gui.autoclose import AutoClose
from gui.bridge import NO_ANSWER, Bridge, Frame
from gui.elided import ElidedLabel
from gui.eyes_free import EyesFree
from gui.face import Face, face_of
from gui.hands_free import HandsFree
from gui.live_page import LivePage
from gui.look import look
from gui.notice import NoticeLine
from gui.source import Source
from gui.speaker import Speaker
from gui.stop_keys import StopKeys
from gui.summary import SummaryPanel
from gui.theme import Theme, palette, sheet
from gui.tongue import mark, say
from gui.top_bar import TopBar
from gui.whom_banner import HEIGHT_PX as BANNER_PX
from gui.whom_banner import WhomBanner
from gui.words import tool
from session.awake import Awake
from session.inputs import StepUp
from session.tool_desk import Errand, ToolDesk
from session.view import Summary, View
from session.zero_card import zero_card

CLAIM: Final = mark("Bench and simulator only – not a medical device")
ON_PERSON: Final = mark("Not a medical device")
"""Instead of it where somebody was screened; who and where stands above."""
LEAST_PX: Final = 470
"""The window's height, without a person."""
PRACTISED: Final = mark("PRACTISED WITHOUT A TOOL – not a medical device")
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
        self._look, self._speaker = look(), speaker
        self._over = self._across = False
        self.ears, self.awake = EyesFree(speaker), Awake()
        self.bridge = Bridge(source, self)
        self.hands = HandsFree(self.bridge, self.ears.say, self)
        self.keys = StopKeys(self)
        self.closing = AutoClose(close_after_s, clock_s, self)
        self.top, self.notice, self.plan = TopBar(), NoticeLine(), ElidedLabel()
        self.claim, self.whom = QLabel(say(CLAIM)), WhomBanner()
        self.live = LivePage(speaker)
        self.across, self.summary = Across(), SummaryPanel()
        self.row = QHBoxLayout()
        """The pages, and what stands beside them."""
        self._desk = desk
        self.top.tool.setVisible(desk is not None)
        self._lay_out()
        self._connect()
        self.set_theme(self._look.theme)
        self.live.stop.setFocus()

    def start(self) -> None:
        """Poll the source and take the stop keys."""
        self.keys.arm()
        self.hands.keys.arm()
        self.bridge.start()
        if told := self.awake.begin():
            self.notice.add((told,))

    def set_theme(self, theme: Theme) -> None:
        """Paint everything in the colours of `theme`."""
        self.setPalette(palette(theme))
        self.setStyleSheet(sheet(theme))
        for page in (self.live, self.across, self.summary):
            page.set_theme(theme)

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
        self._show_across(frame, face)
        self.notice.add(self.ears.hear(view, face, frame.now_s))
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
        self.hands.keys.disarm()
        self.bridge.close()
        self.ears.stop()
        self.awake.end()
        event.accept()

    def _claim(self, view: View) -> None:
        """Say what this is not."""
        practised = view.practised
        text = say(PRACTISED if practised else CLAIM if view.whom is None else ON_PERSON)
        if text != self.claim.text():
            self.claim.setText(text)
            self.claim.setProperty("tone", "mark" if practised else "")
            self.claim.style().unpolish(self.claim)
            self.claim.style().polish(self.claim)

    def _end(self, summary: Summary) -> None:
        self._over = True
        self.keys.disarm()
        self.hands.keys.disarm()
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
                self.notice.add((NO_ANSWER,))

    def _dress(self) -> None:
        self.set_theme(self._look.theme)

    def go_across(self, *, across: bool) -> None:
        """Show the picture for across the room, or all figures; STOP brings all figures back."""
        self._across = across
        self.bridge.poll()

    def _show_across(self, frame: Frame, face: Face) -> None:
        self.top.view.setChecked(self.live.view.wanted and not frame.stopped)
        self.top.sounds.setChecked(self.live.sounds.wanted and not frame.stopped)
        self._across = self._across and not frame.stopped
        if self._across:
            self.across.show_frame(frame, face)
        page = self.across if self._across else self.live
        if not self._over and self._pages.currentWidget() is not page:
            self._pages.setCurrentWidget(page)
            page.stop.setFocus()

    def _connect(self) -> None:
        self.bridge.frame.connect(self.show_frame)
        self.keys.pressed.connect(self.bridge.stop)
        self.top.sounds.clicked.connect(self.live.sounds.toggle)
        self.live.sounds.checking.connect(self.ears.check)
        self.live.place.said.connect(self.bridge.say)
        self.live.stop.clicked.connect(self.bridge.stop)
        self.live.step.clicked.connect(lambda: self.bridge.say(StepUp()))
        self.live.go_on.chosen.connect(self.bridge.go_on)
        self.live.go_on.ended.connect(self.bridge.quit)
        self.top.tool.clicked.connect(self.live.tool.toggle)
        self.live.tool.asked.connect(self._ask)
        self.live.tool.measured.connect(self.bridge.measure_zero)
        self.live.tool.undone.connect(self.bridge.undo_zero)
        self._look.changed.connect(self._dress)
        self.top.view.clicked.connect(self.live.view.toggle)
        self.across.stop.clicked.connect(self.bridge.stop)
        self.live.view.large.connect(lambda: self.go_across(across=True))
        self.across.left.connect(lambda: self.go_across(across=False))
        QShortcut(QKeySequence("F11"), self).activated.connect(lambda: self.go_across(across=not self._across))
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
        self._pages.addWidget(self.across)
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
