"""Streams to measure: hand-drawn ones and random ones."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from analysis.hold import Hold
from analysis.settings import Settings
from analysis.stream import Analysis
from protocol.blocks import SampleBlock, SampleFlag

PERIOD_US = 10_000
BENCH = Settings(PERIOD_US, area_cm2=2.0, target_n=30.0, band_percent=10.0, cap_n=35.0, full_scale_n=100.0)


def block(force_n: Sequence[float] | NDArray[np.float64], period_us: int = PERIOD_US) -> SampleBlock:
    """Evenly spaced readings from time 0."""
    slots = np.arange(len(force_n), dtype=np.int64)
    return SampleBlock.of(slots, slots * period_us, np.asarray(force_n, np.float64))


def without(readings: SampleBlock, *lost: int) -> SampleBlock:
    """The same readings without those at these positions."""
    kept = np.setdiff1d(np.arange(len(readings)), lost)
    return SampleBlock(readings.index[kept], readings.time_us[kept], readings.force_q[kept], readings.flags[kept])


def path(*corners: tuple[float, float], period_us: int = PERIOD_US) -> NDArray[np.float64]:
    """Forces along straight lines between (time in s, force in N), from time 0 to the last corner."""
    time_s, force_n = zip(*corners, strict=True)
    grid_s = np.arange(round(time_s[-1] * 1e6 / period_us) + 1) * period_us / 1e6
    force: NDArray[np.float64] = np.interp(grid_s, time_s, force_n)
    return force


def press(level_n: float = 30.0, lasts_s: float = 5.0) -> NDArray[np.float64]:
    """1 s of rest, 0.5 s up, a flat plateau, 0.2 s down, 1 s of rest."""
    end_s = 1.5 + lasts_s
    return path((0, 0), (1, 0), (1.5, level_n), (end_s, level_n), (end_s + 0.2, 0), (end_s + 1.2, 0))


def measured(readings: SampleBlock, settings: Settings = BENCH) -> tuple[Hold, ...]:
    """All holds of a stream that comes in one block."""
    analysis = Analysis(settings)
    return analysis.update(readings) + analysis.finish()


def only(readings: SampleBlock, settings: Settings = BENCH) -> Hold:
    """The stream's only hold."""
    (hold,) = measured(readings, settings)
    return hold


def codes(hold: Hold) -> dict[str, str]:
    """Reasons by metric."""
    return {verdict.metric: verdict.code.value for verdict in hold.verdicts}


@st.composite
def streams(draw: st.DrawFn) -> SampleBlock:
    """Presses of random levels and lengths with jitter, lost readings, long gaps, faults and saturation."""
    levels = draw(st.lists(st.tuples(st.sampled_from([0, 0.5, 1.5, 3, 28, 30, 36]), st.integers(1, 60)), max_size=12))
    force_n = np.repeat([level for level, _ in levels], [count for _, count in levels]).astype(np.float64)
    seed = draw(st.integers(0, 2**32 - 1))
    random = np.random.default_rng(seed)
    force_n += random.normal(0, draw(st.sampled_from([0, 0.3, 2])), len(force_n))
    steps = random.choice([1, 2, 3, 1100], len(force_n), p=[0.95, 0.03, 0.015, 0.005])
    index = np.cumsum(steps)
    time_us = index * PERIOD_US + np.sort(random.integers(0, PERIOD_US, len(force_n)))
    flags = random.choice([0, SampleFlag.SATURATED_HIGH, SampleFlag.SENSOR_FAULT], len(force_n), p=[0.97, 0.01, 0.02])
    plain = SampleBlock.of(index, time_us, force_n)
    return SampleBlock(plain.index, plain.time_us, plain.force_q, flags.astype(np.uint8))


cuts = st.lists(st.integers(1, 40), min_size=1, max_size=20)
"""Lengths of blocks, repeated until the stream ends."""


def parts(readings: SampleBlock, lengths: Sequence[int]) -> list[SampleBlock]:
    """A stream in blocks of these lengths, over and over."""
    blocks, start, turn = [], 0, 0
    while start < len(readings):
        stop = start + lengths[turn % len(lengths)]
        blocks.append(readings[start:stop])
        start, turn = stop, turn + 1
    return blocks
