from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from protocol.blocks import SampleFlag
from protocol.control import Command, Reply, Request, Result
from protocol.events import Button, EventType, ToolEvent
from protocol.frames import SampleFrame, ToolFlag, Width
from protocol.layout import ChannelLayout, Layout
from protocol.link import Channel, Payload
from protocol.status import Status
from session.inputs import Quit, UndoZero, input_bytes
from session.tool_stream import ToolStream
from simulator.scenario import Scenario
from simulator.tool import Tool

TOOL = Tool(Scenario(name="test", text="A test.", simulated_s=60, serial="PT-7"), 1)
LAYOUT = Payload(Channel.LAYOUT, 0.0, TOOL.layout)


def changed_layout(change: Callable[[ChannelLayout], ChannelLayout]) -> Payload:
    layout = Layout.from_bytes(TOOL.layout)
    other = replace(layout, channels=tuple(map(change, layout.channels)))
    return Payload(Channel.LAYOUT, 0.0, bytes(other))


def frame(first: int, counts: list[int], flags: ToolFlag = ToolFlag(0), stream: int = 1) -> Payload:  # noqa: B008 - a value
    """Readings at 100 Hz; one newton is 50,000 counts."""
    data = SampleFrame(
        late=False,
        stream=stream,
        flags=flags,
        counter=first,
        clock_us=10_000 * first,
        span_us=10_000 * (len(counts) - 1),
        counts=np.array(counts, np.int32).reshape(-1, 1),
    ).to_bytes((Width.I24,))
    return Payload(Channel.SAMPLES, 1.0 + first / 100, data)


def tare(result: Result, counter: int = 0, zero_q: int = 0) -> Payload:
    request = Request.of(Command.TARE, 1)
    values = {Result.OK: (zero_q, 100, 1, counter), Result.LOADED: (9, 9), Result.UNSTEADY: (9, 9)}.get(result, ())
    reply = Reply.of(request, result, *values)
    return Payload(Channel.CONTROL_REPLY, 1.0, bytes(reply))


def stop_event(on: int) -> Payload:
    return Payload(Channel.EVENTS, 1.0, bytes(ToolEvent(EventType.STOP, 0, 1, 3, 30_000, (on, Button.PATIENT))))


def test_before_the_layout_nothing_is_known_and_readings_do_not_decode() -> None:
    stream = ToolStream()
    assert stream.update(frame(0, [1, 2])) is None
    assert (stream.serial, stream.rate_hz, stream.area_cm2, stream.full_scale_n, stream.noisy) == (
        "", None, None, None, False,
    )  # fmt: skip
    assert stream.malformed == 1


def test_the_layout_and_the_status_say_what_the_tool_is() -> None:
    stream = ToolStream()
    stream.update(LAYOUT)
    assert (stream.serial, stream.rate_hz, stream.full_scale_n, stream.area_cm2) == ("PT-7", 100.0, 150.0, None)
    stream.update(Payload(Channel.STATUS, 0.0, TOOL.status(0.0)))
    assert stream.area_cm2 == 1.0


def test_without_a_known_tip_there_is_no_area() -> None:
    stream = ToolStream()
    stream.update(LAYOUT)
    status = Status.from_bytes(TOOL.status(0.0))._replace(tip=9)
    stream.update(Payload(Channel.STATUS, 0.0, bytes(status)))
    assert (stream.tip, stream.area_cm2) == (None, None)


def test_the_rate_is_the_one_that_start_answered() -> None:
    stream = ToolStream()
    stream.update(LAYOUT)
    reply = Reply.of(Request.of(Command.START, 1, 0), Result.OK, 1, 200_000, 0)
    stream.update(Payload(Channel.CONTROL_REPLY, 0.0, bytes(reply)))
    assert stream.rate_hz == 200.0
    idle = Status.from_bytes(TOOL.status(0.0))
    stream.update(Payload(Channel.STATUS, 0.0, bytes(idle._replace(rate_mhz=0))))
    assert stream.rate_hz == 200.0
    stream.update(Payload(Channel.STATUS, 0.0, bytes(idle._replace(rate_mhz=50_000))))
    assert stream.rate_hz == 50.0


def test_a_refused_start_changes_no_rate() -> None:
    stream = ToolStream()
    stream.update(LAYOUT)
    stream.update(Payload(Channel.CONTROL_REPLY, 0.0, bytes(Reply.of(Request.of(Command.START, 1, 0), Result.BUSY))))
    assert stream.rate_hz == 100.0


def test_readings_are_newtons_and_a_tare_counts_from_its_reading_on() -> None:
    stream = ToolStream()
    stream.update(LAYOUT)
    before = stream.update(frame(0, [50_000, 100_000]))
    assert before is not None
    assert before.force_n.tolist() == [1.0, 2.0]
    stream.update(tare(Result.OK, counter=3, zero_q=1 << 13))
    after = stream.update(frame(2, [100_000, 100_000]))
    assert after is not None
    assert after.force_n.tolist() == [2.0, 1.5]
    assert stream.zeroed is Result.OK


