from __future__ import annotations

from typing import Any

import pytest

from analysis.algometry.change import Believable, Change, Mdc, Measured, change
from analysis.algometry.conditions import Conditions, Side, differences
from analysis.algometry.series import Series, series
from analysis.algometry.sides import SideComparison, SideFlag, compare_sides
from analysis.algometry.threshold import Above, Method
from analysis.algometry.verdicts import Missing, Reason
from tests.analysis.algometry.test_series import reading

HERE = Conditions(
    site="upper trapezius",
    side=Side.LEFT,
    spot="C2",
    area_cm2=1.0,
    tip="round",
    rate_kpa_per_s=30.0,
    position="prone",
    method=Method.BUTTON,
    script="press when it hurts",
    examiner="EX",
)
OTHER: dict[str, tuple[Any, str]] = {
    "site": ("masseter", "site"),
    "side": (Side.RIGHT, "side"),
    "spot": ("C3", "point"),
    "area_cm2": (0.5, "tip area"),
    "tip": ("edge", "tip"),
    "rate_kpa_per_s": (50.0, "rate"),
    "position": ("sitting", "position of the body"),
    "method": (Method.SPOKEN, "method"),
    "script": ("say when it is uncomfortable", "script"),
    "examiner": ("EY", "examiner"),
}


def around(mean_kpa: float, **changes: Any) -> Measured:
    """Three readings with this mean."""
    readings = [reading(value) for value in (mean_kpa - 10, mean_kpa, mean_kpa + 10)]
    return Measured(HERE._replace(**changes), series(readings))


CAPPED: Series = series([reading(Above(400.0))])


def test_every_condition_counts() -> None:
    assert set(OTHER) == set(Conditions._fields)
    assert differences(HERE, HERE) == ()
    for name, (value, word) in OTHER.items():
        assert differences(HERE, HERE._replace(**{name: value})) == (word,)


# before and after


@pytest.mark.parametrize(
    ("after_kpa", "beyond", "words"),
    [(362.0, False, "+62 kPa: within"), (362.1, True, "+62 kPa: beyond"), (237.9, True, "-62 kPa: beyond")],
)
def test_a_change_is_beyond_the_measurement_error_or_not(after_kpa: float, beyond: bool, words: str) -> None:
    found = change(around(300.0), around(after_kpa), Mdc.NECK_SHOULDER.value)
    assert found.change_kpa == pytest.approx(after_kpa - 300)
    assert found.beyond_error is beyond
    assert found.text == (
        f"{words} the measurement error of 62 kPa (Zicarelli 2021: neck, n = 74, 0.63 kgf on 1 cm²); "
        "this does not show that the treatment caused it."
    )


@pytest.mark.parametrize(("name", "word"), [(name, word) for name, (_, word) in OTHER.items()])
def test_what_was_measured_under_other_conditions_does_not_compare(name: str, word: str) -> None:
    found = change(around(300.0), around(400.0, **{name: OTHER[name][0]}), Mdc.BACK_HIP.value)
    text = f"these two do not compare: different {word}"
    assert found == Change(Missing(Reason.NOT_COMPARABLE, text), None, text)


@pytest.mark.parametrize("capped_first", [True, False])
def test_without_a_mean_there_is_no_change(capped_first: bool) -> None:
    capped, plain = Measured(HERE, CAPPED), around(300.0)
    before, after = (capped, plain) if capped_first else (plain, capped)
    found = change(before, after, Mdc.BACK_HIP.value)
    assert found == Change(CAPPED.mean_kpa, None, "1 of 1 readings are > 400 kPa, which cannot be averaged")


def test_the_defaults_are_those_of_the_studies() -> None:
    """kgf on 1 cm² times 98.0665 kPa."""
    assert [mdc.value.mdc_kpa for mdc in Mdc] == [round(kgf * 98.0665) for kgf in (0.63, 1.21, 0.34)]


def test_the_standard_error_of_measurement_is_the_one_behind_the_mdc() -> None:
    """Somphithak 2025 states both: SEM 0.12 and MDC95 0.34 kg/cm²."""
    assert Believable(0.34, "", "").measurement_error_kpa == pytest.approx(0.1227, abs=1e-4)


# left and right


@pytest.mark.parametrize(
    ("left_kpa", "flags"),
    [
        (300.0, ()),
        (420.9, ()),
        (421.0, (SideFlag.BEYOND_REPEATABILITY,)),
        (495.9, (SideFlag.BEYOND_REPEATABILITY,)),
        (496.0, (SideFlag.FISCHER, SideFlag.BEYOND_REPEATABILITY)),
    ],
)
def test_a_difference_of_sides_is_flagged_from_its_limits_on(left_kpa: float, flags: tuple[SideFlag, ...]) -> None:
    pair = (around(left_kpa), around(300.0, side=Side.RIGHT))
    found = compare_sides(*pair)
    assert found.left_minus_right_kpa == pytest.approx(left_kpa - 300)
    assert (found.flags, found.lower) == (flags, None if left_kpa == 300 else Side.RIGHT)
    assert compare_sides(*pair[::-1]) == found


def test_the_sentence_says_which_side_is_lower_and_that_a_flag_is_no_diagnosis() -> None:
    low = compare_sides(around(180.0), around(310.0, side=Side.RIGHT))
    assert low.lower is Side.LEFT
    assert low.text == (
        "the left side is 130 kPa lower: more than side differences repeat to, 1.23 kg/cm² "
        "(Antonaci 1998, head and neck, n = 21); a flag, not a diagnosis."
    )
    small = compare_sides(around(310.0), around(300.0, side=Side.RIGHT))
    assert small.text == "the right side is 10 kPa lower: within what side differences repeat to."
    assert compare_sides(around(300.0), around(300.0, side=Side.RIGHT)).text == "both sides are equal."


@pytest.mark.parametrize("side", [Side.LEFT, Side.MIDDLE])
def test_sides_need_a_left_and_a_right(side: Side) -> None:
    found = compare_sides(around(300.0), around(300.0, side=side))
    why = Missing(Reason.NOT_COMPARABLE, "a comparison of sides needs one left and one right")
    assert found == SideComparison(why, None, (), why.text)


def test_sides_compare_only_under_otherwise_equal_conditions() -> None:
    found = compare_sides(around(300.0), around(300.0, side=Side.RIGHT, position="sitting", examiner="EY"))
    assert found.text == "these two do not compare: different position of the body, examiner"


@pytest.mark.parametrize(("limit_kg", "flag"), [(2.0, SideFlag.FISCHER), (1.23, SideFlag.BEYOND_REPEATABILITY)])
def test_the_limits_are_those_of_the_studies(limit_kg: float, flag: SideFlag) -> None:
    assert flag.value.least_kpa == round(limit_kg * 98.0665)
