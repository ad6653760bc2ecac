"""Each error is one sentence that says what happened and what to do."""

from __future__ import annotations

import pytest

from device.errors import (
    AccessRefused,
    BluetoothOff,
    BondLost,
    CommandRefused,
    CommandTimeout,
    DeviceError,
    NoSetup,
    NotATool,
    NotOnline,
    NotPaired,
    OffReason,
    ScanFailed,
    StreamRuns,
    ToolLost,
    ToolNotFound,
    ToolVanished,
    UnknownNotify,
    WrongTool,
)
from protocol.control import Command
from protocol.errors import LinkLost

ALL: list[DeviceError] = [
    *(BluetoothOff(reason) for reason in OffReason),
    ToolNotFound(None, 5),
    ToolNotFound("PT-1", 5),
    ScanFailed(),
    ToolVanished("PT-1", 5),
    NotATool("PT-1", ["x"]),
    WrongTool("PT-1", "PT-2"),
    NotOnline("PT-1 is searched for"),
    AccessRefused("PT-1", 5),
    CommandRefused("PT-1", 5),
    NotPaired("PT-1"),
    BondLost("PT-1"),
    NoSetup("PT-1"),
    StreamRuns("PT-1"),
    UnknownNotify("PALPATE_NOTIFY", "x"),
    ToolLost("PT-1"),
    CommandTimeout(Command.TARE, 2),
]


@pytest.mark.parametrize("error", ALL, ids=str)
def test_an_error_is_one_line_with_an_advice(error: DeviceError) -> None:
    what, colon, advice = str(error).partition(": ")
    assert "\n" not in str(error)
    assert what
    assert colon
    assert len(advice) > 10


def test_errors_are_what_the_seam_promises() -> None:
    assert issubclass(ToolLost, LinkLost)
    assert issubclass(NotOnline, LinkLost)
    assert issubclass(CommandTimeout, TimeoutError)
    assert issubclass(CommandRefused, TimeoutError)
    for other in (AccessRefused, NotPaired, BondLost, NoSetup, StreamRuns):
        assert not issubclass(other, LinkLost | TimeoutError)