@pytest.mark.parametrize("result", [Result.LOADED, Result.UNSTEADY, Result.SATURATED, Result.SENSOR_FAULT])
def test_a_refused_tare_is_no_zero(result: Result) -> None:
    stream = ToolStream()
    stream.update(LAYOUT)
    stream.update(tare(result))
    assert stream.zeroed is result


def test_a_sensor_that_repeats_itself_is_marked_where_the_cell_is_noisy() -> None:
    stream = ToolStream()
    stream.update(LAYOUT)
    assert stream.noisy
    block = stream.update(frame(0, [50_000] * 6))
    assert block is not None
    assert [bool(flag & SampleFlag.SENSOR_FAULT) for flag in block.flags] == [False] * 4 + [True] * 2


@pytest.mark.parametrize("noise_counts", [0.0, 1.9])
def test_a_quiet_cell_may_repeat_itself(noise_counts: float) -> None:
    stream = ToolStream()
    stream.update(changed_layout(lambda each: each._replace(noise=noise_counts * each.coefficients[1])))
    assert not stream.noisy
    block = stream.update(frame(0, [50_000] * 6))
    assert block is not None
    assert not block.flags.any()


def test_a_latched_stop_is_heard_once_from_the_flags() -> None:
    stream = ToolStream()
    stream.update(LAYOUT)
    stream.update(frame(0, [1, 2], ToolFlag.STOP_LATCHED))
    assert [stream.take_stop(), stream.take_stop()] == [True, False]
    stream.update(frame(2, [1, 2], ToolFlag.STOP_LATCHED))
    assert not stream.take_stop()
    stream.update(frame(4, [1, 2]))
    stream.update(frame(6, [1, 2], ToolFlag.STOP_LATCHED))
    assert stream.take_stop()


@pytest.mark.parametrize("on", [0, 1])
def test_a_stop_event_stops_when_it_latches_and_not_when_it_is_cleared(on: int) -> None:
    stream = ToolStream()
    stream.update(stop_event(on))
    assert stream.take_stop() is bool(on)


def test_bytes_that_do_not_decode_are_counted() -> None:
    stream = ToolStream()
    stream.update(LAYOUT)
    for channel in (Channel.SAMPLES, Channel.EVENTS, Channel.STATUS, Channel.BATTERY, Channel.CONTROL_REPLY):
        assert stream.update(Payload(channel, 1.0, b"")) is None
    assert stream.malformed == 5
    assert stream.serial == "PT-7"


def test_the_battery_is_read() -> None:
    stream = ToolStream()
    assert stream.battery_percent is None
    stream.update(Payload(Channel.BATTERY, 0.0, b"\x31"))
    assert stream.battery_percent == 49


def button_event(button: Button, down: int, clock_us: int, stream: int = 1) -> Payload:
    return Payload(Channel.EVENTS, 1.0, bytes(ToolEvent(EventType.BUTTON, 0, stream, 3, clock_us, (button, down))))


def test_the_patients_button_is_told_once_with_its_time_on_the_tools_clock() -> None:
    stream = ToolStream()
    for payload in (LAYOUT, frame(0, [1, 2, 3, 4]), button_event(Button.PATIENT, 1, 33_333)):
        stream.update(payload)
    assert [stream.take_presses_us(), stream.take_presses_us()] == [(33_333,), ()]


def test_a_button_that_comes_up_the_tools_own_and_one_of_another_stream_are_no_press_of_the_patient() -> None:
    stream = ToolStream()
    others = (
        button_event(Button.PATIENT, 0, 33_333),
        button_event(Button.TOOL, 1, 33_333),
        button_event(Button.PATIENT, 1, 33_333, 2),
    )
    for payload in (LAYOUT, frame(0, [1, 2, 3, 4]), *others):
        stream.update(payload)
    assert stream.take_presses_us() == ()


def test_who_latched_a_stop_is_known_until_the_flag_goes() -> None:
    stream = ToolStream()
    stream.update(LAYOUT)
    told = []
    held = ToolFlag.STOP_LATCHED
    for payload in (frame(0, [1]), stop_event(1), frame(1, [2]), frame(2, [3], held), frame(3, [4])):
        stream.update(payload)
        told.append(stream.stop_by)
    assert told == [None, Button.PATIENT, Button.PATIENT, Button.PATIENT, None]


def test_the_tools_own_button_is_told_once_and_the_patients_is_none_of_it() -> None:
    stream = ToolStream()
    for payload in (LAYOUT, frame(0, [1])):
        stream.update(payload)
    for number, (button, down) in enumerate([(Button.TOOL, 1), (Button.PATIENT, 1), (Button.TOOL, 0)]):
        event = ToolEvent(EventType.BUTTON, number, 1, 3, 30_000 + number, (button, down))
        stream.update(Payload(Channel.EVENTS, 1.0, bytes(event)))
    assert stream.take_button() == (True, False)
    assert stream.take_button() == ()


