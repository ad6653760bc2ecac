"""How well one trial was pressed: the score of docs/score.md.

Everything that adds up to the score is an integer: the same readings give the same number to the last digit, live and
from a record, however they were cut into blocks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.hold import Code, Missing
from analysis.score_slots import Slots, slots
from analysis.score_trial import Trial
from analysis.settings import SLOWEST_FAST_HZ, grid
from analysis.signal import trusted
from protocol.blocks import GRID_PER_N, SATURATED, SampleBlock
from protocol.sentence import Sentence

VERSION: Final = 1
"""Of the formula; a number without it compares with nothing."""
UNIT: Final = 1 << 20
"""Full credit of one reading: fine enough that rounding it down costs less than a millionth of a point."""
FULL_TENTHS: Final = 3
"""Of the band's half width: so near the target a reading has full credit. 3 % of the target in a band of ±10 %, the
mark for the bias of a guided hold; a hand notices 6–7 % (Jones 2000; Pang 1991)."""
ZERO_TENTHS: Final = 30
"""Of the band's half width: from here on a reading has no credit; *assumed*."""
NEAR_TENTHS: Final = 3
"""Of the target: below it nobody is pressing, the same 30 % from which the guide judges a hand (*assumed*)."""
FREE_N: Final = 1.0
"""A force below this is let go, as everywhere in the analysis."""
LOOK_US: Final = 500_000
"""So long is looked whether the force is gone."""
MOST_MISSING_SHARE: Final = 20
"""More than a twentieth of the slots without a reading, and there is no score; *assumed*."""
SHORTEST_US: Final = 1_000_000
"""A shorter time on the target says nothing about a hand."""


class Sums(NamedTuple):
    """What the score is made of, as integers."""

    credit: int
    """Of the readings while the target was to be held, in `UNIT`."""
    near: int
    """Readings that press at all."""
    in_band: int
    slots: int
    """All that were to come, missing ones too."""
    missing: int
    released: int
    """Credit of the readings after the let-go."""
    released_slots: int
    released_missing: int


@dataclass(frozen=True, slots=True)
class Score:
    """The score of one trial, 0 to 100, its three terms, 0 to 1, and what stands beside it.

    `points` = 100 × closeness × on_task × release. A slot without a reading earns nothing; `high_points` is the score
    if each of them had been perfect, so that the truth lies between both.
    """

    version: int
    points: float
    high_points: float
    closeness: float
    """Mean credit of the readings that press at all; 0 where none does."""
    on_task: float
    """Share of the slots in which somebody pressed."""
    release: float
    """1 where the force was gone in time, less what of it was still there, as a share of the target."""
    in_band_percent: float
    """Binary, of all slots."""
    error_n: float
    """Mean force less mean target, over the readings that there are: positive is too hard."""
    error_percent: float
    """Of the mean target."""
    rms_error_n: float
    """Root of the mean square distance from the target."""
    window_s: float
    """For so long the target was to be held."""
    missing: int
    """Slots without a reading."""
    sums: Sums


class _Credited(NamedTuple):
    """Readings while the target is to be held, and what each earns."""

    slots: Slots
    distance_q: NDArray[np.int64]
    """Force less target."""
    target_q: NDArray[np.int64]
    half_q: NDArray[np.int64]
    near: NDArray[np.bool_]
    credit: NDArray[np.int64]


def score(readings: SampleBlock, trial: Trial, period_us: int) -> Score | Missing:
    """The score of `trial` over the readings around it, oldest first, which come every `period_us`.

    Readings that the tool marks as a sensor fault are missing. None with a reason where the data cannot support it.
    """
    readings = trusted(readings)
    why = _unsupported(readings, trial, period_us)
    if why is not None:
        return why
    held, after = credited(readings, trial, period_us), released(readings, trial, period_us)
    sums = _sums(held, after)
    return _too_few(sums) or _score(held, sums, trial)


