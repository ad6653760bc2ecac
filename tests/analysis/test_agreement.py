"""Repeatability against published tables, pingouin and formulas written a second time."""

from math import isclose
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from numpy.typing import NDArray
from scipy import stats

from analysis.anova import MeanSquares
from analysis.icc import Icc
from analysis.lacking import Interval, Lacking
from tests.analysis.scores import SHROUT_FLEISS, known, number

Table = NDArray[np.float64]

GIMBAL = Path(__file__).parents[3] / "shared" / "data" / "gimbal"


def interval(icc: Icc) -> Interval:
    assert isinstance(icc.interval, Interval), icc.interval
    return icc.interval


def design(seed: int) -> Table:
    """A random design: targets, raters who differ, noise; strong and weak ones."""
    rng = np.random.default_rng(seed)
    n, k = int(rng.integers(3, 41)), int(rng.integers(2, 7))
    scales = rng.uniform(0.2, 3.0, 3)
    targets, raters, noise = rng.normal(size=(n, 1)), rng.normal(size=k), rng.normal(size=(n, k))
    return np.asarray(30 + scales[0] * targets + scales[1] * raters + scales[2] * noise)


def by_pingouin(scores: Table) -> pd.DataFrame:
    import pingouin  # brings libraries of plots: seconds, and every process that collects tests would wait

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
