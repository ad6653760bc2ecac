"""The numeric core: ten hours at once, and twenty readings at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import numpy as np

from analysis.stream import Analysis
from palpate.contests.contest import Contest, Skipped
from palpate.contests.signals import SETTINGS, blocks, presses_n

OFFLINE_BLOCK: Final = 20_000
"""Readings at a time offline: force, time and index stay in the second-level cache."""
LIVE_BLOCK: Final = 20
"""What one notification carries at 1 kHz."""
STEPS: Final = 2000
"""Of the live chain in one turn: 40 s with a let-go among them."""


def core() -> Iterator[Contest | Skipped]:
    """Its figures."""
    yield offline()
    yield live()


def offline() -> Contest:
    """Ten hours at 1 kHz from float64 forces to measured holds."""
    force_n = presses_n(36_000)

    def measure() -> None:
        analysis = Analysis(SETTINGS)
        for block in blocks(force_n, OFFLINE_BLOCK):
            analysis.update(block)
        analysis.finish()

    return Contest(
        "core.offline.10h_1khz",
        measure,
        "numpy.add.reduce, same float64 forces",
        lambda: np.add.reduce(force_n),
        40.0,
    )


def live() -> Contest | Skipped:
    """Twenty readings through the whole chain and the present moment read off, against one filter of second order."""
    name = "core.live.20_readings"
    try:
        from scipy.signal import butter, lfilter
    except ImportError:
        return Skipped(name, "scipy is not installed: pip install scipy")
    readings = list(blocks(presses_n(STEPS * LIVE_BLOCK // 1000), LIVE_BLOCK))
    numerator, denominator = butter(2, 10, fs=1000)
    force_n, state = readings[0].force_n, np.zeros(2)

    def analyse() -> None:
        analysis = Analysis(SETTINGS)
        for block in readings:
            analysis.update(block)
            _ = analysis.live

    return Contest(
        name,
        analyse,
        "scipy.signal.lfilter, one biquad, 20 float64 readings",
        _repeated(lambda: lfilter(numerator, denominator, force_n, zi=state), len(readings)),
        12.0,
    )


def _repeated(step: Callable[[], object], times: int) -> Callable[[], None]:
    def steps() -> None:
        for _ in range(times):
            step()

    return steps
