"""Pages before the first press: complaint, consent, pain, points, findings by hand."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from clinic.bodymap.standing import Place, Visited, places
from clinic.entries.advice import Moment
from clinic.people import Language
from clinic.report.words import Words
from clinic.screening.answers import Spot
from clinic.way.said import Chosen, Complained, Felt, Rated, Station
from clinic.way.visit import EXPLAINED, Visit
from gui.body_list import BodyList
from gui.button import Button
from gui.visit.fields import FOUND, Choice, Line, labelled, nrs, sentence
from gui.visit.page import Page
from session.errors import InputError

SIGNS: Final = {
    "taut_band": "Taut band",
    "tender": "Tender at the spot",
    "referred_pain": "Referred pain reproduced",
    "twitch": "Local twitch",
    "familiar": "The client knows this pain",
}


class ComplaintPage(Page):
    """What the client comes with, and hopes for."""

    def __init__(self, visit: Visit, station: Station) -> None:
        super().__init__(visit, station)
        self.say("What brings the client here?", "title")
        before = visit.way.said(station, Complained) or Complained()
        self.buttons = {each.id: Button(each.name) for each in visit.room.library.complaints.values()}
        grid = QGridLayout()
        for index, (name, button) in enumerate(self.buttons.items()):
            button.setCheckable(True)
            button.setChecked(name in before.complaints)
            grid.addWidget(button, index // 2, index % 2)
        self.column.addLayout(grid)
        self.goals = Line("goals", "In the client's own words")
        self.goals.setText(before.goals)
        labelled(self.column, "Goals", self.goals)
        self.column.addStretch(1)

    def begin(self) -> None:
        """On the first complaint."""
        next(iter(self.buttons.values())).setFocus()

    def go_on(self) -> None:
        """Keep them."""
        chosen = tuple(name for name, button in self.buttons.items() if button.isChecked())
        if not chosen and not self.goals.text().strip():
            raise InputError("choose a complaint or write a goal; or skip this page, with a reason")
        self.visit.say(Complained(complaints=chosen, goals=self.goals.text().strip()))


class ConsentPage(Page):
    """What to expect, the agreement, and the stop signal that is tried once."""

    def __init__(self, visit: Visit, station: Station) -> None:
        super().__init__(visit, station)
        self.say("Explain, agree, try the stop signal once", "title")
        for each in visit.room.library.expectations.values():
            if each.moment in (Moment.BEFORE, Moment.DURING):
                self.say(f"•  {each.text}")
        self.say(f"This text is “{EXPLAINED}” in the record.", "small")
        self.signal = Line("stop signal", "A word, a hand, the client's button")
        labelled(self.column, "The client's stop signal", self.signal)
        self.agrees, self.tried = Button("The client agrees"), Button("The signal was tried once")
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
            raise InputError("the client has to agree; without that nobody is pressed: skip this page, with the reason")
        self.visit.consent(self.signal.text().strip(), tried=self.tried.isChecked())


class BaselinePage(Page):
    """Pain before anything is done."""

    def __init__(self, visit: Visit, station: Station) -> None:
        super().__init__(visit, station)
        self.say("How strong is the pain now?", "title")
        self.say("0 is no pain, 10 the worst that one can imagine.", "small")
        self.nrs = nrs("pain now")
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


class PointsPage(Page):
    """Site and side, from a list that is searched by typing."""

    def __init__(self, visit: Visit, station: Station) -> None:
        super().__init__(visit, station)
        self.say("Where? Choose up to six points: site and the client's side", "title")
        self._places = {place.spot: place for place in _all_places(visit)}
        self.list, self.chosen = BodyList(), QListWidget()
        self.chosen.setAccessibleName("chosen points")
        self.list.show_places(tuple(self._places.values()))
        self.list.chosen.connect(self.add)
        self.remove = Button("Take the marked point out")
        self.remove.clicked.connect(self._take_out)
        right = QVBoxLayout()
        for widget in (sentence("Chosen points", "small"), self.chosen, self.remove):
            right.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.list, 3)
        row.addLayout(right, 2)
        self.column.addLayout(row, 1)
        self.spots: list[Spot] = []
        for spot in visit.way.spots:
            self.add(spot)

    def begin(self) -> None:
        """In the search."""
        self.list.search.setFocus()

    def add(self, spot: Spot) -> None:
        """Choose one; a place that is always blocked is refused with its reason."""
        place = self._places.get(spot)
        if place is not None and self.visit.room.library.sites[spot.site].is_blocked:
            self.failed.emit(f"{place.name}: nobody presses here. {' '.join(place.reasons)}")
            return
        if spot not in self.spots:
            self.spots.append(spot)
            item = QListWidgetItem(_named(spot, place))
            item.setToolTip(item.text())
            self.chosen.addItem(item)
        self.list.search.clear()

    def go_on(self) -> None:
        """Keep them."""
        most = int(self.visit.room.library.limits["points-per-visit"].value)
        if not self.spots:
            raise InputError("choose at least one point; or skip this page, with a reason: nobody is pressed then")
        if len(self.spots) > most:
            raise InputError(f"{len(self.spots)} points are too many for one visit: take at most {most}")
        self.visit.say(Chosen(spots=tuple(self.spots)))

    def _take_out(self) -> None:
        row = self.chosen.currentRow()
        if row >= 0:
            self.chosen.takeItem(row)
            del self.spots[row]


class FindingsPage(Page):
    """What fingers found at a point."""

    def __init__(self, visit: Visit, station: Station) -> None:
        super().__init__(visit, station)
        self.say("What do your fingers find?", "title")
        self.signs = {name: Choice(text, FOUND) for name, text in SIGNS.items()}
        before = visit.way.said(station, Felt) or Felt()
        grid = QGridLayout()
        for row, (name, choice) in enumerate(self.signs.items()):
            choice.choose(getattr(before, name))
            choice.chosen.connect(self._told)
            grid.addWidget(sentence(SIGNS[name]), row, 0)
            grid.addWidget(choice, row, 1)
        self.column.addLayout(grid)
        self.standing = sentence("", "small", "mark")
        self.column.addWidget(self.standing)
        self.nrs, self.note = nrs("pain when pressed by hand"), Line("note on the findings")
        if before.nrs is not None:
            self.nrs.choose(before.nrs)
        self.note.setText(before.note)
        labelled(self.column, "Pain when pressed by hand, 0 to 10; may stay open", self.nrs)
        labelled(self.column, "Note", self.note)
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
        self.standing.setText(f"These findings: {self._felt().standing}. Two of the first three make a trigger point.")


def _all_places(visit: Visit) -> tuple[Place, ...]:
    known = visit.room.library
    visited = Visited(visit.chart, visit.room.tip_cm2, visit.now)
    return places(Words(Language.ENGLISH, known), visited)


def _named(spot: Spot, place: Place | None) -> str:
    return f"{spot.site if place is None else place.name}, {spot.side}"
