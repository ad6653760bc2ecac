from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.blocks import GRID_PER_N
from protocol.control import PARAMETERS, Command, Reply, Request, Result
from protocol.errors import FrameError
from protocol.layout import Layout, calibration_crc
from simulator.cell import N_PER_COUNT
from simulator.happenings.every import Happening
from simulator.happenings.people import Press
from simulator.happenings.sensor import NoReading, SaturatedSensor, StuckSensor
from simulator.tare import Tare
from tests.simulator.bench import WIDE, Bench, scenario, settled

UNTOUCHED_S = 1.5
"""Sampling began at 1 s and nobody presses yet."""


def started(*happenings: Happening, **more: Any) -> Bench:
    bench = Bench(scenario(*happenings, **more))
    bench.start()
    bench.until(UNTOUCHED_S)
    return bench


def tare(bench: Bench, t_s: float = UNTOUCHED_S) -> Reply:
    request = bench.request(Command.TARE)
    bench.tool.write_control(t_s, bytes(request))
    assert bench.until(t_s + 0.499).replies == []
    (reply,) = bench.until(t_s + 0.5).replies
    assert reply[:2] == request[:2]
    return reply


# START and STOP


def test_start_answers_stream_rate_and_counter() -> None:
    assert Bench().start().values == (1, 100_000, 0)


def test_start_takes_each_rate_that_the_layout_lists() -> None:
    assert [Bench().start(rate_mhz=1000 * rate).values[1] for rate in (50, 100, 200, 1000)] == [
        50_000, 100_000, 200_000, 1_000_000,
    ]  # fmt: skip


@pytest.mark.parametrize("rate_mhz", [1, 99_999, 100_001, 100_500, 300_000, 2**32 - 1])
def test_start_refuses_a_rate_that_is_not_listed(rate_mhz: int) -> None:
    bench = Bench()
    assert bench.start(rate_mhz=rate_mhz).result == Result.BAD_VALUE
    assert bench.until(10).frames == []


@pytest.mark.parametrize(
    ("rate_hz", "mtu", "highest_mhz"), [(200, 23, 100_000), (1000, 76, 200_000), (1000, 77, 1_000_000)]
)
def test_start_names_the_rate_that_a_narrow_link_carries(rate_hz: int, mtu: int, highest_mhz: int) -> None:
    reply = Bench(mtu=mtu).start(rate_mhz=1000 * rate_hz)
    if highest_mhz == 1000 * rate_hz:
        assert reply.result == Result.OK
    else:
        assert (reply.result, reply.values) == (Result.LINK_TOO_NARROW, (highest_mhz,))


def test_start_again_attaches_at_the_same_rate_or_none_and_begins_anew_at_another() -> None:
    bench = started()
    assert bench.start(2.0, 0).values == (1, 100_000, 101)
    assert bench.start(2.0, 100_000).values == (1, 100_000, 101)
    assert bench.start(2.0, 50_000).values == (2, 50_000, 0)
    assert bench.start(2.5, 0).values == (2, 50_000, 0)
    (stream,) = {frame.stream for frame in bench.until(4).frames}
    assert stream == 2


def test_streams_are_numbered_from_1_to_255_and_then_from_1_again() -> None:
    bench = Bench(scenario(for_s=1000))
    numbers = [bench.start(1.0, rate_mhz).values[0] for _ in range(130) for rate_mhz in (50_000, 100_000)]
    assert numbers == [i % 255 + 1 for i in range(260)]


def test_stop_ends_sampling() -> None:
    bench = started()
    assert bench.ask(UNTOUCHED_S, Command.STOP) == Reply(Command.STOP, 2, Result.OK)
    assert bench.until(10).order == []
    assert bench.ask(10, Command.STATUS).values[1] == 0
    assert bench.start(10).values == (2, 100_000, 0)


# the other answers


def test_time_is_the_tools_clock_at_the_write() -> None:
    bench = Bench()
    assert bench.ask(1.25, Command.TIME).values == (1_250_000, 1_250_000)


def test_status_answers_what_the_characteristic_says() -> None:
    bench = started()
    reply = bench.ask(2.0, Command.STATUS)
    assert reply.body == bench.tool.status(2.0)[:16]
    assert reply.values == (1, 1, 1, 1, 0, 0, 100)


@pytest.mark.parametrize("command", [command for command in Command if command >= 0x40])
def test_commands_of_setup_are_unknown_to_control(command: Command) -> None:
    body = bytes(PARAMETERS[command].size)
    assert Bench().write(1, bytes(Request(command, 1, body))).result == Result.UNKNOWN


