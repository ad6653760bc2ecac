"""The window of training: the course, and the exercise that runs."""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from gui.bridge import FRAME_MS
from gui.look import look
from gui.speaker import Speaker
from gui.stop_keys import StopKeys
from gui.theme import palette, sheet
from gui.tones import SILENCE
from gui.tongue import mark, say
from gui.training.body_keys import BodyKeys
from gui.training.course_page import Book, CoursePage
from gui.training.exercise_page import ExercisePage
from gui.training.moment import face_of_moment, stuck, voice_of_moment
from gui.whom_banner import WhomBanner
from protocol.sentence import Sentence
from session.awake import Awake
from session.cue import Action
from session.inputs import GoOn, Input, Pain, Quit, Stop, StopReason
from training.due import Due
from training.rehearsal_stand import Standing
from training.stand import Now

ON_PAD: Final = mark("Training on a pad, no person – not a medical device")
ON_PERSON: Final = mark("Training on a person – not a medical device")
GONE: Final = mark("The session does not answer any more: let go, then close the window.")


class Gym(Protocol):
    """Where exercises are done, seen from the GUI thread; every call returns at once."""

    def book(self) -> Book:
        """The trainee's course and results, as they stand."""
        ...

    def begin(self, what: Due | str) -> None:
        """Begin what is due, or the exercise of this id; raises `InputError`."""
        ...

    def stand(self) -> Standing | None:
        """The exercise that runs, or ended last; None until there is one, and where it broke down before its end."""
        ...

    def said(self) -> str:
        """What the search for a tool says, or why an exercise ended; "" for nothing."""
        ...


class TrainingWindow(QWidget):
    """Shows a `Gym` until it is closed; closing it in the midst of an exercise is a STOP, and its end."""

    def __init__(self, gym: Gym, speaker: Speaker) -> None:
        super().__init__()
        self.setWindowTitle(say("Palpate – training"))
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(900, 600)
        self.resize(1180, 760)
        self._gym, self._speaker = gym, speaker
        self._stand: Standing | None = None
        self._latched = self._confirmed = False
        self._refused = self._heard = ""
        """Why nothing was begun; which pain was told."""
        self.course, self.exercise, self.said = CoursePage(), ExercisePage(), QLabel()
        self.claim, self.whom = QLabel(), WhomBanner()
        self.voice = SILENCE
        """What sounds now."""
        self.keys, self.body, self.awake, self._timer = StopKeys(self), BodyKeys(self), Awake(), QTimer(self)
        self._lay_out()
        self._connect()
        self._dress()
        self._show_book()

    def start(self) -> None:
        """Look at the gym from now on."""
        self._timer.start(FRAME_MS)
        self.awake.begin()

    def poll(self) -> None:
        """Draw one moment."""
        self.said.setText(say(self._refused or self._gym.said() or self._heard))
        for pain in self.body.take():
            self._feel(pain)
        stand = self._gym.stand()
        if stand is not self._stand:
            self._enter(stand) if stand is not None else self._break_off()
        if self._stand is not None and self._pages.currentWidget() is self.exercise:
            self._show(self._stand, self._stand.now())

    def stop(self) -> None:
        """Latch STOP, show it, then tell the session."""
        self._latched, self._confirmed = True, False
        self.poll()
        self._post(Stop())

    def go_on(self, reason: StopReason) -> None:
        """Tell why STOP was pressed."""
        self._latched = False
        self._post(GoOn(reason=reason))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Closing lets go."""
        if self._stand is not None and not self._stand.now().over:
            self.stop()
            self._post(Quit())
        self._disarm()
        self._timer.stop()
        self._speaker.play(SILENCE)
        self.awake.end()
        event.accept()

    def _show(self, stand: Standing, now: Now) -> None:
        confirmed = now.shown.action is Action.STOP
        self._latched = self._latched and not (self._confirmed and not confirmed)
        self._confirmed = confirmed
        stopped = self._latched or confirmed
        face = face_of_moment(now, stopped=stopped, hangs=stuck(now, stand.clock_s()))
        for judged in stand.take_told():
            self.exercise.tell(judged)
        self.exercise.show_now(now, face, stopped=stopped)
        self.voice = voice_of_moment(now, face)
        self._speaker.play(self.voice)
        if now.over:
            self._disarm()

    def _enter(self, stand: Standing) -> None:
        self._stand, self._latched, self._heard = stand, False, ""
        self.exercise.begin()
        self._pages.setCurrentWidget(self.exercise)
        self.keys.arm()
        if not self.whom.isHidden():
            self.body.arm()
        self.exercise.stop.setFocus()

    def _break_off(self) -> None:
        """The exercise broke down: why is said above the course."""
        self._stand, self._latched = None, False
        self._disarm()
        if self._pages.currentWidget() is self.exercise:
            self._leave()

    def _leave(self) -> None:
        self._speaker.play(SILENCE)
        self._show_book()
        self._pages.setCurrentWidget(self.course)

    def _show_book(self) -> None:
        book = self._gym.book()
        self.claim.setText(say(ON_PERSON if book.on_person else ON_PAD))
        self.whom.show_whom(book.whom)
        self.course.show_book(book)

    def _disarm(self) -> None:
        self.keys.disarm()
        self.body.disarm()

    def _feel(self, pain: Pain) -> None:
        """Show what was understood, so that it can be corrected, and tell the session."""
        self._heard = Sentence("Pain {nrs} of 10.", nrs=pain.nrs)
        self._post(pain)

    def _begin(self, what: Due | str) -> None:
        self._refused = ""
        try:
            self._gym.begin(what)
        except ValueError as error:
            self._refused = str(error)
        self.poll()

    def _ask(self) -> None:
        if self._stand is not None:
            self._stand.ask()

    def _post(self, value: Input) -> None:
        try:
            if self._stand is not None:
                self._stand.hear(value)
        except RuntimeError:
            self.said.setText(say(GONE))

    def _dress(self) -> None:
        theme = look().theme
        self.setPalette(palette(theme))
        self.setStyleSheet(sheet(theme))
        self.course.set_theme(theme)
        self.exercise.set_theme(theme)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.poll)
        self.keys.pressed.connect(self.stop)
        self.body.stopped.connect(self.stop)
        self.course.begun.connect(self._begin)
        self.exercise.stop_pressed.connect(self.stop)
        self.exercise.asked.connect(self._ask)
        self.exercise.left.connect(self._leave)
        self.exercise.go_on.chosen.connect(self.go_on)
        self.exercise.go_on.ended.connect(lambda: self._post(Quit()))
        look().changed.connect(self._dress)
        QShortcut(QKeySequence("F"), self).activated.connect(self._ask)

    def _lay_out(self) -> None:
        self.claim.setProperty("kind", "small")
        self.said.setWordWrap(True)
        self._pages = QStackedWidget()
        for page in (self.course, self.exercise):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.addWidget(self.claim)
        column.addWidget(self.whom)
        column.addWidget(self.said)
        column.addWidget(self._pages, 1)
