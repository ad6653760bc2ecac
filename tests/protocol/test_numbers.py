"""Every named number of docs/protocol.md, copied by hand from its tables."""

from enum import Enum

import pytest

from protocol.control import ALWAYS_EXECUTED, Command, CuePattern, Reply, ResendDone, Result, Setting
from protocol.errors import FrameError
from protocol.events import BatteryLevel, Button, EventType
from protocol.frames import FrameType, ToolFlag
from protocol.layout import ChannelKind, Direction, Entry, Feature
from protocol.link import Channel
from protocol.status import ToolState

PAGE: dict[type[Enum], str] = {
    ToolState: "0 IDLE 1 STREAMING 2 UPDATING 3 FAULT",
    Entry: "0x01 FEATURES 0x02 SERIAL 0x03 FIRMWARE 0x10 CHANNEL 0x11 CALIBRATION 0x12 RATES 0x13 TIP 0x14 RING",
    ChannelKind: "0 FORCE 1 SECOND_FORCE 2 DISPLACEMENT",
    FrameType: "0x01 SAMPLES 0x02 LATE 0x03 SYNC 0x04 SLOW",
    EventType: "0x01 BUTTON 0x02 BATTERY 0x03 OVERLOAD 0x04 TEMPERATURE 0x05 TIP 0x06 STOP",
    Button: "0 TOOL 1 PATIENT 2 COMMAND",
    BatteryLevel: "0 NORMAL 1 LOW 2 CRITICAL",
    Result: "0x00 OK 0x01 UNKNOWN 0x02 BAD_LENGTH 0x03 BAD_VALUE 0x04 BUSY 0x05 WRONG_STATE 0x06 LINK_TOO_NARROW "
    "0x07 LOADED 0x08 UNSTEADY 0x09 SATURATED 0x0A SENSOR_FAULT 0x0B NOT_HELD 0x0C CANCELLED 0x0D INTERNAL",
    Command: "0x01 START 0x02 STOP 0x03 TIME 0x04 STATUS 0x05 TARE 0x06 TIP 0x07 CUE 0x08 IDENTIFY 0x09 RESEND "
    "0x0A CANCEL 0x0B ACK_EVENTS 0x0C CLEAR_STOP 0x40 SET_COEFFICIENT 0x41 SET_CALIBRATION 0x42 COMMIT 0x43 SET "
    "0x44 GET 0x45 POWER_OFF",
    CuePattern: "0 OFF 1 PRESS_MORE 2 HOLD 3 PRESS_LESS 4 LET_GO 5 ALARM",
    Setting: "1 POWER_OFF_MINUTES 2 VIBRATION_PERCENT 3 BRIGHTNESS_PERCENT",
    Channel: "0 LAYOUT 1 STATUS 2 SAMPLES 3 EVENTS 4 CONTROL_SENT 5 CONTROL_REPLY 6 BATTERY 7 INPUT 8 CALLS "
    "9 INSTRUMENT 10 HEARD 11 WRITTEN 12 RSSI 13 AIMED 14 TRUTH",
}
BITS: dict[type[Enum], str] = {
    Feature: "0 TARE 1 CUE 2 IDENTIFY 3 RESEND 4 SYNC_FRAMES 5 SLOW_FRAMES 6 PATIENT_BUTTON 7 SETUP 8 SIMULATED",
    Direction: "0 COMPRESSION 1 PULL",
    ToolFlag: "0 OVERLOAD 1 SENSOR_FAULT 2 LOW_BATTERY 3 VIBRATING 4 STOP_LATCHED",
}


def read(table: str) -> dict[str, int]:
    words = table.split()
    return {name: int(number, 0) for number, name in zip(words[::2], words[1::2], strict=True)}


@pytest.mark.parametrize(("enum", "table"), PAGE.items())
def test_a_number_means_what_the_page_says(enum: type[Enum], table: str) -> None:
    assert {name: member.value for name, member in enum.__members__.items()} == read(table)


@pytest.mark.parametrize(("enum", "table"), BITS.items())
def test_a_bit_means_what_the_page_says(enum: type[Enum], table: str) -> None:
    bits = {name: 1 << bit for name, bit in read(table).items()}
    assert {name: member.value for name, member in enum.__members__.items()} == bits


def test_what_binds_a_connection_or_says_what_is_now_is_always_executed() -> None:
    assert {command.name for command in ALWAYS_EXECUTED} == {"START", "TIME", "STATUS"}


def test_the_end_of_a_resend_is_no_reply_and_a_reply_no_end_of_a_resend() -> None:
    with pytest.raises(FrameError):
        Reply.from_bytes(bytes.fromhex("e9 09 00 fa000000 96000000"))
    with pytest.raises(FrameError):
        ResendDone.from_bytes(bytes.fromhex("89 09 00 fa000000 96000000"))
