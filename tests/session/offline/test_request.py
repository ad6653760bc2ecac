from __future__ import annotations

from collections.abc import Callable

import pytest

from session.errors import InputError
from session.offline.request import (
    FirstSeconds,
    Newtons,
    NoZero,
    Percentile,
    Share,
    not_negative,
    positive,
    threshold,
    unit,
    zero,
)
from session.offline.units import Unit


def test_a_threshold_is_in_newtons_or_a_share() -> None:
    assert threshold("20") == Newtons(20)
    assert threshold("30%") == Share(30)


def test_the_zero_is_none_a_time_or_a_percentile() -> None:
    assert zero("none") == NoZero()
    assert zero("first:0.5") == FirstSeconds(0.5)
    assert zero("percentile:100") == Percentile(100)


def test_numbers_and_units_are_read() -> None:
    assert (positive("1e-6"), not_negative("0"), unit("lbf")) == (1e-6, 0, Unit.POUND_FORCE)
    assert not_negative("1e6") == 1_000_000


@pytest.mark.parametrize(
    ("read", "text", "advice"),
    [
        (threshold, "strong", "write for example 2 (newtons) or 30%"),
        (threshold, "-1%", "write for example 30%"),
        (threshold, "nan", "not a number from 0 on"),
        (threshold, "inf", "not a number from 0 on"),
        (zero, "median", "write none, first:S or percentile:P"),
        (zero, "first:", "write for example first:0.5"),
        (zero, "percentile:101", "there is no percentile 101"),
        (positive, "0", "write a number above 0"),
        (positive, "1e-7", "write a number above 0"),
        (not_negative, "-1", "not a number from 0 on"),
        (not_negative, "1000001", "too large to make sense here"),
        (unit, "stone", "write N, kgf, lbf or g"),
    ],
)
def test_what_cannot_be_read_says_what_to_write(read: Callable[[str], object], text: str, advice: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text)
    assert advice in str(caught.value)
