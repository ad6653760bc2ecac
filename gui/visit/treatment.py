"""The page that begins a treatment, shows it live, and keeps what was done."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal

from clinic.way.said import Planned, Station, Step, Treated
from clinic.way.visit import Visit
from clinic.way.way import Cut
from gui.button import Button
from gui.source import Source
from gui.speaker import Speaker
from gui.theme import DARK, Theme
from gui.visit.pressing import ForcePage
from gui.visit.tool import Tool, Treating
from gui.window import LiveWindow

WATCH_MS = 50
"""How often the page asks whether there is something to show, or all is over."""


class TreatmentPage(ForcePage):
    """First what will be done and "Begin"; then the live window in its place; then what it came to."""

    searching = Signal()
    """The tool is looked for: nobody goes to another page meanwhile, and STOP ends the search."""
    live_began = Signal()
    """From now on the live window takes the stop keys."""
    live_ended = Signal()

    def __init__(self, visit: Visit, station: Station, tool: Tool, speaker: Speaker) -> None:
        super().__init__(visit, station)
        self.tool, self._speaker, self._theme = tool, speaker, DARK
        self._treating: Treating | None = None
        self._source: Source | None = None
        self.live: LiveWindow | None = None
        self.start = Button("Begin the treatment", "main")
        self._watch = QTimer(self)
        self._watch.timeout.connect(self.poll)
        if not self.refusals:
            self._lay_out()

    @property
    def running(self) -> bool:
        """Whether a treatment was begun and is not over."""
        return self._treating is not None

    @property
    def _summed_up(self) -> bool:
        """Whether the live window shows a summary, which somebody closes; without one nothing more will come."""
        return self._source is not None and self._source.view().summary is not None

    def begin(self) -> None:
        """On the button."""
        if not self.refusals:
            self.start.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        if self.live is not None:
            self.live.set_theme(theme)

    def send(self) -> None:
        """On to the response, where a treatment is done."""
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
        self._treating = self.tool.treat(self.visit, self.spot)
        self.start.setEnabled(False)
        self.start.setText("Looking for the tool …")
        self.searching.emit()
        self._watch.start(WATCH_MS)
        self.poll()

    def poll(self) -> None:
        """Take what is new."""
        if self._treating is None:
            return
        if self.live is None:
            self._look()
        elif self._treating.over and (self.live.isHidden() or not self._summed_up):
            self._end()

    def end(self) -> None:
        """Whoever closes the window in the midst of it ends the treatment: a STOP, and what was recorded is kept."""
        if self.live is not None and self.running:
            self.live.close()
            self._end()
        elif self._treating is not None:
            self._treating.cancel()
            self._over()

    def _look(self) -> None:
        assert self._treating is not None
        try:
            found = self._treating.shown()
        except Exception as error:  # whatever ended it is said; nobody was pressed, since nothing was shown
            self._over()
            self.failed.emit(f"Nobody was pressed: {str(error) or 'the tool could not be reached'}")
            return
        if found is None:
            return
        source, desk = found
        self.visit.begin(self.spot)
        self._source = source
        self.live = LiveWindow(source, self._speaker, desk=desk)
        self.live.set_theme(self._theme)
        for index in range(self.column.count()):
            item = self.column.itemAt(index)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
        self.column.addWidget(self.live, 1)
        self.live_began.emit()
        self.live.start()
        self.live.show()
        self.live.live.stop.setFocus()

    def _end(self) -> None:
        assert self._treating is not None
        try:
            done = self._treating.result()
        except Exception as error:  # the record says what is known; the station stays cut, and says so
            self._over()
            self.failed.emit(f"The treatment broke off: {error}")
            return
        self.visit.treated(self.spot, done)
        self._over()

    def _over(self) -> None:
        self._watch.stop()
        self._treating = None
        self.live_ended.emit()
        self.changed.emit()

    def _lay_out(self) -> None:
        planned = self.visit.way.said(Station(step=Step.PLAN, spot=self.spot), Planned)
        assert planned is not None
        plan = planned.plan
        self.say(f"{self.visit.room.library.sites[self.spot.site].name}, {self.spot.side}".upper(), "title")
        standing = self.visit.way.standing(self.station)
        if isinstance(standing, Cut):
            began = f"{standing.began_at.astimezone():%H:%M}"
            self.say(f"A treatment was begun here at {began}, and nobody knows its end.", "small", "mark")
            self.say("All that was planned then counts as pressed, unless its record says how it ended.", "small")
        done = self.visit.way.said(self.station, Treated)
        if done is not None:
            self.say(f"Done: {done.outcome} Record: {done.record}.", "small", "mark")
        self.say(
            f"{plan.text} {plan.repetitions} × {plan.hold_s:g} s at {plan.target_n:.1f} N, rests of {plan.rest_s:g} s."
        )
        for line in (*planned.told, *plan.cap.reasons):
            self.say(line, "small")
        self.say("Say site and side aloud. Keep the tool off the skin. Then begin.")
        self.start.setMinimumHeight(80)
        self.start.clicked.connect(self._try)
        self.column.addWidget(self.start)
        self.column.addStretch(1)

    def _try(self) -> None:
        try:
            self.treat()
        except Exception as error:  # said on the page; nothing was begun
            self.failed.emit(str(error))
