"""What was measured, one figure for each moment: the mean of a threshold's readings, a pain, an angle, a score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from statistics import fmean, stdev
from typing import NamedTuple
from uuid import UUID

from clinic.entries.figures import Measure
from clinic.history.conditions import Conditions
from clinic.screening.answers import Side, Spot
from clinic.visits import (
    At,
    FollowUp,
    HoldResult,
    Motion,
    Observation,
    PainScore,
    Phase,
    Provoked,
    Score,
    ThresholdReading,
)

PAINS = {
    Provoked.REST: "pain_rest",
    Provoked.MOVEMENT: "pain_movement",
    Provoked.PRESS: "pain_press",
    Provoked.PROBE: "pain_probe",
}
THRESHOLDS = {"threshold": "threshold", "tolerance": "tolerance", "pain 3": "pain3"}
SCORES = {"ndi": "ndi", "global change": "global_change"}
MEASURES = dict.fromkeys(("pain_rest", "pain_movement", "pain_press", "pain_probe"), Measure.NRS) | {
    "threshold": Measure.PPT_KPA,
    "ndi": Measure.NDI_OF_50,
}
"""Of which kinds the library knows a measurement error; that of a neck's motion is added where the neck moves."""


class Quantity(NamedTuple):
    """What is measured, and where."""

    kind: str
    """A key of the words, `measure.KIND`."""
    spot: Spot | None = None
    movement: str = ""
    """Of a motion."""
    side: Side | None = None
    """Of a motion."""

    @property
    def decimals(self) -> int:
        """That say something: all but the index is told in whole numbers."""
        return 1 if self.kind == "ndi" else 0

    @property
    def measure(self) -> Measure | None:
        """As the library's smallest changes name it; None where it knows none."""
        if self.kind == "motion":
            return Measure.NECK_MOTION_DEG if self.movement.startswith("neck") else None
        return MEASURES.get(self.kind)


class Figure(NamedTuple):
    """One value at one moment."""

    quantity: Quantity
    at: datetime
    visit: UUID | None
    phase: Phase | None
    value: float
    readings: int = 1
    """In the mean; of a dose, the holds."""
    sd: float | None = None
    """Of them, from two on."""
    conditions: Conditions | None = None
    """Of a threshold: it compares only with those of the same."""
    simulated: bool = False


def figures(observations: Iterable[Observation]) -> tuple[Figure, ...]:
    """All figures, oldest first; a reading that gave none, that carries a verdict or was practice, is in none."""
    known = sorted(observations, key=lambda each: each.at)
    single = [figure for each in known if (figure := _single(each)) is not None]
    readings = [each for each in known if isinstance(each, ThresholdReading)]
    doses = [each for each in known if isinstance(each, HoldResult)]
    return tuple(sorted([*single, *_means(readings), *_doses(doses)], key=lambda figure: figure.at))


def _single(seen: Observation) -> Figure | None:
    match seen:
        case PainScore(recalled=False):
            return _figure(seen, Quantity(PAINS[seen.at_what], seen.spot), seen.nrs)
        case Motion():
            return _figure(seen, Quantity("motion", seen.spot, seen.movement, seen.side), seen.degrees)
        case Score():
            return _figure(seen, Quantity(SCORES[seen.scale]), seen.value)
        case FollowUp(soreness_nrs=int(nrs)):
            return _figure(seen, Quantity("soreness", seen.spot), nrs)
        case _:
            return None


def _figure(seen: Observation, quantity: Quantity, value: float) -> Figure:
    return Figure(quantity, seen.at, seen.visit, seen.phase, float(value))


def _means(readings: Iterable[ThresholdReading]) -> Iterator[Figure]:
    """The mean of the readings of one moment; those above a cap are never averaged."""

    def moment(reading: ThresholdReading) -> tuple[object, ...]:
        return reading.visit or reading.at.date(), reading.phase, reading.spot, reading.of, Conditions.of(reading)

    usable = [each for each in readings if isinstance(each.found, At) and not each.practice and not each.verdicts]
    for _, group in groupby(sorted(usable, key=lambda each: (repr(moment(each)), each.at)), key=moment):
        same = tuple(group)
        values = [each.found.kpa for each in same if isinstance(each.found, At)]
        yield Figure(
            quantity=Quantity(THRESHOLDS[same[0].of], same[0].spot),
            at=same[0].at,
            visit=same[0].visit,
            phase=same[0].phase,
            value=fmean(values),
            readings=len(values),
            sd=stdev(values) if len(values) > 1 else None,
            conditions=Conditions.of(same[0]),
            simulated=any(each.simulated for each in same),
        )


def _doses(holds: Iterable[HoldResult]) -> Iterator[Figure]:
    """The dose of a visit at a point: the sum of its holds, none where one of them has none."""

    def place(hold: HoldResult) -> tuple[object, ...]:
        return hold.visit or hold.at.date(), hold.spot

    for _, group in groupby(sorted(holds, key=lambda each: (repr(place(each)), each.at)), key=place):
        same = tuple(group)
        doses = [each.dose_kpa_s for each in same]
        if all(dose is not None for dose in doses):
            total = sum(dose for dose in doses if dose is not None)
            simulated = any(each.simulated for each in same)
            first = same[0]
            yield Figure(
                Quantity("dose", first.spot), first.at, first.visit, Phase.DURING, total, len(same), simulated=simulated
            )
