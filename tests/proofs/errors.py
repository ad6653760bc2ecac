"""How far the analysis is from closed-form truth, for random presses of one kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from analysis.hold import Hold
from analysis.settings import Settings
from analysis.stream import Analysis
from protocol.blocks import SampleBlock, SampleFlag
from tests.proofs.shapes import Flank, Press, Truth, of_fall, straight

FULL_SCALE_N: Final = 150.0
FALLS: Final = (("linear", 0.08), ("cosine", 0.08), ("exponential", 0.12))
"""Name and shortest fall of each shape."""


class Trial(NamedTuple):
    """One press, what is true of it and what was measured of its readings."""

    press: Press
    truth: Truth
    hold: Hold
    period_s: float


class Spoil(NamedTuple):
    """What happens to the readings."""

    noise_n: float = 0.0
    jitter: float = 0.0
    """Of the sampling moments, share of the period; the stamps tell the truth."""
    lost: float = 0.0
    """Share of the readings that are lost, in runs of up to twelve."""
    limit_n: float = FULL_SCALE_N


def random_press(random: Generator, fall: Flank) -> Press:
    """5 to 12 s at 15 to 60 N after a straight rise of 0.4 to 2 s."""
    return Press(
        level_n=random.uniform(15, 60),
        rise=straight(random.uniform(0.4, 2)),
        plateau_s=random.uniform(5, 12),
        fall=fall,
        rest_s=random.uniform(1.0, 1.1),
    )


def random_fall(random: Generator) -> Flank:
    """A fall of any shape, from the shortest to 0.6 s."""
    name, shortest_s = FALLS[random.integers(len(FALLS))]
    return of_fall(name, random.uniform(shortest_s, 0.6))


def measured(press: Press, rate_hz: float, spoil: Spoil, random: Generator) -> Trial:
    """Sample a press, spoil it and measure it; raises `ValueError` where not exactly one hold is found."""
    readings = spoiled(press, rate_hz, spoil, random)
    analysis = Analysis(Settings(period_us=round(1e6 / rate_hz), area_cm2=1.0, full_scale_n=FULL_SCALE_N))
    (hold,) = analysis.update(readings) + analysis.finish()
    return Trial(press, press.truth(), hold, 1 / rate_hz)


def spoiled(press: Press, rate_hz: float, spoil: Spoil, random: Generator) -> SampleBlock:
    """The readings that are left."""
    index = np.arange(round(press.lasts_s * rate_hz))
    time_us = np.rint((index + random.uniform(-0.5, 0.5, len(index)) * spoil.jitter) * 1e6 / rate_hz).astype(np.int64)
    force_n = press.force_n(time_us / 1e6) + random.normal(0, 1, len(index)) * spoil.noise_n
    block = SampleBlock.of(index, time_us, np.clip(force_n, -FULL_SCALE_N, spoil.limit_n))
    flags = np.where(force_n > spoil.limit_n, int(SampleFlag.SATURATED_HIGH), 0).astype(np.uint8)
    kept = _kept(len(index), spoil.lost, random)
    return SampleBlock(block.index, block.time_us, block.force_q, flags)[kept]


def _kept(count: int, lost: float, random: Generator) -> NDArray[np.bool_]:
    kept = np.ones(count, bool)
    while lost and count - np.count_nonzero(kept) < lost * count:
        begin = random.integers(1, count - 13)
        kept[begin : begin + random.integers(1, 13)] = False
    return kept


def trials(count: int, rate_hz: float, spoil: Spoil, seed: int) -> Iterator[Trial]:
    """Random presses with random falls."""
    random = np.random.default_rng(seed)
    for _ in range(count):
        yield measured(random_press(random, random_fall(random)), rate_hz, spoil, random)


def dose_percent(trial: Trial) -> float:
    """Error of the dose."""
    return 100 * abs(trial.hold.impulse_n_s / trial.truth.impulse_n_s - 1)


def edge_samples(trial: Trial) -> float:
    """The larger error of start and end, in periods; a reading can only follow what it shows."""
    start_s = trial.hold.start_s - trial.truth.start_s
    end_s = trial.hold.end_s - trial.truth.end_s
    return max(abs(start_s), abs(end_s)) / trial.period_s


def fall_ms(trial: Trial) -> float:
    """Error of the fall."""
    return 1000 * abs((trial.hold.fall_s or np.inf) - trial.truth.fall_s)


def bounds_kpa_s(trial: Trial) -> tuple[float, float]:
    """Lower and upper bound of the dose; the same where no reading of the hold or beside it is missing."""
    low, high = trial.hold.dose_low_kpa_s, trial.hold.dose_high_kpa_s
    assert low is not None
    assert high is not None
    return low, high


def outside_percent(trial: Trial) -> float:
    """How far the truth lies beyond the bounds of the dose; 0 inside."""
    low, high = bounds_kpa_s(trial)
    truth = 10 * trial.truth.impulse_n_s
    return 100 * max(low - truth, truth - high, 0.0) / truth


def worst(values: Iterable[float]) -> float:
    """The largest."""
    return max(values)


class Noisy(NamedTuple):
    """Errors of a noisy trial as shares of 3σ / slope + 1 sample, the slope of the force where it crosses."""

    start: float
    end: float
    fall: float


def noisy(trial: Trial, noise_n: float) -> Noisy:
    """At most 1 where the promise is kept; two crossings make a fall."""
    press, truth, hold = trial.press, trial.truth, trial.hold
    after_s = truth.end_s - press.fall.reached_s(1 - 1 / press.top_n)
    tenths_s = [after_s + press.fall.reached_s(share) for share in (0.1, 0.9)]
    fall_s = abs((hold.fall_s or np.inf) - truth.fall_s)
    return Noisy(
        abs(hold.start_s - truth.start_s) / _slack_s(trial, truth.start_s, noise_n),
        abs(hold.end_s - truth.end_s) / _slack_s(trial, truth.end_s, noise_n),
        fall_s / sum(_slack_s(trial, crossing_s, noise_n) for crossing_s in tenths_s),
    )


def _slack_s(trial: Trial, crossing_s: float, noise_n: float) -> float:
    near_s = np.array([crossing_s - 1e-5, crossing_s + 1e-5])
    slope_n_per_s = abs(float(np.diff(trial.press.force_n(near_s))[0])) / 2e-5
    return 3 * noise_n / slope_n_per_s + trial.period_s
