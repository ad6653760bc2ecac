"""The last page: what was done, what was left out, and the report."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from clinic.way.said import Reported, Station
from clinic.way.visit import Visit
from clinic.way.way import Cut, Done
from gui.button import Button
from gui.scrolling import scrolled
from gui.tongue import mark, say
from gui.visit.fields import sentence
from gui.visit.page import Page
from gui.visit.stepper import place_name, told
from gui.visit.tool import Tool
from protocol.sentence import great
from session.errors import InputError

FILLED: Final = mark("{who}: {done} of {count} pages are filled in. The visit is kept in {where}.")
PRINTED: Final = mark("Printed: {files}")
ELSEWHERE: Final = mark("Nothing is printed here. Whenever you want paper: palpate report {who} -o FILE.pdf")
GAP: Final = "{sign}  {page}: {word}"
AT_POINT: Final = "{page}, {place}"


class ReportPage(Page):
    """Lists the visit and prints it."""

    def __init__(self, visit: Visit, station: Station, tool: Tool) -> None:
        super().__init__(visit, station)
        self._tool = tool
        self.say(say("Report"), "title")
        way = visit.way
        done = sum(isinstance(way.standing(each), Done) for each in way.stations)
        where = say(visit.kept_in)
        self.say(say(FILLED, who=way.pseudonym, done=done, count=len(way.stations), where=where))
        before = way.said(station, Reported)
        if before is not None and before.files:
            self.say(say(PRINTED, files=", ".join(before.files)), "small", "mark")
        if not tool.prints:
            self.say(say(ELSEWHERE, who=way.pseudonym))
        self.print = Button(say("Print the report" if tool.prints else "Done"), "main")
        self.print.clicked.connect(self._print)
        self.column.addWidget(self.print)
        self.column.addWidget(self._gaps(), 1)

    def begin(self) -> None:
        """On the button."""
        self.print.setFocus()

    def go_on(self) -> None:
        """Print, or say that all is done."""
        self.visit.say(Reported(files=self._tool.report(self.visit)))

    def _gaps(self) -> QScrollArea:
        """What was not filled in, and why."""
        area, inner = QScrollArea(), QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        for each in self.visit.way.stations:
            standing = self.visit.way.standing(each)
            if not isinstance(standing, Done) and each != self.station:
                sign, word = told(standing)
                cut = isinstance(standing, Cut)
                line = GAP.format(sign=sign, page=self._named(each), word=word)
                column.addWidget(sentence(line, "small", "mark" if cut else ""))
        column.addStretch(1)
        scrolled(inner, area, say("pages that are not filled in"))
        return area

    def _named(self, station: Station) -> str:
        if station.spot is None:
            return say(station.step)
        return AT_POINT.format(page=say(station.step), place=place_name(self.visit.room.library, station.spot))

    def _print(self) -> None:
        try:
            self.go_on()
        except InputError as error:
            self.failed.emit(great(say(str(error))))
            return
        self.changed.emit()
