"""A timer that somebody across the room can read: what to do, how long still, and what comes next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from clinic.way.timing import Doing, Over, Running, Timer
from gui.button import Button
from gui.fit import Type
from gui.fitted_label import FittedLabel
from gui.speaker import Speaker
from gui.tones import SILENCE, Sound, Voice
from gui.tongue import mark, say
from gui.visit.fields import sentence

TICK_MS: Final = 100
CHIME_S: Final = 1.0
"""At the begin of each stage but the first."""
HOW: Final = {
    Doing.TAKE_UP: mark("Let the pressure rise slowly, only to where the tissue begins to resist."),
    Doing.HOLD: mark("Stay there. Low and steady; follow where it yields, and do not press through."),
    Doing.LET_GO: mark("Let go as slowly as you came."),
    Doing.STRETCH: mark("To where it pulls and not where it hurts; the client breathes on."),
    Doing.MOVE: mark("Slowly through the whole range that does not hurt."),
    Doing.REST: mark("Let it rest."),
}
SHAPES: Final = {
    Doing.TAKE_UP: "▲", Doing.HOLD: "■", Doing.LET_GO: "▼", Doing.STRETCH: "↔", Doing.MOVE: "↻", Doing.REST: "–",
}  # fmt: skip
LEFT: Final = "{seconds} s"
STAGE: Final = "{shape}  {doing}"
PLACE: Final = mark("Part {number} of {count}, {all_left} s in all")
THEN: Final = mark("Then: {doing}")
OVER: Final = mark("✓  done")


class TimerPanel(QWidget):
    """Shows a `Timer` and changes it; the time of its clock is an argument of every change."""

    finished = Signal()
    """Somebody says that it is over, whether it ran to its end or not."""

    def __init__(self, timer: Timer, clock_s: Callable[[], float], speaker: Speaker) -> None:
        super().__init__()
        self.timer, self._clock_s, self._speaker = timer, clock_s, speaker
        self.doing, self.seconds = FittedLabel(Type(44), 60), FittedLabel(Type(160), 130, grows=True)
        self.how, self.place, self.then = sentence(""), QLabel(), QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(say("part of this stage that is over"))
        self.run, self.skip = Button(say("Start"), "main"), Button(say("Skip part"))
        self.repeat, self.back = Button(say("Repeat part")), Button(say("Part before"))
        self.done = Button(say("Done"), "main")
        self._connect()
        self._lay_out()
        self._tick = QTimer(self)
        self._tick.timeout.connect(self.show_now)
        self._tick.start(TICK_MS)
        self.show_now()

    def show_now(self) -> None:
        """Show how it stands at this moment of the clock."""
        now_s = self._clock_s()
        self.timer = timer = self.timer.seen(now_s)
        over = isinstance(timer.state, Over)
        doing = timer.stage.doing
        self.doing.show_text(say(OVER) if over else STAGE.format(shape=SHAPES[doing], doing=say(doing)))
        self.seconds.show_text("" if over else LEFT.format(seconds=-int(-timer.left_s(now_s) // 1)))
        self.how.setText("" if over else say(HOW[doing]))
        count, all_left = len(timer.stages), -int(-timer.all_left_s(now_s) // 1)
        self.place.setText(say(PLACE, number=timer.at + 1, count=count, all_left=all_left))
        following = timer.stages[timer.at + 1 :][:1]
        self.then.setText(say(THEN, doing=following[0].doing) if following and not over else "")
        self.bar.setMaximum(1000)
        self.bar.setValue(int(1000 * timer.done_s(now_s) / timer.stage.lasts_s))
        self._name_run(over=over)
        if timer.runs or over:
            self._speaker.play(voice(timer, now_s))

    def halt(self) -> None:
        """Time no longer counts."""
        self._change(Timer.paused)
        self._speaker.play(SILENCE)

    @property
    def worked_s(self) -> float:
        """Hands at the client, until now."""
        return self.timer.seen(self._clock_s()).all_worked_s(self._clock_s())

    def _name_run(self, *, over: bool) -> None:
        begun = self.timer.worked_s > 0 or self.timer.done_s(0.0) > 0
        text = say("Pause" if self.timer.runs else "Once more" if over else "Go on" if begun else "Start")
        if text != self.run.text():
            self.run.setText(text)

    def _change(self, does: Callable[[Timer, float], Timer]) -> None:
        self.timer = does(self.timer, self._clock_s())
        self.show_now()

    def _connect(self) -> None:
        self.run.clicked.connect(lambda: self._change(Timer.paused if self.timer.runs else Timer.started))
        self.skip.clicked.connect(lambda: self._change(Timer.skipped))
        self.repeat.clicked.connect(lambda: self._change(Timer.repeated))
        self.back.clicked.connect(lambda: self._change(Timer.back))
        self.done.clicked.connect(self.finished)

    def _lay_out(self) -> None:
        for label in (self.place, self.then):
            label.setProperty("kind", "small")
        column, buttons = QVBoxLayout(self), QGridLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.doing)
        column.addWidget(self.seconds, 1)
        column.addWidget(self.bar)
        column.addWidget(self.how)
        column.addWidget(self.place)
        column.addWidget(self.then)
        for index, button in enumerate((self.run, self.back, self.repeat, self.skip, self.done)):
            button.enlarge()
            buttons.addWidget(button, 0, index)
        column.addLayout(buttons)


def voice(timer: Timer, now_s: float) -> Voice:
    """A chime where a stage begins behind another one; in between nothing, since nothing is measured."""
    if not isinstance(timer.state, Running) or timer.at == 0:
        return SILENCE
    return Voice(Sound.CHIME) if timer.done_s(now_s) < CHIME_S else SILENCE
