"""The points of a visit while somebody chooses them: where each is on the map, and a way back from every change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple, Self

from clinic.entries.entry import Value
from clinic.library import Library
from clinic.people import OnMap
from clinic.screening.answers import Spot
from protocol.sentence import Sentence
from session.errors import InputError


class Marked(Value):
    """A point, and its place on a picture of the body."""

    spot: Spot
    at: OnMap


class Put(NamedTuple):
    """A point that is being chosen."""

    spot: Spot
    at: OnMap | None
    """None: its site is not drawn."""


@dataclass(frozen=True, slots=True)
class Choosing:
    """Points in the order in which they were put. Each change makes a new one, which knows the one before."""

    points: tuple[Put, ...] = ()
    before: Choosing | None = None

    def put(self, point: Put, library: Library) -> Self:
        """One more, or the same one at another place; raises `InputError` where no point may be, and for too many."""
        site = library.sites[point.spot.site]
        if site.is_blocked:
            raise InputError(Sentence("{site}: nobody presses here; choose another site", site=Sentence(site.name)))
        at = next((number for number, each in enumerate(self.points) if each.spot == point.spot), None)
        if at is not None:
            return self.moved(at, point.at)
        most = most_points(library)
        if len(self.points) >= most:
            raise InputError(
                Sentence(
                    "{most} points are the most for one visit: take one out before you choose another one", most=most
                )
            )
        return self._changed((*self.points, point))

    def moved(self, number: int, at: OnMap | None) -> Self:
        """One of them at another place."""
        point = self.points[number]
        if point.at == at:
            return self
        return self._changed((*self.points[:number], point._replace(at=at), *self.points[number + 1 :]))

    def without(self, number: int) -> Self:
        """One less."""
        return self._changed((*self.points[:number], *self.points[number + 1 :]))

    def undone(self) -> Self:
        """As it was before the last change; the same where there was none."""
        return self if self.before is None else replace(self, points=self.before.points, before=self.before.before)

    def _changed(self, points: tuple[Put, ...]) -> Self:
        return replace(self, points=points, before=self)


def most_points(library: Library) -> int:
    """In one visit."""
    return int(library.limits["points-per-visit"].value)
