"""What the picture of the body shows, as a value, and what lies where on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import hypot
from typing import Final

from PySide6.QtCore import QPointF

from clinic.bodymap.points import MapPoint
from clinic.bodymap.standing import Place
from clinic.entries.places import View
from clinic.screening.answers import Spot
from gui.body_frame import Pane
from gui.body_paths import Drawn, drawing

FINGER_PX: Final = 22.0
"""Half of what a finger hits surely: so near a small site is meant."""
STEEPEST: Final = 2.0
"""How far aside the next site may lie, for each pixel in the direction of a key: no site is out of reach."""
POINT_PX: Final = 11.0
"""Radius of a point's mark."""


@dataclass(frozen=True, slots=True)
class BodyScene:
    """Everything that is drawn beside the body itself."""

    places: Mapping[Spot, Place] = field(default_factory=dict)
    points: tuple[MapPoint, ...] = ()
    chosen: Spot | None = None
    point: int | None = None
    """Of `points`, the one that is being looked at."""

    def drawn(self, view: View) -> Iterator[tuple[Drawn, Place]]:
        """The sites of a view and what is known of them."""
        for each in drawing().sites:
            place = self.places.get(Spot(site=each.shape.id, side=each.shape.side))
            if each.shape.view is view and place is not None:
                yield each, place


def site_at(scene: BodyScene, pane: Pane, at: QPointF) -> Drawn | None:
    """The smallest site under a pointer, else the one whose middle is within a finger of it."""
    spot = pane.on_map(at)
    sites = [each for each, _ in scene.drawn(pane.view)]
    under = [each for each in sites if each.path.contains(QPointF(spot.x, spot.y))]
    if under:
        return min(under, key=lambda each: each.path.boundingRect().width() * each.path.boundingRect().height())
    near = [(distance(pane.on_widget(each.shape.at), at), each) for each in sites]
    close = min(near, key=lambda pair: pair[0], default=None)
    return close[1] if close and close[0] <= FINGER_PX else None


def next_site(sites: list[tuple[QPointF, Drawn]], start: QPointF, step: tuple[int, int]) -> Drawn | None:
    """The nearest site in a direction, (1, 0) for right and (0, 1) for down; what lies aside counts double.

    None where there is none in a quarter about that direction.
    """
    best: tuple[float, Drawn] | None = None
    for at, each in sites:
        along = (at.x() - start.x()) * step[0] + (at.y() - start.y()) * step[1]
        aside = abs((at.x() - start.x()) * step[1]) + abs((at.y() - start.y()) * step[0])
        if along <= 0 or aside > along * STEEPEST:
            continue
        far = along + 2 * aside
        if best is None or far < best[0]:
            best = far, each
    return best[1] if best else None


def distance(one: QPointF, other: QPointF) -> float:
    """Between two places, in their unit."""
    return hypot(one.x() - other.x(), one.y() - other.y())
