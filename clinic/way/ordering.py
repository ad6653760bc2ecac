"""In which order and position the points of a visit are pressed."""

from __future__ import annotations

from clinic.entries.places import Position
from clinic.library import Library
from clinic.plans.order import proposed, total_s
from clinic.plans.visit import Work
from clinic.screening.answers import Spot
from clinic.way.said import Ordered, Planned, Station, Step
from clinic.way.way import Way
from session.plan import Plan


def work(library: Library, way: Way) -> tuple[Work, ...]:
    """The points that have a plan: as they were ordered, the others as they are proposed behind them."""
    plans = {spot: planned.plan for spot in way.planned if (planned := plan_of(way, spot)) is not None}
    free = {each.spot: each for each in proposed(library, plans)}
    agreed = way.said(Station(step=Step.ORDER), Ordered)
    pairs = () if agreed is None else zip(agreed.spots, agreed.positions, strict=True)
    first = [free.pop(spot)._replace(position=position) for spot, position in pairs if spot in free]
    return (*first, *free.values())


def minutes_with(library: Library, way: Way, spot: Spot, plan: Plan) -> float:
    """How long all points take, with this plan at one of them; in the order and positions that are proposed."""
    plans = {each: planned.plan for each in way.planned if (planned := plan_of(way, each)) is not None}
    return total_s(proposed(library, plans | {spot: plan})) / 60


def plan_of(way: Way, spot: Spot) -> Planned | None:
    """What was agreed on for a point."""
    return way.said(Station(step=Step.PLAN, spot=spot), Planned)


def position(way: Way, spot: Spot) -> Position | None:
    """How the client lies or sits at a point; None before that was agreed on."""
    agreed = way.said(Station(step=Step.ORDER), Ordered)
    return None if agreed is None else dict(zip(agreed.spots, agreed.positions, strict=True)).get(spot)
