from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.clock_exchanges import TICK_S, Exchange
from analysis.clock_skew import EARLY, SkewBounds


def exchange(at_s: float, *, skew_ppm: float = 0.0, there_s: float = 0.010, back_s: float = 0.030) -> Exchange:
    """At this time of the host's; the tool needs 2 ms for its answer and was switched on at 0."""
    rate = 1e6 + skew_ppm
    receipt_us, queued_us = round((at_s + there_s) * rate), round((at_s + there_s + 0.002) * rate)
    return Exchange(at_s, receipt_us, queued_us, at_s + there_s + 0.002 + back_s)


def bounds(*exchanges: Exchange) -> SkewBounds:
    skew = SkewBounds()
    for each in exchanges:
        skew.update(each)
    return skew


def test_one_exchange_says_nothing_of_the_skew() -> None:
    assert SkewBounds().best is None
    assert bounds(exchange(0.0)).best is None


def test_two_exchanges_bound_it_by_their_own_widths_over_the_time_between() -> None:
    best = bounds(exchange(0.0), exchange(100.0)).best
    assert best is not None
    # each knows host minus tool within 40 ms and two ticks; together 80 ms in 100 s
    assert best.low_ppm == pytest.approx(-400, rel=2e-3)
    assert best.high_ppm == pytest.approx(400, rel=2e-3)


def test_a_fast_tool_has_a_positive_skew() -> None:
    best = bounds(
        exchange(0.0, skew_ppm=50.0, there_s=0, back_s=0), exchange(1000.0, skew_ppm=50.0, there_s=0, back_s=0)
    ).best
    assert best is not None
    assert best.low_ppm == pytest.approx(50, abs=5)
    assert best.high_ppm == pytest.approx(50, abs=5)
    assert best.low_ppm < 50 < best.high_ppm


def test_the_best_of_the_early_exchanges_is_where_the_time_begins() -> None:
    slow = [exchange(0.1 * number, back_s=1.0) for number in range(EARLY - 1)]
    quick = exchange(1.0, there_s=0.0, back_s=0.001)
    last = exchange(1001.0, there_s=0.0, back_s=0.001)
    best = bounds(*slow, quick, last).best
    assert best is not None
    assert best.high_ppm - best.low_ppm == pytest.approx(2 * (1000 + 2e6 * TICK_S) / 1000, rel=0.11)
    late = bounds(*slow, exchange(0.9, back_s=1.0), quick, last).best
    assert late is not None
    assert late.high_ppm - late.low_ppm > 1000


def test_a_slow_exchange_later_on_takes_nothing_back() -> None:
    known = bounds(exchange(0.0), exchange(100.0))
    before = known.best
    known.update(exchange(101.0, back_s=3.0))
    assert known.best == before
    known.update(exchange(200.0))
    assert known.best != before


def test_exchanges_that_contradict_themselves_or_pass_no_time_say_nothing() -> None:
    wrong = exchange(50.0)._replace(queued_us=0)
    assert bounds(exchange(0.0), wrong).best is None
    assert bounds(wrong).best is None
    same = exchange(0.0, back_s=0.5)
    assert bounds(exchange(0.0), same).best is None


def test_clocks_that_stand_still_give_bounds_and_no_fault() -> None:
    best = bounds(exchange(10.0), exchange(20.0)._replace(sent_s=0.0, received_s=10.1)).best
    assert best is not None
    assert -inf < best.low_ppm < best.high_ppm < inf


WAYS = st.tuples(st.floats(0.1, 60), st.floats(0, 0.5), st.floats(0, 0.5))


@given(st.floats(-100, 100), st.lists(WAYS, min_size=2, max_size=30))
def test_the_truth_always_lies_within(skew_ppm: float, ways: list[tuple[float, float, float]]) -> None:
    skew, now_s = SkewBounds(), 0.0
    for pause_s, there_s, back_s in ways:
        now_s += pause_s + 1.0
        skew.update(exchange(now_s, skew_ppm=skew_ppm, there_s=there_s, back_s=back_s))
    assert skew.best is not None
    assert skew.best.low_ppm <= skew_ppm <= skew.best.high_ppm
