"""Pages before the first press: complaint, consent, pain, findings by hand."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from clinic.entries.advice import Moment
from clinic.way.said import Complained, Felt, Rated, Station
from clinic.way.visit import EXPLAINED, Visit
from gui.button import Button
from gui.tongue import mark, say
from gui.visit.fields import Line, found, labelled, nrs, sentence
from gui.visit.page import Page
from session.errors import InputError

SIGNS: Final = {
    "taut_band": mark("Taut band"),
    "tender": mark("Tender at the spot"),
    "referred_pain": mark("Referred pain reproduced"),
    "twitch": mark("Local twitch"),
    "familiar": mark("The client knows this pain"),
}


class ComplaintPage(Page):
    """What the client comes with, and hopes for."""

    def __init__(self, visit: Visit, station: Station) -> None:
        super().__init__(visit, station)
        self.say(say("What brings the client here?"), "title")
        before = visit.way.said(station, Complained) or Complained()
        self.buttons = {each.id: Button(say(each.name)) for each in visit.room.library.complaints.values()}
        grid = QGridLayout()
        for index, (name, button) in enumerate(self.buttons.items()):
            button.setCheckable(True)
            button.setChecked(name in before.complaints)
            grid.addWidget(button, index // 2, index % 2)
        self.column.addLayout(grid)
        self.goals = Line(say("goals"), say("In the client's own words"))
        self.goals.setText(before.goals)
        labelled(self.column, say("Goals"), self.goals)
        self.column.addStretch(1)

    def begin(self) -> None:
        """On the first complaint."""
        next(iter(self.buttons.values())).setFocus()

    def go_on(self) -> None:
        """Keep them."""
        chosen = tuple(name for name, button in self.buttons.items() if button.isChecked())
        if not chosen and not self.goals.text().strip():
            raise InputError(say("choose a complaint or write a goal; or skip this page, with a reason"))
        self.visit.say(Complained(complaints=chosen, goals=self.goals.text().strip()))


class ConsentPage(Page):
    """What to expect, the agreement, and the stop signal that is tried once."""

    def __init__(self, visit: Visit, station: Station) -> None:
        super().__init__(visit, station)
        self.say(say("Explain, agree, try the stop signal once"), "title")
        for each in visit.room.library.expectations.values():
            if each.moment in (Moment.BEFORE, Moment.DURING):
                self.say(f"•  {say(each.text)}")
        self.say(say("This text is “{name}” in the record.", name=EXPLAINED), "small")
        self.signal = Line(say("stop signal"), say("A word, a hand, the client's button"))
        labelled(self.column, say("The client's stop signal"), self.signal)
        self.agrees, self.tried = Button(say("The client agrees")), Button(say("The signal was tried once"))
        row = QHBoxLayout()
        for button in (self.agrees, self.tried):
            button.setCheckable(True)
            row.addWidget(button)
        self.column.addLayout(row)
        self.column.addStretch(1)

    def begin(self) -> None:
        """On the signal."""
        self.signal.setFocus()

    def go_on(self) -> None:
        """Record both."""
        if not self.agrees.isChecked():
            raise InputError(
                say("the client has to agree; without that nobody is pressed: skip this page, with the reason")
            )
        self.visit.consent(self.signal.text().strip(), tried=self.tried.isChecked())


class BaselinePage(Page):
    """Pain before anything is done."""

    def __init__(self, visit: Visit, station: Station) -> None:
        super().__init__(visit, station)
        self.say(say("How strong is the pain now?"), "title")
        self.say(say("0 is no pain, 10 the worst that one can imagine."), "small")
        self.nrs = nrs(say("pain now"))
        before = visit.way.said(station, Rated)
        if before is not None:
            self.nrs.choose(before.nrs)
        self.column.addWidget(self.nrs)
        self.column.addStretch(1)

    def begin(self) -> None:
        """On the scale."""
        self.nrs.setFocus()

    def go_on(self) -> None:
        """Keep it."""
        self.visit.say(Rated(nrs=self.nrs.value))


class FindingsPage(Page):
    """What fingers found at a point."""

    def __init__(self, visit: Visit, station: Station) -> None:
        super().__init__(visit, station)
        self.say(say("What do your fingers find?"), "title")
        self.signs = {name: found(say(text)) for name, text in SIGNS.items()}
        before = visit.way.said(station, Felt) or Felt()
        grid = QGridLayout()
        for row, (name, choice) in enumerate(self.signs.items()):
            choice.choose(getattr(before, name))
            choice.chosen.connect(self._told)
            grid.addWidget(sentence(say(SIGNS[name])), row, 0)
            grid.addWidget(choice, row, 1)
        self.column.addLayout(grid)
        self.standing = sentence("", "small", "mark")
        self.column.addWidget(self.standing)
        self.nrs, self.note = nrs(say("pain when pressed by hand")), Line(say("note on the findings"))
        if before.nrs is not None:
            self.nrs.choose(before.nrs)
        self.note.setText(before.note)
        labelled(self.column, say("Pain when pressed by hand, 0 to 10; may stay open"), self.nrs)
        labelled(self.column, say("Note"), self.note)
        self.column.addStretch(1)
        self._told()

    def begin(self) -> None:
        """On the first sign."""
        self.signs["taut_band"].setFocus()

    def go_on(self) -> None:
        """Keep them."""
        self.visit.say(self._felt())

    def _felt(self) -> Felt:
        signs = {name: choice.value for name, choice in self.signs.items()}
        pain = self.nrs.value if self.nrs.answered else None
        return Felt(**signs, nrs=pain, note=self.note.text().strip())

    def _told(self) -> None:
        standing = say(self._felt().standing)
        self.standing.setText(
            say("These findings: {standing}. Two of the first three make a trigger point.", standing=standing)
        )
