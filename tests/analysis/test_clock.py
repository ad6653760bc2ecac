"""Clocks against links with a known truth, closed forms and arbitrary nonsense."""

from itertools import pairwise
from math import isclose, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.clock import ClockMap, ClockMethod
from analysis.clock_delays import Arrival, DelayClock
from analysis.clock_exchanges import Bounds, Exchange, ExchangeClock, bounds_of
from tests.analysis.link_times import Air, Times, link_times

AIRS = {
    "15 ms": Air(),
    "12.5 ms, in step with the packets": Air(interval_s=0.0125),
    "30 ms, a telephone": Air(interval_s=0.030, tail_s=0.004, stall=0.01),
    "45 ms, a busy air": Air(interval_s=0.045, lost=0.2, tail_s=0.006, stall=0.02),
    "1 kHz": Air(rate_hz=1000, per_packet=50),
}
SKEWS_PPM = [35, -20, 80, 5, -50, 20]
"""One for each seed."""

Links = list[Times]


@pytest.fixture(params=AIRS, scope="module")
def links(request: pytest.FixtureRequest) -> Links:
    return [link_times(AIRS[request.param], ppm, 340.0, seed) for seed, ppm in enumerate(SKEWS_PPM)]


def followed(method: ClockMethod, arrivals: list[Arrival]) -> list[ClockMap]:
    """The mapping right after each observation."""
    assert method is not ClockMethod.EXCHANGES
    clock, maps = DelayClock(method), []
    for arrival in arrivals:
        clock.update(arrival)
        maps.append(known(clock.at(arrival.tool_us)))
    return maps


def known(found: ClockMap | None) -> ClockMap:
    assert found is not None
    return found


def scatter_s(maps: list[ClockMap], times: Times, after_s: float = 60.0) -> tuple[float, float]:
    """Median and root mean square around it of the errors later than `after_s`."""
    tool_s = np.array([found.tool_us / 1e6 for found in maps])
    errors = np.array([found.host_s for found in maps]) - times.crystal.host_s(tool_s)
    late = errors[tool_s > after_s]
    return float(np.median(late)), float(np.sqrt(np.mean((late - np.median(late)) ** 2)))


def test_sync_frames_map_the_clock_within_a_fifth_of_a_millisecond_and_one_of_delay(links: Links) -> None:
    for times in links:
        maps = followed(ClockMethod.RADIO, times.radio)
        delay_s, rms_s = scatter_s(maps, times)
        assert rms_s <= 0.2e-3
        assert 0.8e-3 < delay_s < 1.2e-3  # the stack's 1 ms, which nothing that goes one way can show
        errors_s = [found.error_s for found in maps if found.error_s is not None]
        assert rms_s / 3 <= np.median(errors_s) <= 1e-3


def test_sync_frames_tell_the_skew_within_one_ppm_after_five_minutes(links: Links) -> None:
    errors = []
    for times in links:
        clock = DelayClock(ClockMethod.RADIO)
        for arrival in times.radio:
            if arrival.tool_us > 300_000_000:
                break
            clock.update(arrival)
        errors.append(abs((known(clock.at(300_000_000)).skew_ppm or 1e9) - times.crystal.skew_ppm(300.0)))
    assert np.mean(errors) <= 1.0
    assert max(errors) <= 2.5  # the crystal itself wanders by 1 ppm in the window that is fitted


def test_arrivals_alone_map_the_clock_within_five_milliseconds_and_a_delay(links: Links) -> None:
    found = [scatter_s(followed(ClockMethod.ARRIVALS, times.readings), times) for times in links]
    assert sqrt(np.mean([rms_s**2 for _, rms_s in found])) <= 5e-3
    assert all(-0.002 < delay_s < 0.010 for delay_s, _ in found)


def test_arrivals_alone_never_tell_the_skew(links: Links) -> None:
    assert {found.skew_ppm for found in followed(ClockMethod.ARRIVALS, links[0].readings)} == {None}


