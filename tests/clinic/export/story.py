"""Twelve seconds that hold one of everything, with numbers that can be worked out by hand.

At 100 Hz, five readings in a frame: rest, a ramp of 1 s to 20 N at 2 s, a hold until 8 s, a let-go of 0.5 s, rest. The
readings 400 to 419 are lost, 600 to 604 come late, behind the next five; 700 to 704 are at the upper end of the
converter. The tool reads 0.5 N too much, which a tare takes off behind its first reading. A frame arrives 0.03 s after
its last reading was taken; the computer's clock stands at 100 s when the tool's stands at 0.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from protocol.control import Command, Reply, Request, Result
from protocol.events import Button, EventType, ToolEvent
from protocol.frames import SampleFrame, ToolFlag, Width
from protocol.link import Channel, Payload
from session.calls import LetGoCalled, aimed_bytes
from session.cue import Why
from session.inputs import GoOn, Input, Pain, PainHalved, Quit, Stop, StopReason, input_bytes
from session.record import Recorder, RecordHeader
from tests.session.rooms import LIGHT
from tests.session.test_tool_stream import TOOL

STARTED: Final = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
FIRST_READING: Final = datetime(2026, 1, 2, 3, 4, 5, 70_000, tzinfo=UTC)
"""The first frame ends with the reading of 0.04 s and arrives 0.03 s later."""
ZERO_N: Final = 0.5
COUNTS_PER_N: Final = 50_000
LOST: Final = range(400, 420)
LATE: Final = range(600, 605)
SATURATED: Final = range(700, 705)
SLOTS: Final = 1200
IN_FRAME: Final = 5
HEADER: Final = RecordHeader(
    started_at=STARTED, started_loop_s=100.0, software="1.2.3", simulated=True, scenario="story", plan=LIGHT
)


def true_n() -> NDArray[np.float64]:
    """Force in each slot; ± 2 mN, because a sensor that repeats itself is taken for stuck."""
    time_s = np.arange(SLOTS) / 100
    shape = np.interp(time_s, [2.0, 3.0, 8.0, 8.5], [0.0, 20.0, 20.0, 0.0])
    noise_n: NDArray[np.float64] = np.resize([0.0, 0.002, -0.002], SLOTS)
    return shape + noise_n


def frame(number: int, *, late: bool = False) -> SampleFrame:
    """Five readings."""
    slots = slice(IN_FRAME * number, IN_FRAME * (number + 1))
    counts = np.rint((true_n() + ZERO_N) * COUNTS_PER_N).astype(np.int32)
    counts[SATURATED.start : SATURATED.stop] = Width.I24.saturated_high
    return SampleFrame(late, 1, ToolFlag(0), slots.start, 10_000 * slots.start, 40_000, counts[slots].reshape(-1, 1))


def payloads() -> list[Payload]:
    """All of it, in the order of arrival."""
    others = [
        Payload(Channel.CONTROL_REPLY, 100.075, _tare()),
        _input(106.05, Pain(nrs=4, by="patient")),
        _input(107.125, PainHalved()),
        Payload(Channel.EVENTS, 107.55, _press()),
        Payload(Channel.CALLS, 108.025, _call()),
        _input(109.0, Stop()),
        _input(109.5, GoOn(reason=StopReason.TOO_PAINFUL)),
        _input(111.0, Quit()),
    ]
    first = [
        Payload(Channel.LAYOUT, 100.0, TOOL.layout),
        Payload(Channel.STATUS, 100.0, TOOL.status(0.0)),
        Payload(Channel.AIMED, 100.0, aimed_bytes(LIGHT)),
    ]
    return first + sorted([*_frames(), *others], key=lambda payload: payload.arrival_s)


def write(path: Path, header: RecordHeader = HEADER, more: tuple[Payload, ...] = ()) -> Path:
    """A record of it."""
    with Recorder(path, header) as recorder:
        for payload in (*payloads(), *more):
            recorder.append(payload)
    return path


def _frames() -> list[Payload]:
    numbers = [number for number in range(SLOTS // IN_FRAME) if IN_FRAME * number not in LOST]
    return [_arrived(number, late=IN_FRAME * number in LATE) for number in numbers]


def _arrived(number: int, *, late: bool) -> Payload:
    delay_s = 0.055 if late else 0.0  # behind the next frame, which comes 0.05 s after it was due
    arrival_s = 100.0 + (IN_FRAME * number + IN_FRAME - 1) / 100 + 0.03 + delay_s
    return Payload(Channel.SAMPLES, arrival_s, frame(number, late=late).to_bytes((Width.I24,)))


def _input(arrival_s: float, value: Input) -> Payload:
    return Payload(Channel.INPUT, arrival_s, input_bytes(value))


def _tare() -> bytes:
    zero_q = round(ZERO_N * 16384)
    return bytes(Reply.of(Request.of(Command.TARE, 1), Result.OK, zero_q, 100, 1, 1))


def _press() -> bytes:
    return bytes(ToolEvent(EventType.BUTTON, 0, 1, 750, 7_500_000, (Button.PATIENT, 1)))


def _call() -> bytes:
    return LetGoCalled(time_us=7_990_000, why=Why.TIME_IN_BAND).model_dump_json().encode()
