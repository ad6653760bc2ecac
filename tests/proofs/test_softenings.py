"""How the proof counts."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tests.proofs.softenings import Found, Rate, Spoken, false_alarms, found, share, ticks

NEVER = math.inf


def test_a_share_has_the_bounds_of_wilson() -> None:
    # 0 of 10: upper bound z² / (n + z²); 5 of 10: 0.5 ± z / (n + z²) * sqrt(2.5 + z² / 4)
    assert share(0, 10) == pytest.approx((0, 0, 3.8416 / 13.8416))
    half = 1.96 / 13.8416 * math.sqrt(2.5 + 0.9604)
    assert share(5, 10) == pytest.approx((0.5, 0.5 - half, 0.5 + half))


def test_false_alarms_count_by_the_time_watched_until_the_first() -> None:
    said = Spoken(np.array([38.0, NEVER, NEVER]), np.zeros(3))
    rate = false_alarms(said, 68.0)
    assert rate.value == pytest.approx(1 / 2.5)
    assert rate.low == 0
    assert rate.high == pytest.approx((2 + 1.96 * math.sqrt(2)) / 2.5)


def test_found_is_what_is_said_within_ten_seconds_of_those_without_an_earlier_alarm() -> None:
    said = Spoken(np.array([19.0, 20.0, 24.0, 30.0, 31.0, NEVER]), np.full(6, 20.0))
    result = found(said)
    assert (result.share.value, result.delay_s) == (3 / 5, 4.0)


def test_nothing_found_has_no_delay() -> None:
    result = found(Spoken(np.array([NEVER]), np.array([20.0])))
    assert isinstance(result, Found)
    assert isinstance(result.share, Rate)
    assert math.isnan(result.delay_s)


def test_ticks_are_exact_means_of_ten_samples() -> None:
    block = ticks(np.array([*[1.0] * 5, *[2.0] * 5, *[4.0] * 10, 9.0]))
    assert block.force_n.tolist() == [1.5, 4.0]
    assert block.time_us.tolist() == [45_000, 145_000]
    assert block.index.tolist() == [0, 1]
