"""Range of motion: the same movements, sides and methods before the first press and after the last one."""

from __future__ import annotations

from typing import Final, TypeAlias

from PySide6.QtWidgets import QComboBox, QGridLayout

from clinic.report.words import Words
from clinic.screening.answers import Side
from clinic.visits import MotionMethod
from clinic.way.motion import FARTHEST_DEG, MOVEMENTS, Moved, Reach
from clinic.way.said import Station, Step
from clinic.way.visit import Visit
from gui.button import SMALLEST_PX, Button
from gui.tongue import decimal, mark, say, tongue
from gui.visit.fields import Line, number, sentence
from gui.visit.page import Page
from session.errors import InputError

What: TypeAlias = tuple[str, Side | None]
"""A movement, and to which side."""

CHOICES: Final[tuple[What, ...]] = tuple(
    (movement, side) for movement, sides in MOVEMENTS.items() for side in sides or (None,)
)
METHODS: Final = tuple(MotionMethod)
SIDED: Final = mark("{movement}, {side}")
FIELD: Final = mark("{what} in degrees")
ROW: Final = mark("{what}, {method}")
CHANGED: Final = mark("before: {degrees:g}°")


class MotionPage(Page):
    """Before: movements are added one by one, with their method. After: those again, and only the figures are asked."""

    def __init__(self, visit: Visit, station: Station) -> None:
        super().__init__(visit, station)
        self.after = station.step is Step.MOVEMENT_AFTER
        self._words = Words(tongue().language, visit.room.library)
        self.say(say("How far does it move now?" if self.after else "How far does it move?"), "title")
        self.movement, self.method = QComboBox(), QComboBox()
        self.add = Button(say("Add this movement"))
        self.reaches: dict[What, MotionMethod] = {}
        self.fields: dict[What, Line] = {}
        self._rows = QGridLayout()
        if not self.after:
            self._lay_out_adding()
        self.column.addLayout(self._rows)
        self.say(say("In degrees; a change smaller than the error of the method says nothing."), "small")
        self.column.addStretch(1)
        self._fill()

    def begin(self) -> None:
        """On the first figure, or on the movements."""
        first = next(iter(self.fields.values()), None)
        (first or self.movement).setFocus()

    def go_on(self) -> None:
        """Keep those that have a figure, none too."""
        self.visit.say(Moved(reaches=tuple(self._reach(what) for what, field in self.fields.items() if field.text())))

    def add_movement(self) -> None:
        """One more row; a movement that is there already gets the focus."""
        what = CHOICES[self.movement.currentIndex()]
        if what not in self.fields:
            self._row(what, METHODS[self.method.currentIndex()])
        self.fields[what].show()  # now: a layout shows it later, and what is hidden takes no focus
        self.fields[what].setFocus()

    def _reach(self, what: What) -> Reach:
        name = say(FIELD, what=self._named(what))
        text = self.fields[what].text().strip()
        degrees = 0.0 if text in {"0", "0.0", "0,0"} else number(text, name)
        if degrees > FARTHEST_DEG:
            raise InputError(
                say("{name}: more than {most:g} is no movement; write it again", name=name, most=FARTHEST_DEG)
            )
        return Reach(movement=what[0], side=what[1], degrees=degrees, method=self.reaches[what])

    def _fill(self) -> None:
        """With what was measured: here, and before on the page after."""
        way = self.visit.way
        before = way.said(Station(step=Step.MOVEMENT), Moved) or Moved()
        here = {each.what: each for each in (way.said(self.station, Moved) or Moved()).reaches}
        for each in before.reaches:
            self._row(each.what, each.method, say(CHANGED, degrees=each.degrees) if self.after else "")
            if each.what in here:
                self.fields[each.what].setText(decimal(f"{here[each.what].degrees:g}"))

    def _row(self, what: What, method: MotionMethod, before: str = "") -> None:
        named = self._named(what)
        field = Line(say(FIELD, what=named), say("degrees"))
        label, beside = sentence(say(ROW, what=named, method=method)), sentence(before, "small")
        label.setBuddy(field)
        self.reaches[what], self.fields[what] = method, field
        row = self._rows.rowCount()
        for column, widget in enumerate((label, field, beside)):
            self._rows.addWidget(widget, row, column)
        self._rows.setColumnStretch(0, 3)
        self._rows.setColumnStretch(1, 1)
        self._rows.setColumnStretch(2, 1)

    def _named(self, what: What) -> str:
        movement = say(self._words.movement(what[0]).capitalize())
        return movement if what[1] is None else say(SIDED, movement=movement, side=what[1])

    def _lay_out_adding(self) -> None:
        self.say(say("Measure what the complaint limits, as often as you like; or go on without."), "small")
        self.movement.addItems([self._named(what) for what in CHOICES])
        self.method.addItems([say(method) for method in METHODS])
        row = QGridLayout()
        for column, (name, box) in enumerate(((say("Movement"), self.movement), (say("Measured with"), self.method))):
            label = sentence(name, "small")
            label.setBuddy(box)
            box.setAccessibleName(name)
            box.setMinimumHeight(SMALLEST_PX)
            row.addWidget(label, 0, column)
            row.addWidget(box, 1, column)
        row.addWidget(self.add, 1, 2)
        row.setColumnStretch(0, 3)
        row.setColumnStretch(1, 2)
        self.add.clicked.connect(self.add_movement)
        self.column.addLayout(row)
