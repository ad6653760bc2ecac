"""A tool that restarts, gets another tip or is calibrated: what was known of it before is known no longer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from protocol.control import Result
from protocol.events import Button, EventType, ToolEvent
from protocol.frames import SampleFrame, ToolFlag, Width
from protocol.layout import Layout
from protocol.link import Channel, Payload
from protocol.status import Status
from session.needs import Needs
from session.observer import Observer
from session.tool_stream import (
    NOT_MEASURED,
    OTHER_TIP,
    PRESSES_KEPT,
    RECALIBRATED,
    RESTARTED,
    TAKEN_BACK,
    ToolStream,
)
from session.unknown import Unknown
from tests.session.moments import PLAN
from tests.session.test_tool_stream import LAYOUT, TOOL, frame, stop_event, tare, undo


def status(boot_id: int = 1, *, tip: int = 1, rate_mhz: int = 0, at_s: float = 1.0) -> Payload:
    known = Status.from_bytes(TOOL.status(0.0))._replace(boot_id=boot_id, tip=tip, rate_mhz=rate_mhz)
    return Payload(Channel.STATUS, at_s, bytes(known))


def calibrated(number: int) -> Payload:
    layout = Layout.from_bytes(TOOL.layout)
    return Payload(Channel.LAYOUT, 0.0, bytes(replace(layout, calibration=layout.calibration._replace(id=number))))


def event(kind: EventType, number: int, *values: int) -> Payload:
    return Payload(Channel.EVENTS, 1.0, bytes(ToolEvent(kind, number, 1, 3, 30_000, values)))


def jumped(first: int, by_s: float) -> Payload:
    """Two readings that the tool's clock says were taken later than their counters say."""
    counts = np.zeros((2, 1), np.int32)
    clock_us = 10_000 * first + round(by_s * 1e6)
    data = SampleFrame(False, 1, ToolFlag(0), first, clock_us, 10_000, counts).to_bytes((Width.I24,))
    return Payload(Channel.SAMPLES, 1.0 + first / 100, data)


def zeroed(*more: Payload) -> ToolStream:
    """A tool whose zero was measured at its first reading, and what came then."""
    stream = ToolStream()
    for payload in (LAYOUT, status(), frame(0, [0]), tare(Result.OK, counter=1, zero_q=7), *more):
        stream.update(payload)
    return stream


def test_a_zero_is_ok_until_the_tool_restarts_and_again_once_it_is_measured() -> None:
    stream = zeroed()
    assert (stream.zeroed, stream.boots, stream.boot_id) == (Result.OK, 0, 1)
    stream.update(status(1))
    assert (stream.zeroed, stream.boots) == (Result.OK, 0)
    stream.update(status(2))
    assert (stream.zeroed, stream.boots, stream.boot_id) == (RESTARTED, 1, 2)
    stream.update(tare(Result.OK))
    assert stream.zeroed == Result.OK


def test_what_was_never_measured_stays_so_whatever_happens_to_the_tool() -> None:
    stream = ToolStream()
    for payload in (LAYOUT, status(1), status(2), status(2, tip=2)):
        stream.update(payload)
    assert stream.zeroed is NOT_MEASURED


def test_another_tip_asks_for_another_zero_whether_the_status_or_an_event_tells_it() -> None:
    assert zeroed(status(tip=2)).zeroed is OTHER_TIP
    told = zeroed(event(EventType.TIP, 5, 2, 1))
    assert (told.zeroed, told.tip is not None and told.tip.id) == (OTHER_TIP, 2)
    assert zeroed(event(EventType.TIP, 5, 1, 1)).zeroed is Result.OK


def test_a_tip_that_is_told_before_the_status_waits_for_it() -> None:
    stream = ToolStream()
    stream.update(LAYOUT)
    stream.update(event(EventType.TIP, 5, 2, 1))
    assert stream.tip is None


def test_another_calibration_asks_for_another_zero() -> None:
    known = Layout.from_bytes(TOOL.layout).calibration.id
    assert zeroed(calibrated(known)).zeroed is Result.OK
    assert zeroed(calibrated(known + 1)).zeroed is RECALIBRATED


def test_a_zero_that_was_taken_back_leaves_the_one_before_or_none() -> None:
    stream = zeroed(tare(Result.OK, counter=1, zero_q=9), undo())
    states = [stream.zeroed]
    stream.update(undo())
    assert [*states, stream.zeroed] == [Result.OK, TAKEN_BACK]
    refused = zeroed(tare(Result.LOADED), undo(), tare(Result.LOADED), undo())
    assert refused.zeroed is Result.LOADED


