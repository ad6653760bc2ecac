"""The Setup characteristic: calibration, settings, power off."""

from __future__ import annotations

import math
import struct
import zlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.control import PARAMETERS, Command, Number, Reply, Request, Result, Setting
from protocol.errors import FrameError
from protocol.frames import Width
from protocol.layout import Calibration, Layout, calibration_crc
from protocol.status import Status, ToolState
from tests.simulator.bench import WIDE, Bench, scenario

SLOPE = 2.5e-5
NEW = Calibration(77, date(2026, 11, 2), date(2027, 11, 2), 0.25)


class Desk(Bench):
    """A tool whose Setup is written to; the answer comes at once."""

    def set_up(self, t_s: float, command: Command, *parameters: Number) -> Reply:
        return self.write_setup(t_s, bytes(self.request(command, *parameters)))

    def write_setup(self, t_s: float, data: bytes) -> Reply:
        (reply,) = self.tool.write_setup(t_s, data)
        return Reply.from_bytes(reply)

    @property
    def layout(self) -> Layout:
        return Layout.from_bytes(self.tool.layout)


def new_crc(desk: Desk) -> int:
    channel = desk.layout.channels[0]._replace(coefficients=(0.125, SLOPE, 0.0, 0.0))
    return calibration_crc((channel,), NEW)


def put_aside(desk: Desk, t_s: float) -> None:
    for k, value in ((0, 0.125), (1, SLOPE)):
        assert desk.set_up(t_s, Command.SET_COEFFICIENT, 0, k, value).result == Result.OK
    body = bytes(NEW)
    assert desk.write_setup(t_s, bytes((Command.SET_CALIBRATION, 200)) + body).result == Result.OK


# calibration


def test_the_check_sum_is_of_the_layouts_own_bytes() -> None:
    desk = Desk()
    layout, raw = desk.layout, desk.tool.layout
    start = raw.index(bytes((0x10, 48)))
    end = raw.index(bytes((0x11, 10)), start + 50) + 12
    assert calibration_crc(layout.channels, layout.calibration) == zlib.crc32(raw[start:end])
    assert end - start == 62


def test_a_calibration_holds_from_its_commit_and_begins_a_new_stream() -> None:
    desk = Desk()
    desk.start()
    desk.until(3.0)
    before = desk.tool.layout
    put_aside(desk, 3.0)
    assert desk.tool.layout == before
    reply = desk.set_up(3.0, Command.COMMIT, new_crc(desk))
    assert (reply.result, reply.values) == (Result.OK, (2,))
    assert desk.layout.channels[0].coefficients == (0.125, SLOPE, 0.0, 0.0)
    assert desk.layout.calibration == NEW
    said = desk.until(4.0)
    assert {frame.stream for frame in said.frames} == {2}
    assert (said.frames[0].counter, said.frames[0].clock_us) == (0, 3_010_000)


def test_what_is_committed_while_idle_begins_no_stream() -> None:
    desk = Desk()
    put_aside(desk, 1.0)
    assert desk.set_up(1.0, Command.COMMIT, new_crc(desk)).values == (0,)
    assert Status.from_bytes(desk.tool.status(1.0)).state == ToolState.IDLE


def test_a_wrong_check_sum_drops_what_was_put_aside() -> None:
    desk = Desk()
    before = desk.layout
    put_aside(desk, 1.0)
    assert desk.set_up(1.0, Command.COMMIT, new_crc(desk) ^ 1).result == Result.BAD_VALUE
    assert desk.layout == before
    assert desk.set_up(1.0, Command.COMMIT, new_crc(desk)).result == Result.BAD_VALUE


def test_a_disconnect_drops_what_was_put_aside() -> None:
    desk = Desk()
    put_aside(desk, 1.0)
    desk.tool.disconnect(2.0)
    desk.tool.connect(3.0, WIDE)
    assert desk.set_up(3.0, Command.COMMIT, new_crc(desk)).result == Result.BAD_VALUE


def test_a_calibration_that_reaches_beyond_the_grid_is_refused() -> None:
    desk = Desk()
    assert desk.set_up(1.0, Command.SET_COEFFICIENT, 0, 1, 1.0).result == Result.OK
    channel = desk.layout.channels[0]
    wild = channel._replace(coefficients=(channel.coefficients[0], 1.0, *channel.coefficients[2:]))
    assert (
        desk.set_up(1.0, Command.COMMIT, calibration_crc((wild,), desk.layout.calibration)).result == Result.BAD_VALUE
    )
    assert desk.layout.channels == (channel,)


@pytest.mark.parametrize(
    "parameters", [(1, 0, 1.0), (0, 4, 1.0), (0, 1, math.nan), (0, 1, math.inf), (0, 1, -math.inf)]
)
def test_a_coefficient_that_cannot_be_is_refused(parameters: tuple[Number, ...]) -> None:
    assert Desk().set_up(1.0, Command.SET_COEFFICIENT, *parameters).result == Result.BAD_VALUE


