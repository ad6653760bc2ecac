"""How far a pressure pain threshold is from the truth: the algorithm only, on ramps whose force is a formula.

Nobody's reaction time is in it, which alone is 12 to 15 kPa at 50 kPa/s, no cell and no hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.algometry.ramp import Ramp
from analysis.algometry.settings import RampSettings
from analysis.algometry.threshold import Method, Press, Reached, measure
from protocol.blocks import SampleBlock

RATES_KPA_PER_S: Final = (30.0, 50.0)
SAMPLING_HZ: Final = (50, 100, 250, 1000)
NOISE_N: Final = (0.0, 0.05, 0.2)
LIMIT_PERCENT: Final = 0.5
"""Holds without noise."""
PRESSES: Final = 60
AREA_CM2: Final = 1.0
LOWEST_KPA, HIGHEST_KPA = 60.0, 600.0
"""Thresholds from a masseter's to a deltoid's."""
TOUCH_US: Final = 1_003_700
"""When the force begins to rise: between two readings at every rate."""
LET_GO_US: Final = 300_000
"""The hand goes on for so long after the press."""
FRAMES_HZ: Final = 25
"""Readings of 40 ms arrive together."""

Shape = Callable[[NDArray[np.float64], float], NDArray[np.float64]]


def line(time_s: NDArray[np.float64], rate_n_per_s: float) -> NDArray[np.float64]:
    """A force that rises evenly from time 0 on."""
    return rate_n_per_s * np.maximum(time_s, 0)


def curve(time_s: NDArray[np.float64], rate_n_per_s: float) -> NDArray[np.float64]:
    """A force that rises with the power 1.5 and meets the line at 400 kPa: soft tissue that stiffens."""
    meets_s = 40 / rate_n_per_s
    return rate_n_per_s * meets_s * (np.maximum(time_s, 0) / meets_s) ** 1.5


SHAPES: Final[dict[str, Shape]] = {"line": line, "curve": curve}


class PptError(NamedTuple):
    """Errors of all presses of one kind of ramp, in percent of the true pressure at the press."""

    shape: str
    rate_kpa_per_s: float
    sampling_hz: int
    noise_n: float
    presses: int
    worst_percent: float
    bias_percent: float
    sd_percent: float


def ppt_errors(
    rates_kpa_per_s: Iterable[float] = RATES_KPA_PER_S,
    sampling_hz: Iterable[int] = SAMPLING_HZ,
    noise_n: Iterable[float] = NOISE_N,
    presses: int = PRESSES,
) -> Iterator[PptError]:
    """Yield one row for each shape, rate of rise, rate of sampling and noise; always the same."""
    for shape, rate, hertz, noise in product(SHAPES, rates_kpa_per_s, sampling_hz, noise_n):
        random = np.random.default_rng(20_260_901)
        errors = np.array([_error_percent(shape, rate, hertz, noise, random) for _ in range(presses)])
        worst, bias, sd = float(np.abs(errors).max()), float(errors.mean()), float(errors.std(ddof=1))
        yield PptError(shape, rate, hertz, noise, presses, worst, bias, sd)


def _error_percent(shape: str, rate: float, hertz: int, noise: float, random: np.random.Generator) -> float:
    """One press at a random threshold and a random moment between two readings."""
    force_at = SHAPES[shape]
    rate_n_per_s = rate * AREA_CM2 / 10
    press_us = TOUCH_US + _press_us(shape, rate_n_per_s, float(random.uniform(LOWEST_KPA, HIGHEST_KPA)))
    slots = np.arange((press_us + 2 * LET_GO_US) * hertz // 1_000_000 + hertz, dtype=np.int64)
    time_us = slots * 1_000_000 // hertz
    force_n = force_at((time_us - TOUCH_US) / 1e6, rate_n_per_s)
    force_n = np.where(time_us <= press_us + LET_GO_US, force_n, 0) + random.normal(0, noise, len(slots))
    settings = RampSettings(AREA_CM2, rate, 100.0)
    stage = Ramp(settings)
    whole = SampleBlock.of(slots, time_us, force_n)
    size = hertz // FRAMES_HZ
    frames = (whole[start : start + size] for start in range(0, len(slots), size))
    (ramp, *_) = [found for frame in frames for found in stage.update(frame)]
    outcome = measure(ramp, Press(press_us, Method.BUTTON), settings).outcome
    assert isinstance(outcome, Reached), outcome
    true_n = float(force_at(np.array([(press_us - TOUCH_US) / 1e6]), rate_n_per_s)[0])
    return 100 * (outcome.force_n / true_n - 1)


def _press_us(shape: str, rate_n_per_s: float, threshold_kpa: float) -> int:
    """When the shape reaches the threshold, after the touch."""
    reached_s, meets_s = threshold_kpa * AREA_CM2 / 10 / rate_n_per_s, 40 / rate_n_per_s
    if shape == "curve":
        reached_s = meets_s * (reached_s / meets_s) ** (2 / 3)
    return round(reached_s * 1e6)
