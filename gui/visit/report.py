"""The last page: what was done, what was left out, and the report."""

from __future__ import annotations

from clinic.way.said import Reported, Station
from clinic.way.visit import Visit
from clinic.way.way import Closed, Cut, Done, LeftOut, Open
from gui.button import Button
from gui.visit.page import Page
from gui.visit.tool import Tool
from session.errors import InputError


class ReportPage(Page):
    """Lists the visit and prints it."""

    def __init__(self, visit: Visit, station: Station, tool: Tool) -> None:
        super().__init__(visit, station)
        self._tool = tool
        self.say("Report", "title")
        way = visit.way
        done = sum(isinstance(way.standing(each), Done) for each in way.stations)
        self.say(
            f"{way.pseudonym}: {done} of {len(way.stations)} pages filled in. The visit is kept in {visit.kept_in}."
        )
        for each in way.stations:
            match way.standing(each):
                case LeftOut(why=why):
                    self.say(f"–  {each}: left out ({why})", "small")
                case Closed(why=why):
                    self.say(f"✕  {each}: {why}", "small")
                case Cut():
                    self.say(f"…  {each}: begun, and its end is not known", "small", "mark")
                case Open() | Done():
                    pass
        before = way.said(station, Reported)
        if before is not None and before.files:
            self.say(f"Printed: {', '.join(before.files)}", "small", "mark")
        if not tool.prints:
            self.say(f"Nothing is printed here. Whenever you want paper: palpate report {way.pseudonym} -o FILE.pdf")
        self.print = Button("Print the report" if tool.prints else "Done", "main")
        self.print.clicked.connect(self._print)
        self.column.addWidget(self.print)
        self.column.addStretch(1)

    def begin(self) -> None:
        """On the button."""
        self.print.setFocus()

    def go_on(self) -> None:
        """Print, or say that all is done."""
        self.visit.say(Reported(files=self._tool.report(self.visit)))

    def _print(self) -> None:
        try:
            self.go_on()
        except InputError as error:
            self.failed.emit(str(error))
            return
        self.changed.emit()
