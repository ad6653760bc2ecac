"""Several readings at one point: mean, spread, and what had to be left out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, assert_never

from analysis.algometry.threshold import Above, Reached, Threshold
from analysis.algometry.verdicts import Figure, Flaw, Missing, Reason, Verdict
from protocol.sentence import Sentence

READINGS: Final = 3
"""Walton 2014 (from memory) and common use."""
FEWEST: Final = 2
"""Two are enough, the first alone is clearly worse (within-session study, low back and forearm, n = 24)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Pressures in kPa. SD and range are the spread of single readings.

    `standard_error_kpa` is the standard error of the mean, SD / √n. It is not the standard error of measurement,
    which comes from a study of repeatability (`analysis.algometry.change`); both are called SEM elsewhere, neither
    is here.
    """

    used_kpa: tuple[float, ...]
    mean_kpa: Figure
    sd_kpa: Figure
    """With divisor n - 1."""
    range_kpa: Figure
    """Highest - lowest."""
    standard_error_kpa: Figure
    practice_kpa: Figure | None
    """The first reading where it was for practice; None where it was not."""
    void: int
    """Readings that a verdict keeps out."""
    capped: int
    """Readings that say only "> X"."""
    verdicts: tuple[Verdict, ...]


def series(readings: Sequence[Threshold], *, wanted: int = READINGS, first_is_practice: bool = False) -> Series:
    """Sum up the readings of one point, oldest first.

    A "> X" is never averaged: with one of them among the valid readings there is no mean. `first_is_practice`
    leaves the first reading out whatever it was (Bordachar 2019 does).
    """
    counted = readings[1:] if first_is_practice else readings
    valid = [reading.outcome for reading in counted if reading.valid]
    used_kpa = tuple(outcome.pressure_kpa for outcome in valid if isinstance(outcome, Reached))
    caps_kpa = [outcome.cap_kpa for outcome in valid if isinstance(outcome, Above)]
    unknown = _unknown(used_kpa, caps_kpa)
    return Series(
        used_kpa=used_kpa,
        mean_kpa=unknown or mean(used_kpa),
        sd_kpa=unknown or sd(used_kpa),
        range_kpa=unknown or max(used_kpa) - min(used_kpa),
        standard_error_kpa=unknown or sd(used_kpa) / math.sqrt(len(used_kpa)),
        practice_kpa=_pressure_kpa(readings[0]) if first_is_practice and readings else None,
        void=len(counted) - len(valid),
        capped=len(caps_kpa),
        verdicts=_short_of(wanted, used_kpa, unknown),
    )


def mean(values: Sequence[float]) -> float:
    """Arithmetic mean of at least one value."""
    return math.fsum(values) / len(values)


def sd(values: Sequence[float]) -> float:
    """Standard deviation of at least two values, divisor n - 1."""
    middle = mean(values)
    return math.sqrt(math.fsum((value - middle) ** 2 for value in values) / (len(values) - 1))


def _unknown(used_kpa: Sequence[float], caps_kpa: Sequence[float]) -> Missing | None:
    """Why there is no mean."""
    if caps_kpa:
        count = len(used_kpa) + len(caps_kpa)
        return Missing(
            Reason.CAPPED,
            Sentence(
                "{capped} of {count} readings are > {least_kpa:g} kPa, which cannot be averaged",
                capped=len(caps_kpa),
                count=count,
                least_kpa=min(caps_kpa),
            ),
        )
    if len(used_kpa) < FEWEST:
        return Missing(
            Reason.TOO_FEW,
            Sentence(
                "valid readings: {count}, and a mean needs {fewest}: take another", count=len(used_kpa), fewest=FEWEST
            ),
        )
    return None


def _short_of(wanted: int, used_kpa: Sequence[float], unknown: Missing | None) -> tuple[Verdict, ...]:
    if unknown or len(used_kpa) >= wanted:
        return ()
    return (
        Verdict(
            Flaw.TOO_FEW, Sentence("a mean of {count} readings instead of {wanted}", count=len(used_kpa), wanted=wanted)
        ),
    )


def _pressure_kpa(reading: Threshold) -> Figure:
    match reading.outcome:
        case Reached(pressure_kpa, _):
            return pressure_kpa
        case Above(cap_kpa):
            return Missing(Reason.CAPPED, Sentence("> {cap_kpa:g} kPa", cap_kpa=cap_kpa))
        case Missing() as missing:
            return missing
        case _ as never:
            assert_never(never)
