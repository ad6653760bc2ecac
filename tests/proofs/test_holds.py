"""The short form of docs/simulated-hands.md: fitted hands stay near the published figures."""

from __future__ import annotations

import pytest

from tests.proofs.holds import Task, fall, spread_percent, variation_percent

PEOPLE = 24


def test_an_unseen_force_falls_as_physiotherapists_do_by_hand() -> None:
    fallen = fall(Task("novice"), PEOPLE)
    assert fallen.at_11_to_15_s == pytest.approx(-9, abs=2.5)
    assert fallen.on_average == pytest.approx(-12, abs=3)


def test_with_a_tool_it_falls_less() -> None:
    fallen = fall(Task("with a tool"), PEOPLE)
    assert fallen.at_11_to_15_s == pytest.approx(-3, abs=1.5)
    assert fallen.on_average == pytest.approx(-7, abs=2)


@pytest.mark.parametrize(("looking", "percent", "off"), [(True, 6.0, 1.0), (False, 10.5, 1.5)])
def test_a_hold_varies_as_it_was_measured_with_vision_and_without(looking: bool, percent: float, off: float) -> None:
    assert variation_percent(Task("novice", for_s=120, looking=looking), PEOPLE) == pytest.approx(percent, abs=off)


def test_people_differ_in_what_they_think_right() -> None:
    assert spread_percent(Task("novice", for_s=10), 200) == pytest.approx(48, abs=7)


def test_who_looks_makes_up_for_tissue_that_relaxes() -> None:
    unseen, seen = (fall(Task("practised", "trapezius", looking=looking), 4) for looking in (False, True))
    assert unseen.on_average < -4
    assert abs(seen.on_average) < 1.5
