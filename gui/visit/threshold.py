"""The page of the pain threshold: measured here with the tool, or taken from “palpate measure”, or typed in."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clinic.screening.asked import Use
from clinic.screening.effective import EffectiveCap
from clinic.way.said import Station, Threshold
from clinic.way.visit import Visit
from gui.button import Button
from gui.ramp_window import RampWindow
from gui.speaker import Speaker
from gui.theme import Theme
from gui.tongue import decimal, mark, say
from gui.visit.fields import Line, labelled, number, sentence
from gui.visit.pressing import ForcePage
from gui.visit.ramps import RampRun
from gui.visit.tool import Found, Tool
from gui.visit.treatment import placed

ENDS: Final = mark("A ramp ends here at {kpa:.0f} kPa ({force_n:.0f} N): {why}.")
FOUND: Final = mark("{kpa:.0f} kPa were measured here in this visit.")
ABOVE: Final = mark(
    "> {kpa:.0f} kPa: the ramp ended before it hurt, and that is no figure to plan with. Skip this page."
)
NOTHING: Final = mark("Nothing was found: {outcome}")
THEN: Final = mark("Without a threshold of this visit, point and tip only plans led by pain are offered.")
FIRST: Final = mark("Practise it elsewhere first. Say site and side aloud, and keep the tool off the skin.")


class ThresholdPage(ForcePage):
    """First how, and "Measure"; then the live window in its place; then the figure, which “Next” keeps."""

    searching = Signal()
    """The tool is looked for: nobody goes to another page meanwhile, and STOP ends the search."""
    live_began = Signal()
    """From now on the live window takes the stop keys."""
    live_ended = Signal()

    def __init__(self, visit: Visit, station: Station, tool: Tool, speaker: Speaker) -> None:
        super().__init__(visit, station)
        self.tool, self.run = tool, RampRun(placed(visit, self.spot), speaker)
        self.kpa = Line(say("threshold in kPa"), say("in kPa"))
        self.measure = Button(say("Measure it with the tool"))
        self.trusted = Button(say("Do not trust it: painkiller, distraction, unclear signal"))
        self.before, self.found = QWidget(), sentence("", "small", "mark")
        self.run.began.connect(self._began)
        self.run.ended.connect(self._ended)
        self.run.broke.connect(self.failed)
        self.run.over.connect(self._over)
        if not self.refusals:
            self._lay_out()

    @property
    def live(self) -> RampWindow | None:
        """The live window, while there is one."""
        return self.run.window_

    def begin(self) -> None:
        """On the figure."""
        self.kpa.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self.run.set_theme(theme)

    def send(self) -> None:
        """Keep it."""
        kpa = number(self.kpa.text(), say("threshold"))
        self.visit.threshold(self.spot, kpa, trusted=not self.trusted.isChecked())

    def stop(self) -> None:
        """Ends what runs, and a search too."""
        self.run.end()

    def begin_ramps(self) -> None:
        """Look for the tool; what the cap of this moment does not allow is said."""
        if self.run.running:
            return
        try:
            ramping = self.tool.measure(self.visit, self.spot)
        except Exception as error:  # said on the page; nothing was begun
            self.failed.emit(say(str(error)))
            return
        self.measure.setEnabled(False)
        self.measure.setText(say("Looking for the tool …"))
        self.searching.emit()
        self.run.run(ramping)

    def _began(self) -> None:
        self.before.hide()
        self.live_began.emit()

    def _ended(self, found: Found) -> None:
        self._tell(found.kpa)
        if found.kpa is None and found.above_kpa is not None:
            self.found.setText(say(ABOVE, kpa=found.above_kpa))
        elif found.kpa is None:
            self.found.setText(say(NOTHING, outcome=say(found.outcome)))
        self.trusted.setChecked(not found.trusted)

    def _over(self) -> None:
        self.measure.setEnabled(True)
        self.measure.setText(say("Measure it again"))
        self.before.show()
        self.live_ended.emit()
        self.begin()

    def _tell(self, kpa: float | None) -> None:
        self.kpa.setText("" if kpa is None else f"{kpa:.0f}")
        self.found.setText("" if kpa is None else say(FOUND, kpa=kpa))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.before)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(sentence(say("Pain threshold with this tip"), "title"))
        cap = self.visit.cap(self.spot, Use.THRESHOLD)
        if isinstance(cap, EffectiveCap) and cap.pressure_kpa is not None:
            why = cap.cap.reasons[0]
            column.addWidget(sentence(say(ENDS, kpa=cap.pressure_kpa, force_n=cap.force_n, why=why)))
        for text in (THEN, FIRST):
            column.addWidget(sentence(say(text), "small"))
        self.measure.enlarge()
        self.measure.clicked.connect(self.begin_ramps)
        column.addWidget(self.measure)
        column.addWidget(self.found)
        labelled(column, say("Measured threshold in kPa; skip this page where there is none"), self.kpa)
        self.trusted.setCheckable(True)
        column.addWidget(self.trusted)
        column.addStretch(1)
        self.column.addWidget(self.before)
        self.column.addWidget(self.run, 1)
        self._tell_before()

    def _tell_before(self) -> None:
        """What was kept or measured here already."""
        before = self.visit.way.said(self.station, Threshold)
        wish = self.visit.asked(self.spot, Use.THRESHOLD)
        measured = self.visit.doses.measured(Use.THRESHOLD, wish, self.visit.now)
        self._tell(None if measured is None else measured.kpa)
        if before is not None:
            self.kpa.setText(decimal(f"{before.kpa:g}"))
            self.trusted.setChecked(not before.trusted)
