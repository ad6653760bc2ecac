"""Paths of the drawing: M, L, C and Z with absolute coordinates, moved and mirrored."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

COORDINATES: Final = {"M": 2, "L": 2, "C": 6, "Z": 0}
"""Numbers behind each command; a command stands before each group of them."""

_TOKEN: Final = re.compile(r"[A-Za-z]|-?\d+(?:\.\d+)?|\S")


class Spot(NamedTuple):
    """A place on a picture."""

    x: float
    y: float


class Step(NamedTuple):
    """One command and its points."""

    command: str
    points: tuple[Spot, ...]


Way = tuple[Step, ...]


def parse(text: str) -> Way:
    """Read a path; raises `ValueError` for anything but absolute M, L, C and Z."""
    tokens, steps, place = _TOKEN.findall(text), list[Step](), 0
    while place < len(tokens):
        command = tokens[place]
        count = COORDINATES.get(command)
        if count is None:
            raise ValueError(f"“{command}” is no command of a path: M, L, C and Z are known")
        numbers = [float(token) for token in tokens[place + 1 : place + 1 + count]]
        if len(numbers) < count:
            raise ValueError(f"“{command}” needs {count} numbers, and has {len(numbers)}")
        points = tuple(Spot(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True))
        steps.append(Step(command, points))
        place += 1 + count
    return tuple(steps)


def placed(way: Way, middle: float, direction: int) -> Way:
    """A half's path in the picture: `direction` is 1 for the right half as one looks at it, -1 for the left one."""
    return tuple(Step(step.command, tuple(Spot(middle + direction * x, y) for x, y in step.points)) for step in way)


def written(way: Way) -> str:
    """As SVG has it."""
    return " ".join(
        " ".join((step.command, *(f"{number:.6g}" for point in step.points for number in point))) for step in way
    )


def bounds(way: Way) -> tuple[Spot, Spot]:
    """Corners of a box that holds all its points, and therefore the path."""
    points = [point for step in way for point in step.points]
    xs, ys = [point.x for point in points], [point.y for point in points]
    return Spot(min(xs), min(ys)), Spot(max(xs), max(ys))
