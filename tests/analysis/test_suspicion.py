from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from analysis.relaxation import MAX_TICKS, TAUS_S, TICK_S
from analysis.suspicion import KEEP, UNREST_FLOOR, Suspicion, Unrest

LEARNED = 55
"""10 ticks of fit, 5 more until there is a change, 40 changes."""


def weighed(values: list[float]) -> list[float | None]:
    suspicion = Suspicion()
    return [suspicion.update(value) for value in values]


def test_unrest_is_a_mean_that_forgets() -> None:
    unrest = Unrest()
    unrest.update(0.02)
    assert unrest.share == pytest.approx(0.02)
    unrest.update(-0.04)
    assert unrest.share == pytest.approx((KEEP * 0.02 + 0.04) / (KEEP + 1))
    assert abs(KEEP**100 - 0.5) < 1e-12


def test_unrest_is_never_below_its_floor() -> None:
    unrest = Unrest()
    assert unrest.share == UNREST_FLOOR
    unrest.update(0.001)
    assert unrest.share == UNREST_FLOOR


@pytest.mark.parametrize(("before", "counted"), [(19, 1.0), (20, 0.08)])
def test_a_large_change_counts_four_times_the_unrest_once_that_is_known(before: int, counted: float) -> None:
    unrest = Unrest()
    for _ in range(before):
        unrest.update(0.02)
    weights = KEEP * (1 - KEEP**before) / (1 - KEEP)
    unrest.update(1.0)
    assert unrest.share == pytest.approx((weights * 0.02 + counted) / (weights + 1))


def test_a_steady_force_is_above_suspicion_once_learned() -> None:
    assert weighed([30.0] * 600) == [None] * LEARNED + [0.0] * (600 - LEARNED)


@pytest.mark.parametrize("tau_s", TAUS_S)
def test_a_relaxation_is_above_suspicion(tau_s: float) -> None:
    values = 24 + 6 * np.exp(-np.arange(600) * TICK_S / tau_s)
    assert max(each or 0 for each in weighed(values.tolist())) < 1e-6


def test_the_first_tick_of_a_fall_weighs_by_its_slope() -> None:
    # residual -0.2 at the end of 20 ticks: 9.5 * 0.2 / 665 a tick, ten times that a second, floor 0.011, alarm 3.5
    assert weighed([30.0] * 60 + [24.0])[-1] == pytest.approx(9.5 * 0.2 / 665 * 10 / 0.011 / 3.5)


def test_it_is_the_larger_of_slope_and_cusum_as_another_way_finds_them() -> None:
    rng = np.random.default_rng(5)
    time_s = np.arange(220) * TICK_S
    values = 26 + 4 * np.exp(-time_s / 5) + 0.2 * rng.normal(0, 1, 220).cumsum() * 0.5 - np.where(time_s > 15, 2.5, 0)
    values[[170, 176]] += [-9, 9]
    slopes, cusums = reference(values)
    assert (cusums > slopes).any()
    assert (slopes > cusums).any()
    expected = np.maximum(slopes, cusums)
    np.testing.assert_allclose(np.array(weighed(values.tolist())[LEARNED:], float), expected, rtol=1e-4, atol=1e-6)


def reference(values: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Slope and CUSUM over their alarms, from definitions: solver, polynomial, running minimum."""
    residuals = np.array([residual(values[:n], values[n]) for n in range(10, len(values))])
    unrest = unrests(np.abs(residuals[5:] - residuals[:-5]))
    slopes, steps = [], []
    for n in range(LEARNED - 10, len(residuals)):
        slopes.append(-np.polyfit(np.arange(20) * TICK_S, residuals[n - 19 : n + 1], 1)[0] / unrest[n - 5] / 3.5)
        steps.append(np.clip(-residuals[n] / unrest[n - 5], -6, 6) - 2)
    sums = np.cumsum(steps)
    return np.array(slopes), (sums - np.minimum(np.minimum.accumulate(sums), 0)) / 45


def residual(known: NDArray[np.float64], value: float) -> float:
    """What the best fit of the bank to `known` lacks at the next tick, as a share of their mean."""
    time_s = np.arange(len(known) + 1) * TICK_S
    least, expected = float(np.sum((known - known.mean()) ** 2)), float(known.mean())
    for tau_s in TAUS_S:
        columns = np.stack([np.ones_like(time_s), np.exp(-time_s / tau_s)], axis=1)
        solution = np.linalg.lstsq(columns[:-1], known)[0]
        left_over = float(np.sum((known - columns[:-1] @ solution) ** 2))
        if solution[1] > 0 and left_over < least:
            least, expected = left_over, float(columns[-1] @ solution)
    return (value - expected) / float(known.mean())


def unrests(changes: NDArray[np.float64]) -> list[float]:
    """What is known of the unrest before each change and after the last."""
    seen: list[float] = []
    shares = [0.011]
    for n, change in enumerate(changes):
        seen.append(min(change, 4 * shares[-1]) if n >= 20 else change)
        weights = 0.5 ** (np.arange(len(seen))[::-1] / 100)
        shares.append(max(0.011, float(np.average(seen, weights=weights))))
    return shares


def test_a_fall_of_a_fifth_raises_an_alarm_within_half_a_second() -> None:
    last = weighed([30.0] * 60 + [24.0] * 5)[-1]
    assert last is not None
    assert last >= 1


def test_the_same_fall_weighs_less_under_a_restless_hand() -> None:
    noise = np.random.default_rng(3).normal(0, 1.5, 120)
    steady, restless = [30.0] * 120 + [27.0], [*(30 + noise).tolist(), 27.0]
    assert (weighed(restless)[-1] or 0) < (weighed(steady)[-1] or 0) / 2


def test_it_is_full_after_five_minutes() -> None:
    suspicion = Suspicion()
    for _ in range(MAX_TICKS):
        assert not suspicion.full
        suspicion.update(30.0)
    assert suspicion.full
