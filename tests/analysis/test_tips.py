"""Another tip is put on."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.hold import Code, Hold
from analysis.settings import Settings
from analysis.stream import Analysis
from protocol.blocks import SampleBlock


def press(start_s: float, end_s: float, force_n: float) -> SampleBlock:
    """Readings at 100 Hz up to 1 s after a press that begins 1 s after the first of them."""
    index = np.arange(round(100 * (start_s - 1)), round(100 * (end_s + 1)))
    pressed = (index >= 100 * start_s) & (index < 100 * end_s)
    return SampleBlock.of(index, index * 10_000, np.where(pressed, force_n, 0.0))


def doses(holds: list[Hold]) -> list[float | None]:
    return [hold.dose_kpa_s for hold in holds]


def analysis() -> Analysis:
    return Analysis(Settings(period_us=10_000, area_cm2=1.0, full_scale_n=100.0))


def test_each_hold_counts_for_the_tip_that_was_on() -> None:
    chain = analysis()
    holds = list(chain.update(press(1, 3, 20)))
    chain.retip(2.0)
    holds += chain.update(press(5, 7, 20))
    first, second = doses([*holds, *chain.finish()])
    assert first == pytest.approx(2 * 20 * 10, rel=0.01)
    assert second == pytest.approx(2 * 20 * 5, rel=0.01)


@pytest.mark.parametrize("into_s", [1.0, 2.1])
def test_a_hold_in_which_the_tip_is_changed_has_no_dose(into_s: float) -> None:
    """Pressing, and in the wait whether the let-go lasts."""
    chain, readings = analysis(), press(1, 3, 20)
    cut = round(100 * (1 + into_s))
    holds = list(chain.update(readings[:cut]))
    before_kpa_s = chain.live.dose_kpa_s
    chain.retip(2.0)
    assert (before_kpa_s is None, chain.live.dose_kpa_s is None) == (False, True)
    (hold,) = [*holds, *chain.update(readings[cut:]), *chain.finish()]
    assert (hold.dose_kpa_s, hold.dose_high_kpa_s, hold.mean_kpa) == (None, None, None)
    assert Code.NO_AREA in {verdict.code for verdict in hold.verdicts}
    assert hold.impulse_n_s == pytest.approx(40, rel=0.01)


def test_a_tip_that_nobody_knows_has_no_dose_from_then_on() -> None:
    chain = analysis()
    chain.retip(None)
    (hold,) = [*chain.update(press(1, 3, 20)), *chain.finish()]
    assert hold.dose_kpa_s is None
