from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.tissue import STEP_S, Tissue, TissueKind

ELASTIC = TissueKind(shares=(0.0, 0.0, 0.0))
RIGID_N_PER_MM = 1e5
"""A spring so stiff that it sets the depth."""


def law_n(depth_mm: float, kind: TissueKind = ELASTIC) -> float:
    return kind.k1_n_per_mm * depth_mm + kind.k2_n_per_mm2 * depth_mm**2


def test_ten_millimetres_give_twenty_newtons() -> None:
    assert Tissue(ELASTIC).press(10.0 + 20.0 / 2.0, 2.0) == pytest.approx(20.0)
    assert TissueKind().depth_mm(20.0) == pytest.approx(10.0)


@given(st.floats(0.01, 60), st.floats(0.1, 20))
def test_spring_and_tissue_balance(reference_mm: float, spring_n_per_mm: float) -> None:
    force_n = Tissue(ELASTIC).press(reference_mm, spring_n_per_mm)
    assert force_n == pytest.approx(law_n(reference_mm - force_n / spring_n_per_mm), rel=1e-9, abs=1e-9)


@given(st.floats(0, 160))
def test_depth_is_the_inverse_of_the_law(force_n: float) -> None:
    assert law_n(TissueKind().depth_mm(force_n)) == pytest.approx(force_n, abs=1e-9)


@given(st.floats(-20, 0))
def test_a_tip_above_the_skin_feels_nothing(reference_mm: float) -> None:
    assert Tissue(TissueKind()).press(reference_mm, 2.0) == 0.0


def test_after_a_step_the_force_relaxes_by_the_prony_series() -> None:
    kind, tissue, depth_mm = TissueKind(), Tissue(TissueKind()), 10.0
    forces = [tissue.press(depth_mm, RIGID_N_PER_MM) for _ in range(60_000)]
    for k in (0, 10, 500, 3_500, 18_000, 59_999):
        relaxed = sum(
            g * (1 - math.exp(-(k + 0.5) * STEP_S / t)) for g, t in zip(kind.shares, kind.times_s, strict=True)
        )
        assert forces[k] == pytest.approx(20.0 * (1 - relaxed), rel=1e-4)
    assert all(later <= earlier for earlier, later in itertools.pairwise(forces))


def test_a_ramp_meets_the_convolution_integral() -> None:
    kind, tissue, rate_mm_per_s, time_s = TissueKind(), Tissue(TissueKind()), 5.0, 2.0
    for step in range(1, round(time_s / STEP_S) + 1):
        force_n = tissue.press(rate_mm_per_s * step * STEP_S, RIGID_N_PER_MM)
    first, second = kind.k1_n_per_mm * rate_mm_per_s, 2 * kind.k2_n_per_mm2 * rate_mm_per_s**2
    expected_n = (1 - sum(kind.shares)) * law_n(rate_mm_per_s * time_s, kind)
    for share, t in zip(kind.shares, kind.times_s, strict=True):  # the integral of exp(-(T - s) / t) (first + second s)
        gone = 1 - math.exp(-time_s / t)
        expected_n += share * (first * t * gone + second * (t * time_s - t * t * gone))
    assert force_n == pytest.approx(expected_n, rel=1e-4)


def test_pressing_and_easing_off_gives_less_work_back_than_it_took() -> None:
    tissue, path = Tissue(TissueKind()), [*range(1, 1001), *range(999, -1, -1)]
    depths = [step / 100 for step in path]
    forces = [tissue.press(depth_mm, RIGID_N_PER_MM) for depth_mm in depths]
    work = [f * (b - a) for f, a, b in zip(forces[1:], depths, depths[1:], strict=False)]
    assert sum(work[:999]) > 0 > sum(work[999:])
    assert sum(work) > 0.05 * sum(work[:999])


@given(st.lists(st.floats(-5, 30), min_size=2, max_size=40))
def test_the_skin_never_pulls(references_mm: list[float]) -> None:
    tissue = Tissue(TissueKind())
    assert all(tissue.press(reference_mm, 2.0) >= 0 for reference_mm in references_mm)
