"""Commands to the tool and its answers (docs/protocol.md §8 and §9)."""

from __future__ import annotations

import struct
from enum import IntEnum
from typing import Final, NamedTuple

from protocol.errors import FrameError

MAX_LENGTH: Final = 20
"""Fits a write and an indication at the smallest MTU, 23."""

REPLY_BIT: Final = 0x80
RESEND_DONE: Final = 0xE9
"""First byte of the indication that ends a resend; no command has this number."""

UNSOLICITED: Final = 0
"""An echo id that no request may use."""


class Command(IntEnum):
    """What the tool can be asked; from 0x40 on the Setup characteristic."""

    START = 0x01
    STOP = 0x02
    TIME = 0x03
    STATUS = 0x04
    TARE = 0x05
    TIP = 0x06
    CUE = 0x07
    IDENTIFY = 0x08
    RESEND = 0x09
    CANCEL = 0x0A
    ACK_EVENTS = 0x0B
    CLEAR_STOP = 0x0C
    SET_COEFFICIENT = 0x40
    SET_CALIBRATION = 0x41
    COMMIT = 0x42
    SET = 0x43
    GET = 0x44
    POWER_OFF = 0x45


class Result(IntEnum):
    """How a command ended."""

    OK = 0x00
    UNKNOWN = 0x01
    BAD_LENGTH = 0x02
    BAD_VALUE = 0x03
    BUSY = 0x04
    WRONG_STATE = 0x05
    LINK_TOO_NARROW = 0x06
    LOADED = 0x07
    UNSTEADY = 0x08
    SATURATED = 0x09
    SENSOR_FAULT = 0x0A
    NOT_HELD = 0x0B
    CANCELLED = 0x0C
    INTERNAL = 0x0D


class CuePattern(IntEnum):
    """What a CUE lets the hand feel."""

    OFF = 0
    PRESS_MORE = 1
    HOLD = 2
    PRESS_LESS = 3
    LET_GO = 4
    ALARM = 5


class Setting(IntEnum):
    """What SET and GET of the Setup characteristic are about."""

    POWER_OFF_MINUTES = 1
    VIBRATION_PERCENT = 2
    BRIGHTNESS_PERCENT = 3


ALWAYS_EXECUTED: Final = frozenset({Command.START, Command.TIME, Command.STATUS})
"""Never answered from the stored answer: START binds a connection, the others say what is now."""

PARAMETERS: Final = {
    Command.START: struct.Struct("<I"),
    Command.STOP: struct.Struct("<"),
    Command.TIME: struct.Struct("<"),
    Command.STATUS: struct.Struct("<"),
    Command.TARE: struct.Struct("<"),
    Command.TIP: struct.Struct("<B"),
    Command.CUE: struct.Struct("<BH"),
    Command.IDENTIFY: struct.Struct("<"),
    Command.RESEND: struct.Struct("<II"),
    Command.CANCEL: struct.Struct("<B"),
    Command.ACK_EVENTS: struct.Struct("<H"),
    Command.CLEAR_STOP: struct.Struct("<"),
    Command.SET_COEFFICIENT: struct.Struct("<BBd"),
    Command.SET_CALIBRATION: struct.Struct("<IHHH"),
    Command.COMMIT: struct.Struct("<I"),
    Command.SET: struct.Struct("<BI"),
    Command.GET: struct.Struct("<B"),
    Command.POWER_OFF: struct.Struct("<"),
}
"""Parameters of a request, after command and echo id."""

VALUES: Final = {
    Command.START: struct.Struct("<BII"),
    Command.TIME: struct.Struct("<II"),
    Command.STATUS: struct.Struct("<IBBBBII"),
    Command.TARE: struct.Struct("<iIBI"),
    Command.TIP: struct.Struct("<B"),
    Command.RESEND: struct.Struct("<II"),
    Command.COMMIT: struct.Struct("<B"),
    Command.GET: struct.Struct("<I"),
}
"""Values of a reply with result OK, after command, echo id and result; the other commands answer none."""

REFUSAL_VALUES: Final = {
    Result.LINK_TOO_NARROW: struct.Struct("<I"),
    Result.LOADED: struct.Struct("<iI"),
    Result.UNSTEADY: struct.Struct("<iI"),
}
"""Values of the results other than OK that carry some."""