@given(st.integers(0x0D, 0x68))
def test_a_command_of_a_later_version_is_unknown(command: int) -> None:
    assert Bench().write(1, bytes((command, 1))) == Reply(command, 1, Result.UNKNOWN)


@pytest.mark.parametrize("data", [b"\x01\x01", b"\x01\x01\0\0\0", b"\x0b\x01", b"\x0b\x01\0"])
def test_parameters_cut_short_are_refused(data: bytes) -> None:
    assert Bench().write(1, data).result == Result.BAD_LENGTH


def test_parameters_of_a_later_version_are_read_as_far_as_they_go() -> None:
    assert Bench().write(1, b"\x01\x01\0\0\0\0\xff\xff").values == (1, 100_000, 0)


@pytest.mark.parametrize("data", [b"", b"\x01"])
def test_what_is_no_request_is_no_request(data: bytes) -> None:
    bench = Bench()
    with pytest.raises(FrameError, match="at least 2 bytes"):
        bench.tool.write_control(1, data)
    assert bench.until(2).order == []


@pytest.mark.parametrize("command", [Command.START, Command.TARE, Command.STATUS, Command.STOP, 0x55])
def test_an_echo_id_of_0_is_refused_and_nothing_is_executed(command: int) -> None:
    bench = started()
    assert bench.write(UNTOUCHED_S, bytes((command, 0)) + bytes(4)) == Reply(command, 0, Result.BAD_VALUE)
    said = bench.until(3)
    assert said.replies == []
    assert len(said.frames) > 30


# repeats


def test_a_repeat_gets_the_stored_answer_and_is_not_executed_again() -> None:
    bench = Bench()
    stop = bytes(bench.request(Command.STOP))
    bench.write(0.1, stop)
    bench.tool.write_control(0.2, b"\x01\x02\0\0\0\0")  # START in between
    bench.until(3)
    assert bench.write(3, stop).result == Result.OK  # executed: START was the last one answered
    assert bench.until(4).frames == []
    bench.start(4.5)
    bench.until(5.5)
    last = bytes(bench.request(Command.CLEAR_STOP))
    assert bench.write(5.5, last) == bench.write(5.6, last)


def test_a_repeat_of_a_tare_gives_the_zero_of_then_also_after_a_reconnect() -> None:
    bench = started()
    request = bytes(bench.request(Command.TARE))
    bench.tool.write_control(UNTOUCHED_S, request)
    (first,) = bench.until(2.5).replies
    assert bench.write(3, request) == first
    bench.tool.disconnect(4)
    bench.tool.connect(5, WIDE)
    assert bench.write(6, request) == first


def test_other_bytes_under_the_same_echo_id_are_another_command() -> None:
    bench = Bench()
    assert bench.write(1, b"\x0b\x07\x01\x00").result == Result.OK
    assert bench.write(1, b"\x0b\x07\x01").result == Result.BAD_LENGTH


@pytest.mark.parametrize("command", [Command.START, Command.TIME, Command.STATUS])
def test_start_time_and_status_are_executed_each_time(command: Command) -> None:
    bench = started()
    request = bytes(Request(command, 9, bytes(PARAMETERS[command].size)))
    assert bench.write(2, request).values != bench.write(3, request).values


def test_while_a_tare_runs_other_commands_find_the_tool_busy() -> None:
    bench = started()
    bench.tool.write_control(UNTOUCHED_S, bytes(bench.request(Command.TARE)))
    for command in (Command.STATUS, Command.TARE, Command.STOP):
        assert bench.ask(1.6, command).result == Result.BUSY
    (reply,) = bench.until(2.1).replies
    assert (reply.command, reply.result) == (Command.TARE, Result.OK)


def test_busy_is_not_stored() -> None:
    bench = started()
    bench.tool.write_control(UNTOUCHED_S, bytes(bench.request(Command.TARE)))
    clear = bytes(bench.request(Command.CLEAR_STOP))
    assert bench.write(1.6, clear).result == Result.BUSY
    bench.until(2.1)
    assert bench.write(2.2, clear).result == Result.OK


def test_a_repeat_of_the_tare_that_runs_is_ignored_and_answered_once() -> None:
    bench = started()
    request = bytes(bench.request(Command.TARE))
    for t_s in (1.5, 1.7, 1.9):
        bench.tool.write_control(t_s, request)
        assert bench.until(t_s).replies == []
    said = bench.until(4)
    assert [reply.result for reply in said.replies] == [Result.OK]


