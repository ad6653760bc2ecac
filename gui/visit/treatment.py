"""The page that begins a treatment, shows it live, and keeps what was done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clinic.screening.answers import Spot
from clinic.way.ordering import position
from clinic.way.said import Planned, Station, Step, Treated
from clinic.way.visit import Visit
from clinic.way.way import Cut
from gui.button import Button
from gui.speaker import Speaker
from gui.theme import Theme
from gui.visit.fields import sentence
from gui.visit.live import LiveRun
from gui.visit.pressing import ForcePage
from gui.visit.tool import Tool
from gui.window import LiveWindow

PLACE: Final = "{site}, {side}"
LYING: Final = "{site}, {side}, {lies}"
HOLDS: Final = "{plan.repetitions} × {plan.hold_s:g} s at {plan.target_n:.1f} N, rests of {plan.rest_s:g} s"
HOLD: Final = "{plan.hold_s:g} s at {plan.target_n:.1f} N, once"
BEGUN: Final = "A treatment was begun here at {at:%H:%M}, and nobody knows its end."
DONE: Final = "Done: {done.outcome} Record: {done.record}."


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
        self.start = Button("Begin the treatment", "main")
        self.before = QWidget()
        """What is shown while nothing runs."""
        self.run.began.connect(self._began)
        self.run.ended.connect(lambda done: self.visit.treated(self.spot, done))
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
        treating = self.tool.treat(self.visit, self.spot)
        self.start.setEnabled(False)
        self.start.setText("Looking for the tool …")
        self.searching.emit()
        self.run.run(treating, lambda: self.visit.begin(self.spot))

    def stop(self) -> None:
        """Ends what runs, and a search too."""
        self.run.end()

    def _began(self) -> None:
        self.before.hide()
        self.live_began.emit()

    def _over(self) -> None:
        self.live_ended.emit()
        self.changed.emit()

    def _lay_out(self) -> None:
        planned = self.visit.way.said(Station(step=Step.PLAN, spot=self.spot), Planned)
        assert planned is not None
        plan, column = planned.plan, QVBoxLayout(self.before)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sentence(placed(self.visit, self.spot).upper(), "title"))
        for line in self._told():
            column.addWidget(sentence(line, "small", "mark"))
        column.addWidget(sentence(plan.text))
        column.addWidget(sentence((HOLDS if plan.repetitions > 1 else HOLD).format(plan=plan), "title"))
        for line in (*planned.told, *plan.cap.reasons):
            column.addWidget(sentence(line, "small"))
        column.addWidget(sentence("Say site and side aloud. Keep the tool off the skin. Then begin."))
        self.start.enlarge()
        self.start.clicked.connect(self._try)
        column.addWidget(self.start)
        column.addStretch(1)
        self.column.addWidget(self.before)
        self.column.addWidget(self.run, 1)

    def _told(self) -> Iterator[str]:
        """What happened here before."""
        standing = self.visit.way.standing(self.station)
        if isinstance(standing, Cut):
            yield BEGUN.format(at=standing.began_at.astimezone())
            yield "All that was planned then counts as pressed, unless its record says how it ended."
        done = self.visit.way.said(self.station, Treated)
        if done is not None:
            yield DONE.format(done=done)

    def _try(self) -> None:
        try:
            self.treat()
        except Exception as error:  # said on the page; nothing was begun
            self.failed.emit(str(error))


def placed(visit: Visit, spot: Spot) -> str:
    """Site, the client's side, and how the client lies or sits, where that was agreed on."""
    site = visit.room.library.sites[spot.site].name
    lies = position(visit.way, spot)
    return (
        PLACE.format(site=site, side=spot.side) if lies is None else LYING.format(site=site, side=spot.side, lies=lies)
    )
