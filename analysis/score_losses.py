"""Where a score lost its points: each of them belongs to a second and has a cause."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.score import UNIT, Score, credited, released
from analysis.score_trial import Trial
from analysis.signal import trusted
from protocol.blocks import SampleBlock

SECOND_US: Final = 1_000_000


class Cause(StrEnum):
    """Why points were lost."""

    NOT_PRESSING = "not_pressing"
    TOO_LIGHT = "too_light"
    TOO_HARD = "too_hard"
    MISSING = "missing"
    """No reading came: nobody's fault, and no reward either."""
    NOT_RELEASED = "not_released"


class Loss(NamedTuple):
    """Points that were lost within one second."""

    second: int
    """Counted from go: 0 is the first."""
    start_us: int
    """When it begins, on the instrument's clock."""
    cause: Cause
    points: float


class Weakest(NamedTuple):
    """What cost most."""

    cause: Cause
    points: float
    """In all."""
    worst: Loss
    """The second that cost most of it."""


def losses(readings: SampleBlock, trial: Trial, period_us: int, found: Score) -> tuple[Loss, ...]:
    """All that `score` of the same readings took off, in the order of time: together 100 less its points."""
    readings = trusted(readings)
    held, after = credited(readings, trial, period_us), released(readings, trial, period_us)
    lost, light = UNIT - held.credit, held.distance_q < 0
    time_us = held.slots.readings.time_us
    absent_us = trial.begin_us + held.slots.missing * period_us
    parts = (
        (Cause.NOT_PRESSING, time_us[~held.near], lost[~held.near]),
        (Cause.TOO_LIGHT, time_us[held.near & light], lost[held.near & light]),
        (Cause.TOO_HARD, time_us[held.near & ~light], lost[held.near & ~light]),
        (Cause.MISSING, absent_us, np.full(len(absent_us), UNIT)),
    )
    whole = UNIT * found.sums.slots
    found_losses = [each for cause, at_us, units in parts for each in _by_second(trial, cause, at_us, units, whole)]
    for cause, units in (
        (Cause.MISSING, UNIT * len(after.slots.missing)),
        (Cause.NOT_RELEASED, int((UNIT - after.credit).sum())),
    ):
        if units * found.sums.credit:
            points = 100 * units * found.sums.credit / (whole * UNIT * after.slots.total)
            found_losses.append(_loss(trial, trial.gone_us, cause, points))
    return tuple(sorted(found_losses, key=lambda each: (each.second, each.cause)))


def weakest(lost: tuple[Loss, ...]) -> Weakest | None:
    """The cause that cost most, and where; None where nothing was lost."""
    sums = {cause: sum(each.points for each in lost if each.cause is cause) for cause in Cause}
    cause = max(Cause, key=lambda each: sums[each])
    if not sums[cause]:
        return None
    return Weakest(cause, sums[cause], max((each for each in lost if each.cause is cause), key=_points))


def _by_second(
    trial: Trial, cause: Cause, time_us: NDArray[np.int64], lost: NDArray[np.int64], whole: int
) -> list[Loss]:
    """The sums are of integers, so that their order does not matter."""
    seconds, place = np.unique((time_us - trial.go_us) // SECOND_US, return_inverse=True)
    sums = np.zeros(len(seconds), np.int64)
    np.add.at(sums, place, lost)
    return [
        _loss(trial, trial.go_us + second * SECOND_US, cause, 100 * units / whole)
        for second, units in zip(seconds.tolist(), sums.tolist(), strict=True)
        if units
    ]


def _loss(trial: Trial, time_us: int, cause: Cause, points: float) -> Loss:
    second = (time_us - trial.go_us) // SECOND_US
    return Loss(second, trial.go_us + second * SECOND_US, cause, points)


def _points(loss: Loss) -> float:
    return loss.points