def test_questions_bound_the_clock_from_both_sides_at_every_moment(links: Links) -> None:
    for times in links:
        clock, after = ExchangeClock(), [*times.exchanges[1:], None]
        for exchange, following in zip(times.exchanges, after, strict=True):
            clock.update(exchange)
            until_us = following.queued_us if following else exchange.queued_us + 10_000_000
            for tool_us in np.linspace(exchange.queued_us, until_us, 5).astype(int).tolist():
                found = known(clock.at(tool_us))
                assert found.error_s is not None
                truth_s = float(times.crystal.host_s(tool_us / 1e6))
                assert abs(found.host_s - truth_s) <= found.error_s < 0.3
        assert clock.contradictions == 0


def test_the_bounds_of_a_good_link_are_about_one_connection_interval_wide() -> None:
    for seed, ppm in enumerate(SKEWS_PPM):
        times = link_times(Air(), ppm, 420.0, seed)
        clock = ExchangeClock()
        for exchange in times.exchanges:
            clock.update(exchange)
        found = known(clock.at(times.exchanges[-1].queued_us))
        assert found.error_s is not None
        assert found.error_s < 0.016
        assert abs((found.skew_ppm or 1e9) - times.crystal.skew_ppm(420.0)) < 15


def test_the_skew_is_unknown_for_two_minutes_of_sync_frames_and_five_of_questions(links: Links) -> None:
    for found in followed(ClockMethod.RADIO, links[2].radio):
        assert (found.skew_ppm is None) == (found.tool_us < 120e6) or 119e6 < found.tool_us < 123e6
    clock = ExchangeClock()
    for exchange in links[2].exchanges:
        clock.update(exchange)
        skew_ppm = known(clock.at(exchange.queued_us)).skew_ppm
        assert (skew_ppm is None) == (exchange.queued_us < 310e6) or 300e6 < exchange.queued_us < 325e6


steps = st.lists(
    st.tuples(
        st.one_of(st.integers(0, 20), st.integers(0, 100_000), st.integers(0, 40_000_000)),
        st.one_of(st.just(0.0), st.floats(0, 0.1), st.floats(-5, 5)),
        st.floats(0, 1),
    ),
    min_size=1,
    max_size=60,
)
"""Until the next observation, delay of its arrival, share of the time until then at which the mapping is asked."""


@given(steps=steps, method=st.sampled_from([ClockMethod.RADIO, ClockMethod.ARRIVALS]))
def test_the_hosts_time_never_goes_back_whatever_arrives(
    steps: list[tuple[int, float, float]], method: ClockMethod
) -> None:
    assert method is not ClockMethod.EXCHANGES
    clock, now_us, asked = DelayClock(method), 0, []
    for step_us, delay_s, share in steps:
        clock.update(Arrival(now_us, 100 + now_us / 1e6 + delay_s))
        asked += [known(clock.at(now_us)), known(clock.at(now_us + int(share * step_us)))]
        now_us += step_us
    assert backwards(asked) == []


@given(steps=steps)
def test_the_hosts_time_never_goes_back_whatever_is_answered(steps: list[tuple[int, float, float]]) -> None:
    clock, now_us, asked = ExchangeClock(), 0, []
    for step_us, delay_s, share in steps:
        sent_s = 100 + now_us / 1e6 + delay_s
        clock.update(Exchange(sent_s, now_us, now_us, sent_s + share / 10))
        asked += [known(clock.at(now_us)), known(clock.at(now_us + int(share * step_us)))]
        now_us += step_us
    assert backwards(asked) == []


def backwards(asked: list[ClockMap]) -> list[tuple[ClockMap, ClockMap]]:
    """Between which answers the host's time went back, at less than half its pace or, after 10 s, at a wrong one."""

    def wrong(earlier: ClockMap, later: ClockMap) -> bool:
        passed_s = (later.tool_us - earlier.tool_us) / 1e6
        settled = earlier.tool_us > asked[0].tool_us + 10_000_000
        right_pace = isclose(later.host_s - earlier.host_s, passed_s, rel_tol=900e-6, abs_tol=1e-9)
        return later.host_s - earlier.host_s < 0.498 * passed_s - 1e-9 or (settled and not right_pace)

    return [pair for pair in pairwise(asked) if wrong(*pair)]


