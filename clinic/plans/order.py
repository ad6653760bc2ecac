"""In which order and position points are pressed, one after another, and how long that takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from clinic.entries.places import Position
from clinic.library import Library
from clinic.plans.visit import CHANGE_S, TURN_S, Work
from clinic.screening.answers import Spot
from session.plan import Plan

POSITIONS: Final = (Position.SUPINE, Position.PRONE, Position.SIDE, Position.SEATED)
"""In which order a client turns over, where nobody says another one."""


class Stay(NamedTuple):
    """All holds at one point."""

    work: Work
    starts_s: float
    """From the first contact of the visit on."""
    ends_s: float
    turns: bool
    """Whether the client has to turn over before."""


def proposed(library: Library, plans: Mapping[Spot, Plan]) -> tuple[Work, ...]:
    """Each point in a position that its site allows, so that the client turns over as little as possible.

    Always the position that most of the points left can share, of equal ones the first of `POSITIONS`.
    """
    left, chosen = dict.fromkeys(plans), dict[Spot, Position]()
    while left:
        allowed = {spot: library.sites[spot.site].positions for spot in left}
        best = max(POSITIONS, key=lambda position: sum(position in each for each in allowed.values()))
        for spot, positions in allowed.items():
            if best in positions:
                chosen[spot] = best
                del left[spot]
    return grouped([Work(spot, chosen[spot], plan) for spot, plan in plans.items()])


def grouped(work: Sequence[Work]) -> tuple[Work, ...]:
    """Those in one position together, the positions in their usual order; within one the order stays."""
    return tuple(sorted(work, key=lambda each: POSITIONS.index(each.position)))


def stays(work: Sequence[Work]) -> tuple[Stay, ...]:
    """One point after another in this order: its holds and rests, the way to it, and turning over."""
    found: list[Stay] = []
    for each in work:
        turns = bool(found) and found[-1].work.position is not each.position
        way_s = TURN_S if turns else CHANGE_S if found else 0.0
        starts_s = (found[-1].ends_s if found else 0.0) + way_s
        found.append(Stay(each, starts_s, starts_s + each.alone_s, turns))
    return tuple(found)


def total_s(work: Sequence[Work]) -> float:
    """From the first contact to the last release."""
    last = stays(work)[-1:]
    return last[0].ends_s if last else 0.0


def over_min(work: Sequence[Work], appointment_min: float) -> float:
    """How many minutes are missing; 0 where it fits."""
    return max(total_s(work) / 60 - appointment_min, 0.0)


def moved(work: Sequence[Work], number: int, step: int) -> tuple[Work, ...]:
    """The same with one point so many places later, or earlier; at the ends it stays there."""
    rest = [each for at, each in enumerate(work) if at != number]
    at = min(max(number + step, 0), len(rest))
    return (*rest[:at], work[number], *rest[at:])


def turned(library: Library, work: Sequence[Work], number: int) -> tuple[Work, ...]:
    """The same with one point in the next position that its site allows."""
    chosen = work[number]
    allowed = library.sites[chosen.spot.site].positions
    at = allowed.index(chosen.position) if chosen.position in allowed else -1
    other = chosen._replace(position=allowed[(at + 1) % len(allowed)])
    return (*work[:number], other, *work[number + 1 :])