def credited(readings: SampleBlock, trial: Trial, period_us: int) -> _Credited:
    """What each reading earns while the target is to be held."""
    part = slots(readings, trial.begin_us, trial.let_go_us, period_us)
    target_q = trial.target_q(part.readings.time_us)
    half_q = trial.half_q(target_q)
    distance_q = part.readings.force_q.astype(np.int64) - target_q
    near = 10 * part.readings.force_q.astype(np.int64) >= NEAR_TENTHS * target_q
    way_q = np.maximum((ZERO_TENTHS - FULL_TENTHS) * half_q, 1)
    left_q = np.clip(ZERO_TENTHS * half_q - 10 * np.abs(distance_q), 0, way_q)
    return _Credited(part, distance_q, target_q, half_q, near, np.where(near, left_q * UNIT // way_q, 0))


class Released(NamedTuple):
    """Readings when the force should be gone, and what each earns."""

    slots: Slots
    credit: NDArray[np.int64]


def released(readings: SampleBlock, trial: Trial, period_us: int) -> Released:
    """What each reading earns when the force should be gone."""
    part = slots(readings, trial.gone_us, trial.gone_us + LOOK_US, period_us)
    free_q = grid(FREE_N)
    full_q = max(int(trial.target_q(np.array([trial.let_go_us], np.int64))[0]) - free_q, 1)
    left_q = np.clip(part.readings.force_q.astype(np.int64) - free_q, 0, full_q)
    return Released(part, UNIT - left_q * UNIT // full_q)


def _unsupported(readings: SampleBlock, trial: Trial, period_us: int) -> Missing | None:
    """Why there can be no score, whatever the readings say."""
    if 1e6 / period_us < SLOWEST_FAST_HZ:
        return Missing(Code.BELOW_50_HZ, Sentence("a score needs 50 readings a second"))
    if trial.let_go_us - trial.begin_us < SHORTEST_US:
        return Missing(Code.TOO_SHORT, Sentence("the target was to be held for less than a second"))
    end_us = trial.gone_us + LOOK_US
    if not len(readings) or readings.time_us.item(-1) < end_us - period_us:
        return Missing(Code.CUT, Sentence("the readings end before it could be seen whether the force was gone"))
    during = (readings.time_us >= trial.begin_us) & (readings.time_us < end_us)
    if np.any(readings.flags[during] & SATURATED):
        return Missing(Code.SATURATED, Sentence("the force left the sensor's range"))
    return None


def _sums(held: _Credited, after: Released) -> Sums:
    return Sums(
        credit=int(held.credit.sum()),
        near=int(np.count_nonzero(held.near)),
        in_band=int(np.count_nonzero(np.abs(held.distance_q) <= held.half_q)),
        slots=held.slots.total,
        missing=len(held.slots.missing),
        released=int(after.credit.sum()),
        released_slots=after.slots.total,
        released_missing=len(after.slots.missing),
    )


def _too_few(sums: Sums) -> Missing | None:
    if sums.missing * MOST_MISSING_SHARE > sums.slots:
        return Missing(
            Code.GAP,
            Sentence(
                "{missing} of {slots} readings are missing while the target was to be held",
                missing=sums.missing,
                slots=sums.slots,
            ),
        )
    if sums.released_missing * MOST_MISSING_SHARE > sums.released_slots:
        return Missing(Code.GAP, Sentence("readings are missing where it is seen whether the force is gone"))
    return None


def _score(held: _Credited, sums: Sums, trial: Trial) -> Score:
    whole = UNIT * sums.slots * UNIT * sums.released_slots
    high = (sums.credit + UNIT * sums.missing) * (sums.released + UNIT * sums.released_missing)
    count, distance_q = len(held.distance_q), held.distance_q
    error_q, target_q = int(distance_q.sum()), int(held.target_q.sum())
    square_q = sum(each * each for each in distance_q.tolist())
    return Score(
        version=VERSION,
        points=100 * sums.credit * sums.released / whole,
        high_points=100 * high / whole,
        closeness=sums.credit / (UNIT * sums.near) if sums.near else 0.0,
        on_task=sums.near / sums.slots,
        release=sums.released / (UNIT * sums.released_slots),
        in_band_percent=100 * sums.in_band / sums.slots,
        error_n=error_q / (GRID_PER_N * count),
        error_percent=100 * error_q / target_q,
        rms_error_n=(square_q / count) ** 0.5 / GRID_PER_N,
        window_s=(trial.let_go_us - trial.begin_us) / 1e6,
        missing=sums.missing,
        sums=sums,
    )
