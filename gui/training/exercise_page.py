"""An exercise while it runs: what to do, the force where it may be seen, results where they may be told, and STOP."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gui.button import Button
from gui.cue_panel import CuePanel
from gui.face import Face
from gui.go_on import GoOn
from gui.theme import Theme
from gui.tongue import mark, say
from gui.training.moment import figure, heading
from gui.training.patient_panel import PatientPanel
from gui.training.picture import Drawing, Step, TrialPicture, thinned
from gui.training.result_panel import ResultPanel
from session.cue import Action
from training.judge import Judged
from training.stand import Now

HIDDEN: Final = Drawing(10.0, word=mark("the force is hidden"))
EMPTY: Final = Drawing(10.0)
BETWEEN: Final = Drawing(10.0, word=mark("between two holds"))


class ExercisePage(QWidget):
    """Draws a `Now`, and nothing that is not in it."""

    stop_pressed = Signal()
    asked = Signal()
    left = Signal()
    """Nobody wants to see it any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cue, self.picture, self.result, self.go_on = (
            CuePanel(),
            TrialPicture(say("the force")),
            ResultPanel(),
            GoOn(),
        )
        self.patient = PatientPanel()
        self.heading, self.figure, self.mark, self.kept = QLabel(), QLabel(), QLabel(say("SIMULATED")), QLabel()
        self.stop, self.ask, self.leave = (
            Button("STOP", "stop"),
            Button(say("See the force (F)")),
            Button(say("Back"), "main"),
        )
        self._steps: tuple[Step, ...] = ()
        self._trial = 0
        self._lower = QStackedWidget()
        self._lay_out()
        self.stop.clicked.connect(self.stop_pressed)
        self.ask.clicked.connect(self.asked)
        self.leave.clicked.connect(self.left)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        for part in (self.cue, self.picture, self.result):
            part.set_theme(theme)

    def begin(self) -> None:
        """Forget the exercise before."""
        self._steps, self._trial = (), 0
        self.result.clear()
        self.picture.draw(HIDDEN)

    def show_now(self, now: Now, face: Face, *, stopped: bool) -> None:
        """Draw one moment."""
        shown = now.shown
        self.cue.show_face(face)
        self.heading.setText(heading(now))
        self.figure.setText(figure(now))
        self.mark.setVisible(shown.simulated)
        self.kept.setText(say(shown.not_kept))
        self.ask.setEnabled(shown.may_ask)
        self.ask.setVisible(now.patient is None)
        self.picture.draw(self._drawing(now))
        self._lower.setCurrentWidget(self._below(now, stopped=stopped))
        self.go_on.show_confirmed(confirmed=shown.action is Action.STOP)
        self.leave.setVisible(bool(now.over))
        self.stop.setVisible(not now.over)

    def tell(self, judged: Judged) -> None:
        """Show a result that may be told."""
        self.result.add(judged)

    def _below(self, now: Now, *, stopped: bool) -> QWidget:
        if now.patient is not None:
            self.patient.show_patient(now.patient)
        if stopped and not now.over:
            return self.go_on
        return self.result if now.patient is None else self.patient

    def _drawing(self, now: Now) -> Drawing:
        gauge = now.shown.gauge
        if now.shown.trial != self._trial:
            self._steps, self._trial = (), now.shown.trial
        if gauge is None:
            self._steps = ()
            if now.patient is None:
                return HIDDEN
            return EMPTY if now.over else BETWEEN
        self._steps = thinned(self._steps, Step(gauge.since_s, gauge.force_n, gauge.low_n, gauge.high_n))
        return Drawing(max(gauge.lasts_s, self._steps[-1].since_s), self._steps, now.ghost)

    def _lay_out(self) -> None:
        for label in (self.heading, self.figure):
            label.setProperty("kind", "title")
        self.mark.setProperty("kind", "badge")
        self.mark.setProperty("tone", "mark")
        self.kept.setProperty("kind", "small")
        self.kept.setWordWrap(True)
        self.figure.setAlignment(Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._title_line())
        upper = QHBoxLayout()
        upper.addWidget(self.cue, 4)
        upper.addWidget(self.picture, 7)
        column.addLayout(upper, 5)
        for page in (self.result, self.patient, self.go_on):
            self._lower.addWidget(page)
        lower = QHBoxLayout()
        lower.addWidget(self._lower, 1)
        lower.addLayout(self._buttons())
        column.addLayout(lower, 4)

    def _title_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(self.heading)
        line.addWidget(self.mark)
        line.addWidget(self.kept, 1)
        line.addWidget(self.figure)
        return line

    def _buttons(self) -> QVBoxLayout:
        buttons = QVBoxLayout()
        for button in (self.stop, self.leave):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            buttons.addWidget(button, 1)
        buttons.addWidget(self.ask)
        for button in (self.stop, self.ask, self.leave):
            button.setFixedWidth(200)
        return buttons
