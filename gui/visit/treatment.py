"""The page that begins a treatment, shows it live, and keeps what was done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clinic.plans.build import Built
from clinic.screening.answers import Spot
from clinic.way.ordering import position
from clinic.way.said import Planned, Station, Step, Treated
from clinic.way.visit import Visit
from clinic.way.way import Cut, Open
from gui.button import Button
from gui.speaker import Speaker
from gui.theme import Theme
from gui.tongue import mark, say
from gui.visit.fields import sentence
from gui.visit.live import LiveRun
from gui.visit.pressing import ForcePage
from gui.visit.tool import Tool, Treating
from gui.window import LiveWindow
from session.errors import InputError
from session.plan import Plan

PLACE: Final = mark("{site}, {side}")
LYING: Final = mark("{site}, {side}, {lies}")
HOLDS: Final = mark("{repetitions} × {hold_s:g} s at {target_n:.1f} N, rests of {rest_s:g} s")
HOLD: Final = mark("{hold_s:g} s at {target_n:.1f} N, once")
BEGUN: Final = mark("A treatment was begun here at {at:%H:%M}, and nobody knows its end.")
COUNTS: Final = mark("All that was planned then counts as pressed, unless its record says how it ended.")
ROUND: Final = mark(
    "At each following place the window names site and side and waits: a short press of the button on the tool, or of "
    "the pedal, says that the tool is there; a double one leaves the place out. How it was is asked for at the end."
)
SUMMARY_S: Final = 5.0
"""So long the sums of one place stand before the next one is named."""
DONE: Final = mark("Done: {outcome} Record: {record}.")


class TreatmentPage(ForcePage):
    """First what will be done and "Begin"; then the live window in its place; then what it came to."""

    searching = Signal()
    """The tool is looked for: nobody goes to another page meanwhile, and STOP ends the search."""
    live_began = Signal()
    """From now on the live window takes the stop keys."""
    live_ended = Signal()

    def __init__(self, visit: Visit, station: Station, tool: Tool, speaker: Speaker) -> None:
        super().__init__(visit, station)
        self.tool, self.run = tool, LiveRun(speaker)
        self.start = Button(say("Begin the treatment"), "main")
        self.round = Button(say("Begin here, then the other places by the tool's button"))
        self.now, self.coming = self.spot, tuple[Spot, ...]()
        """Where is pressed, and where after that without anybody at the screen."""
        self.before = QWidget()
        """What is shown while nothing runs."""
        self.run.began.connect(self._began)
        self.run.ended.connect(lambda done: self.visit.treated(self.now, done))
        self.run.broke.connect(self.failed)
        self.run.over.connect(self._over)
        if not self.refusals:
            self._lay_out()

    @property
    def running(self) -> bool:
        """Whether a treatment was begun and is not over."""
        return self.run.running

    @property
    def live(self) -> LiveWindow | None:
        """The live window, while there is one."""
        return self.run.window_

    def begin(self) -> None:
        """On the button."""
        if not self.refusals:
            self.start.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self.run.set_theme(theme)

    def send(self) -> None:
        """On to the next page, where a treatment is done."""
        if not self.running and self.visit.way.said(self.station, Treated) is not None:
            following = self.visit.way.next
            if following is not None:
                self.visit.go(following)
            return
        self.treat()

    def treat(self) -> None:
        """Begin; raises `InputError` where the cap of this moment does not allow the plan."""
        if self.running:
            return
        self._look_for(self.tool.treat(self.visit, self.spot), self.spot)

    def treat_all(self) -> None:
        """The same, and then every other place that is planned and not treated, by the tool's button or a pedal."""
        self.coming = tuple(self._others())
        try:
            self.treat()
        finally:
            self.coming = self.coming if self.running else ()

    def stop(self) -> None:
        """Ends what runs, and a search too; nothing follows by itself."""
        self.coming = ()
        self.run.end()

    def _began(self) -> None:
        self.before.hide()
        self.live_began.emit()

    def _over(self) -> None:
        self.live_ended.emit()
        if not (self.coming and self.run.leads_on and self._next()):
            self.coming = ()
            self.changed.emit()

    def _next(self) -> bool:
        """Whether the next place could be begun; why not is said."""
        spot, self.coming = self.coming[0], self.coming[1:]
        try:
            self._look_for(self.tool.treat_next(self.visit, spot), spot)
        except Exception as error:  # said on the page; nothing was begun
            self.coming = ()
            self.failed.emit(say(str(error)))
            return False
        return True

    def _look_for(self, treating: Treating, spot: Spot) -> None:
        self.now = spot
        self.before.show()
        for button in (self.start, self.round):
            button.setEnabled(False)
        self.start.setText(say("{place}: looking for the tool …", place=placed(self.visit, spot)))
        self.searching.emit()
        closes = SUMMARY_S if self.coming else None
        self.run.run(treating, lambda: self.visit.begin(spot), close_after_s=closes)

    def _others(self) -> Iterator[Spot]:
        """Places that are planned, open and not refused, in the order that was agreed on, from here on."""
        way = self.visit.way
        for station in way.stations:
            ready = station.step is Step.TREATMENT and isinstance(way.standing(station), Open)
            if ready and station != self.station and not self.visit.refusals(station) and station.spot is not None:
                yield station.spot

    def _lay_out(self) -> None:
        built, column = self._agreed(), QVBoxLayout(self.before)
        plan = built.plan
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sentence(placed(self.visit, self.spot).upper(), "title"))
        for line in self._told():
            column.addWidget(sentence(line, "small", "mark"))
        column.addWidget(sentence(say(plan.text)))
        column.addWidget(sentence(_holds(plan), "title"))
        for line in (*built.told, *((plan.rise.sentence,) if plan.rise else ()), *plan.cap.reasons):
            column.addWidget(sentence(say(line), "small"))
        column.addWidget(sentence(say("Say site and side aloud. Keep the tool off the skin. Then begin.")))
        self.start.enlarge()
        self.start.clicked.connect(lambda: self._try(self.treat))
        column.addWidget(self.start)
        if any(self._others()):
            self.round.setAccessibleDescription(say(ROUND))
            self.round.clicked.connect(lambda: self._try(self.treat_all))
            column.addWidget(self.round)
            column.addWidget(sentence(say(ROUND), "small"))
        column.addStretch(1)
        self.column.addWidget(self.before)
        self.column.addWidget(self.run, 1)

    def _agreed(self) -> Built:
        """The plan with the reasons of this moment; as it was kept where it can be begun no longer."""
        planned = self.visit.way.said(Station(step=Step.PLAN, spot=self.spot), Planned)
        assert planned is not None
        try:
            return self.visit.planned_now(self.spot)
        except InputError:  # said when somebody begins
            return Built(plan=planned.plan, told=planned.told)

    def _told(self) -> Iterator[str]:
        """What happened here before."""
        standing = self.visit.way.standing(self.station)
        if isinstance(standing, Cut):
            yield say(BEGUN, at=standing.began_at.astimezone())
            yield say(COUNTS)
        done = self.visit.way.said(self.station, Treated)
        if done is not None:
            yield say(DONE, outcome=say(done.outcome), record=done.record)

    def _try(self, does: Callable[[], None]) -> None:
        try:
            does()
        except Exception as error:  # said on the page; nothing was begun
            self.failed.emit(say(str(error)))


def _holds(plan: Plan) -> str:
    """How often, how long and how hard."""
    figures = plan.model_dump(include={"repetitions", "hold_s", "target_n", "rest_s"})
    return say(HOLDS if plan.repetitions > 1 else HOLD, **figures)


def placed(visit: Visit, spot: Spot) -> str:
    """Site, the client's side, and how the client lies or sits, where that was agreed on."""
    site = say(visit.room.library.sites[spot.site].name)
    lies = position(visit.way, spot)
    if lies is None:
        return say(PLACE, site=site, side=spot.side)
    return say(LYING, site=site, side=spot.side, lies=lies)
