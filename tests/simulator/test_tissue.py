from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.tissue import Tissue
from simulator.tissue_kind import SITES, STEP_S, Softening, TissueKind

ELASTIC = TissueKind(shares=(0.0, 0.0, 0.0))
RIGID_N_PER_MM = 1e5
"""A spring so stiff that it sets the depth."""


def press(tissue: Tissue, points_mm: list[float], spring_n_per_mm: float = RIGID_N_PER_MM) -> list[float]:
    return tissue.press(np.array(points_mm, np.float64), spring_n_per_mm)


def law_n(depth_mm: float, kind: TissueKind = ELASTIC) -> float:
    return kind.k1_n_per_mm * depth_mm + kind.k2_n_per_mm2 * depth_mm**2


def test_ten_millimetres_give_twenty_newtons() -> None:
    assert press(Tissue(ELASTIC), [10.0 + 20.0 / 2.0], 2.0) == [pytest.approx(20.0)]
    assert TissueKind().depth_mm(np.array([20.0]))[0] == pytest.approx(10.0)


@given(st.floats(0.01, 60), st.floats(0.1, 20))
def test_spring_and_tissue_balance(reference_mm: float, spring_n_per_mm: float) -> None:
    (force_n,) = press(Tissue(ELASTIC), [reference_mm], spring_n_per_mm)
    assert force_n == pytest.approx(law_n(reference_mm - force_n / spring_n_per_mm), rel=1e-9, abs=1e-9)


@given(st.floats(0, 160), st.sampled_from(list(SITES.values())))
def test_depth_is_the_inverse_of_the_law_at_every_site(force_n: float, kind: TissueKind) -> None:
    assert law_n(float(kind.depth_mm(np.array([force_n]))[0]), kind) == pytest.approx(force_n, abs=1e-9)


@given(st.floats(-20, 0))
def test_a_tip_above_the_skin_feels_nothing(reference_mm: float) -> None:
    assert press(Tissue(TissueKind()), [reference_mm], 2.0) == [0.0]


def test_after_a_step_the_force_relaxes_by_the_prony_series() -> None:
    kind = TissueKind()
    forces = press(Tissue(kind), [10.0] * 6000)
    for k in (0, 10, 50, 350, 1800, 5999):
        relaxed = sum(
            g * (1 - math.exp(-(k + 0.5) * STEP_S / t)) for g, t in zip(kind.shares, kind.times_s, strict=True)
        )
        assert forces[k] == pytest.approx(20.0 * (1 - relaxed), rel=2e-4)
    assert all(later <= earlier for earlier, later in itertools.pairwise(forces))


def test_a_ramp_meets_the_convolution_integral() -> None:
    kind, rate_mm_per_s, time_s = TissueKind(), 5.0, 2.0
    steps = range(1, round(time_s / STEP_S) + 1)
    force_n = press(Tissue(kind), [rate_mm_per_s * step * STEP_S for step in steps])[-1]
    first, second = kind.k1_n_per_mm * rate_mm_per_s, 2 * kind.k2_n_per_mm2 * rate_mm_per_s**2
    expected_n = (1 - sum(kind.shares)) * law_n(rate_mm_per_s * time_s, kind)
    for share, t in zip(kind.shares, kind.times_s, strict=True):  # the integral of exp(-(T - s) / t) (first + second s)
        gone = 1 - math.exp(-time_s / t)
        expected_n += share * (first * t * gone + second * (t * time_s - t * t * gone))
    assert force_n == pytest.approx(expected_n, rel=2e-4)


def test_pressing_and_easing_off_gives_less_work_back_than_it_took() -> None:
    depths = [step / 10 for step in [*range(1, 101), *range(99, -1, -1)]]
    forces = press(Tissue(TissueKind()), depths)
    work = [f * (b - a) for f, a, b in zip(forces[1:], depths, depths[1:], strict=False)]
    assert sum(work[:99]) > 0 > sum(work[99:])
    assert sum(work) > 0.05 * sum(work[:99])


def test_a_softening_takes_its_share_of_the_stiffness_from_its_time_on() -> None:
    kind = TissueKind(shares=(0.0, 0.0, 0.0), softenings=(Softening(at_s=5.0, share=0.2, tau_s=1.0),))
    forces = press(Tissue(kind), [10.0] * 2000)
    assert forces[: round(5 / STEP_S)] == [pytest.approx(20.0, rel=1e-4)] * 500
    assert forces[599] == pytest.approx(20 * (1 - 0.2 * (1 - math.exp(-1))), rel=2e-3)
    assert forces[-1] == pytest.approx(16.0, rel=1e-3)


def test_a_softening_lets_a_spring_sink_deeper() -> None:
    kind = TissueKind(shares=(0.0, 0.0, 0.0), softenings=(Softening(at_s=1.0, share=0.2, tau_s=0.5),))
    forces = press(Tissue(kind), [20.0] * 2000, 2.0)
    depth_mm = 20.0 - forces[-1] / 2.0
    assert forces[0] == pytest.approx(20.0)
    assert forces[-1] == pytest.approx(0.8 * law_n(depth_mm), rel=1e-3)
    assert 16.0 < forces[-1] < 20.0


@given(st.lists(st.floats(-5, 30), min_size=2, max_size=40))
def test_the_skin_never_pulls(references_mm: list[float]) -> None:
    assert min(press(Tissue(TissueKind()), references_mm, 2.0)) >= 0


@given(st.lists(st.floats(-5, 30), min_size=2, max_size=40), st.integers(1, 39))
def test_how_many_points_one_gives_at_a_time_does_not_matter(points_mm: list[float], cut: int) -> None:
    kind = TissueKind(softenings=(Softening(0.1, 0.1, 0.1),))
    once, twice = Tissue(kind), Tissue(kind)
    halves = press(twice, points_mm[:cut], 2.0) + press(twice, points_mm[cut:], 2.0)
    assert press(once, points_mm, 2.0) == halves


def test_the_order_of_stiffness_of_the_sites_is_as_it_is_said() -> None:
    depth_mm = {name: float(kind.depth_mm(np.array([30.0]))[0]) for name, kind in SITES.items()}
    assert depth_mm["gluteus"] > depth_mm["thigh"] > depth_mm["calf"] > depth_mm["forearm"]
    assert SITES["calf"].k1_n_per_mm == pytest.approx(1.5 * SITES["thigh"].k1_n_per_mm)
    assert depth_mm["block"] < 0.2
