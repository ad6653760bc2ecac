"""Repeatability by hand, and where a table does not support a figure."""

from dataclasses import astuple
from math import isclose, isfinite, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from analysis.agreement import agreement
from analysis.anova import MeanSquares
from analysis.icc import iccs
from analysis.lacking import Interval, Lack, Lacking
from tests.analysis.scores import SHROUT_FLEISS, known, number

Table = NDArray[np.float64]


def reason(figure: object) -> Lack:
    assert isinstance(figure, Lacking), figure
    return figure.lack


def test_standard_errors_and_detectable_changes_by_hand() -> None:
    # rows differ by 10, the second column is 2 higher, a residual of ±0.5 in each cell of the first two rows
    scores = [[9.5, 12.5], [20.5, 21.5], [30.0, 32.0]]
    found = known(scores)
    ms = found.mean_squares
    assert (ms.raters, ms.error) == pytest.approx((6.0, 0.5))
    assert ms.within == pytest.approx((4.5 + 0.5 + 2.0) / 3)
    error = found.error
    assert error.sem_consistency == pytest.approx(sqrt(0.5))
    assert error.sem_agreement == pytest.approx(sqrt(0.5 + 5.5 / 3))
    assert error.sem_within == pytest.approx(sqrt(7 / 3))
    assert error.mdc95_consistency == pytest.approx(1.96)
    assert error.mdc95_agreement == pytest.approx(1.96 * sqrt(2 * (0.5 + 5.5 / 3)))
    assert error.mdc95_within == pytest.approx(1.96 * sqrt(14 / 3))
    assert not error.raters_clipped


def test_a_negative_variance_of_the_raters_counts_as_zero_and_is_told() -> None:
    error = known([[1.0, 2.0], [2.0, 1.0], [5.0, 5.0]]).error
    assert error.raters_clipped
    assert error.sem_agreement == error.sem_consistency > 0


def test_the_spread_of_the_raters_by_hand() -> None:
    spread = known([[8.0, 10.0, 12.0], [12.0, 14.0, 16.0]]).raters
    assert spread.sd == pytest.approx(2.0)
    assert spread.cv_percent == pytest.approx(100 * 2 / 12)
    assert spread.between_to_within == pytest.approx(2 / sqrt(8))
    assert known([[-8.0, -10.0, -12.0], [-12.0, -14.0, -16.0]]).raters.cv_percent == pytest.approx(100 / 6)


def test_scores_around_zero_have_no_coefficient_of_variation() -> None:
    assert reason(known([[-0.1, 0.3], [-0.2, 0.0]]).raters.cv_percent) is Lack.ZERO_MEAN


@pytest.mark.parametrize(
    ("scores", "lack"),
    [
        (np.zeros((0, 3)), Lack.FEW_TARGETS),
        (np.array([[1.0, 2.0]]), Lack.FEW_TARGETS),
        (np.array([[1.0], [2.0]]), Lack.FEW_RATERS),
        (np.array([[1.0, 2.0], [3.0, np.nan]]), Lack.MISSING_CELL),
        (np.array([[1.0, np.inf], [3.0, 4.0]]), Lack.MISSING_CELL),
        (np.array([[1.0, 1e101], [3.0, 4.0]]), Lack.MISSING_CELL),
    ],
)
def test_a_table_that_supports_nothing_says_why(scores: Table, lack: Lack) -> None:
    assert reason(agreement(scores)) is lack


def test_a_missing_cell_is_named() -> None:
    found = agreement(np.array([[1.0, 2.0], [3.0, np.nan]]))
    assert isinstance(found, Lacking)
    assert found.text.startswith("row 2, column 2 holds no number")


def test_an_array_that_is_no_table_is_refused() -> None:
    with pytest.raises(ValueError, match="table of targets by raters"):
        agreement(np.zeros(3))


@pytest.mark.parametrize("level", [0.0, 1.0, 95.0, float("nan")])
def test_a_level_outside_zero_and_one_is_refused(level: float) -> None:
    with pytest.raises(ValueError, match="confidence level"):
        agreement(SHROUT_FLEISS, level)


def test_scores_that_are_all_the_same_have_errors_of_zero_and_no_coefficient() -> None:
    found = known(np.full((3, 4), 0.1))
    assert list(found.mean_squares) == [3, 4, 0, 0, 0, 0]
    assert {reason(icc.value) for icc in found.iccs} == {Lack.NO_VARIANCE}
    assert {reason(icc.f) for icc in found.iccs} == {Lack.NO_VARIANCE}
    assert not any(found.error)
    assert reason(found.raters.between_to_within) is Lack.NO_VARIANCE