@pytest.mark.parametrize(
    ("pressed_s", "told"), [(8.0, (True, False)), (6.05, (True, False)), (5.95, (False,)), (-3.0, (False,))]
)
def test_a_press_that_is_told_two_seconds_late_answers_something_else_and_only_its_end_counts(
    pressed_s: float, told: tuple[bool, ...]
) -> None:
    """The tool's clock is 0 when the host's is 1 s; both presses are told at 9 s, as after a connection was lost."""
    stream = ToolStream()
    for payload in (LAYOUT, frame(0, [1, 2, 3, 4])):
        stream.update(payload)
    clock_us = round(pressed_s * 1e6) % 2**32
    for number, down in enumerate((1, 0)):
        event = ToolEvent(EventType.BUTTON, number, 1, 3, clock_us, (Button.TOOL, down))
        stream.update(Payload(Channel.EVENTS, 9.0, bytes(event)))
    assert stream.take_button() == told


def test_what_an_earlier_connection_was_told_before_the_first_reading_is_no_press() -> None:
    stream = ToolStream()
    for payload in (LAYOUT, button_event(Button.TOOL, 1, 33_333), frame(0, [1, 2, 3, 4])):
        stream.update(payload)
    assert stream.take_button() == ()


def undo() -> Payload:
    return Payload(Channel.INPUT, 1.0, input_bytes(UndoZero()))


def test_a_tare_that_is_taken_back_holds_only_for_the_readings_between() -> None:
    stream = ToolStream()
    stream.update(LAYOUT)
    stream.update(frame(0, [0, 0]))
    stream.update(tare(Result.OK, counter=2, zero_q=7))
    zeroed, raw = stream.update(frame(2, [0, 0])), stream.update(frame(0, [0]))
    assert raw is None
    stream.update(undo())
    after = stream.update(frame(4, [0]))
    assert zeroed is not None
    assert after is not None
    factory_q = after.force_q.item(0)
    assert zeroed.force_q.tolist() == [factory_q - 7, factory_q - 7]


def test_what_nobody_can_read_takes_no_zero_back() -> None:
    stream = ToolStream()
    stream.update(LAYOUT)
    stream.update(tare(Result.OK, zero_q=7))
    first = stream.update(frame(0, [0]))
    stream.update(tare(Result.OK, counter=1, zero_q=14))
    stream.update(Payload(Channel.INPUT, 1.0, b"{}"))
    stream.update(Payload(Channel.INPUT, 1.0, input_bytes(Quit())))
    second = stream.update(frame(1, [0]))
    assert first is not None
    assert second is not None
    assert second.force_q.item(0) == first.force_q.item(0) - 7


def test_a_stream_can_be_read_with_some_of_its_tares_only() -> None:
    forces_q = {}
    for tares in (None, (1,), (2,), ()):
        stream = ToolStream(tares)
        stream.update(LAYOUT)
        stream.update(frame(0, [0]))
        stream.update(tare(Result.OK, counter=1, zero_q=5))
        stream.update(tare(Result.OK, counter=2, zero_q=9))
        block = stream.update(frame(1, [0, 0]))
        assert block is not None
        forces_q[tares] = block.force_q.tolist()
    factory_q = forces_q[()][0]
    assert forces_q[()] == [factory_q, factory_q]
    assert forces_q[None] == [factory_q - 5, factory_q - 9]
    assert forces_q[(1,)] == [factory_q - 5, factory_q - 5]
    assert forces_q[(2,)] == [factory_q, factory_q - 9]


def late(payload: Payload) -> Payload:
    return payload._replace(data=bytes([2]) + payload.data[1:])


def test_late_readings_are_heard_raw_and_left_out_of_the_live_ones() -> None:
    made = [frame(first, [50_000 + first, 50_001 + first]) for first in (0, 2, 4)]
    stream, other = ToolStream(), ToolStream()
    for each in (stream, other):
        for payload in (LAYOUT, made[0], made[2]):
            each.update(payload)
    block = stream.hear(late(made[1]))
    assert block is not None
    assert (block.index.tolist(), set(block.flags.tolist())) == ([2, 3], {int(SampleFlag.LATE)})
    assert other.update(late(made[1])) is None


def test_what_is_heard_is_conditioned_with_every_zero_known_so_far() -> None:
    stream = ToolStream()
    stream.update(LAYOUT)
    raw = stream.hear(frame(0, [50_000, 50_010, 50_020]))
    conditioning = stream.conditioning()
    stream.update(tare(Result.OK, counter=1, zero_q=100))
    assert raw is not None
    assert (raw.force_q - conditioning.update(raw).force_q).tolist() == [0, 100, 100]


def test_an_event_that_is_told_again_acts_once() -> None:
    stream = ToolStream()
    for payload in (LAYOUT, stop_event(1)):
        stream.update(payload)
    assert stream.take_stop()
    stream.update(stop_event(1))
    assert not stream.take_stop()
    rebooted = Status.from_bytes(TOOL.status(0.0))
    for boot_id in (7, 8):
        stream.update(Payload(Channel.STATUS, 0.0, bytes(rebooted._replace(boot_id=boot_id))))
    stream.update(stop_event(1))
    assert stream.take_stop()
