"""The live window of a pain threshold: what to do, how fast, how much, and the client's “now”."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gui.button import Button
from gui.cue_panel import CuePanel
from gui.fit import Type
from gui.fitted_label import FittedLabel
from gui.go_on import GoOn
from gui.number import BigNumber
from gui.ramp_face import face_of_ramp, voice_of_ramp
from gui.ramp_scale import RampScale
from gui.ramp_words import reading, so_far
from gui.speaker import Speaker
from gui.stop_keys import StopKeys
from gui.theme import DARK, Theme
from gui.tones import SILENCE
from gui.tongue import mark, say
from session.awake import Awake
from session.cue import Action
from session.inputs import GoOn as GoingOn
from session.inputs import Input, Now, Quit, Stop, StopReason
from session.ramp_view import RampSource, RampView
from session.view import unkept

FRAME_MS: Final = 33
"""Thirty pictures a second: a ramp is slow."""
KEYS: Final = mark(
    "M: the client said “now” · Page ↓, a presenter's “forward”, in the client's hand: “now” in a ramp, STOP at any "
    "other time, as the client's button on the tool · Space, Escape, F12: STOP"
)
CLAIM: Final = mark("Not a medical device")
END: Final = mark("End the measurement")
GONE: Final = mark("The session does not answer any more: let go, then close the window.")


class RampWindow(QWidget):
    """Shows a `RampSource` at a place until it is over; STOP latches here before the session hears of it."""

    over = Signal()
    """All is said, or somebody closed it."""

    def __init__(self, source: RampSource, place: str, script: str, speaker: Speaker) -> None:
        super().__init__()
        self._source, self._speaker = source, speaker
        self._latched = False
        self.keys, self.awake, self._timer = StopKeys(self), Awake(), QTimer(self)
        self.place, self.script = FittedLabel(Type(26), 36), FittedLabel(Type(17, bold=False, wrap=True), 46)
        self.place.show_text(place.upper())
        self.script.show_text(say("Read out: “{script}”", script=script))
        self.simulated, self.notice = QLabel(say("SIMULATED")), FittedLabel(Type(15, bold=False, wrap=True), 40)
        self.cue, self.number, self.scale = CuePanel(), BigNumber(), RampScale()
        self.reading, self.found = FittedLabel(Type(20), 30), FittedLabel(Type(16, bold=False, wrap=True), 44)
        self.said, self.end = Button(say("The client said “now”"), "main"), Button(say("End"))
        self.go_on, self.stop = GoOn(), Button("STOP", "stop")
        self._lower = QStackedWidget()
        self._lay_out()
        self._connect()
        self.set_theme(DARK)

    def start(self) -> None:
        """Poll the source and take the stop keys."""
        self.keys.arm()
        self._timer.start(FRAME_MS)
        self.awake.begin()
        self.poll()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`; the style sheet is the outer window's."""
        for part in (self.cue, self.number, self.scale):
            part.set_theme(theme)

    def poll(self) -> None:
        """Show the latest state."""
        view = self._source.view()
        stopped = self._latched or view.cue.action is Action.STOP
        face = face_of_ramp(view, stopped=stopped)
        self.cue.show_face(face)
        self._speaker.play(voice_of_ramp(view, face))
        self._show_figures(view)
        page = self.go_on if stopped else self._doing
        if self._lower.currentWidget() is not page:
            self.go_on.begin()
            self._lower.setCurrentWidget(page)
        self.go_on.show_confirmed(confirmed=view.cue.action is Action.STOP)
        if view.over:
            self.close()

    def press_stop(self) -> None:
        """Latch STOP, show it, then tell the session."""
        self._latched = True
        self.poll()
        self._post(Stop())

    def press_now(self, *, by_client: bool) -> None:
        """“Now”; the client's own key is a STOP where no ramp runs."""
        if not by_client:
            self._post(Now(by="therapist"))
        elif self._source.view().cue.action is Action.MORE:
            self._post(Now(by="patient"))
        else:
            self.press_stop()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Closing in the midst of it is a STOP, and its end."""
        if self._timer.isActive():
            self._timer.stop()
            self.awake.end()
            self.keys.disarm()
            self._speaker.play(SILENCE)
            if not self._source.view().over:
                self._post(Stop())
                self._post(Quit())
            self.over.emit()
        event.accept()

    def _show_figures(self, view: RampView) -> None:
        self.simulated.setVisible(view.simulated)
        cue = view.cue
        self.number.show_kpa(cue.pressure_kpa, "" if cue.rate_kpa_per_s is None else f"{cue.rate_kpa_per_s:.0f} kPa/s")
        self.scale.show_cue(cue)
        self.reading.show_text(reading(cue))
        self.found.show_text(so_far(view.readings))
        self.notice.show_text("  ·  ".join(say(part) for part in (unkept(view.recording), view.notice) if part))

    def _go_on(self, reason: StopReason) -> None:
        if self._post(GoingOn(reason=reason)):
            self._latched = False

    def _post(self, value: Input) -> bool:
        """Whether the session could take it; if not, that is said."""
        try:
            self._source.hear(value)
        except RuntimeError:
            self.notice.show_text(say(GONE))
            return False
        return True

    def _connect(self) -> None:
        self._timer.timeout.connect(self.poll)
        self.keys.pressed.connect(self.press_stop)
        self.stop.clicked.connect(self.press_stop)
        self.said.clicked.connect(lambda: self.press_now(by_client=False))
        self.end.clicked.connect(lambda: self._post(Quit()))
        self.go_on.chosen.connect(self._go_on)
        self.go_on.ended.connect(lambda: self._post(Quit()))
        acts: tuple[tuple[str, Callable[[], None]], ...] = (
            ("M", lambda: self.press_now(by_client=False)),
            ("PgDown", lambda: self.press_now(by_client=True)),
        )
        for key, does in acts:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(does)

    def _lay_out(self) -> None:
        upper, right, lower = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        for widget in (self.number, self.scale, self.reading, self.found):
            right.addWidget(widget, 1 if widget is self.number else 0)
        upper.addWidget(self.cue, 5)
        upper.addLayout(right, 6)
        self._doing = self._doing_page()
        self._lower.addWidget(self._doing)
        self._lower.addWidget(self.go_on)
        self.stop.setFixedWidth(200)
        self.stop.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        lower.addWidget(self._lower, 1)
        lower.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._head())
        column.addWidget(self.script)
        column.addLayout(upper, 5)
        column.addWidget(self.notice)
        column.addLayout(lower, 2)

    def _head(self) -> QHBoxLayout:
        head, claim = QHBoxLayout(), QLabel(say(CLAIM))
        claim.setProperty("kind", "small")
        self.simulated.setProperty("kind", "badge")
        self.simulated.setProperty("tone", "mark")
        head.addWidget(self.place, 1)
        head.addWidget(claim)
        head.addWidget(self.simulated)
        return head

    def _doing_page(self) -> QWidget:
        page, row = QWidget(), QHBoxLayout()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        self.said.enlarge()
        self.go_on.end.setText(say(END))
        self.go_on.end.setAccessibleName(say(END))
        row.addWidget(self.said, 1)
        row.addWidget(self.end)
        column.addLayout(row, 1)
        keys = QLabel(say(KEYS))
        keys.setProperty("kind", "small")
        keys.setWordWrap(True)
        keys.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(keys)
        return page