@given(steps=steps)
def test_asking_changes_no_answer(steps: list[tuple[int, float, float]]) -> None:
    asked, silent, now_us = DelayClock(ClockMethod.RADIO), DelayClock(ClockMethod.RADIO), 0
    for step_us, delay_s, _ in steps:
        arrival = Arrival(now_us, 3 + now_us / 1e6 + delay_s)
        asked.update(arrival)
        asked.at(now_us + 7)
        silent.update(arrival)
        now_us += step_us
    assert asked.at(now_us) == silent.at(now_us)


def test_before_the_first_observation_there_is_no_mapping() -> None:
    assert DelayClock(ClockMethod.RADIO).at(0) is None
    assert ExchangeClock().at(0) is None


def test_a_map_carries_its_offset() -> None:
    assert ClockMap(ClockMethod.RADIO, 2_000_000, 5.5, None, None).offset_s == 3.5


def test_the_first_arrival_is_the_mapping_and_its_error_is_unknown() -> None:
    (found,) = followed(ClockMethod.ARRIVALS, [Arrival(1_000_000, 51.0)])
    assert found == ClockMap(ClockMethod.ARRIVALS, 1_000_000, 51.0, None, None)


def test_the_bounds_of_one_exchange_by_hand() -> None:
    # received by the tool 3 ms after the host wrote, heard 5 ms after the tool queued; the host is 100 s ahead
    bounds = bounds_of(Exchange(101.0, 1_003_000, 1_004_000, 101.009))
    assert bounds is not None
    assert bounds == pytest.approx((1_004_000, 100 - 0.003 - 1.1e-6, 100 + 0.005 + 1e-6), abs=1e-12)


def test_two_exchanges_bound_each_other_and_age_by_100_ppm() -> None:
    clock = ExchangeClock()
    clock.update(Exchange(100.0, 0, 0, 100.020))
    clock.update(Exchange(109.985, 10_000_000, 10_000_000, 110.010))
    # low −1 ms − 1 µs from the first, aged; high 10 ms + 1 µs from the second: from the first middle, 10 ms, the
    # offset makes for 4.5 ms at 0.3 ms a second
    now, later, there = (known(clock.at(tool_us)) for tool_us in (10_000_000, 20_000_000, 30_000_000))
    assert (now.offset_s, now.error_s) == pytest.approx((100.010, 0.011 + 1e-6), abs=1e-9)
    assert (later.offset_s, later.error_s) == pytest.approx((100.007, 0.009 + 1e-6), abs=1e-9)
    assert (there.offset_s, there.error_s) == pytest.approx((100.0045, 0.0075 + 1e-6), abs=1e-9)


def test_an_answer_before_its_question_is_counted_and_not_believed() -> None:
    clock = ExchangeClock()
    clock.update(Exchange(100.0, 10, 5, 100.02))
    clock.update(Exchange(100.0, 0, 30_000, 100.02))
    assert clock.at(0) is None
    assert clock.contradictions == 2


def test_a_clock_that_was_set_contradicts_itself_and_the_latest_exchange_counts() -> None:
    clock = ExchangeClock()
    for second in range(20):
        clock.update(Exchange(100.0 + second, second * 1_000_000, second * 1_000_000, 100.02 + second))
    clock.update(Exchange(125.0, 20_000_000, 20_000_000, 125.02))
    assert clock.contradictions == 1
    found = known(clock.at(20_000_000))
    assert found.error_s is not None
    assert found.offset_s + found.error_s == pytest.approx(105.02, abs=1e-5)
    assert found.offset_s == pytest.approx(100.01, abs=0.001)  # the way there is slow, and the error says so


def test_bounds_that_do_not_meet_have_nothing_in_common() -> None:
    early, late = Bounds(0, 1.0, 2.0), Bounds(10_000_000, 2.0005, 3.0)
    assert early.within(late) == pytest.approx((10_000_000, 2.0005, 2.001))
    assert early.within(Bounds(10_000_000, 2.002, 3.0)) is None