def test_a_tare_cut_off_by_a_disconnect_is_not_answered_and_runs_when_asked_again() -> None:
    bench = started()
    request = bytes(bench.request(Command.TARE))
    bench.tool.write_control(UNTOUCHED_S, request)
    bench.tool.disconnect(1.7)
    bench.tool.connect(3, WIDE)
    assert bench.until(4).replies == []
    bench.tool.write_control(4, request)
    (reply,) = bench.until(5).replies
    assert reply.values[3] == 350


# TARE


def test_tare_answers_mean_and_noise_of_half_a_second_after_the_request() -> None:
    bench = started()
    reply = tare(bench)
    measured = Bench(scenario())
    measured.start()
    counts = measured.until(3).counts[51:100]  # the same seed: slots after 1.5 s and before 2.0 s
    mean_n, noise_n = settled(count * N_PER_COUNT for count in counts)
    assert reply.result == Result.OK
    assert reply.values == (round(mean_n * GRID_PER_N), round(noise_n * GRID_PER_N), 1, 100)
    assert mean_n == pytest.approx(0.35, abs=0.02)


def test_tare_is_refused_while_not_streaming() -> None:
    assert Bench().ask(1, Command.TARE).result == Result.WRONG_STATE


def test_a_tare_whose_stream_has_gone_is_refused() -> None:
    tare = Tare(Request.of(Command.TARE, 1), 1.0, 0)
    assert tare.outcome(None, Bench().tool.flash.channel) == (Result.WRONG_STATE,)


def test_a_tare_cut_off_by_another_calibration_is_refused() -> None:
    bench = started()
    bench.tool.write_control(UNTOUCHED_S, bytes(bench.request(Command.TARE)))
    layout = Layout.from_bytes(bench.tool.layout)
    crc = calibration_crc(layout.channels, layout.calibration)
    bench.tool.write_setup(1.7, bytes(Request.of(Command.COMMIT, 1, crc)))
    (reply,) = bench.until(2.5).replies
    assert reply.result == Result.WRONG_STATE


def test_tare_is_refused_while_the_cell_still_warms_up() -> None:
    bench = Bench()
    bench.start(0.1)
    assert tare(bench, 0.2).result == Result.WRONG_STATE


def test_tare_is_refused_under_load_and_says_how_much() -> None:
    bench = started(presses=[Press(at_s=0.1, force_n=20, for_s=20)], unsteadiness=0.0)
    bench.until(6)
    reply = tare(bench, 6)
    assert reply.result == Result.LOADED
    assert reply.values[0] / GRID_PER_N == pytest.approx(20, rel=0.2)
    assert reply.values[1] / GRID_PER_N < 0.2


@pytest.mark.parametrize(("force_n", "result"), [(2.4, Result.OK), (4.0, Result.LOADED)])
def test_two_percent_of_full_scale_from_the_factory_zero_is_the_limit(force_n: float, result: Result) -> None:
    bench = started(presses=[Press(at_s=0.1, force_n=force_n, for_s=40)], unsteadiness=0.0, for_s=40)
    bench.until(25)
    reply = tare(bench, 25)
    assert reply.result == result
    again = tare(bench, 26)
    assert again.result == result  # not from the last tare


def test_tare_is_refused_while_the_force_moves() -> None:
    bench = started(presses=[Press(at_s=1.15, force_n=2, for_s=20)], unsteadiness=0.0)
    bench.until(2.4)
    reply = tare(bench, 2.4)
    assert reply.result == Result.UNSTEADY
    assert reply.values[1] / GRID_PER_N > 0.1


def test_one_saturated_reading_refuses_the_tare() -> None:
    reply = tare(started(SaturatedSensor(at_s=0.7, for_s=0.011)))
    assert (reply.result, reply.body) == (Result.SATURATED, b"")


def test_slots_without_a_reading_are_left_out_of_the_zero() -> None:
    whole, holed = tare(started()), tare(started(NoReading(at_s=0.7, for_s=0.2)))
    assert holed.result == Result.OK
    assert holed.values[0] == pytest.approx(whole.values[0], abs=0.02 * GRID_PER_N)


def test_tare_is_refused_when_less_than_half_of_the_readings_are_there() -> None:
    assert tare(started(NoReading(at_s=0.6, for_s=0.3))).result == Result.WRONG_STATE


def test_a_stuck_sensor_is_a_steady_zero_without_noise() -> None:
    reply = tare(started(StuckSensor(at_s=0.4, for_s=5)))
    assert (reply.result, reply.values[1]) == (Result.OK, 0)
