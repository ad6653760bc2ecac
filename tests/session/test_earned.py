from __future__ import annotations

import pytest

from analysis.live import Live
from session.earned import Earned
from tests.session.moments import pressing


def live(in_band_s: float, dose_kpa_s: float | None = None) -> Live:
    return pressing(in_band_s=in_band_s, dose_kpa_s=dose_kpa_s)


def summed(*moments: tuple[Live, bool]) -> Earned:
    earned = Earned()
    for now, trusted in moments:
        earned = earned.update(now, trusted=trusted)
    return earned


def test_what_the_analysis_says_of_one_contact_counts_as_it_is() -> None:
    earned = summed((live(1.0, 100.0), True), (live(2.5, 300.0), True))
    assert (earned.in_band_s, earned.dose_kpa_s) == (2.5, 300.0)


def test_a_smaller_figure_is_that_of_a_new_contact() -> None:
    earned = summed((live(2.5, 300.0), True), (live(1.0, 310.0), True))
    assert (earned.in_band_s, earned.dose_kpa_s) == (3.5, 610.0)
    earned = summed((live(2.5, 300.0), True), (live(2.5, 20.0), True))
    assert (earned.in_band_s, earned.dose_kpa_s) == (5.0, 320.0)


def test_a_contact_that_is_over_keeps_what_it_had_and_the_next_counts_from_zero() -> None:
    earned = summed((live(2.5, 300.0), True)).left().update(live(3.0, 400.0), trusted=True)
    assert (earned.in_band_s, earned.dose_kpa_s) == (5.5, 700.0)


def test_time_without_trust_never_counts_and_dose_does() -> None:
    moments = [(live(2.0, 200.0), True), (live(5.0, 500.0), False), (live(6.0, 600.0), True)]
    earned = summed(*moments)
    assert (earned.in_band_s, earned.dose_kpa_s) == (3.0, 600.0)
    assert earned.left().in_band_s == 3.0


@pytest.mark.parametrize("dose_kpa_s", [None, 0.0])
def test_without_a_tip_area_there_is_no_dose(dose_kpa_s: float | None) -> None:
    assert summed((live(2.0, dose_kpa_s), True)).dose_kpa_s == 0.0
