"""Trials with known forces: what is pressed is given as a function of the time since go."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from analysis.score_trial import Trial
from protocol.blocks import SampleBlock

GO_US: Final = 5_000_000
FLAT: Final = Trial(
    go_us=GO_US,
    let_go_us=GO_US + 12_000_000,
    course=((0, 20.0),),
    band_percent=10.0,
    rise_us=4_000_000,
    release_us=2_000_000,
)
"""Hold 20 N ± 2 N from 4 s to 12 s; the force is to be gone at 14 s."""

Force = Callable[[NDArray[np.float64]], NDArray[np.float64]]


def pressed(during: Force | float, *, after_n: float = 0.0, period_us: int = 10_000, phase_us: int = 0) -> SampleBlock:
    """Readings from 1 s before go to 16 s after it; `after_n` from the let-go on."""
    time_us = np.arange(GO_US - 1_000_000 + phase_us, GO_US + 16_000_000, period_us, dtype=np.int64)
    since_s = (time_us - GO_US) / 1e6
    force_n = np.full(len(time_us), during) if isinstance(during, float) else during(since_s)
    force_n = np.where(since_s < 0, 0.0, np.where(since_s >= 12, after_n, force_n))
    return SampleBlock.of(np.arange(len(time_us)) + 700, time_us, force_n)
