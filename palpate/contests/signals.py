"""Presses for the benchmarks: 30 s at 30 N with a tremor of 1 N at 9 Hz, 10 s of rest, over and over, at 1 kHz."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from analysis.settings import Settings
from protocol.blocks import SampleBlock

RATE_HZ: Final = 1000
SETTINGS: Final = Settings(
    period_us=1_000_000 // RATE_HZ,
    area_cm2=1.0,
    target_n=30.0,
    band_percent=10.0,
    cap_n=40.0,
    full_scale_n=150.0,
)


def presses_n(seconds: int) -> NDArray[np.float64]:
    """The forces."""
    time_s = np.arange(seconds * RATE_HZ) / RATE_HZ
    force_n: NDArray[np.float64] = np.where(time_s % 40 < 30, 30 + np.sin(2 * np.pi * 9 * time_s), 0.0)
    return force_n


def blocks(force_n: NDArray[np.float64], length: int) -> Iterator[SampleBlock]:
    """The forces as readings, `length` at a time; made while they are asked for."""
    for start in range(0, len(force_n), length):
        part = force_n[start : start + length]
        stop, period_us = start + len(part), SETTINGS.period_us
        yield SampleBlock.of(np.arange(start, stop), np.arange(start * period_us, stop * period_us, period_us), part)
