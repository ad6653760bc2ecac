"""Repeatability against published tables, pingouin and formulas written a second time."""

from dataclasses import astuple
from math import isclose, isfinite, sqrt
from pathlib import Path

import numpy as np
import pandas as pd
import pingouin
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray
from scipy import stats

from analysis.agreement import Agreement, agreement
from analysis.anova import MeanSquares
from analysis.icc import Icc, iccs
from analysis.lacking import Interval, Lack, Lacking

Table = NDArray[np.float64]

SHROUT_FLEISS = np.array(
    [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]], np.float64
)
"""Table 2 of Shrout and Fleiss 1979: 6 targets, 4 judges."""

GIMBAL = Path(__file__).parents[3] / "shared" / "data" / "gimbal"


def known(scores: object, level: float = 0.95) -> Agreement:
    found = agreement(np.asarray(scores, np.float64), level)
    assert isinstance(found, Agreement)
    return found


def number(figure: float | Lacking) -> float:
    assert not isinstance(figure, Lacking), figure
    return figure


def interval(icc: Icc) -> Interval:
    assert isinstance(icc.interval, Interval), icc.interval
    return icc.interval


def reason(figure: object) -> Lack:
    assert isinstance(figure, Lacking), figure
    return figure.lack


def design(seed: int) -> Table:
    """A random design: targets, raters who differ, noise; strong and weak ones."""
    rng = np.random.default_rng(seed)
    n, k = int(rng.integers(3, 41)), int(rng.integers(2, 7))
    scales = rng.uniform(0.2, 3.0, 3)
    targets, raters, noise = rng.normal(size=(n, 1)), rng.normal(size=k), rng.normal(size=(n, k))
    return np.asarray(30 + scales[0] * targets + scales[1] * raters + scales[2] * noise)


def by_pingouin(scores: Table) -> pd.DataFrame:
    n, k = scores.shape
    rows, columns = np.indices((n, k))
    long = pd.DataFrame({"target": rows.ravel(), "rater": columns.ravel(), "score": scores.ravel()})
    return pingouin.intraclass_corr(long, "target", "rater", "score").set_index("Type")


NAMES = ["ICC(1,1)", "ICC(A,1)", "ICC(C,1)", "ICC(1,k)", "ICC(A,k)", "ICC(C,k)"]
"""As in pingouin 0.7, in our order."""


def test_the_mean_squares_of_shrout_and_fleiss() -> None:
    ms = known(SHROUT_FLEISS).mean_squares
    assert (ms.n, ms.k) == (6, 4)
    assert [round(x, 2) for x in (ms.targets, ms.within, ms.raters, ms.error)] == [11.24, 6.26, 32.49, 1.02]


def test_the_six_coefficients_of_shrout_and_fleiss() -> None:
    found = [round(number(icc.value), 2) for icc in known(SHROUT_FLEISS).iccs]
    assert found == [0.17, 0.29, 0.71, 0.44, 0.62, 0.91]


def test_the_intervals_that_the_r_package_psych_gives_for_shrout_and_fleiss() -> None:
    found = [tuple(round(bound, 2) for bound in interval(icc)) for icc in known(SHROUT_FLEISS).iccs]
    assert found == [(-0.13, 0.72), (0.02, 0.76), (0.34, 0.95), (-0.88, 0.91), (0.07, 0.93), (0.68, 0.99)]


# WORKAROUND: pingouin 0.7 passes `inplace`, which pandas 3.1 deprecates: https://github.com/raphaelvallat/pingouin
@pytest.mark.filterwarnings("ignore:The inplace keyword in DataFrame.dropna:DeprecationWarning")
@pytest.mark.parametrize("seed", range(40))
def test_coefficients_mean_squares_and_intervals_are_those_of_pingouin(seed: int) -> None:
    scores = design(seed)
    ours, theirs = known(scores), by_pingouin(scores)
    for icc, name in zip(ours.iccs, NAMES, strict=True):
        row = theirs.loc[name]
        if isinstance(icc.value, Lacking):
            assert name == "ICC(A,k)"
            assert abs(row["ICC"]) > 1  # no share of a variance
            continue
        assert isclose(icc.value, row["ICC"], rel_tol=1e-12, abs_tol=1e-12)
        assert isclose(number(icc.f), row["F"], rel_tol=1e-11)
        assert (icc.df1, icc.df2) == (row["df1"], row["df2"])
        if isinstance(icc.interval, Interval):
            assert np.allclose(icc.interval, row["CI95"], rtol=0, atol=0.005001)


