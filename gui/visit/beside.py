"""The page for what is done at a point besides the compression: a choice, then a timer, the tool, or a form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, assert_never

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from clinic.screening.answers import Spot
from clinic.screening.effective import Refused
from clinic.way import hands
from clinic.way.beside import Beside, Needled, Released, Technique, Timed
from clinic.way.said import Station
from clinic.way.techniques import timer
from clinic.way.visit import Visit
from gui.button import Button, SentenceButton
from gui.scrolling import scrolled
from gui.speaker import Speaker
from gui.theme import Theme
from gui.tongue import mark, say
from gui.visit.fields import Line, labelled, sentence
from gui.visit.live import LiveRun
from gui.visit.page import Page
from gui.visit.timer import TimerPanel
from gui.visit.tool import Tool
from gui.window import LiveWindow
from protocol.sentence import Sentence, great
from session.errors import InputError, NotKept

BY_HAND: Final = {
    Technique.RELEASE: mark("Myofascial release by hand: low pressure, slowly"),
    Technique.STRETCH: mark("Stretch, after the compression"),
    Technique.MOBILISATION: mark("Mobilisation: movement through the range"),
}
WITH_TOOL: Final = mark("Myofascial release with the tool")
NEEDLING: Final = mark("Document dry needling")
QUALIFIED: Final = mark(
    "Dry needling is done by who is qualified for it, and only written down here: it is neither guided nor timed."
)
LIMIT: Final = mark("With the tool: at most {force_n:.1f} N ({kpa:.0f} kPa) for {hold_s:g} s. {why}.")
TIMED: Final = mark("✓ {technique} by hand, {lasted:.0f} s")
TIMED_IN_PART: Final = mark("✓ {technique} by hand, {lasted:.0f} s, not all of it")
RELEASED: Final = mark("✓ myofascial release with the tool, {in_band_s:.0f} s in band: {outcome}")
UNKNOWN: Final = mark(
    "… a myofascial release with the tool was begun, and its end is not known: it counts as pressed in full"
)
NEEDLED: Final = mark("✓ dry needling by {by} ({qualification}): {where}; reaction: {reaction}")
OPEN: Final = mark("{what}: write it, “none” too")
LEAST_S: Final = 1.0
"""A timer that ran for less was started by mistake."""
FIELDS: Final = (
    ("by", mark("Who did it")),
    ("qualification", mark("Qualified how")),
    ("where", mark("Where: muscle, depth")),
    ("reaction", mark("Reaction: twitch, pain, bleeding, dizziness, or none")),
)


class BesidePage(Page):
    """Nothing is done here unless somebody chooses it; each is kept as soon as it is done, and more may follow."""

    searching = Signal()
    """The tool is looked for."""
    live_began = Signal()
    live_ended = Signal()

    def __init__(self, visit: Visit, station: Station, tool: Tool, speaker: Speaker) -> None:
        super().__init__(visit, station)
        assert station.spot is not None
        self.spot: Spot = station.spot
        self._tool, self._speaker = tool, speaker
        self.run = LiveRun(speaker)
        self.choices = {technique: SentenceButton(say(text)) for technique, text in BY_HAND.items()}
        self.with_tool, self.needling = SentenceButton(say(WITH_TOOL)), SentenceButton(say(NEEDLING))
        self.needled = {name: Line(say(text)) for name, text in FIELDS}
        self.keep_needling = Button(say("Keep this"), "main")
        self.panel: TimerPanel | None = None
        self.technique = Technique.RELEASE
        self._done, self._pages = QVBoxLayout(), QStackedWidget()
        self._choice, self._form, self._timing = self._lay_out_choice(), self._lay_out_form(), QWidget()
        self._room = QVBoxLayout(self._timing)
        for page in (self._choice, self._timing, self._form):
            self._pages.addWidget(page)
        self.column.addWidget(self._pages, 1)
        self.column.addWidget(self.run, 1)
        self._connect()

    def begin(self) -> None:
        """On the first choice that can be taken."""
        buttons = (self.with_tool, *self.choices.values(), self.needling)
        next(button for button in buttons if button.isEnabled()).setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self.run.set_theme(theme)

    @property
    def running(self) -> bool:
        """Whether the tool is in use or looked for."""
        return self.run.running

    @property
    def live(self) -> LiveWindow | None:
        """The live window, while there is one."""
        return self.run.window_

    def stop(self) -> None:
        """What runs ends; what hands did until now is kept."""
        self.run.end()
        self._keep_timed()

    def go_on(self) -> None:
        """On to the next page; what is under way is kept before."""
        self._keep_timed()
        if self.visit.way.said(self.station, Beside) is None:
            self.visit.say(Beside())
            return
        following = self.visit.way.next
        if following is not None:
            self.visit.go(following)

    def time(self, technique: Technique) -> None:
        """Show the timer of a technique; raises `InputError` where nobody is touched here now."""
        hands.check_hands(self.visit, self.spot)
        self.technique = technique
        self.panel = TimerPanel(timer(technique, self.visit.room.library), self._clock_s, self._speaker)
        self.panel.finished.connect(self._end_timer)
        self._room.addWidget(self.panel)
        self._pages.setCurrentWidget(self._timing)
        self.panel.run.setFocus()

    def release(self) -> None:
        """Begin a release with the tool; raises `InputError` where the cap of this moment does not allow it."""
        if not self.running:
            treating = self._tool.release(self.visit, self.spot)
            self.searching.emit()
            self.run.run(treating, lambda: hands.begin_release(self.visit, self.spot))

    def document(self) -> None:
        """Keep what somebody else did; raises `InputError` where something is left open."""
        by, qualification, where, reaction = (self._written(name, text) for name, text in FIELDS)
        done = Needled(by=by, qualification=qualification, where=where, reaction=reaction)
        hands.documented(self.visit, self.spot, done)
        self.changed.emit()

    def _written(self, name: str, text: str) -> str:
        told = self.needled[name].text().strip()
        if not told:
            raise InputError(say(OPEN, what=say(text)))
        return told

    def _clock_s(self) -> float:
        return self.visit.now.timestamp()

    def _end_timer(self) -> None:
        self._keep_timed()
        self.changed.emit()

    def _keep_timed(self) -> None:
        """A timer that hardly ran leaves nothing."""
        panel, self.panel = self.panel, None
        if panel is None:
            return
        panel.halt()
        lasted_s = round(panel.worked_s, 1)
        panel.hide()
        panel.deleteLater()
        self._pages.setCurrentWidget(self._choice)
        if lasted_s >= LEAST_S:
            done = Timed(technique=self.technique, lasted_s=lasted_s, complete=panel.timer.complete)
            hands.timed(self.visit, self.spot, done)

    def _try(self, does: Callable[[], None]) -> None:
        try:
            does()
        except (InputError, NotKept) as error:
            self.failed.emit(great(say(str(error))))

    def _connect(self) -> None:
        for technique, button in self.choices.items():
            button.clicked.connect(lambda _=False, chosen=technique: self._try(lambda: self.time(chosen)))
        self.with_tool.clicked.connect(lambda: self._try(self.release))
        self.needling.clicked.connect(self._open_form)
        self.keep_needling.clicked.connect(lambda: self._try(self.document))
        self.run.began.connect(self._began)
        self.run.ended.connect(lambda done: hands.released(self.visit, self.spot, done))
        self.run.broke.connect(self.failed)
        self.run.over.connect(self._over)

    def _began(self) -> None:
        self._pages.hide()
        self.live_began.emit()

    def _over(self) -> None:
        self._pages.show()
        self.live_ended.emit()
        self.changed.emit()

    def _open_form(self) -> None:
        self._pages.setCurrentWidget(self._form)
        self.needled["by"].setFocus()

    def _lay_out_choice(self) -> QWidget:
        page = QWidget()
        column, grid = QVBoxLayout(page), QGridLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sentence(say("Anything else here?"), "title"))
        column.addWidget(sentence(say("Each is kept as soon as it is done. Next goes on, also without any."), "small"))
        for index, button in enumerate((self.with_tool, *self.choices.values(), self.needling)):
            button.enlarge()
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            grid.addWidget(button, index // 2, index % 2)
        column.addLayout(grid)
        column.addWidget(self._known(), 1)
        return page

    def _known(self) -> QScrollArea:
        """What was done, and what may be."""
        area, inner = QScrollArea(), QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        for done in hands.beside(self.visit, self.spot):
            column.addWidget(sentence(told(done), "small", "mark"))
        for line in self._limits():
            column.addWidget(sentence(line, "small"))
        column.addStretch(1)
        scrolled(inner, area, say("what was done here, and what may be done"))
        return area

    def _limits(self) -> tuple[str, ...]:
        """What may be done here now; buttons for what may not are off."""
        refused = hands.refusals(self.visit, self.spot)
        if refused:
            for button in (self.with_tool, *self.choices.values()):
                button.setEnabled(False)
            return tuple(f"✕ {say(reason)}" for reason in refused)
        cap = hands.release_cap(self.visit, self.spot)
        if isinstance(cap, Refused):
            self.with_tool.setEnabled(False)
            return tuple(f"– {say(reason)}" for reason in cap.reasons)
        kpa = cap.pressure_kpa or 0.0  # a tip is on: the limit is known as a pressure too
        why = Sentence.joined("; ", cap.cap.reasons)
        return (say(LIMIT, force_n=cap.force_n, kpa=kpa, hold_s=cap.hold_s, why=why),)

    def _lay_out_form(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sentence(say("Dry needling"), "title"))
        column.addWidget(sentence(say(QUALIFIED)))
        for name, text in FIELDS:
            labelled(column, say(text), self.needled[name])
        column.addWidget(self.keep_needling)
        column.addStretch(1)
        return page


def told(done: Timed | Released | Needled) -> str:
    """In one line."""
    match done:
        case Timed(technique=technique, lasted_s=lasted_s, complete=complete):
            return say(TIMED if complete else TIMED_IN_PART, technique=technique, lasted=lasted_s)
        case Released(pressed=pressed):
            if pressed is None:
                return say(UNKNOWN)
            return say(RELEASED, in_band_s=pressed.in_band_s, outcome=say(pressed.outcome))
        case Needled():
            return say(NEEDLED, **done.model_dump(exclude={"kind"}))
        case _:
            assert_never(done)