def test_a_tare_is_judged_by_the_new_polynomial() -> None:
    desk = Desk()
    put_aside(desk, 0.5)
    desk.set_up(0.5, Command.COMMIT, new_crc(desk))
    desk.start(0.5)
    counts = desk.until(3.0).counts[-40:]
    desk.tool.write_control(3.0, bytes(desk.request(Command.TARE)))
    (reply,) = desk.until(3.5).replies
    mean_n = 0.125 + SLOPE * sum(counts) / len(counts)
    assert reply.values[0] / 2**14 == pytest.approx(mean_n, abs=0.02)


# settings


@given(st.sampled_from(Setting), st.integers(0, 100))
def test_a_setting_is_what_it_was_set_to_also_after_a_reconnect(setting: Setting, value: int) -> None:
    desk = Desk()
    assert desk.set_up(1.0, Command.SET, setting, value).result == Result.OK
    desk.tool.disconnect(2.0)
    desk.tool.connect(3.0, WIDE)
    assert desk.set_up(3.0, Command.GET, setting).values == (value,)


def test_settings_begin_as_the_page_says() -> None:
    assert [Desk().set_up(1.0, Command.GET, setting).values for setting in Setting] == [(10,), (60,), (60,)]


@pytest.mark.parametrize(
    ("command", "parameters"),
    [
        (Command.SET, (0, 1)), (Command.SET, (4, 1)), (Command.SET, (2, 101)), (Command.SET, (3, 2**32 - 1)),
        (Command.GET, (0,)), (Command.GET, (4,)),
    ],
)  # fmt: skip
def test_a_setting_that_is_none_or_out_of_its_range_is_refused(command: Command, parameters: tuple[int, ...]) -> None:
    assert Desk().set_up(1.0, command, *parameters).result == Result.BAD_VALUE


def test_bytes_are_those_of_the_page() -> None:
    desk = Desk()
    assert bytes(desk.write_setup(1.0, bytes.fromhex("43 01 02 50000000"))) == bytes.fromhex("c3 01 00")
    assert bytes(desk.write_setup(1.0, bytes.fromhex("44 02 02"))) == bytes.fromhex("c4 02 00 50000000")
    coefficient = bytes.fromhex("40 03 00 01") + struct.pack("<d", SLOPE)
    assert bytes(desk.write_setup(1.0, coefficient)) == bytes.fromhex("c0 03 00")


# power off


def test_power_off_is_answered_and_the_tool_is_gone_within_a_second() -> None:
    desk = Desk(scenario(for_s=60))
    desk.start()
    desk.until(3.0)
    assert desk.set_up(3.0, Command.POWER_OFF).result == Result.OK
    assert desk.tool.next_due_s(3.0) <= 4.0
    wants_away = [desk.tool.hung_up]
    desk.until(4.0)
    assert [*wants_away, desk.tool.hung_up] == [False, True]
    assert math.isinf(desk.tool.away_until_s)
    assert Status.from_bytes(desk.tool.status(5.0)).state == ToolState.IDLE
    assert desk.tool.write_setup(5.0, bytes.fromhex("44 09 02")) == []


# what is the same as on Control


@pytest.mark.parametrize("command", [command for command in Command if command < 0x40])
def test_commands_of_control_are_unknown_to_setup(command: Command) -> None:
    assert Desk().write_setup(1.0, bytes((command, 1)) + bytes(8)).result == Result.UNKNOWN


@pytest.mark.parametrize("command", [command for command in Command if command >= 0x40 and PARAMETERS[command].size])
def test_parameters_cut_short_are_refused(command: Command) -> None:
    body = bytes(PARAMETERS[command].size - 1)
    assert Desk().write_setup(1.0, bytes((command, 1)) + body).result == Result.BAD_LENGTH


def test_an_echo_id_of_0_is_refused() -> None:
    assert Desk().write_setup(1.0, bytes((Command.GET, 0, 1))) == Reply(Command.GET, 0, Result.BAD_VALUE)


@pytest.mark.parametrize("data", [b"", b"\x44"])
def test_what_is_no_request_is_no_request(data: bytes) -> None:
    with pytest.raises(FrameError, match="at least 2 bytes"):
        Desk().tool.write_setup(1.0, data)


def test_a_repeat_is_answered_from_a_store_of_its_own() -> None:
    desk = Desk()
    desk.start()
    desk.until(3.0)
    put_aside(desk, 3.0)
    commit = bytes(Request.of(Command.COMMIT, 9, new_crc(desk)))
    first = desk.write_setup(3.0, commit)
    desk.ask(3.0, Command.TIME)
    desk.tool.disconnect(4.0)
    desk.tool.connect(5.0, WIDE)
    assert desk.write_setup(5.0, commit) == first
    assert Status.from_bytes(desk.tool.status(5.0)).stream == 2


def test_counts_have_three_bytes_whatever_the_calibration() -> None:
    assert Desk().layout.columns == (Width.I24,)
