"""Who asks for force, for what, where and with what tip."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Final, NamedTuple

from pydantic import AwareDatetime, NonNegativeFloat, PositiveFloat

from clinic.entries.entry import Value
from clinic.screening.answers import Spot
from clinic.screening.chart import Chart, of_visit
from session.threshold import Area

AREA_TOLERANCE: Final = 0.01
"""Relative; two readings of one tip's area differ by rounding alone."""


class Use(StrEnum):
    """All that asks for force; each is limited by the one function."""

    TREATMENT = "treatment"
    """A plan, an edit of one that runs, a step up, a file, the command line."""
    THRESHOLD = "pain threshold"
    LIGHT_READING = "reading at pain 3 of 10"
    """What is left where no threshold may be measured."""
    TOLERANCE = "pain tolerance"
    PROBE = "fixed probe"
    RELEASE = "myofascial release"
    EXERCISE = "exercise on a person"


TREATING: Final = frozenset({Use.TREATMENT, Use.RELEASE, Use.EXERCISE})
"""After these the same point waits."""


class Measured(Value):
    """A figure of this point, in kPa, with the tip and the time it holds for."""

    kpa: PositiveFloat
    area_cm2: Area
    spot: Spot
    at: AwareDatetime
    trusted: bool = True
    """False where it carries a verdict; it then counts as not measured."""


class Asked(Value):
    """What somebody wants to do."""

    use: Use
    spot: Spot
    area_cm2: Area
    """Of the tip that is on."""
    threshold: Measured | None = None
    tolerance: Measured | None = None
    pressed_s: NonNegativeFloat = 0.0
    """How long this point was pressed in this visit already."""
    last_pressed: AwareDatetime | None = None
    """When it was pressed last in this visit."""
    last_visit: AwareDatetime | None = None
    """When this point was treated last, in an earlier visit."""

    def known_kpa(self, measured: Measured | None, now: datetime) -> float | None:
        """A figure where it is of this visit, place and tip and can be trusted; otherwise it was not measured."""
        if measured is None or not measured.trusted or measured.spot != self.spot or not of_visit(measured.at, now):
            return None
        return measured.kpa if same_tip(measured.area_cm2, self.area_cm2) else None


def same_tip(one_cm2: float, other_cm2: float) -> bool:
    """Whether two areas are of one tip."""
    return abs(one_cm2 - other_cm2) <= AREA_TOLERANCE * other_cm2


class Bench(NamedTuple):
    """No person: a test object, or the simulator."""


Subject = Bench | Chart
"""Who or what is pressed."""
