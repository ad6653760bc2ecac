"""Ramps to measure, with their truth in closed form."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import strategies as st

from analysis.algometry.ramp import Ramp
from analysis.algometry.settings import RampSettings
from analysis.algometry.threshold import Circumstances, Method, Press, Threshold, measure
from analysis.algometry.verdicts import Flaw
from protocol.blocks import SampleBlock, SampleFlag
from tests.analysis.presses import PERIOD_US, block, path

BENCH = RampSettings(area_cm2=1.0, rate_kpa_per_s=50.0, cap_n=60.0)
"""5 N/s up to 600 kPa."""
RAMP = block(path((0, 0), (1, 0), (7, 30), (7.5, 0), (8.5, 0)))
"""From 1 s on 5 N/s up to 30 N at 7 s, down in half a second; contact from 1.4 s to 7.49 s."""


def about(value: float, rel: float | None = None, abs: float | None = None) -> Any:  # noqa: A002 - as pytest says it
    """`pytest.approx` that may stand inside a value."""
    return pytest.approx(value, rel=rel, abs=abs)


def button(time_s: float) -> Press:
    return Press(round(time_s * 1e6), Method.BUTTON)


def ramp(readings: SampleBlock, settings: RampSettings = BENCH) -> SampleBlock:
    """The stream's only ramp."""
    (found,) = Ramp(settings).update(readings)
    return found


def measured(
    readings: SampleBlock,
    press: Press | None,
    settings: RampSettings = BENCH,
    circumstances: Circumstances = Circumstances(tilt_deg=0.0),  # noqa: B008 - a value
) -> Threshold:
    """Measure the only ramp of a stream."""
    return measure(ramp(readings, settings), press, settings, circumstances)


def flaws(threshold: Threshold) -> list[Flaw]:
    return [verdict.flaw for verdict in threshold.verdicts]


def flagged(readings: SampleBlock, flag: SampleFlag, *positions: int) -> SampleBlock:
    """The same readings with a flag at these positions."""
    flags = readings.flags.copy()
    flags[list(positions)] |= np.uint8(flag)
    return SampleBlock(readings.index, readings.time_us, readings.force_q, flags)


@st.composite
def streams(draw: st.DrawFn) -> SampleBlock:
    """Presses with jitter, lost readings, long gaps, equal stamps, faults and saturation."""
    levels = draw(st.lists(st.tuples(st.sampled_from([0, 0.5, 1.5, 3, 28, 62]), st.integers(1, 120)), max_size=10))
    force_n = np.repeat([level for level, _ in levels], [count for _, count in levels]).astype(np.float64)
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    force_n += random.normal(0, draw(st.sampled_from([0, 0.3, 2])), len(force_n))
    index = np.cumsum(random.choice([1, 2, 3, 200], len(force_n), p=[0.95, 0.03, 0.015, 0.005]))
    time_us = np.sort(index * PERIOD_US + random.integers(-PERIOD_US, PERIOD_US, len(force_n)) // 2 * 2)
    flags = random.choice([0, SampleFlag.SATURATED_HIGH, SampleFlag.SENSOR_FAULT], len(force_n), p=[0.97, 0.01, 0.02])
    plain = SampleBlock.of(index, time_us, force_n)
    return SampleBlock(plain.index, plain.time_us, plain.force_q, flags.astype(np.uint8))
