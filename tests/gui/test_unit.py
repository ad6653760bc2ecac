"""The unit of the large number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.unit import Unit, scale
from gui.words import asked
from tests.gui.stage import view


@pytest.mark.parametrize(
    ("unit", "shown", "decimals"),
    [
        (Unit.KPA, 400.0, 0),
        (Unit.N_CM2, 40.0, 1),
        (Unit.KGF_CM2, 4.0789, 2),
        (Unit.N, 40.0, 1),
        (Unit.LBF, 8.9924, 1),
    ],
)
def test_forty_newtons_on_a_square_centimetre(unit: Unit, shown: float, decimals: int) -> None:
    found = scale(unit, 10.0)
    assert 40.0 * found.per_n == pytest.approx(shown, rel=1e-4)
    assert (found.unit, found.decimals) == (unit, decimals)


@given(st.sampled_from([Unit.KPA, Unit.N_CM2, Unit.KGF_CM2]))
def test_without_the_tips_area_no_pressure_is_shown(unit: Unit) -> None:
    assert scale(unit, None) == (Unit.N, 1.0, 1)


def test_a_force_needs_no_area() -> None:
    assert scale(Unit.LBF, None) == scale(Unit.LBF, 7.0)


def test_the_target_is_in_the_unit_of_the_number() -> None:
    assert asked(view(), Unit.KGF_CM2) == "target 3.67–4.49 kgf/cm² · limit 5.10 kgf/cm²"
    assert asked(view(kpa_per_n=None), Unit.LBF) == "target 8.1–9.9 lbf · limit 11.2 lbf"
