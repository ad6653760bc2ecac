from __future__ import annotations

import numpy as np
import pytest

from protocol.blocks import SampleBlock, SampleFlag
from session.silence import Silence, silent, stale


def block(forces_q: list[int], flags: list[SampleFlag]) -> SampleBlock:
    index = np.arange(len(forces_q), dtype=np.int64)
    return SampleBlock(index, index * 10_000, np.array(forces_q, np.int32), np.array(flags, np.uint8))


GOOD = SampleFlag(0)


def test_before_the_first_reading_nothing_is_known() -> None:
    silence = Silence()
    silence.update(block([], []), 1.0)
    assert (silence.last_valid_s, silence.valid_q) == (None, None)


def test_the_newest_valid_reading_of_a_block_counts() -> None:
    silence = Silence()
    silence.update(block([10, 20, 30], [GOOD, GOOD, SampleFlag.SATURATED_HIGH]), 7.0)
    assert (silence.last_valid_s, silence.valid_q) == (7.0, 20)


@pytest.mark.parametrize(
    "flag", [SampleFlag.SATURATED_HIGH, SampleFlag.SATURATED_LOW, SampleFlag.SENSOR_FAULT, SampleFlag(9)]
)
def test_a_reading_that_cannot_be_trusted_is_no_sign_of_life(flag: SampleFlag) -> None:
    silence = Silence()
    silence.update(block([10], [GOOD]), 7.0)
    silence.update(block([20], [flag]), 8.0)
    assert (silence.last_valid_s, silence.valid_q) == (7.0, 10)


@pytest.mark.parametrize("flag", [SampleFlag.OVERLOAD, SampleFlag.LATE])
def test_an_overloaded_cell_still_measures(flag: SampleFlag) -> None:
    silence = Silence()
    silence.update(block([20], [flag]), 8.0)
    assert (silence.last_valid_s, silence.valid_q) == (8.0, 20)


@pytest.mark.parametrize(("age_s", "old"), [(None, True), (0.0, False), (0.499, False), (0.5, True), (3.0, True)])
def test_a_reading_is_stale_from_half_a_second_on(age_s: float | None, old: bool) -> None:
    assert stale(age_s) is old


@pytest.mark.parametrize(("age_s", "gone"), [(None, False), (0.0, False), (1.999, False), (2.0, True), (9.0, True)])
def test_readings_that_stay_away_for_two_seconds_are_silent(age_s: float | None, gone: bool) -> None:
    assert silent(age_s) is gone