@pytest.mark.parametrize("seed", range(40))
def test_mean_squares_are_those_of_the_analysis_of_variance(seed: int) -> None:
    scores = design(seed)
    ms = known(scores).mean_squares
    n, k = scores.shape
    total = scores.var() * n * k
    rows, columns = scores.mean(1).var() * n * k, scores.mean(0).var() * n * k
    expected = (rows / (n - 1), columns / (k - 1), (total - rows - columns) / ((n - 1) * (k - 1)))
    assert np.allclose((ms.targets, ms.raters, ms.error), expected, rtol=1e-12, atol=1e-12)
    assert isclose(ms.within, (total - rows) / (n * (k - 1)), rel_tol=1e-12, abs_tol=1e-12)
    f = stats.f_oneway(*scores)
    assert isclose(ms.targets / ms.within, f.statistic, rel_tol=1e-10)


def textbook(ms: MeanSquares, level: float) -> list[tuple[float, float]]:
    """McGraw and Wong 1996, table 7, as printed, with the quantiles of scipy."""
    n, k, msr, msc, mse, msw = ms
    tail = 1 - (1 - level) / 2
    pairs = []
    for noise, df2 in ((msw, n * (k - 1)), (mse, (n - 1) * (k - 1))):
        low, high = msr / noise / stats.f.ppf(tail, n - 1, df2), msr / noise * stats.f.ppf(tail, df2, n - 1)
        pairs.append(((low - 1) / (low + k - 1), (high - 1) / (high + k - 1)))
        pairs.append((1 - 1 / low, 1 - 1 / high))
    rho = (msr - mse) / (msr + (k - 1) * mse + k / n * (msc - mse))
    a, b = k * rho / (n * (1 - rho)), 1 + k * rho * (n - 1) / (n * (1 - rho))
    v = (a * msc + b * mse) ** 2 / ((a * msc) ** 2 / (k - 1) + (b * mse) ** 2 / ((n - 1) * (k - 1)))
    low, high = stats.f.ppf(tail, n - 1, v), stats.f.ppf(tail, v, n - 1)
    rest = k * msc + (k * n - k - n) * mse
    single = (n * (msr - low * mse) / (low * rest + n * msr), n * (high * msr - mse) / (rest + n * high * msr))
    mean = (
        n * (msr - low * mse) / (low * (msc - mse) + n * msr),
        n * (high * msr - mse) / (msc - mse + n * high * msr),
    )
    return [pairs[0], single, pairs[2], pairs[1], mean, pairs[3]]


@pytest.mark.parametrize("level", [0.8, 0.95, 0.99])
@pytest.mark.parametrize("seed", range(40))
def test_intervals_are_those_of_mcgraw_and_wong_at_any_level(seed: int, level: float) -> None:
    found = known(design(seed), level)
    assert found.level == level
    for icc, expected in zip(found.iccs, textbook(found.mean_squares, level), strict=True):
        if isinstance(icc.interval, Interval):
            assert np.allclose(icc.interval, expected, rtol=1e-10, atol=1e-10)


def test_nearly_all_random_designs_have_all_six_intervals() -> None:
    without = [seed for seed in range(40) if any(isinstance(icc.interval, Lacking) for icc in known(design(seed)).iccs)]
    assert len(without) <= 4, without


@pytest.mark.parametrize(
    ("condition", "people", "published"),
    [("FLAT", range(1, 10), (0.8985, 0.8986, 0.8998)), ("LCK", range(1, 9), (0.9088, 0.9092, 0.9275))],
)
def test_pushes_of_real_hands_repeat_as_was_found_before(
    condition: str, people: range, published: tuple[float, float, float]
) -> None:
    if not GIMBAL.exists():
        pytest.skip("the recordings of pushes on a force handle are not on this machine")
    scores = np.array([[_push(person, condition, trial) for trial in range(1, 6)] for person in people])
    found = known(scores).iccs
    assert tuple(round(number(icc.value), 4) for icc in found[:3]) == published


def _push(person: int, condition: str, trial: int) -> float:
    """Median |F| in the window that the author evaluates: both its ends count from the end of the recording."""
    forces = np.loadtxt(GIMBAL / f"S{person}_CN_{condition}_T{trial}.txt", delimiter=",", skiprows=1)[:, :3]
    return float(np.median(np.linalg.norm(forces, axis=1)[-200:-50]))


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
