from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from session.errors import InputError
from session.offline.order import Rows
from session.offline.request import FirstSeconds, Newtons, NoZero, Percentile, Share, TableFormat, Zero
from session.offline.survey import Survey, blocks, survey

UNTOUCHED = NoZero()
NAN = float("nan")


def rows(time_us: Sequence[int], force_n: Sequence[float] | NDArray[np.float64] | None = None) -> Rows:
    forces = np.zeros(len(time_us)) if force_n is None else np.asarray(force_n, np.float64)
    return Rows(np.asarray(time_us, np.int64), forces)


def facts(zero: Zero = UNTOUCHED) -> Survey:
    chunk = rows(range(0, 101 * 10_000, 10_000), np.arange(101.0))
    return survey([chunk], TableFormat(zero=zero))


def test_the_period_is_the_median_positive_step() -> None:
    found = survey([rows([0, 0, 20_000, 40_000]), rows([40_000, 61_000, 500_000])], TableFormat())
    assert found.period_us == 20_500
    assert found.rate_hz == pytest.approx(48.78, abs=0.01)


def test_a_given_rate_is_the_rate() -> None:
    found = survey([rows([0])], TableFormat(rate_hz=60))
    assert (found.period_us, found.rate_hz) == (16_667, 60)


def test_a_recording_without_duration_is_an_error() -> None:
    with pytest.raises(InputError, match="two rows at different times"):
        survey([rows([5, 5])], TableFormat())
    with pytest.raises(InputError, match="no rows below the header"):
        survey([], TableFormat())


def test_a_share_counts_from_the_5th_to_the_99th_percentile() -> None:
    assert facts().newtons(Share(50)) == 52
    assert facts().newtons(Newtons(50)) == 50


@pytest.mark.parametrize(("zero", "zero_n"), [(FirstSeconds(0.1), 5), (FirstSeconds(0), 0), (Percentile(30), 30)])
def test_the_zero_is_taken_off_everything(zero: Zero, zero_n: float) -> None:
    found = facts(zero)
    assert (found.zero_n, found.peak_n) == (zero_n, 100 - zero_n)
    assert (found.rest_n, found.pressed_n) == (5 - zero_n, 99 - zero_n)
    (block,) = blocks([rows([0, 10_000], [50.0, 60.0])], found)
    assert block.force_n.tolist() == [50 - zero_n, 60 - zero_n]


@pytest.mark.parametrize("cut", [1, 2, 3, 4])
def test_the_first_seconds_are_averaged_whole(cut: int) -> None:
    """The first reading comes at 0.2 s; 0.3 s from there are the readings 1, 2 and 4 N."""
    time_us, force_n = [100_000, 200_000, 300_000, 500_000, 600_000], [NAN, 1.0, 2.0, 4.0, 100.0]
    parts = [rows(time_us[:cut], force_n[:cut]), rows(time_us[cut:], force_n[cut:])]
    assert survey(parts, TableFormat(zero=FirstSeconds(0.3))).zero_n == pytest.approx(7 / 3, abs=1e-12)


def test_a_zero_that_no_sensor_has_is_an_error() -> None:
    with pytest.raises(InputError, match="less the zero, no hand presses like that"):
        survey([rows([0, 1], [-100_000.0, 100_000.0])], TableFormat(zero=Percentile(100)))


def test_rows_without_a_force_are_missing_readings() -> None:
    """Each keeps its slot, however short the step; gaps in time beside them count from row to row."""
    quick = survey([rows(range(0, 100_000, 10_000))], TableFormat())
    found = list(
        blocks([rows([0, 10_000], [NAN, 1.0]), rows([20_000], [NAN]), rows([30_000, 130_000], [2.0, 3.0])], quick)
    )
    assert [part.index.tolist() for part in found] == [[1], [3, 13]]
    assert [part.force_n.tolist() for part in found] == [[1], [2, 3]]


def test_without_any_force_there_is_nothing_to_measure() -> None:
    with pytest.raises(InputError, match="no row has a force"):
        survey([rows([0, 1], [NAN, NAN])], TableFormat())


def test_notes_count_what_was_not_as_it_should_be() -> None:
    odd = [
        rows([0, 0, 0], [1.0, NAN, 1.0])._replace(late=1, empty=2),
        rows([])._replace(empty=1, cut_off=1),
        rows([0, 1, 1], [1.0, NAN, 1.0])._replace(late=1, decimal_comma=True),
    ]
    assert survey(odd, TableFormat()).notes == (
        "commas in numbers: decimal",
        "2 rows without a force: missing readings, not zero",
        "3 rows with neither time nor force: left out",
        "the last row is cut off: left out",
        "2 rows out of order: sorted by time",
        "4 rows with the time of the row before: kept",
    )
    assert survey([rows([0, 1])], TableFormat()).notes == ()


def test_a_step_above_fifty_milliseconds_or_three_periods_is_a_gap() -> None:
    quick = survey([rows(range(0, 100_000, 10_000))], TableFormat())
    (block,) = blocks([rows([0, 10_000, 60_000, 110_001, 111_000])], quick)
    assert block.index.tolist() == [0, 1, 2, 7, 8]
    slow = survey([rows(range(0, 1_000_000, 100_000))], TableFormat())
    (block,) = blocks([rows([0, 300_000, 600_001])], slow)
    assert block.index.tolist() == [0, 1, 4]


@given(
    st.lists(st.sampled_from([0, 9_000, 10_000, 11_000, 30_000, 50_001, 700_000]), min_size=1, max_size=40),
    st.integers(1, 10),
)
def test_how_the_rows_came_never_changes_the_readings(steps: list[int], size: int) -> None:
    time_us = np.cumsum(steps).tolist()
    quick = survey([rows(range(0, 100_000, 10_000))], TableFormat())
    (whole,) = blocks([rows(time_us)], quick)
    cut = list(blocks([rows(time_us[start : start + size]) for start in range(0, len(time_us), size)], quick))
    assert np.concatenate([block.index for block in cut]).tolist() == whole.index.tolist()
    assert np.all(np.diff(whole.index) >= 1)
