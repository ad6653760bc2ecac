"""The short form of docs/detection.md.

Seeds are fixed, so a run repeats digit by digit and cannot fail by chance. The limits are three standard errors of
these smaller numbers wide of what the page promises, so that only a change of what is found can cross them.
"""

from __future__ import annotations

import math

import pytest

from tests.proofs.detection import COLLAR
from tests.proofs.press import BRACED_N_PER_MM, FREE_N_PER_MM, Scene, Yield
from tests.proofs.softenings import false_alarms, found, spoken

SHORT = 2
"""First number of every seed here: neither those the alarms were set on nor those of the page."""


def braced(softening: Yield | None = None, noise_percent: float = 2.0) -> Scene:
    return Scene(BRACED_N_PER_MM, guided=False, noise_percent=noise_percent, softening=softening)


def test_a_braced_tool_raises_a_false_alarm_in_ten_minutes() -> None:
    # 270 minutes: 0.1 a minute is 27 alarms with a standard deviation of 5.2
    rate = false_alarms(spoken(braced(), 300, (SHORT, 1)), 62.0).value
    assert 0.04 < rate < 0.16


@pytest.mark.parametrize("noise_percent", [0.5, 8.0])
def test_neither_a_steady_nor_a_restless_hand_raises_more(noise_percent: float) -> None:
    assert false_alarms(spoken(braced(noise_percent=noise_percent), 100, (SHORT, 2)), 62.0).value < 0.2


@pytest.mark.parametrize(("tau_s", "promised", "limit"), [(0.5, 0.97, 0.93), (2.0, 0.96, 0.91), (5.0, 0.80, 0.70)])
def test_a_softening_of_a_fifth_is_found(tau_s: float, promised: float, limit: float) -> None:
    result = found(spoken(braced(Yield(20, tau_s)), 150, (SHORT, 3)))
    assert result.share.value >= limit
    assert result.share.high >= promised


def test_under_a_hand_that_follows_a_target_force_finds_little_and_stiffness_much() -> None:
    scene = Scene(FREE_N_PER_MM, guided=True, noise_percent=2.0, softening=Yield(20, 2))
    assert found(spoken(scene, 60, (SHORT, 4))).share.value < 0.5
    assert found(spoken(scene, 60, (SHORT, 4), COLLAR)).share.value > 0.8


def test_a_hand_that_lets_go_says_nothing() -> None:
    scene = Scene(BRACED_N_PER_MM, guided=False, noise_percent=2.0, hold_s=15.0, let_go_s=1.0)
    at_s = spoken(scene, 60, (SHORT, 5)).at_s
    assert not ((at_s > 17) & (at_s < math.inf)).any()
