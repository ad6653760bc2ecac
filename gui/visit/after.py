"""Pages after the last hold: response, re-test, aftercare, note."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from clinic.way.said import Advised, Answered, Noted, Retested, Station
from clinic.way.visit import Visit
from gui.button import SentenceButton
from gui.scrolling import scrolled
from gui.tongue import say
from gui.visit.fields import Line, Text, labelled, nrs, number, sentence
from gui.visit.page import Page

TICK_MS = 1000
"""A time that is counted in minutes and seconds."""


class ResponsePage(Page):
    """How it feels right after."""

    def __init__(self, visit: Visit, station: Station) -> None:
        super().__init__(visit, station)
        self.say(say("How is it now?"), "title")
        before = visit.way.said(station, Answered)
        self.nrs = nrs(say("pain after"))
        self.words = Line(say("the client's words"), say("Warm, loose, tired, nothing …"))
        labelled(self.column, say("Pain now, 0 to 10"), self.nrs)
        labelled(self.column, say("In the client's own words"), self.words)
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
        self.say(say("Re-test, 2 to 5 minutes after the treatment"), "title")
        self.since = sentence("")
        self.column.addWidget(self.since)
        self.nrs = nrs(say("pain at the re-test"))
        self.kpa = Line(say("threshold at the re-test in kPa"), say("in kPa"))
        labelled(self.column, say("Pain now, 0 to 10"), self.nrs)
        labelled(self.column, say("Threshold in kPa, measured as before; may stay open"), self.kpa)
        self.say(say("A change beyond the measurement error does not show that the treatment caused it."), "small")
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
        kpa = number(text, say("threshold")) if text else None
        area_cm2 = self.visit.room.tip_cm2 if kpa else None
        self.visit.say(Retested(nrs=self.nrs.value, kpa=kpa, area_cm2=area_cm2))

    def _tick(self) -> None:
        spot = self.station.spot
        since = self.visit.way.since_treatment(spot, self.visit.now) if spot else None
        if since is not None:
            minutes, seconds = divmod(int(since.total_seconds()), 60)
            self.since.setText(
                say(
                    "{minutes} min {seconds:02d} s since the end of the treatment here",
                    minutes=minutes,
                    seconds=seconds,
                )
            )


class AftercarePage(Page):
    """What was said about the time afterwards."""

    def __init__(self, visit: Visit, station: Station) -> None:
        super().__init__(visit, station)
        self.say(say("Aftercare: choose what you told the client"), "title")
        before = visit.way.said(station, Advised) or Advised()
        self.buttons = {each.id: SentenceButton(say(each.text)) for each in visit.room.library.aftercare.values()}
        area, inner = QScrollArea(), QWidget()
        column = QVBoxLayout(inner)
        for name, button in self.buttons.items():
            button.setCheckable(True)
            button.setChecked(name in before.aftercare)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            column.addWidget(button)
        scrolled(inner, area, say("advice"))
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
        self.say(say("Note"), "title")
        self.text = Text(say("note"))
        before = visit.way.said(station, Noted)
        self.text.setPlainText("" if before is None else before.text)
        self.column.addWidget(self.text, 1)

    def begin(self) -> None:
        """In the text."""
        self.text.setFocus()

    def go_on(self) -> None:
        """Keep it."""
        self.visit.say(Noted(text=self.text.toPlainText().strip()))
