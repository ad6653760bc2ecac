from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from session.ages import LONGEST, Ages, exceeded_for
from session.unknown import Unknown


def aged(arrivals_s: list[float], delays_s: list[float] | None = None) -> Ages:
    """Ages of readings that were taken a second before they arrived, or so much more than that."""
    ages = Ages()
    for arrival_s, delay_s in zip(arrivals_s, delays_s or [0.0] * len(arrivals_s), strict=True):
        ages.update(arrival_s, round((arrival_s - 1.0 - delay_s) * 1e6))
    return ages


def test_before_the_first_reading_there_is_no_age() -> None:
    assert isinstance(Ages().age_s(3.0), Unknown)
    assert isinstance(Ages().old_s(3.0), Unknown)
    assert Ages().newest_s is None


def test_the_age_counts_from_the_newest_arrival() -> None:
    assert aged([5.0, 5.25]).age_s(6.0) == 0.75


def test_ten_seconds_of_readings_come_first() -> None:
    ages = aged([0.0, 5.0])
    assert isinstance(ages.old_s(9.99), Unknown)
    assert not isinstance(ages.old_s(10.0), Unknown)


def test_with_even_arrivals_it_is_99_percent_of_their_distance() -> None:
    ages = aged([each / 8 for each in range(121)])
    assert ages.old_s(15.0) == pytest.approx(0.99 * 0.125)


def test_one_pause_in_ten_seconds_counts_for_what_is_longer_than_a_hundredth_of_them() -> None:
    ages = aged([each / 8 for each in range(80)] + [10.625 + each / 8 for each in range(30)])
    # silent from 9.875 to 10.625, 0.75 s: it was older than 0.65 s for 0.1 s of ten
    assert ages.old_s(12.0) == pytest.approx(0.65, abs=1e-5)


def test_what_is_older_than_ten_seconds_is_forgotten() -> None:
    arrivals_s = [0.0, *(3.0 + each / 8 for each in range(120))]
    # from 2.9 to 3.0 s it was 2.9 to 3.0 s old: a hundredth of ten seconds
    assert aged(arrivals_s[:79]).old_s(12.8125) == pytest.approx(2.9)
    assert aged(arrivals_s).old_s(17.875) == pytest.approx(0.99 * 0.125)


def test_a_burst_of_what_piled_up_is_as_old_as_it_is() -> None:
    """From 20 s on everything comes half a second later than before, evenly."""
    arrivals_s = [each / 8 for each in range(321)]
    ages = aged(arrivals_s, [0.5 if each >= 20 else 0.0 for each in arrivals_s])
    assert ages.old_s(40.0) == pytest.approx(0.5 + 0.99 * 0.125, abs=3e-3)


def test_the_quickest_way_is_what_the_others_are_measured_against_whenever_it_comes() -> None:
    arrivals_s = [each / 8 for each in range(321)]
    ages = aged(arrivals_s, [0.0 if each >= 20 else 0.5 for each in arrivals_s])
    assert ages.old_s(40.0) == pytest.approx(0.99 * 0.125)


@pytest.mark.parametrize("skew_ppm", [-90, 90])
def test_clocks_that_part_do_not_make_the_data_old(skew_ppm: float) -> None:
    ages = Ages()
    for each in range(8 * 3600):
        ages.update(each / 8, round(each / 8 * (1e6 + skew_ppm)))
    assert ages.old_s(3599.875) == pytest.approx(0.99 * 0.125, abs=1e-5)


def test_memory_does_not_grow() -> None:
    ages = aged([each / 8 for each in range(1000)])
    assert len(ages._arrivals) == 81
    flood = aged([each * 1e-5 for each in range(LONGEST + 100)])
    assert len(flood._arrivals) == LONGEST


def test_a_stretch_is_cut_where_its_age_passes_the_limit() -> None:
    assert exceeded_for(0.25, [(0.0, 4.0)]) == 3.0
    assert exceeded_for(0.25, [(0.0, 1.0), (2.0, 1.0)]) == pytest.approx(2.5)
    assert exceeded_for(0.5, [(0.0, 1.0), (2.0, 1.0)]) == 1.0  # half the time above 1 s, and above 2 s as well


@given(
    st.lists(st.tuples(st.floats(0, 2), st.floats(0.01, 1)), min_size=1, max_size=20), st.sampled_from([0.01, 0.1, 0.5])
)
def test_it_is_the_percentile_of_the_age_at_all_times(stretches: list[tuple[float, float]], share: float) -> None:
    """Against numpy's percentile of the age on a grid of the time, of which it is the limit."""
    steps_s = 0.0005
    ages_s = np.concatenate([age_s + np.arange(steps_s / 2, length_s, steps_s) for age_s, length_s in stretches])
    limit_s = exceeded_for(share, stretches)
    error = (len(stretches) + 2) / len(ages_s)
    assert np.mean(ages_s > limit_s + steps_s) <= share + error
    assert np.mean(ages_s >= limit_s - steps_s) >= share - error


@given(st.lists(st.floats(0.01, 0.4), min_size=40, max_size=80), st.floats(0, 5))
def test_when_it_is_asked_changes_nothing(pauses_s: list[float], asked_s: float) -> None:
    arrivals_s = np.cumsum(pauses_s).tolist()
    asked, unasked = Ages(), Ages()
    for arrival_s in arrivals_s:
        for ages in (asked, unasked):
            ages.update(arrival_s, round(arrival_s * 1e6))
        asked.old_s(arrival_s)
    at_s = arrivals_s[-1] + asked_s
    assert asked.old_s(at_s) == unasked.old_s(at_s)
