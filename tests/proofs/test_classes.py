"""The short form of `make class`."""

from __future__ import annotations

import pytest

from tests.proofs.classes import LASTS_S, LIMIT_PERCENT, RATE_HZ, TOOLS, held, teach


def test_eight_tools_over_one_radio_lose_nothing() -> None:
    light = held(1, target_n=5, for_s=2)
    found = teach(light)
    assert len(found.seats) == TOOLS
    assert {(each.lost, each.malformed, each.scored, each.trials) for each in found.seats} == {(0, 0, 1, 1)}
    assert len({each.serial for each in found.seats}) == TOOLS
    least = RATE_HZ * (light.lasts_s - light.rest_s)
    assert all(each.readings >= least for each in found.seats)


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_for_ten_minutes_they_need_at_most_four_fifths_of_a_core() -> None:
    found = teach(held(round(LASTS_S / held(1).lasts_s) + 1))
    assert found.lasted_s >= LASTS_S
    assert {(each.lost, each.malformed) for each in found.seats} == {(0, 0)}
    assert all(each.scored == each.trials for each in found.seats)
    assert found.core_percent <= LIMIT_PERCENT
