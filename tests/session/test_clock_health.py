from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.control import Command, Reply, Request, Result
from protocol.link import Channel, Payload
from protocol.status import Status
from session.clock_health import EARLY, ClockWatch
from session.unknown import Unknown

WRAP = 1 << 32
BOOTED_S = 100.0
"""Of the host's clock: there the tool's begins."""


def status(boot_id: int, at_s: float = 0.0) -> Payload:
    return Payload(Channel.STATUS, at_s, bytes(Status(boot_id, 1, 1, 1, 0, 0, 0, 100_000)))


def asked(echo: int, at_s: float, command: Command = Command.TIME) -> Payload:
    return Payload(Channel.CONTROL_SENT, at_s, bytes(Request.of(command, echo)))


def answered(echo: int, at_s: float, receipt_us: int, queued_us: int) -> Payload:
    reply = Reply.of(Request.of(Command.TIME, echo), Result.OK, receipt_us % WRAP, queued_us % WRAP)
    return Payload(Channel.CONTROL_REPLY, at_s, bytes(reply))


def scale(clock_us: int, arrival_s: float) -> int | None:
    """Where a reading of the tool's clock stands, that began at `BOOTED_S`."""
    expected_us = round((arrival_s - BOOTED_S) * 1e6)
    return expected_us + (clock_us - expected_us + WRAP // 2) % WRAP - WRAP // 2


def nowhere(clock_us: int, arrival_s: float) -> int | None:
    """Before the first frame."""
    return None


def exchange(watch: ClockWatch, echo: int, at_s: float, *, skew_ppm: float = 0.0) -> None:
    """10 ms to the tool, 2 ms there, 30 ms back."""
    rate = 1e6 + skew_ppm
    receipt_us, queued_us = (round((at_s + after_s - BOOTED_S) * rate) for after_s in (0.010, 0.012))
    watch.update(asked(echo, at_s), scale)
    watch.update(answered(echo, at_s + 0.042, receipt_us, queued_us), scale)


def test_before_the_first_exchange_nothing_is_known() -> None:
    health = ClockWatch().look()
    assert all(isinstance(each, Unknown) for each in (health.offset_s, health.error_s, health.skew_ppm))
    assert (health.exchanges, health.contradictions) == (0, 0)
    assert ClockWatch().at(0) is None


def test_one_exchange_bounds_the_offset_from_both_sides() -> None:
    watch = ClockWatch()
    exchange(watch, 1, 150.0)
    health = watch.look()
    # between 100 s − 10 ms and 100 s + 30 ms: the middle, and half of it
    assert health.offset_s == pytest.approx(100.010, abs=1e-5)
    assert health.error_s == pytest.approx(0.020, abs=1e-5)
    assert isinstance(health.skew_ppm, Unknown)
    assert health.exchanges == 1


@pytest.mark.parametrize("skew_ppm", [-40.0, 40.0])
def test_the_skew_is_known_after_five_minutes_and_the_truth_lies_within_the_bounds(skew_ppm: float) -> None:
    watch = ClockWatch()
    for number in range(61):
        exchange(watch, number % 255 + 1, 150.0 + 10 * number, skew_ppm=skew_ppm)
    health = watch.look()
    tool_us = round((750.012 - BOOTED_S) * (1e6 + skew_ppm))
    found = watch.at(tool_us)
    assert found is not None
    assert found.error_s is not None
    assert abs(found.host_s - 750.012) <= found.error_s < 0.025
    assert health.skew_ppm == pytest.approx(skew_ppm, abs=5)
    assert (health.exchanges, health.contradictions) == (61, 0)


def test_exchanges_from_before_the_first_frame_wait_for_it() -> None:
    watch, now = ClockWatch(), ClockWatch()
    for number in range(8):
        exchange(now, number + 1, 150.0 + number)
    for number in range(8):
        at_s, tool_us = 150.0 + number, round((50 + number) * 1e6)
        watch.update(asked(number + 1, at_s), nowhere)
        watch.update(answered(number + 1, at_s + 0.042, tool_us + 10_000, tool_us + 12_000), nowhere)
    assert watch.look().exchanges == 0
    watch.update(Payload(Channel.SAMPLES, 158.0, b""), scale)
    assert watch.look() == now.look()
    assert watch.look().exchanges == 8


def test_of_those_that_wait_the_newest_are_kept() -> None:
    watch = ClockWatch()
    for number in range(EARLY + 3):
        watch.update(asked(1, 150.0 + number), nowhere)
        watch.update(answered(1, 150.1 + number, 50_000_000, 50_000_000), nowhere)
    watch.update(Payload(Channel.SAMPLES, 190.0, b""), scale)
    assert watch.look().exchanges == EARLY


def test_the_clock_may_wrap_between_two_exchanges() -> None:
    watch = ClockWatch()
    wraps_s = BOOTED_S + WRAP / 1e6
    exchange(watch, 1, wraps_s - 5.0)
    exchange(watch, 2, wraps_s - 0.011)  # received before the wrap, queued after it
    exchange(watch, 3, wraps_s + 5.0)
    assert (watch.look().exchanges, watch.look().contradictions) == (3, 0)
    assert watch.look().offset_s == pytest.approx(100.010, abs=1e-5)


def test_another_boot_begins_anew_and_the_same_one_does_not() -> None:
    watch = ClockWatch()
    watch.update(status(1), scale)
    exchange(watch, 1, 150.0)
    watch.update(status(1), scale)
    assert watch.look().exchanges == 1
    watch.update(asked(2, 151.0), scale)
    watch.update(status(2), scale)
    watch.update(answered(2, 151.1, 51_000_000, 51_000_000), scale)
    assert watch.look().exchanges == 0
    exchange(watch, 3, 152.0)
    assert watch.look().exchanges == 1


def test_the_first_boot_id_that_is_heard_is_no_other_one() -> None:
    watch = ClockWatch()
    exchange(watch, 1, 150.0)
    watch.update(status(1), scale)
    assert watch.look().exchanges == 1


def test_a_request_that_is_repeated_counts_from_its_first_writing() -> None:
    watch = ClockWatch()
    watch.update(asked(1, 150.0), scale)
    watch.update(asked(1, 152.0), scale)
    watch.update(answered(1, 152.1, 50_010_000, 50_012_000), scale)
    assert watch.look().error_s == pytest.approx((0.010 + 2.088) / 2, abs=1e-3)


def test_the_second_answer_to_a_repeated_request_is_left_out() -> None:
    watch = ClockWatch()
    watch.update(asked(1, 150.0), scale)
    for at_s in (150.1, 150.2):
        watch.update(answered(1, at_s, 50_010_000, 50_012_000), scale)
    assert watch.look().exchanges == 1


def test_an_echo_id_that_comes_round_again_forgets_the_request_that_was_never_answered() -> None:
    watch = ClockWatch()
    watch.update(asked(1, 150.0), scale)
    exchange(watch, 1, 160.0)
    assert watch.look().error_s == pytest.approx(0.020, abs=1e-4)


def test_an_answer_that_comes_too_late_to_be_one_is_none() -> None:
    watch = ClockWatch()
    watch.update(asked(1, 150.0), scale)
    watch.update(answered(1, 160.0, 50_010_000, 50_012_000), scale)
    assert watch.look().exchanges == 0


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"\x83\x01\x00\x00",  # an answer to TIME, cut short
        b"\x83\x01\x04",  # BUSY
        bytes(Reply.of(Request.of(Command.STOP, 1), Result.OK)),
        bytes(Reply.of(Request.of(Command.TIME, 2), Result.OK, 0, 0)),
    ],
)
def test_what_is_no_answer_to_the_request_leaves_it_waiting_or_ends_it(reply: bytes) -> None:
    watch = ClockWatch()
    watch.update(asked(1, 150.0), scale)
    watch.update(Payload(Channel.CONTROL_REPLY, 150.1, reply), scale)
    assert watch.look().exchanges == 0


