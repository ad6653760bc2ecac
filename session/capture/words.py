"""What tool and client said, in the words of docs/protocol.md."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Final

from protocol import uuids
from protocol.control import RESEND_DONE, Command, Reply, Request, ResendDone, Result
from protocol.errors import FrameError
from protocol.events import EventType, ToolEvent
from protocol.frames import SampleFrame, SlowFrame, SyncFrame, UnknownFrame, read_frame
from protocol.layout import Layout
from protocol.status import Status, ToolState
from session.capture.gatt import Access, Deed

NAMES: Final = {
    uuids.LAYOUT: "LAYOUT",
    uuids.STATUS: "STATUS",
    uuids.SAMPLES: "SAMPLES",
    uuids.EVENTS: "EVENTS",
    uuids.CONTROL: "CONTROL",
    uuids.SETUP: "SETUP",
    uuids.FORCE: "FORCE",
    uuids.BATTERY_LEVEL: "BATTERY",
    uuids.MANUFACTURER: "manufacturer",
    uuids.MODEL: "model",
    uuids.SERIAL: "serial number",
    uuids.FIRMWARE: "firmware",
    uuids.HARDWARE: "hardware",
}
"""Of the characteristics that a tool has."""
UNKNOWN_FORCE_MN: Final = 0x7FFFFFFF


class Words:
    """Reads values one after the other: frames cannot be read without the layout that came before."""

    def __init__(self) -> None:
        self._layout: Layout | None = None

    def of(self, access: Access) -> str:
        """One line about an access; it never raises."""
        name = NAMES.get(access.uuid or "", access.uuid or f"attribute {access.handle}")
        if access.deed is Deed.REFUSED:
            return f"{name} refused: attribute error 0x{access.value.hex()}"
        if access.deed is Deed.SUBSCRIBED:
            return f"{name} {'subscribed' if any(access.value) else 'unsubscribed'}"
        return f"{name} {access.deed}: {self._value(access)}"

    def _value(self, access: Access) -> str:
        try:
            return self._read(access)
        except FrameError as error:
            return f"{access.value.hex()} ({error})"

    def _read(self, access: Access) -> str:
        match access.uuid:
            case uuids.LAYOUT:
                self._layout = Layout.from_bytes(access.value)
                return _layout(self._layout)
            case uuids.SAMPLES:
                return self._frame(access.value)
            case uuids.CONTROL | uuids.SETUP:
                return _talk(access.value, by_tool=access.by_tool)
            case uuid:
                return PLAIN.get(uuid or "", bytes.hex)(access.value)

    def _frame(self, value: bytes) -> str:
        if self._layout is None:
            return f"{len(value)} bytes, no LAYOUT was read before"
        match read_frame(value, self._layout.columns):
            case SampleFrame() as frame:
                last = (frame.counter + len(frame.counts) - 1) % (1 << 32)
                late = "late " if frame.late else ""
                return f"{late}stream {frame.stream} slots {frame.counter}–{last} at {frame.clock_us} µs"
            case SyncFrame() as frame:
                return f"sync stream {frame.stream} slot {frame.counter} left at {frame.radio_us} µs"
            case SlowFrame() as frame:
                return f"slow stream {frame.stream} at {frame.clock_us} µs"
            case UnknownFrame(kind):
                return f"frame of a later version, type {kind}"


def _layout(layout: Layout) -> str:
    rates = ", ".join(f"{rate / 1000:g}" for rate in layout.rates_mhz)
    return f"serial {_printable(layout.serial)}, {len(layout.channels)} channels, {rates} Hz"


def _status(value: bytes) -> str:
    status = Status.from_bytes(value)
    state = _name(ToolState, status.state)
    return f"boot {status.boot_id} {state} stream {status.stream} holds {status.oldest}–{status.newest}"


def _event(value: bytes) -> str:
    event = ToolEvent.from_bytes(value)
    return f"{_name(EventType, event.type)} number {event.number} {event.values} at {event.clock_us} µs"


def _force(value: bytes) -> str:
    if len(value) != 4:
        return value.hex()
    force_mn = int.from_bytes(value, "little", signed=True)
    return "not known" if force_mn == UNKNOWN_FORCE_MN else f"{force_mn / 1000:.3f} N"


def _battery(value: bytes) -> str:
    return f"{value[0]} %" if len(value) == 1 else value.hex()


def _talk(value: bytes, *, by_tool: bool) -> str:
    if not by_tool:
        request = Request.from_bytes(value)
        return f"{_name(Command, request.command)} echo {request.echo}{_rest(value[2:])}"
    if value[:1] == bytes((RESEND_DONE,)):
        done = ResendDone.from_bytes(value)
        return f"RESEND done echo {done.echo} {_name(Result, done.result)} {done.sent} sent, oldest {done.oldest}"
    reply = Reply.from_bytes(value)
    return f"{_name(Command, reply.command)} echo {reply.echo} {_name(Result, reply.result)}{_rest(value[3:])}"


def _rest(more: bytes) -> str:
    return f" {more.hex()}" if more else ""


def _name(kind: type[IntEnum], number: int) -> str:
    """Its name, or the number of something later."""
    return kind(number).name if number in set(kind) else f"{kind.__name__} {number}"


def _printable(text: str) -> str:
    return "".join(each for each in text if each.isprintable())


def _text(value: bytes) -> str:
    return _printable(value.decode("utf-8", "replace"))


PLAIN: Final[dict[str, Callable[[bytes], str]]] = {
    uuids.STATUS: _status,
    uuids.EVENTS: _event,
    uuids.FORCE: _force,
    uuids.BATTERY_LEVEL: _battery,
    uuids.MANUFACTURER: _text,
    uuids.MODEL: _text,
    uuids.SERIAL: _text,
    uuids.FIRMWARE: _text,
    uuids.HARDWARE: _text,
}
"""Values that nothing else has to be known for."""