def test_scores_that_repeat_to_the_last_digit_have_a_coefficient_of_one_and_no_interval() -> None:
    for icc in known([[0.1, 0.1], [0.7, 0.7], [0.3, 0.3]]).iccs:
        assert (icc.value, reason(icc.f), reason(icc.interval)) == (1, Lack.NO_ERROR, Lack.NO_ERROR)


def test_raters_who_differ_by_a_constant_are_consistent_and_do_not_agree() -> None:
    found = known([[0.1, 1.1], [0.7, 1.7], [0.3, 1.3]]).iccs
    assert (found.icc_c_1.value, found.icc_c_k.value) == (1, 1)
    assert reason(found.icc_a_1.interval) is Lack.NO_ERROR
    assert 0 < number(found.icc_a_1.value) < 0.2
    assert number(found.icc_1_1.value) < 0


def test_targets_that_do_not_differ_have_no_reliable_mean() -> None:
    found = known([[1.0, 3.0], [3.0, 1.0], [2.5, 1.5]]).iccs
    assert number(found.icc_c_1.value) == pytest.approx(-1)
    assert reason(found.icc_c_k.value) is Lack.NEGATIVE_VARIANCE
    assert reason(found.icc_1_k.interval) is Lack.NO_VARIANCE


def test_targets_alike_with_raters_apart_agree_by_nothing() -> None:
    found = known([[1.0, 3.0], [1.0, 3.0], [1.0, 3.0]]).iccs
    assert found.icc_a_1.value == 0
    assert reason(found.icc_c_1.value) is Lack.NO_VARIANCE


def test_a_mirrored_pair_leaves_no_variance_to_share() -> None:
    found = known([[0.1, 0.2], [0.2, 0.1]]).iccs
    assert reason(found.icc_a_1.value) is Lack.NEGATIVE_VARIANCE
    assert reason(found.icc_a_1.interval) is Lack.NEGATIVE_VARIANCE


def test_rows_and_columns_of_one_mean_leave_no_freedom_for_an_interval() -> None:
    found = known([[1.0, 2.0, 3.3], [2.0, 3.3, 1.0], [3.3, 1.0, 2.0]]).iccs
    assert number(found.icc_a_1.value) == pytest.approx(-1)
    assert reason(found.icc_a_1.interval) is Lack.NEGATIVE_VARIANCE


def test_a_bound_that_would_divide_by_a_negative_variance_is_left_out() -> None:
    found = iccs(MeanSquares(5, 3, targets=0.1, raters=0.0, error=1.0, within=0.7), 0.95)
    assert reason(found.icc_a_k.value) is Lack.NEGATIVE_VARIANCE
    assert reason(found.icc_a_k.interval) is Lack.NEGATIVE_VARIANCE
    assert number(found.icc_a_1.value) < 0


tables = st.tuples(st.integers(2, 6), st.integers(2, 5)).flatmap(
    lambda shape: arrays.arrays(
        np.float64, shape, elements=st.one_of(st.sampled_from([0.0, 0.1, 0.2, 1.0, 3.0]), st.floats(-1e3, 1e3))
    )
)


@given(scores=tables)
def test_no_table_gives_a_figure_that_is_no_number(scores: Table) -> None:
    found = known(scores)
    bounds = [bound for icc in found.iccs if isinstance(icc.interval, Interval) for bound in icc.interval]
    coefficients = [figure for icc in found.iccs for figure in (icc.value, icc.f)]
    for figure in [*found.mean_squares, *found.error, *found.raters, *coefficients, *bounds]:
        assert isinstance(figure, Lacking) or isfinite(figure)


@given(scores=tables, factor=st.sampled_from([0.25, 4.44822, -1000.0]))
def test_the_unit_of_the_scores_does_not_matter(scores: Table, factor: float) -> None:
    for ours, scaled in zip(known(scores).iccs, known(scores * factor).iccs, strict=True):
        if isinstance(ours.value, float) and isinstance(scaled.value, float) and abs(ours.value) < 10:
            assert isclose(ours.value, scaled.value, rel_tol=1e-6, abs_tol=1e-6)


@given(scores=tables)
def test_the_error_of_agreement_is_never_below_that_of_consistency(scores: Table) -> None:
    error = known(scores).error
    assert error.sem_agreement >= error.sem_consistency
    assert error.raters_clipped is (known(scores).mean_squares.raters < known(scores).mean_squares.error)


def test_the_answer_is_a_value() -> None:
    assert astuple(known(SHROUT_FLEISS)) == astuple(known(SHROUT_FLEISS.copy()))
