"""The watch for softening inside the whole analysis."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from numpy.typing import NDArray

from analysis.advisory import Off, Softening, Warming, Watching, Why
from analysis.hold import Hold
from analysis.settings import Settings
from analysis.stream import Analysis
from protocol.blocks import SampleBlock, SampleFlag
from tests.analysis.presses import BENCH, block, codes, cuts, only, parts, press

BRACED = replace(BENCH, target_n=None, cap_n=None, braced=True)


def softening(at_s: float = 20.0, share: float = 0.25) -> NDArray[np.float64]:
    """A braced press of 30 s at 30 N with a hand's noise, whose force falls by a quarter within a second or two."""
    force_n = press(lasts_s=30)
    time_s = np.arange(len(force_n)) / 100
    noise = np.random.default_rng(5).normal(0, 0.01, len(force_n))
    lost = share * -np.expm1(-np.clip(time_s - at_s, 0, None) / 0.5)
    return force_n * (1 - lost) * (1 + noise)


def watched(force_n: NDArray[np.float64], settings: Settings = BRACED) -> tuple[Hold, list[type]]:
    analysis, seen = Analysis(settings), []
    holds: list[Hold] = []
    for part in parts(block(force_n), [10]):
        holds += analysis.update(part)
        seen.append(type(analysis.live.advisory))
    holds += analysis.finish()
    return holds[0], seen


def test_a_force_that_gives_way_in_a_braced_hold_is_said_once_and_kept_with_the_hold() -> None:
    hold, seen = watched(softening())
    assert len(hold.softening_s) == 1
    middle_of_a_tick = 10 * (hold.start_s + hold.softening_s[0] - 0.045)
    assert middle_of_a_tick == pytest.approx(round(middle_of_a_tick), abs=1e-6)
    assert 20 + 1 - 1.04 < hold.softening_s[0] < 20 + 5 - 1.04
    assert seen.count(Softening) == 1
    assert {Off, Warming, Watching} <= set(seen)
    assert "softening_s" not in codes(hold)


def test_a_hold_without_a_softening_has_none() -> None:
    hold, seen = watched(softening(share=0.0))
    assert (hold.softening_s, seen.count(Softening)) == ((), 0)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (replace(BRACED, target_n=30.0), "a target is on the screen"),
        (replace(BRACED, braced=False), "a free hand"),
        (replace(BRACED, period_us=200_000), "ten readings a second"),
    ],
)
def test_where_softening_is_not_watched_the_hold_says_why(settings: Settings, words: str) -> None:
    force_n = softening()[:: settings.period_us // 10_000]
    hold = only(block(force_n, settings.period_us), settings)
    (why,) = [verdict.text for verdict in hold.verdicts if verdict.metric == "softening_s"]
    assert words in why
    assert (codes(hold)["softening_s"], hold.softening_s) == ("not_watched", ())


def test_a_saturated_hold_is_not_watched() -> None:
    readings = block(softening())
    flags = np.where(np.arange(len(readings)) == 300, int(SampleFlag.SATURATED_HIGH), 0).astype(np.uint8)
    hold = only(SampleBlock(readings.index, readings.time_us, readings.force_q, flags), BRACED)
    assert (codes(hold)["softening_s"], hold.softening_s) == ("not_watched", ())


def test_a_target_that_comes_on_the_screen_ends_the_watch() -> None:
    analysis = Analysis(BRACED)
    readings = block(softening())
    analysis.update(readings[:1500])
    assert str(analysis.live.advisory).startswith("Watching")
    analysis.retarget(30.0, 10.0, None)
    assert analysis.live.advisory == Off(Why.TARGET_SHOWN)
    (hold,) = analysis.update(readings[1500:])
    assert hold.softening_s == ()


def test_the_same_target_again_changes_nothing() -> None:
    analysis = Analysis(BRACED)
    analysis.update(block(softening())[:1500])
    analysis.retarget(None, 5.0, 20.0)
    assert isinstance(analysis.live.advisory, Watching)


def test_without_the_target_the_watch_begins_again() -> None:
    analysis = Analysis(BRACED)
    readings = block(softening())
    analysis.retarget(30.0, 10.0, None)
    analysis.update(readings[:500])
    analysis.retarget(None, None, None)
    analysis.update(readings[500:520])
    assert analysis.live.advisory == Warming()


def test_two_softenings_of_a_hold_are_both_kept_and_none_of_a_touch_before() -> None:
    """In the touch softening was said as well, but it is too short for a hold."""
    again = press(lasts_s=60) * (softening_twice() / 30)
    touch = softening()
    hold = only(block(np.concatenate([touch, again])), replace(BRACED, min_hold_s=40.0))
    begins_s = len(touch) / 100 + 1.04
    assert hold.start_s == pytest.approx(begins_s)
    assert len(hold.softening_s) == 2
    assert 19 < hold.softening_s[0] < 24
    assert 49 < hold.softening_s[1] < 54


def softening_twice() -> NDArray[np.float64]:
    """The force of a braced press that gives way by a quarter at 20 s and again at 50 s, with a hand's noise."""
    time_s = np.arange(len(press(lasts_s=60))) / 100
    noise = np.random.default_rng(6).normal(0, 0.01, len(time_s))
    kept = [1 + 0.25 * np.expm1(-np.clip(time_s - at_s, 0, None) / 0.5) for at_s in (20, 50)]
    force_n: NDArray[np.float64] = 30 * kept[0] * kept[1] * (1 + noise)
    return force_n


def test_after_a_called_let_go_nothing_is_watched() -> None:
    analysis = Analysis(BRACED)
    readings = block(softening())
    analysis.update(readings[:2000])
    analysis.call_let_go(int(readings.time_us[1999]))
    (hold,) = analysis.update(readings[2000:])
    assert hold.softening_s == ()


@cache
def uncut() -> tuple[SampleBlock, Hold]:
    """Readings, and their hold when they come as one block; the same for all examples."""
    readings = block(softening())
    return readings, only(readings, BRACED)


@given(lengths=cuts)
def test_the_watch_does_not_depend_on_how_the_stream_was_cut(lengths: list[int]) -> None:
    readings, whole = uncut()
    analysis = Analysis(BRACED)
    holds = [hold for part in parts(readings, lengths) for hold in analysis.update(part)]
    assert [*holds, *analysis.finish()] == [whole]


def test_what_was_said_in_a_touch_too_short_to_be_a_hold_belongs_to_none() -> None:
    strict = replace(BRACED, min_hold_s=40.0)
    twice = np.concatenate([softening(), press(lasts_s=50)])
    hold = only(block(twice), strict)
    assert hold.softening_s == ()
