from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.lane import Lane, analysis_factor, slow_factor
from analysis.reading import joined
from protocol.blocks import SampleBlock, SampleFlag
from tests.analysis.presses import block, cuts, parts, streams, without


def lane(readings: SampleBlock, factor: int, lengths: list[int]) -> SampleBlock:
    stage = Lane(factor)
    means = [stage.update(part) for part in parts(readings, lengths) if len(part)]
    rest = stage.finish()
    return joined([readings[:0], *means, *([] if rest is None else [rest])])


def plainly(readings: SampleBlock, factor: int) -> list[tuple[int, int, int, int]]:
    slots: dict[int, list[int]] = {}
    for position, index in enumerate(readings.index.tolist()):
        slots.setdefault(index // factor, []).append(position)
    return [
        (
            slot,
            int(readings.time_us[inside[0]] + readings.time_us[inside[-1]]) // 2,
            (2 * sum(readings.force_q[inside].tolist()) + len(inside)) // (2 * len(inside)),
            int(np.bitwise_or.reduce(readings.flags[inside])),
        )
        for slot, inside in slots.items()
    ]


def rows(readings: SampleBlock) -> list[tuple[int, int, int, int]]:
    columns = (readings.index, readings.time_us, readings.force_q, readings.flags)
    return list(zip(*(column.tolist() for column in columns), strict=True))


@given(streams(), st.integers(2, 12), cuts)
def test_a_lane_holds_exact_means_however_the_stream_was_cut(
    readings: SampleBlock, factor: int, lengths: list[int]
) -> None:
    assert rows(lane(readings, factor, lengths)) == plainly(readings, factor)


@given(st.integers(0, 60), st.integers(2, 12), cuts)
def test_whole_rows_are_groups_too(count: int, factor: int, lengths: list[int]) -> None:
    readings = block(np.random.default_rng(count).normal(0, 30, count))
    assert rows(lane(readings, factor, lengths)) == plainly(readings, factor)


def test_a_reading_comes_with_the_last_of_its_slot() -> None:
    stage = Lane(3)
    came = [len(stage.update(part)) for part in parts(block([1, 2, 3, 4, 5, 6]), [1])]
    assert came == [0, 0, 1, 0, 0, 1]
    assert stage.finish() is None


def test_or_with_the_first_beyond_it() -> None:
    stage = Lane(3)
    came = [rows(stage.update(part)) for part in parts(without(block([1, 2, 3, 4, 5]), 2), [1])]
    assert came == [[], [], [(0, 5000, 3 << 13, 0)], []]


def test_flags_of_any_reading_are_flags_of_the_slot() -> None:
    readings = block([1, 2, 3, 4])
    flags = np.array([0, SampleFlag.SATURATED_HIGH, SampleFlag.OVERLOAD, 0], np.uint8)
    flagged = SampleBlock(readings.index, readings.time_us, readings.force_q, flags)
    assert lane(flagged, 2, [4]).flags.tolist() == [1, 4]


def test_times_in_microseconds_since_1970_do_not_overflow() -> None:
    stamp_us = 1_800_000_000_000_000
    index = np.arange(20_000)
    readings = SampleBlock.of(index, index + stamp_us, np.ones(20_000))
    assert lane(readings, 10_000, [20_000]).time_us.tolist() == [stamp_us + 4999, stamp_us + 14_999]
    assert lane(readings, 10_000, [7]).time_us.tolist() == [stamp_us + 4999, stamp_us + 14_999]


def test_a_lane_of_single_readings_is_the_stream_itself() -> None:
    readings = block([1, 2, 3])
    assert Lane(1).update(readings) is readings
    assert Lane(1).finish() is None


@pytest.mark.parametrize(("period_us", "factor"), [(1000, 10), (2000, 5), (3000, 3), (4000, 2), (5000, 1), (20_000, 1)])
def test_only_tools_faster_than_200_hz_are_averaged(period_us: int, factor: int) -> None:
    assert analysis_factor(period_us) == factor


@pytest.mark.parametrize(("period_us", "factor"), [(10_000, 10), (12_500, 8), (20_000, 5), (100_000, 1), (400_000, 1)])
def test_the_slow_lane_has_about_ten_readings_a_second(period_us: int, factor: int) -> None:
    assert slow_factor(period_us) == factor