_NO_VALUES: Final = struct.Struct("<")
_REPLY_HEAD: Final = struct.Struct("<BBB")
_DONE: Final = struct.Struct("<BBBII")

Number = int | float


class Request(NamedTuple):
    """One command; `parameters` as `PARAMETERS` lists them."""

    command: int
    echo: int
    body: bytes = b""

    @classmethod
    def of(cls, command: Command, echo: int, *parameters: Number) -> Request:
        """Build a request from its parameters; raises `FrameError` when one does not fit its field."""
        return cls(command, echo, _pack(PARAMETERS[command], parameters))

    @classmethod
    def from_bytes(cls, data: bytes) -> Request:
        """Read a request, known or not; raises `FrameError` below two bytes."""
        if len(data) < 2:
            raise FrameError(f"a request has at least 2 bytes, not {len(data)}")
        return cls(data[0], data[1], bytes(data[2:]))

    def __bytes__(self) -> bytes:
        return bytes((self.command, self.echo)) + self.body

    @property
    def parameters(self) -> tuple[Number, ...]:
        """The parameters of a known command; raises `FrameError` when they are cut short."""
        return _unpack(PARAMETERS[Command(self.command)], self.body, "parameters")


class Reply(NamedTuple):
    """The tool's answer to the request with this echo id."""

    command: int
    echo: int
    result: int
    body: bytes = b""

    @classmethod
    def of(cls, request: Request, result: Result, *values: Number) -> Reply:
        """Answer `request`; raises `FrameError` when a value does not fit its field."""
        return cls(request.command, request.echo, result, _pack(_values(request.command, result), values))

    @classmethod
    def from_bytes(cls, data: bytes) -> Reply:
        """Read the answer to a request; raises `FrameError` where it is none."""
        if len(data) < _REPLY_HEAD.size:
            raise FrameError(f"a reply has at least 3 bytes, not {len(data)}")
        command, echo, result = _REPLY_HEAD.unpack_from(data)
        if not command & REPLY_BIT or command == RESEND_DONE:
            raise FrameError(f"0x{command:02x} does not begin a reply")
        return cls(command & ~REPLY_BIT, echo, result, bytes(data[3:]))

    def __bytes__(self) -> bytes:
        return _REPLY_HEAD.pack(self.command | REPLY_BIT, self.echo, self.result) + self.body

    @property
    def values(self) -> tuple[Number, ...]:
        """The values that go with this command and result; raises `FrameError` when they are cut short."""
        return _unpack(_values(self.command, self.result), self.body, "values")


class ResendDone(NamedTuple):
    """The end of a resend: how much was sent, and what the tool still holds."""

    echo: int
    result: int
    sent: int
    oldest: int

    @classmethod
    def from_bytes(cls, data: bytes) -> ResendDone:
        """Read the indication; raises `FrameError` where it is none."""
        if len(data) < _DONE.size or data[0] != RESEND_DONE:
            raise FrameError("not the end of a resend")
        return cls(*_DONE.unpack_from(data)[1:])

    def __bytes__(self) -> bytes:
        return _DONE.pack(RESEND_DONE, *self)


class Started(NamedTuple):
    """Values of START."""

    stream: int
    rate_mhz: int
    counter: int


class Zero(NamedTuple):
    """Values of TARE: what to subtract on the force grid, from which reading on."""

    zero_q: int
    noise_q: int
    stream: int
    counter: int


def _values(command: int, result: int) -> struct.Struct:
    if result != Result.OK:
        return REFUSAL_VALUES.get(Result(result), _NO_VALUES) if result in set(Result) else _NO_VALUES
    return VALUES.get(Command(command), _NO_VALUES) if command in set(Command) else _NO_VALUES


def _pack(layout: struct.Struct, numbers: tuple[Number, ...]) -> bytes:
    try:
        return layout.pack(*numbers)
    except struct.error as error:
        raise FrameError(f"{numbers} do not fit {layout.format}: {error}") from error


def _unpack(layout: struct.Struct, body: bytes, what: str) -> tuple[Number, ...]:
    if len(body) < layout.size:
        raise FrameError(f"{what} need {layout.size} bytes, not {len(body)}")
    return layout.unpack_from(body)
