"""The page on which points are chosen: on a picture of the body, or in the list beside it."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QKeySequence, QShortcut

from clinic.bodymap.points import Activity, MapPoint, in_middle
from clinic.bodymap.standing import Place, Visited, place_at, places
from clinic.people import OnMap
from clinic.report.words import Words
from clinic.screening.answers import Spot
from clinic.way.places import Choosing, Marked, Put, most_points
from clinic.way.said import Chosen, Felt, Station, Step
from clinic.way.visit import Visit
from clinic.way.way import Way
from gui.body_map import BodyMapPage
from gui.theme import Theme
from gui.tongue import mark, say, tongue
from gui.visit.page import Page
from session.errors import InputError

UNDO_KEYS: Final = mark("Alt+U")
"""Ctrl+Z takes back what was typed into the search."""


class PointsPage(Page):
    """Site, the client's side and the place on the map, of up to six points."""

    def __init__(self, visit: Visit, station: Station) -> None:
        super().__init__(visit, station)
        self.say(say("Where? Up to six points"), "title")
        self.map = BodyMapPage()
        self.map.points.show_marking(marks=False)
        self.map.show_places(all_places(visit))
        self.column.addWidget(self.map, 1)
        self.choosing = Choosing(tuple(Put(spot, place_of(visit.way, spot)) for spot in visit.way.spots))
        self._connect()
        self._show(None)

    def begin(self) -> None:
        """In the search."""
        self.map.list.search.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self.map.set_theme(theme)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The points that are chosen."""
        return tuple(point.spot for point in self.choosing.points)

    def put(self, spot: Spot, at: OnMap | None) -> None:
        """One more, or the same one elsewhere; what is always blocked is refused with its reason."""
        try:
            self.choosing = self.choosing.put(Put(spot, at), self.visit.room.library)
        except InputError as error:
            self.failed.emit(say(str(error)))
            return
        self.failed.emit("")
        self.map.list.search.clear()
        if self.map.list.sites.hasFocus():  # whoever looks for the next one goes on typing
            self.map.list.search.setFocus()
        self._show(self.spots.index(spot))

    def go_on(self) -> None:
        """Keep them."""
        most = most_points(self.visit.room.library)
        if not self.spots:
            why = say("choose at least one point; or skip this page, with a reason: nobody is pressed then")
            raise InputError(why)
        if len(self.spots) > most:
            many = len(self.spots)
            raise InputError(say("{many} points are too many for one visit: take at most {most}", many=many, most=most))
        drawn = ((point.spot, point.at) for point in self.choosing.points if point.at is not None)
        self.visit.say(Chosen(spots=self.spots, marks=tuple(Marked(spot=spot, at=at) for spot, at in drawn)))

    def _connect(self) -> None:
        self.map.chosen.connect(self.map.show_chosen)
        self.map.placed.connect(self.put)
        self.map.moved.connect(self._move)
        self.map.removed.connect(self._remove)
        self.map.undone.connect(self._undo)
        self.map.looked_at.connect(self._show)
        self.map.points.undo.setToolTip(say(UNDO_KEYS))
        QShortcut(QKeySequence(UNDO_KEYS), self).activated.connect(self._undo)

    def _move(self, number: int, at: OnMap) -> None:
        self.choosing = self.choosing.moved(number, at)
        self._show(number)

    def _remove(self, number: int) -> None:
        self.choosing = self.choosing.without(number)
        self._show(None)

    def _undo(self) -> None:
        self.choosing = self.choosing.undone()
        self._show(None)

    def _show(self, looked_at: int | None) -> None:
        way = self.visit.way
        points = tuple(MapPoint(each.spot, each.at, activity_of(way, each.spot)) for each in self.choosing.points)
        self.map.show_points(points, looked_at)
        self.map.points.undo.setEnabled(self.choosing.before is not None)


def all_places(visit: Visit) -> tuple[Place, ...]:
    """Every site on both sides, as the screening lets it stand now."""
    return places(Words(tongue().language, visit.room.library), _visited(visit))


def one_place(visit: Visit, spot: Spot) -> Place:
    """One of them."""
    return place_at(Words(tongue().language, visit.room.library), _visited(visit), spot)


def _visited(visit: Visit) -> Visited:
    return Visited(visit.chart, visit.room.tip_cm2, visit.now)


def place_of(way: Way, spot: Spot) -> OnMap | None:
    """Where a point of the visit is on the map; None where its site is not drawn."""
    return way.on_map(spot) or in_middle(spot)


def activity_of(way: Way, spot: Spot) -> Activity:
    """As fingers found it."""
    felt = way.said(Station(step=Step.FINDINGS, spot=spot), Felt)
    if felt is None or not felt.is_trigger_point or felt.familiar is None:
        return Activity.UNKNOWN
    return Activity.ACTIVE if felt.familiar else Activity.LATENT