@pytest.mark.parametrize(
    ("zero_q", "far"), [(3 * 16384, ""), (-3 * 16384, ""), (3 * 16384 + 1, "3.0"), (-65536, "4.0")]
)
def test_a_zero_beyond_the_limit_is_none_that_one_could_trust(zero_q: int, far: str) -> None:
    found = zeroed(tare(Result.OK, counter=1, zero_q=zero_q)).zeroed
    reason = f"the zero is {far} N away from the factory's, more than 3.0 N"
    assert found == (Unknown(reason) if far else Result.OK)


@pytest.mark.parametrize(("zero_q", "ok"), [(2 * 16384, True), (2 * 16384 + 1, False)])
def test_before_the_layout_the_limit_is_two_newtons(zero_q: int, ok: bool) -> None:
    stream = ToolStream()
    stream.update(tare(Result.OK, zero_q=zero_q))
    assert (stream.zeroed == Result.OK) is ok


def test_a_zero_that_is_answered_before_the_first_reading_of_its_boot_counts_from_that_reading() -> None:
    stream = zeroed(frame(1, [0] * 4), status(2), tare(Result.OK, counter=0, zero_q=9))
    after = stream.update(frame(0, [0]))
    assert after is not None
    assert after.force_q.tolist() == [-9]


def test_a_stop_that_was_latched_ends_with_the_boot_and_the_next_one_is_heard() -> None:
    stream = zeroed(frame(1, [1], ToolFlag.STOP_LATCHED), stop_event(1))
    assert (stream.take_stop(), stream.stop_by) == (True, Button.PATIENT)
    stream.update(status(2))
    assert (stream.flags, stream.stop_by, stream.take_stop()) == (ToolFlag(0), None, False)
    stream.update(frame(0, [1], ToolFlag.STOP_LATCHED))
    assert stream.take_stop()


def test_the_rate_that_was_started_ends_with_the_boot() -> None:
    stream = zeroed(status(1, rate_mhz=50_000))
    assert stream.rate_hz == 50.0
    stream.update(status(2))
    assert stream.rate_hz == 100.0


def test_times_are_taken_up_anew_with_a_boot_and_with_a_clock_that_jumps_and_not_with_a_stream() -> None:
    stream = zeroed(frame(1, [0, 0], stream=2))
    assert stream.clocks == 0
    stream.update(status(2))
    assert stream.clocks == 0
    stream.update(frame(0, [0, 0]))
    assert stream.clocks == 1
    stream.update(jumped(2, by_s=0.9))
    assert stream.clocks == 1
    stream.update(jumped(4, by_s=60.0))
    assert stream.clocks == 2


def test_presses_that_nobody_asks_for_fill_no_memory() -> None:
    stream = zeroed(*(event(EventType.BUTTON, number, Button.PATIENT, 1) for number in range(PRESSES_KEPT + 10)))
    assert len(stream.take_presses_us()) == PRESSES_KEPT
    assert stream.take_presses_us() == ()


def test_a_button_that_was_down_when_the_tool_restarted_means_nothing_more() -> None:
    def marks(*payloads: Payload) -> tuple[object, ...]:
        looking = Observer(PLAN)
        for payload in (LAYOUT, status(), frame(0, [0]), event(EventType.BUTTON, 1, Button.TOOL, 1), *payloads):
            looking.update(payload)
        return looking.see(9.0).marks

    assert len(marks()) == 1
    assert marks(status(2, at_s=1.5)) == ()
    assert len(marks(status(1, at_s=1.5))) == 1


def needs(*payloads: Payload) -> tuple[int, bool]:
    """How often the tool had to be started, and whether its zero has to be measured."""
    tool, needed = ToolStream(), Needs()
    for payload in payloads:
        tool.update(payload)
        needed.update(payload.channel, tool)
    return needed.starts.qsize(), needed.zero.is_set()


ZEROED = (LAYOUT, status(1), frame(0, [0]), tare(Result.OK, counter=1))


def test_each_connection_starts_the_tool_once_whatever_its_boot() -> None:
    assert needs(*ZEROED) == (1, False)
    assert needs(*ZEROED, status(1), status(1)) == (1, False)
    assert needs(*ZEROED, LAYOUT, status(1)) == (2, False)
    assert needs(*ZEROED, LAYOUT, status(2)) == (2, True)


def test_a_tool_that_restarts_within_a_connection_is_started_again() -> None:
    assert needs(*ZEROED, status(2)) == (2, True)
    assert needs(*ZEROED, status(2), status(2)) == (2, True)


def test_a_zero_is_needed_when_it_cannot_be_trusted_any_more_and_not_because_it_was_taken_back() -> None:
    assert needs(*ZEROED, status(1, tip=2)) == (1, True)
    assert needs(*ZEROED, undo()) == (1, False)
    assert needs(*ZEROED, tare(Result.LOADED)) == (1, False)
