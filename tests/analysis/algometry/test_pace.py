from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.algometry.pace import Pace, Rate, judged, lasts, present_rate, slope_n_per_s
from analysis.algometry.verdicts import Missing, Reason
from protocol.blocks import SampleBlock
from tests.analysis.algometry.ramps import BENCH, about
from tests.analysis.presses import block, without


@pytest.mark.parametrize(
    ("kpa_per_s", "pace"),
    [(34.9, Pace.TOO_SLOW), (35.0, Pace.RIGHT), (50.0, Pace.RIGHT), (70.0, Pace.RIGHT), (70.1, Pace.TOO_FAST)],
)
def test_seven_tenths_to_fourteen_tenths_of_the_prescribed_rate_are_right(kpa_per_s: float, pace: Pace) -> None:
    assert judged(kpa_per_s, BENCH) == Rate(kpa_per_s, kpa_per_s / 50, pace)


def test_a_line_has_its_slope_also_where_readings_are_missing() -> None:
    line = block([0.5 * step for step in range(51)])
    assert slope_n_per_s(line) == 50.0
    assert slope_n_per_s(without(line, 3, 4, 5, 30)) == 50.0


def test_the_slope_is_exact_however_long_the_tool_has_been_on() -> None:
    line = block([0.5 * step for step in range(51)])
    year_us = 365 * 86_400_000_000
    late = SampleBlock(line.index, line.time_us + year_us, line.force_q, line.flags)
    assert slope_n_per_s(late) == 50.0


@given(st.lists(st.floats(-100, 100), min_size=5, max_size=60), st.integers(0, 2**31 - 1))
def test_the_slope_is_that_of_least_squares(forces: list[float], seed: int) -> None:
    times = np.cumsum(np.random.default_rng(seed).integers(1000, 40_000, len(forces)))
    readings = SampleBlock.of(np.arange(len(forces), dtype=np.int64), times, np.array(forces))
    peer = np.polynomial.Polynomial.fit(readings.time_s, readings.force_n, 1).convert().coef
    slope = peer[1] if len(peer) > 1 else 0.0
    assert slope_n_per_s(readings) == pytest.approx(slope, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize(("count", "enough"), [(26, True), (25, False)])
def test_a_rate_needs_a_quarter_of_a_second(count: int, enough: bool) -> None:
    readings = block([0.05 * step for step in range(count)])
    assert lasts(readings) is enough
    rate = present_rate(readings, BENCH)
    assert isinstance(rate, Missing) is not enough
    assert not enough or rate == Rate(about(50.0, abs=0.01), about(1.0, abs=2e-4), Pace.RIGHT)


def test_a_rate_needs_five_readings() -> None:
    slow = block([0.0, 0.5, 1.0, 1.5, 2.0], 100_000)
    assert lasts(slow)
    answer = present_rate(slow[:4], BENCH)
    assert isinstance(answer, Missing)
    assert answer.reason is Reason.TOO_SHORT


def measured_gain(frequency_hz: float) -> float:
    """Amplitude of the slope of a sine, over that of its derivative."""
    slopes = []
    for phase in np.linspace(0, 2 * np.pi, 32, endpoint=False):
        wave = 20 * np.sin(2 * np.pi * frequency_hz * np.arange(501) / 1000 + phase)
        slopes.append(slope_n_per_s(block(wave, 1000)))
    return max(slopes) / (20 * 2 * math.pi * frequency_hz)


@pytest.mark.parametrize("frequency_hz", [0.2, 0.5, 1.15, 2.0, 8.0, 10.0, 12.0])
def test_the_bandwidth_is_the_one_that_is_documented(frequency_hz: float) -> None:
    x = math.pi * frequency_hz * 0.5
    gain = abs(3 * (math.sin(x) - x * math.cos(x)) / x**3)
    assert measured_gain(frequency_hz) == pytest.approx(gain, abs=0.006)
    if frequency_hz == 1.15:
        assert gain == pytest.approx(10 ** (-3 / 20), abs=0.005)
    if frequency_hz >= 10:
        assert gain <= 0.013
