"""Points that a therapist found, on the map."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from clinic.bodymap.shapes import Shape, body_map
from clinic.bodymap.ways import Spot as MapSpot
from clinic.entries.places import View
from clinic.people import OnMap
from clinic.screening.answers import Spot


class Activity(StrEnum):
    """Whether pressing it brings a pain that the client knows; the value is the word that is shown."""

    ACTIVE = "active"
    """The client knows the pain: it comes by itself, too."""
    LATENT = "latent"
    """It hurts only where and when it is pressed."""
    UNKNOWN = "not said"


class MapPoint(NamedTuple):
    """A point at a site."""

    spot: Spot
    on_map: OnMap | None
    """None: its site is not drawn, as one that a clinic added."""
    activity: Activity = Activity.UNKNOWN


def at_middle(shape: Shape) -> OnMap:
    """Where a point stands that nobody has put anywhere else: where the site's number is."""
    return on_map(shape.view, shape.at)


def in_middle(spot: Spot) -> OnMap | None:
    """The same, on the first view that shows it; None where none does."""
    return next((at_middle(shape) for shape in body_map().seen(spot.site, spot.side)), None)


def on_map(view: View, at: MapSpot) -> OnMap:
    """A place on a picture, from the units of the drawing; one beside the picture is moved to its edge."""
    body = body_map()
    x, y = (min(max(share, 0.0), 1.0) for share in (at.x / body.width, at.y / body.height))
    return OnMap(view=view, x=x, y=y)


def spot_of(place: OnMap) -> MapSpot:
    """The same in the units of the drawing."""
    body = body_map()
    return MapSpot(place.x * body.width, place.y * body.height)
