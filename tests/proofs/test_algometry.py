from __future__ import annotations

import pytest

from tests.proofs.algometry import LIMIT_PERCENT, NOISE_N, RATES_KPA_PER_S, SAMPLING_HZ, SHAPES, PptError, ppt_errors

PRESSES = 15


@pytest.fixture(scope="module")
def rows() -> list[PptError]:
    return list(ppt_errors(presses=PRESSES))


def test_every_combination_has_its_row(rows: list[PptError]) -> None:
    assert len(rows) == len(SHAPES) * len(RATES_KPA_PER_S) * len(SAMPLING_HZ) * len(NOISE_N) == 48


def test_without_noise_a_threshold_is_within_half_a_percent_of_the_truth(rows: list[PptError]) -> None:
    """Far within: nothing is left but the force grid, and on a curve the bow between two readings."""
    quiet = [row for row in rows if row.noise_n == 0]
    assert len(quiet) == 16
    assert max(row.worst_percent for row in quiet) < 0.002 < LIMIT_PERCENT


def test_noise_stays_what_it_is_and_makes_no_bias(rows: list[PptError]) -> None:
    """At 60 kPa, the lowest threshold, 0.2 N are 3.3 %; between two readings noise is at most itself."""
    for row in rows:
        assert row.sd_percent <= 100 * row.noise_n / 6 + 0.01
        assert abs(row.bias_percent) <= 4 * row.sd_percent / row.presses**0.5 + 0.01


def test_the_table_is_always_the_same(rows: list[PptError]) -> None:
    again = list(ppt_errors(RATES_KPA_PER_S[:1], SAMPLING_HZ[:1], NOISE_N, PRESSES))
    assert [row for row in rows if row[1:3] == (30.0, 50)] == again
