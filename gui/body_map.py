"""The page of the body map: picture, list, what is known of the chosen site, and points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from clinic.bodymap.points import MapPoint, in_middle
from clinic.bodymap.standing import Place, Standing
from clinic.screening.answers import Spot
from gui.body_about import BodyAbout
from gui.body_frame import Part
from gui.body_legend import BodyLegend
from gui.body_list import BodyList
from gui.body_picture import BodyPicture
from gui.body_points import BodyPoints
from gui.body_scene import BodyScene
from gui.button import SentenceButton
from gui.theme import DARK, Theme
from gui.tongue import say

LEGEND_FROM_PX: Final = 460
"""Below this height the picture would be too small for the words about the client's sides."""


class BodyMapPage(QWidget):
    """Shows places and points, and says what is done with them; whoever uses it keeps them.

    Nothing is changed here: what is chosen, put, moved, marked or removed is shown when `show_…` is called with it.
    """

    chosen = Signal(object)
    """A `Spot`."""
    placed = Signal(object, object)
    """A new point: `Spot` and `OnMap`, None for a site that is not drawn."""
    moved = Signal(int, object)
    """A point, by its number from 0, and its new `OnMap`."""
    marked = Signal(int, object)
    """A point, and its `Activity`."""
    removed = Signal(int)
    undone = Signal()
    """What was changed last is taken back."""
    looked_at = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._scene = DARK, BodyScene()
        self.picture, self.list, self.about = BodyPicture(), BodyList(), BodyAbout()
        self.points, self.legend = BodyPoints(), BodyLegend()
        self.parts = {part: SentenceButton(say(part)) for part in Part}
        self._connect()
        self._lay_out()
        self.set_theme(DARK)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where there is little room the picture has it."""
        super().resizeEvent(event)
        self.legend.setVisible(self.height() >= LEGEND_FROM_PX)

    def set_theme(self, theme: Theme) -> None:
        """Paint everything in the colours of `theme`."""
        self._theme = theme
        for each in (self.picture, self.about, self.legend):
            each.set_theme(theme)

    def show_places(self, places: Sequence[Place]) -> None:
        """Show how each place stands; what is chosen stays chosen."""
        self.list.show_places(places)
        self._show(replace(self._scene, places={place.spot: place for place in places}))

    def show_chosen(self, spot: Spot | None) -> None:
        """Show this site as the chosen one."""
        self._show(replace(self._scene, chosen=spot))

    def show_points(self, points: Sequence[MapPoint], looked_at: int | None = None) -> None:
        """Show points, and which of them is looked at; raises `IndexError` for one that there is not."""
        if looked_at is not None and not 0 <= looked_at < len(points):
            raise IndexError(f"there is no point {looked_at} among {len(points)}")
        self._show(replace(self._scene, points=tuple(points), point=looked_at))

    def show_part(self, part: Part) -> None:
        """Show the whole body or a part of it."""
        self.picture.show_part(part)
        self.parts[part].setChecked(True)

    def _show(self, scene: BodyScene) -> None:
        self._scene = scene
        self.picture.show_scene(scene)
        self.points.show_scene(scene)
        self.list.show_chosen(scene.chosen)
        self.about.show_place(scene.places.get(scene.chosen) if scene.chosen else None)
        self.about.set_theme(self._theme)

    def _connect(self) -> None:
        group = QButtonGroup(self)
        for part, button in self.parts.items():
            button.setCheckable(True)
            group.addButton(button)
            button.clicked.connect(lambda *_, chosen=part: self.show_part(chosen))
        self.parts[Part.WHOLE].setChecked(True)
        self.picture.chosen.connect(self.chosen)
        self.list.chosen.connect(self._from_list)
        self.picture.placed.connect(self.placed)
        self.picture.moved.connect(self.moved)
        self.picture.looked_at.connect(self.looked_at)
        self.points.looked_at.connect(self.looked_at)
        self.points.marked.connect(self.marked)
        self.points.removed.connect(self.removed)
        self.points.undone.connect(self.undone)
        self.points.put.connect(self._put)

    def _from_list(self, spot: Spot) -> None:
        """As on the picture: first it is chosen, and on the chosen one a point is put."""
        if spot == self._scene.chosen:
            self._put()
        else:
            self.chosen.emit(spot)

    def _put(self) -> None:
        """In the middle of the chosen site, on the first view that shows it."""
        place = self._scene.places.get(self._scene.chosen) if self._scene.chosen else None
        if place is not None and place.standing is not Standing.NEVER:
            self.placed.emit(place.spot, in_middle(place.spot))

    def _lay_out(self) -> None:
        parts, left, right, row = QHBoxLayout(), QVBoxLayout(), QVBoxLayout(), QHBoxLayout(self)
        for button in self.parts.values():
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            parts.addWidget(button)
        how = QLabel(say("Points: click the chosen site, or press Enter on it"))
        how.setWordWrap(True)
        left.addLayout(parts)
        left.addWidget(self.picture, 1)
        left.addWidget(self.legend)
        right.addWidget(self.about, 1)
        right.addWidget(self.list, 2)
        right.addWidget(how)
        right.addWidget(self.points, 2)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addLayout(left, 3)
        row.addLayout(right, 2)
