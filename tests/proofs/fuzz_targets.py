"""What hostile bytes are given to, where they begin, and what has to hold afterwards."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Final, NamedTuple

from protocol.advert import Advert
from protocol.blocks import SampleBlock, SampleFlag
from protocol.control import Command, Reply, Request, ResendDone
from protocol.errors import FrameError
from protocol.events import ToolEvent
from protocol.frames import Width, read_frame
from protocol.instruments import go_direct, progressor, sig_force, weight_scale, wh_c06
from protocol.instruments.driver import Driver, Heard, Talk, Value
from protocol.instruments.go_direct import Id, Measurement, Message, Sensor
from protocol.instruments.go_direct_talk import GoDirectTalk
from protocol.instruments.stream import Introduction
from protocol.instruments.timeline import PacedSlots
from protocol.layout import Layout
from protocol.link import Channel, Payload
from protocol.status import Status
from protocol.tool import Readings, ToolDecoder
from tests.protocol.golden import good, vectors

COLUMNS: Final = ((Width.I24,), (Width.I16,), (Width.I24, Width.I16))
PIECE: Final = struct.Struct("<BB")
"""Head of one payload among several in one input: what kind, how long; the kind is also the time since the last."""
PIECE_S: Final = 0.02
LAYOUT: Final = bytes(good("layout")[0]["bytes"])
CHANNELS: Final = tuple(Channel)


class Tally(NamedTuple):
    """How many payloads of one input were read and how many refused."""

    read: int
    refused: int


class Target(NamedTuple):
    """A decoder; `run` raises only for a fault."""

    name: str
    run: Callable[[bytes], Tally]
    seeds: tuple[bytes, ...]
    longest: int = 32
    """Bytes of an input: several payloads where there is a stream, no more than tells something new."""


class Order:
    """Holds a stream of blocks to what a `SampleBlock` promises."""

    def __init__(self) -> None:
        self._index = self._time_us = -1
        self.seen = set[int]()

    def keep(self, block: SampleBlock) -> None:
        """Fail where a block is out of shape, goes back or comes twice; late readings come behind the newest."""
        index, time_us = block.index.tolist(), block.time_us.tolist()
        assert len(index) == len(time_us) == len(block.force_q) == len(block.flags)
        assert self.seen.isdisjoint(index)
        self.seen.update(index)
        for number, at_us, flags in zip(index, time_us, block.flags.tolist(), strict=True):
            if flags & SampleFlag.LATE:
                assert number < self._index
                continue
            assert number > self._index
            assert at_us >= self._time_us
            self._index, self._time_us = number, at_us


def pieces(data: bytes) -> Iterator[tuple[int, float, bytes]]:
    """Kind, arrival and bytes of each payload in one input."""
    at, arrival_s = 0, 0.0
    while at + PIECE.size <= len(data):
        kind, length = PIECE.unpack_from(data, at)
        at += PIECE.size
        arrival_s += kind * PIECE_S
        yield kind, arrival_s, data[at : at + length]
        at += length


def piece(payload: bytes, kind: int = 1) -> bytes:
    """One payload as part of an input."""
    return PIECE.pack(kind, min(len(payload), 255)) + payload[:255]


def alone(decode: Callable[[bytes], object]) -> Callable[[bytes], Tally]:
    """Take a whole input for one payload."""

    def run(data: bytes) -> Tally:
        try:
            decode(data)
        except FrameError:
            return Tally(0, 1)
        return Tally(1, 0)

    return run


def run_frames(data: bytes) -> object:
    """The first byte chooses the columns."""
    return read_frame(data[1:], COLUMNS[data[0] % len(COLUMNS)]) if data else None


def run_layout(data: bytes) -> object:
    """An odd first byte puts length and check sum right, so that what is inside is read at all."""
    body = data[1:]
    if data[:1] and data[0] & 1 and 8 <= len(body) <= 512:
        body = bytes((1, 0)) + struct.pack("<H", len(body)) + body[4:-4]
        body += struct.pack("<I", zlib.crc32(body))
    layout = Layout.from_bytes(body)
    assert Layout.from_bytes(bytes(layout)).channels == layout.channels
    return layout


def run_requests(data: bytes) -> object:
    """Also the parameters."""
    request = Request.from_bytes(data)
    assert bytes(request) == data
    return request.parameters if request.command in set(Command) else None


def run_replies(data: bytes) -> object:
    """Answers and the ends of resends."""
    with suppress(FrameError):
        return ResendDone.from_bytes(data)
    return Reply.from_bytes(data).values


def run_tool(data: bytes) -> Tally:
    """A stream of payloads on any channel, after a good layout."""
    decoder, order, read, refused = ToolDecoder(), Order(), 0, 0
    decoder.feed(Payload(Channel.LAYOUT, 0.0, LAYOUT))
    for kind, arrival_s, payload in pieces(data):
        try:
            value = decoder.feed(Payload(CHANNELS[kind % len(CHANNELS)], arrival_s, payload))
        except FrameError:
            refused += 1
            continue
        read += 1
        if isinstance(value, Readings):
            order.keep(value.block)
    return Tally(read, refused)


def run_talk(talk: Talk, data: bytes) -> Tally:
    """A stream of payloads that were heard or, of odd kinds above 128, written."""
    order, read, refused = Order(), 0, 0
    for kind, arrival_s, payload in pieces(data):
        try:
            values = _exchange(talk, kind, Heard(0, arrival_s, payload))
        except FrameError:
            refused += 1
            continue
        read += 1
        for value in values:
            if isinstance(value, SampleBlock) and len(value):
                order.keep(value)
    return Tally(read, refused)


def run_go_direct(data: bytes) -> Tally:
    """From the greeting on or, after an odd first byte, from where readings come."""
    return run_talk(_measuring() if data[:1] and data[0] & 1 else GoDirectTalk(), data[1:])


def _measuring() -> GoDirectTalk:
    """A conversation that has come so far; not step by step, which would take longer than the input itself."""
    talk = GoDirectTalk()
    talk._sensor = _SENSOR
    talk._slots = PacedSlots(10_000)
    return talk


def _exchange(talk: Talk, kind: int, heard: Heard) -> Sequence[Value]:
    if kind > 128 and kind & 1:
        talk.sent(heard.data)
        return ()
    return talk.feed(heard)


_SENSOR: Final = Sensor(1, 77, "Force", "N", -50.0, 50.0, 1_000, 100_000, 1_000)


def _golden(file: str) -> tuple[bytes, ...]:
    return tuple(bytes(vector["bytes"]) for vector in vectors(file))


def _with_channel() -> tuple[bytes, ...]:
    files = {
        Channel.SAMPLES: "frames",
        Channel.STATUS: "status",
        Channel.EVENTS: "events",
        Channel.CONTROL_REPLY: "replies",
    }
    return tuple(piece(each, channel) * 2 for channel, file in files.items() for each in _golden(file))


def _progressor() -> tuple[bytes, ...]:
    weight = progressor.weight_packet([progressor.Weight(n / 2, 12_500 * n) for n in range(16)])
    asked = [piece(bytes((opcode,)), 255) + piece(b"\x00\x04\x30\x0c\x00\x00") for opcode in progressor.Opcode]
    return (piece(weight), piece(weight[:42].replace(b"\x80", b"\x28")) * 3, *asked, piece(b"\x04\x00"))


def _go_direct() -> tuple[bytes, ...]:
    ask = [Message(Id.INIT, 0xFE, go_direct.INIT_BODY), Message(Id.AVAILABLE, 0xFD), Message(Id.SENSOR, 0xFC, b"\x01")]
    bodies = (b"", struct.pack("<I", 2), bytes(_SENSOR))
    talked = [piece(bytes(m), 255) + piece(m.answer(body)) for m, body in zip(ask, bodies, strict=True)]
    readings = piece(bytes(Measurement(2, (1.0, 2.0, 3.0)))) * 3
    kinds = [piece(bytes.fromhex(f"200c0500{kind}0001010000 4841"), 60) for kind in ("08", "09", "0d", "0a", "07")]
    return (
        b"\0" + b"".join(talked),
        b"\1" + readings,
        *(b"\1" + kind + readings for kind in kinds),
        b"\1" + piece(b"\x20\x11") + readings,
    )


def _instrument(driver: Driver, *seeds: str) -> Target:
    """Each seed alone, and all of them one after the other."""
    each = tuple(piece(bytes.fromhex(seed)) for seed in seeds)
    return Target(driver.name, lambda data: run_talk(driver.talk(), data), (*each, b"".join(each)))


TARGETS: Final = {
    target.name: target
    for target in (
        Target("advert", alone(Advert.from_bytes), _golden("advert")),
        Target(
            "layout",
            alone(run_layout),
            tuple(bytes((odd,)) + each for each in _golden("layout") for odd in (0, 1)),
            512,
        ),
        Target("status", alone(Status.from_bytes), _golden("status")),
        Target("frames", alone(run_frames), tuple(bytes((n,)) + each for each in _golden("frames") for n in range(3))),
        Target("events", alone(ToolEvent.from_bytes), _golden("events")),
        Target("requests", alone(run_requests), _golden("requests")),
        Target("replies", alone(run_replies), _golden("replies")),
        Target("tool", run_tool, _with_channel(), 64),
        Target(
            "introduction",
            alone(Introduction.from_bytes),
            (bytes(Introduction("progressor", "F0:01", "Progressor_1")),),
            128,
        ),
        Target("progressor", lambda data: run_talk(progressor.ProgressorTalk(), data), _progressor(), 64),
        Target("go-direct", run_go_direct, _go_direct(), 180),
        _instrument(wh_c06.DRIVER, "0203112ac0191123e10104d201f401d4cb", "0000000000000000000004d2"),
        _instrument(weight_scale.DRIVER, "001027", "01e803", "04102703", "021027e807010a0c1e00", "0c102703e600a806"),
        _instrument(sig_force.DRIVER, "e8030000", "18fcffff", "ffffff7f"),
    )
}