def test_another_command_with_the_echo_id_ends_the_waiting() -> None:
    watch = ClockWatch()
    watch.update(asked(1, 150.0), scale)
    watch.update(asked(1, 151.0, Command.STOP), scale)
    watch.update(answered(1, 151.1, 51_000_000, 51_000_000), scale)
    assert watch.look().exchanges == 0


def test_requests_and_statuses_that_are_damaged_are_left_to_others() -> None:
    watch = ClockWatch()
    watch.update(Payload(Channel.CONTROL_SENT, 150.0, b"\x03"), scale)
    watch.update(Payload(Channel.STATUS, 150.0, b"\x03"), scale)
    assert watch.look().exchanges == 0


def test_a_clock_that_was_set_is_a_contradiction() -> None:
    watch = ClockWatch()
    exchange(watch, 1, 150.0)
    watch.update(asked(2, 151.0), scale)
    watch.update(answered(2, 151.042, 81_010_000, 81_012_000), scale)
    assert watch.look().contradictions == 1


@given(st.lists(st.tuples(st.floats(0.001, 0.4), st.floats(0.0, 0.2), st.floats(0.001, 0.4)), min_size=1, max_size=20))
def test_the_truth_always_lies_within_the_bounds(ways_s: list[tuple[float, float, float]]) -> None:
    watch = ClockWatch()
    for number, (there_s, stay_s, back_s) in enumerate(ways_s):
        at_s = 150.0 + number
        receipt_us, queued_us = (round((at_s + each - BOOTED_S) * 1e6) for each in (there_s, there_s + stay_s))
        watch.update(asked(number + 1, at_s), scale)
        watch.update(answered(number + 1, at_s + there_s + stay_s + back_s, receipt_us, queued_us), scale)
    health = watch.look()
    assert not isinstance(health.offset_s, Unknown)
    assert not isinstance(health.error_s, Unknown)
    assert abs(health.offset_s - BOOTED_S) <= health.error_s + 1e-9
    assert health.contradictions == 0
