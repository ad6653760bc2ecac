"""Pages after the last hold: response, re-test, aftercare, note."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from clinic.way.said import Advised, Answered, Noted, Retested, Station
from clinic.way.visit import Visit
from gui.button import SentenceButton
from gui.scrolling import scrolled
from gui.visit.fields import Line, Text, labelled, nrs, number, sentence
from gui.visit.page import Page

TICK_MS = 1000
"""A time that is counted in minutes and seconds."""


class ResponsePage(Page):
    """How it feels right after."""

    def __init__(self, visit: Visit, station: Station) -> None:
        super().__init__(visit, station)
        self.say("How is it now?", "title")
        before = visit.way.said(station, Answered)
        self.nrs, self.words = nrs("pain after"), Line("the client's words", "Warm, loose, tired, nothing …")
        labelled(self.column, "Pain now, 0 to 10", self.nrs)
        labelled(self.column, "In the client's own words", self.words)
        if before is not None:
            self.nrs.choose(before.nrs)
            self.words.setText(before.words)
        self.column.addStretch(1)

    def begin(self) -> None:
        """On the scale."""
        self.nrs.setFocus()

    def go_on(self) -> None:
        """Keep it."""
        self.visit.say(Answered(nrs=self.nrs.value, words=self.words.text().strip()))


class RetestPage(Page):
    """The same again, 2 to 5 minutes after the last hold."""

    def __init__(self, visit: Visit, station: Station) -> None:
        super().__init__(visit, station)
        self.say("Re-test, 2 to 5 minutes after the treatment", "title")
        self.since = sentence("")
        self.column.addWidget(self.since)
        self.nrs, self.kpa = nrs("pain at the re-test"), Line("threshold at the re-test in kPa", "in kPa")
        labelled(self.column, "Pain now, 0 to 10", self.nrs)
        labelled(self.column, "Threshold in kPa, measured as before; may stay open", self.kpa)
        self.say("A change beyond the measurement error does not show that the treatment caused it.", "small")
        self.column.addStretch(1)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)
        self._tick()

    def begin(self) -> None:
        """On the scale."""
        self.nrs.setFocus()

    def go_on(self) -> None:
        """Keep it."""
        text = self.kpa.text().strip()
        kpa = number(text, "threshold") if text else None
        area_cm2 = self.visit.room.tip_cm2 if kpa else None
        self.visit.say(Retested(nrs=self.nrs.value, kpa=kpa, area_cm2=area_cm2))

    def _tick(self) -> None:
        spot = self.station.spot
        since = self.visit.way.since_treatment(spot, self.visit.now) if spot else None
        if since is not None:
            minutes, seconds = divmod(int(since.total_seconds()), 60)
            self.since.setText(f"{minutes} min {seconds:02d} s since the end of the treatment here")


class AftercarePage(Page):
    """What was said about the time afterwards."""

    def __init__(self, visit: Visit, station: Station) -> None:
        super().__init__(visit, station)
        self.say("Aftercare: choose what you told the client", "title")
        before = visit.way.said(station, Advised) or Advised()
        self.buttons = {each.id: SentenceButton(each.text) for each in visit.room.library.aftercare.values()}
        area, inner = QScrollArea(), QWidget()
        column = QVBoxLayout(inner)
        for name, button in self.buttons.items():
            button.setCheckable(True)
            button.setChecked(name in before.aftercare)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            column.addWidget(button)
        scrolled(inner, area, "advice")
        self.column.addWidget(area, 1)

    def begin(self) -> None:
        """On the first piece of advice."""
        next(iter(self.buttons.values())).setFocus()

    def go_on(self) -> None:
        """Keep what was chosen, none too."""
        told = tuple(name for name, button in self.buttons.items() if button.isChecked())
        self.visit.say(Advised(aftercare=told))


class NotePage(Page):
    """The note."""

    def __init__(self, visit: Visit, station: Station) -> None:
        super().__init__(visit, station)
        self.say("Note", "title")
        self.text = Text("note")
        before = visit.way.said(station, Noted)
        self.text.setPlainText("" if before is None else before.text)
        self.column.addWidget(self.text, 1)

    def begin(self) -> None:
        """In the text."""
        self.text.setFocus()

    def go_on(self) -> None:
        """Keep it."""
        self.visit.say(Noted(text=self.text.toPlainText().strip()))
