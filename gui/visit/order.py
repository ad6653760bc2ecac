"""The page on which the points get their order, and the client a position at each; and how long all of it takes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem

from clinic.plans.order import Stay, grouped, moved, over_min, stays, total_s, turned
from clinic.plans.visit import CHANGE_S, TURN_S, Work
from clinic.way.ordering import work
from clinic.way.said import Ordered, Station
from clinic.way.visit import Visit
from gui.button import SMALLEST_PX, Button
from gui.tongue import decimal, mark, say
from gui.visit.fields import Line, labelled, number, sentence
from gui.visit.page import Page

ROW: Final = mark("{number}   {site}, {side}   –   {position}   –   minute {starts:.0f} to {ends:.0f}")
TURN_ROW: Final = mark("{row}   ↻ turn over")
TAKES: Final = mark("It takes {total:.0f} min. Say how many minutes the appointment has.")
FITS: Final = mark("It takes {total:.0f} min, and the appointment has {has:g} min.")
TOO_LONG: Final = mark(
    "! It takes {total:.0f} min, and the appointment has {has:g}: {over:.0f} min too many. Leave points out, or "
    "go back to a plan and take fewer or shorter holds."
)
HOW: Final = mark(
    "One point after another: holds and rests, {change:.0f} s to the next point, {turn:.0f} s to turn over."
)


class OrderPage(Page):
    """Shows the points that have a plan, grouped by position until somebody orders them otherwise."""

    def __init__(self, visit: Visit, station: Station) -> None:
        super().__init__(visit, station)
        self.say(say("In which order, and does it fit?"), "title")
        before = visit.way.said(station, Ordered)
        self.work: tuple[Work, ...] = work(visit.room.library, visit.way)
        self.minutes = Line(say("minutes of the appointment"), say("in minutes"))
        if before is not None:
            self.minutes.setText(decimal(f"{before.appointment_min:g}"))
        labelled(self.column, say("Minutes that are left for the treatment"), self.minutes)
        self.told = sentence("")
        self.list = QListWidget()
        self.list.setAccessibleName(say("points in the order of the treatment"))
        self.sooner, self.later = Button(say("Earlier")), Button(say("Later"))
        self.other, self.sort = Button(say("Other position")), Button(say("Group by position"))
        row = QHBoxLayout()
        for button in (self.sooner, self.later, self.other, self.sort):
            row.addWidget(button)
        self.column.addWidget(self.told)
        self.column.addWidget(self.list, 1)
        self.column.addLayout(row)
        self.say(say(HOW, change=CHANGE_S, turn=TURN_S), "small")
        self._connect()
        self._show(0)

    def begin(self) -> None:
        """On the minutes."""
        self.minutes.setFocus()

    def go_on(self) -> None:
        """Keep it, also where it does not fit: that was said."""
        self.visit.say(
            Ordered(
                spots=tuple(each.spot for each in self.work),
                positions=tuple(each.position for each in self.work),
                appointment_min=number(self.minutes.text(), say("minutes of the appointment")),
            )
        )

    def _connect(self) -> None:
        library = self.visit.room.library
        self.minutes.textChanged.connect(self._tell)
        self.sooner.clicked.connect(lambda: self._move(-1))
        self.later.clicked.connect(lambda: self._move(1))
        self.other.clicked.connect(lambda: self._take(turned(library, self.work, self._row), self._row))
        self.sort.clicked.connect(lambda: self._take(grouped(self.work), 0))
        for keys, button in (
            (mark("Alt+Up"), self.sooner),
            (mark("Alt+Down"), self.later),
            (mark("Alt+P"), self.other),
        ):
            button.setToolTip(say(keys))
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)

    @property
    def _row(self) -> int:
        return max(self.list.currentRow(), 0)

    def _move(self, step: int) -> None:
        at = self._row
        spot = self.work[at].spot
        ordered = moved(self.work, at, step)
        self._take(ordered, next(row for row, each in enumerate(ordered) if each.spot == spot))

    def _take(self, ordered: tuple[Work, ...], row: int) -> None:
        self.work = ordered
        self._show(row)

    def _show(self, row: int) -> None:
        self.list.clear()
        for place, stay in enumerate(stays(self.work), start=1):
            item = QListWidgetItem(self._text(place, stay))
            item.setSizeHint(QSize(0, SMALLEST_PX))
            item.setData(Qt.ItemDataRole.ToolTipRole, item.text())
            self.list.addItem(item)
        self.list.setCurrentRow(row)
        self._tell()

    def _text(self, place: int, stay: Stay) -> str:
        row = say(
            ROW,
            number=place,
            site=say(self.visit.room.library.sites[stay.work.spot.site].name),
            side=stay.work.spot.side,
            position=stay.work.position,
            starts=stay.starts_s / 60,
            ends=stay.ends_s / 60,
        )
        return say(TURN_ROW, row=row) if stay.turns else row

    def _tell(self) -> None:
        total = total_s(self.work) / 60
        has = _minutes(self.minutes.text())
        over = 0.0 if has is None else over_min(self.work, has)
        text = TAKES if has is None else TOO_LONG if over else FITS
        self.told.setText(say(text, total=total, has=has or 0.0, over=max(over, 1.0)))
        self.told.setProperty("tone", "alarm" if over else "")
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)


def _minutes(text: str) -> float | None:
    """None while it is no figure yet."""
    try:
        return number(text, say("minutes"))
    except ValueError:
        return None
