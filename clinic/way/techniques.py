"""How long each stage of a technique lasts, by hand beside a timer."""

from __future__ import annotations

from typing import Final, assert_never

from clinic.library import Library
from clinic.way.beside import Technique
from clinic.way.timing import Doing, Stage, Timer

TAKE_UP_S: Final = 15.0
"""From the first touch to the pressure that is held: slowly, *assumed*."""
RELEASE_S: Final = 90.0
"""Held; with taking up and letting go 110 s of the 120 s that a release may last (*assumed*)."""
LET_GO_S: Final = 5.0
"""*Assumed*; a release over at least 1 s is what trials of guided force ask for."""
STRETCH_S: Final = 30.0
"""Most of the creep comes in the first 15 to 20 s (Ryan 2012)."""
STRETCHES: Final = 3
"""After the third one the creep has reached its plateau (Ryan 2012)."""
MOVE_S: Final = 30.0
"""Of slow movement through the whole range, *assumed*."""
BETWEEN_S: Final = 10.0
"""Of rest, *assumed*."""


def timer(technique: Technique, library: Library) -> Timer:
    """One that stands at the begin; a clinic's own tighter limit shortens the release."""
    match technique:
        case Technique.RELEASE:
            return Timer(_release(library.limits["release-hold"].value))
        case Technique.STRETCH:
            return Timer(_repeated(Stage(Doing.STRETCH, STRETCH_S)))
        case Technique.MOBILISATION:
            return Timer(_repeated(Stage(Doing.MOVE, MOVE_S)))
        case _:
            assert_never(technique)


def _release(most_s: float) -> tuple[Stage, ...]:
    """All of it within the limit."""
    share = min(1.0, most_s / (TAKE_UP_S + RELEASE_S + LET_GO_S))
    stages = (Stage(Doing.TAKE_UP, TAKE_UP_S), Stage(Doing.HOLD, RELEASE_S), Stage(Doing.LET_GO, LET_GO_S))
    return tuple(stage._replace(lasts_s=share * stage.lasts_s) for stage in stages)


def _repeated(stage: Stage) -> tuple[Stage, ...]:
    """With rests between."""
    rest = Stage(Doing.REST, BETWEEN_S)
    return (stage, *(each for _ in range(STRETCHES - 1) for each in (rest, stage)))
