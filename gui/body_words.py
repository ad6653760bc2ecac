"""How places of the body are called; their names are the library's, in English or translated already."""

from __future__ import annotations

from clinic.bodymap.standing import Place
from gui.tongue import say


def named(place: Place) -> str:
    """Site and side, as in a list."""
    return say("{site}, {side}", site=say(place.name), side=say(place.side))


def standing_of(place: Place) -> str:
    """The same with how it stands."""
    return say("{place}: {standing}", place=named(place), standing=place.standing)


def told(place: Place) -> str:
    """What a place is and how it stands, with the client's own side: for a tip and a screen reader."""
    return say("{site}, {side}: {standing}", site=say(place.name), side=place.spot.side, standing=place.standing)
