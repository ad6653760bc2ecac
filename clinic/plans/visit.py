"""A whole visit: in what order, and how long it takes against the appointment."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final, NamedTuple

from clinic.entries.places import Position
from clinic.library import Library
from clinic.screening.answers import Spot
from protocol.sentence import Sentence
from session.errors import InputError
from session.plan import Plan

CHANGE_S: Final = 15.0
"""From one point to the next: let go, find, name site and side; *assumed*."""
TURN_S: Final = 60.0
"""To turn a client over; *assumed*."""


class Work(NamedTuple):
    """What is done at one point."""

    spot: Spot
    position: Position
    plan: Plan

    @property
    def alone_s(self) -> float:
        """Holds and the rests between them."""
        return self.plan.repetitions * self.plan.hold_s + (self.plan.repetitions - 1) * self.plan.rest_s


class Turn(NamedTuple):
    """One hold of the circuit."""

    spot: Spot
    position: Position
    repetition: int
    starts_s: float
    ends_s: float


class Schedule(NamedTuple):
    """The order of a visit."""

    turns: tuple[Turn, ...]
    one_by_one_s: float
    """Point after point, without the circuit."""

    @property
    def total_s(self) -> float:
        """From the first contact to the last release."""
        return self.turns[-1].ends_s if self.turns else 0.0


def schedule(library: Library, work: Sequence[Work], appointment_min: float) -> Schedule:
    """The circuit: grouped by position, and rest at one point is work at another.

    Raises `InputError` for too many points, one point twice, or more minutes than the appointment has.
    """
    most = int(library.limits["points-per-visit"].value)
    if len(work) > most:
        many = len(work)
        raise InputError(
            Sentence("{many} points are too many for one visit: take at most {most}", many=many, most=most)
        )
    if len({each.spot for each in work}) < len(work):
        raise InputError(Sentence("one point stands twice in the plan: put its holds together"))
    done = Schedule(tuple(_circuit(work)), sum(each.alone_s for each in work))
    if done.total_s > 60 * appointment_min:
        raise InputError(
            Sentence(
                "the plan takes {takes_min:.0f} min and the appointment has {appointment_min:g}: leave points out",
                takes_min=done.total_s / 60,
                appointment_min=appointment_min,
            )
        )
    return done


def _circuit(work: Sequence[Work]) -> list[Turn]:
    order = list(dict.fromkeys(each.position for each in work))
    grouped = sorted(work, key=lambda each: order.index(each.position))
    turns: list[Turn] = []
    at_s = 0.0
    for _, group in groupby(grouped, key=lambda each: each.position):
        at_s += TURN_S if turns else 0.0
        turns += _in_position(tuple(group), at_s)
        at_s = turns[-1].ends_s
    return turns


def _in_position(group: tuple[Work, ...], at_s: float) -> list[Turn]:
    """Always the point that has rested longest beyond its due; wait where none has."""
    turns: list[Turn] = []
    ready_s = dict.fromkeys(range(len(group)), at_s)
    left = {index: each.plan.repetitions for index, each in enumerate(group)}
    while left:
        index = min(left, key=lambda each: (ready_s[each], -left[each], each))
        chosen = group[index]
        moved = bool(turns) and turns[-1].spot != chosen.spot
        starts_s = max(at_s + (CHANGE_S if moved else 0.0), ready_s[index])
        at_s = starts_s + chosen.plan.hold_s
        turns.append(Turn(chosen.spot, chosen.position, chosen.plan.repetitions - left[index] + 1, starts_s, at_s))
        ready_s[index] = at_s + chosen.plan.rest_s
        left[index] -= 1
        if not left[index]:
            del left[index]
    return turns
