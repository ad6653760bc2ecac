"""The points that were put on the map: what each is, and buttons to say so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from clinic.bodymap.points import Activity
from clinic.bodymap.standing import Place, Standing
from clinic.screening.answers import Spot
from gui.body_painter import LETTERS
from gui.body_scene import BodyScene
from gui.body_words import named
from gui.button import SMALLEST_PX, Button
from gui.tongue import mark, say

WORDS: Final = {Activity.ACTIVE: mark("Active"), Activity.LATENT: mark("Latent")}


class BodyPoints(QWidget):
    """Shows the points of a scene; passes on what is done to the one that is looked at."""

    looked_at = Signal(int)
    marked = Signal(int, object)
    """Its number, and the `Activity`."""
    removed = Signal(int)
    undone = Signal()
    """What was changed last is taken back."""
    put = Signal()
    """A point on the chosen site."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points = QListWidget()
        self.points.setAccessibleName(say("points on the map"))
        self.points.setMinimumHeight(2 * SMALLEST_PX)
        self.points.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.points.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.points.currentRowChanged.connect(self._look)
        self.buttons = {activity: Button(say(word)) for activity, word in WORDS.items()}
        self.add, self.remove, self.undo = Button(say("Add point")), Button(say("Remove")), Button(say("Undo"))
        self.undo.setEnabled(False)
        self._connect()
        self._lay_out()
        self._allow()

    def show_marking(self, *, marks: bool) -> None:
        """Whether it is said here which point is active; otherwise it is only shown."""
        for button in self.buttons.values():
            button.setVisible(marks)

    def show_scene(self, scene: BodyScene) -> None:
        """List its points."""
        self.points.blockSignals(True)
        self.points.clear()
        for number, point in enumerate(scene.points, 1):
            item = QListWidgetItem(f"{number}  {LETTERS[point.activity]}  {_named(scene.places, point.spot)}")
            told = say(
                "point {number}, {activity}, {place}, {view}",
                number=number,
                activity=point.activity,
                place=_named(scene.places, point.spot),
                view=say("not drawn") if point.on_map is None else point.on_map.view,
            )
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
            item.setToolTip(told)
            item.setSizeHint(QSize(0, SMALLEST_PX))
            self.points.addItem(item)
        self.points.setCurrentRow(-1 if scene.point is None else scene.point)
        self.points.blockSignals(False)
        place = scene.places.get(scene.chosen) if scene.chosen else None
        self.add.setEnabled(place is not None and place.standing is not Standing.NEVER)
        self.add.setAccessibleDescription("" if place is None else named(place))
        self._allow()

    def _connect(self) -> None:
        for activity, button in self.buttons.items():
            button.clicked.connect(lambda *_, said=activity: self.marked.emit(self.points.currentRow(), said))
        self.add.clicked.connect(self.put)
        self.remove.clicked.connect(lambda: self.removed.emit(self.points.currentRow()))
        self.undo.clicked.connect(self.undone)

    def _lay_out(self) -> None:
        marks, changes, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for button in self.buttons.values():
            marks.addWidget(button)
        for button in (self.add, self.remove, self.undo):
            changes.addWidget(button)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.points, 1)
        column.addLayout(changes)
        column.addLayout(marks)

    def _look(self, row: int) -> None:
        self._allow()
        if row >= 0:
            self.looked_at.emit(row)

    def _allow(self) -> None:
        """Without a point there is nothing to say."""
        there = self.points.currentRow() >= 0
        for button in (*self.buttons.values(), self.remove):
            button.setEnabled(there)


def _named(places: Mapping[Spot, Place], spot: Spot) -> str:
    place = places.get(spot)
    return named(place) if place else str(spot)
