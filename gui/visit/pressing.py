"""Pages on the way to force at one point; where the chart refuses, they say why and offer nothing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from clinic.plans.build import Built
from clinic.screening.answers import Spot
from clinic.screening.effective import EffectiveCap
from clinic.way.ordering import minutes_with
from clinic.way.planning import Edit, Offer
from clinic.way.said import Planned, Station, Step
from clinic.way.visit import Visit
from gui.button import SMALLEST_PX, Button
from gui.scrolling import scrolled
from gui.tongue import decimal, mark, say
from gui.visit.fields import Line, number, sentence
from gui.visit.page import Page
from protocol.sentence import Sentence
from session.errors import InputError

REFUSED: Final = mark("Nobody is pressed here now")
WHY: Final = mark("nobody is pressed here now: {why}")
CAP: Final = mark("At most {force_n:.1f} N ({kpa:.0f} kPa) for {hold_s:g} s, with a band of ±10 %: {why}")
TOTAL: Final = mark("With this plan all points take {minutes:.0f} min, one after another.")
SKIP: Final = mark("Skip this page with “Skip…”, or go back to what would open it.")
ABOUT: Final = mark("{evidence}. Source: {sources}; confidence: {confidence}.")
FIGURES: Final = (mark("Target in N"), mark("Hold in s"), mark("Holds"), mark("Rest in s"))


class ForcePage(Page):
    """A page that shows why nobody is pressed, and nothing else then."""

    def __init__(self, visit: Visit, station: Station) -> None:
        super().__init__(visit, station)
        assert station.spot is not None
        self.spot: Spot = station.spot
        self.refusals = visit.refusals(station)
        if not self.refusals:
            return
        self.say(say(REFUSED), "title", "alarm")
        self.say(say(SKIP), "small")
        self.column.addWidget(self._reasons(), 1)

    def _reasons(self) -> QScrollArea:
        """All of them, however many."""
        area, inner = QScrollArea(), QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        for reason in self.refusals:
            column.addWidget(sentence(f"✕ {say(reason)}"))
        column.addStretch(1)
        scrolled(inner, area, say("why nobody is pressed"))
        return area

    def go_on(self) -> None:
        """Refused, or what the page sends."""
        if self.refusals:
            raise InputError(say(WHY, why=Sentence.joined("; ", self.refusals)))
        self.send()

    def send(self) -> None:
        """Send what was filled in."""
        raise NotImplementedError


class PlanPage(ForcePage):
    """Prescriptions with what speaks for them, and the figures that may be changed within the cap."""

    def __init__(self, visit: Visit, station: Station) -> None:
        super().__init__(visit, station)
        self.offers: tuple[Offer, ...] = ()
        if self.refusals:
            return
        self.offers = visit.offers(self.spot)
        self.list = QListWidget()
        self.list.setAccessibleName(say("prescriptions"))
        for offer in self.offers:
            name = say(offer.preset.name)
            item = QListWidgetItem(name if offer.built else f"✕ {name}")
            item.setSizeHint(QSize(0, SMALLEST_PX))
            self.list.addItem(item)
        self.about, self.cap, self.total = sentence(""), sentence("", "small"), sentence("")
        self.fields = {
            "target": Line(say("target in N")),
            "hold": Line(say("hold in s")),
            "holds": Line(say("holds")),
            "rest": Line(say("rest in s")),
        }
        self.acknowledged = Button(say("What it asks to be acknowledged is"))
        self.rise = Button(say("A target above the last visit's is meant"))
        self._lay_out()
        self.list.currentRowChanged.connect(self._show)
        for field in self.fields.values():
            field.textChanged.connect(self._tell_total)
        before = visit.way.said(Station(step=Step.PLAN, spot=self.spot), Planned)
        names = [offer.preset.id for offer in self.offers]
        self.list.setCurrentRow(names.index(before.preset) if before else 0)

    def begin(self) -> None:
        """On the list."""
        if not self.refusals:
            self.list.setFocus()

    def send(self) -> None:
        """Agree on the plan as it stands in the fields."""
        offer = self._offer()
        if offer.built is None:
            raise InputError(f"{say(offer.preset.name)}: {say(offer.why_not)}")
        confirmed = {"acknowledged": self.acknowledged.isChecked(), "rise": self.rise.isChecked()}
        self.visit.plan(self.spot, offer.preset.id, self._edit(offer.built), **confirmed)

    def _offer(self) -> Offer:
        return self.offers[max(self.list.currentRow(), 0)]

    def _edit(self, built: Built) -> Edit:
        """What stands in the fields; a figure that nobody touched is the plan's own, to the last digit."""
        as_planned = Edit.of(built.plan)
        shown = _texts(as_planned)
        found = [
            planned if text == field.text() else number(field.text(), field.accessibleName())
            for planned, text, field in zip(as_planned, shown, self.fields.values(), strict=True)
        ]
        if found[2] != int(found[2]):
            raise InputError(say("holds are counted in whole numbers"))
        return Edit(found[0], found[1], int(found[2]), found[3])

    def _show(self) -> None:
        offer = self._offer()
        preset, built = offer.preset, offer.built
        said = {"evidence": say(preset.evidence), "confidence": preset.confidence}
        lines = [say(preset.text), say(ABOUT, sources=", ".join(preset.source), **said)]
        lines += [say("Not here: {why}", why=offer.why_not)] if built is None else list(map(say, built.told))
        lines += [say(built.plan.rise.sentence)] if built and built.plan.rise else []
        self.about.setText("\n".join(lines))
        self.acknowledged.setVisible(preset.needs_acknowledgement)
        for field in self.fields.values():
            field.setEnabled(built is not None)
        texts = ("",) * len(self.fields) if built is None else _texts(Edit.of(built.plan))
        for text, field in zip(texts, self.fields.values(), strict=True):
            field.setText(text)
        self._tell_total()

    def _tell_total(self) -> None:
        """How long the treatment of all points takes, as the fields stand."""
        built = self._offer().built
        try:
            edit = None if built is None else self._edit(built)
            plan = None if built is None or edit is None else built.plan.model_copy(update=edit.times)
        except ValueError:  # a figure is being typed
            plan = None
        minutes = 0.0 if plan is None else minutes_with(self.visit.room.library, self.visit.way, self.spot, plan)
        self.total.setText("" if plan is None else say(TOTAL, minutes=minutes))

    def _lay_out(self) -> None:
        cap = self.visit.cap(self.spot)
        assert isinstance(cap, EffectiveCap)
        why = Sentence.joined("; ", cap.cap.reasons)
        self.cap.setText(say(CAP, force_n=cap.force_n, kpa=cap.pressure_kpa or 0.0, hold_s=cap.hold_s, why=why))
        right, row, grid = QVBoxLayout(), QHBoxLayout(), QGridLayout()
        for index, (field, name) in enumerate(zip(self.fields.values(), FIGURES, strict=True)):
            label = sentence(say(name), "small")
            label.setBuddy(field)
            grid.addWidget(label, 0, index)
            grid.addWidget(field, 1, index)
        right.addWidget(self.about)
        right.addWidget(self.cap)
        right.addLayout(grid)
        right.addWidget(self.total)
        for button in (self.acknowledged, self.rise):
            button.setCheckable(True)
            right.addWidget(button)
        last_n = self.visit.doses.last_target_n(self.visit.asked(self.spot), self.visit.now)
        self.rise.setVisible(last_n is not None)
        if last_n is not None:
            self.rise.setText(say("A target above the last visit's {last_n:.1f} N is meant", last_n=last_n))
        right.addStretch(1)
        row.addWidget(self.list, 2)
        row.addLayout(right, 3)
        self.say(say("Plan"), "title")
        self.column.addLayout(row, 1)


def _texts(edit: Edit) -> tuple[str, ...]:
    texts = (f"{edit.target_n:.1f}", f"{edit.hold_s:g}", f"{edit.repetitions}", f"{edit.rest_s:g}")
    return tuple(map(decimal, texts))
