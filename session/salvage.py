"""What is intact in a record, whatever happened to its file: found by lengths and check sums, never guessed."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final, NamedTuple, TypeVar

from mcap.data_stream import ReadDataStream
from mcap.opcode import Opcode
from mcap.records import Channel as McapChannel
from mcap.records import Header, Metadata, Schema

from protocol.link import Channel
from session.checks import CHECK_BYTES, HEAD, MAGIC, MESSAGE, check_of
from session.playback import LONGEST_RECORD
from session.record import raw_id

CHECK_LENGTH: Final = MESSAGE.size + CHECK_BYTES
"""Of the content of a check sum's message."""
FOOTER_LENGTH: Final = 20
_DESCRIBING: Final = {Opcode.HEADER: Header, Opcode.SCHEMA: Schema, Opcode.CHANNEL: McapChannel}
_START: Final = re.compile(rb"[\x05\x0c\x0f](?=...\0{5})", re.DOTALL)
"""Where a message, metadata or the end of the data may begin: a length below 16 MiB has five zeros."""
_CHANNELS: Final = {raw_id(channel): channel for channel in Channel}
"""By their numbers, which are the same in every record: a damaged description costs nothing."""


class Kept(NamedTuple):
    """A payload that is as it was written."""

    sequence: int
    """Counted from 1; 0 in records of a version that did not count."""
    log_ns: int
    channel: Channel
    data: bytes


class Noted(NamedTuple):
    """Metadata."""

    name: str
    entries: dict[str, str]


class Damage(NamedTuple):
    """Bytes that are not what was written, from `start` to before `end`."""

    start: int
    end: int


class Announced(NamedTuple):
    """The check sum of a payload, which stands before it: that one with this number was to be written."""

    sequence: int


class Cut(NamedTuple):
    """The file ends here in the middle of something, or before its end was written."""

    at: int


class Ended(NamedTuple):
    """The end of the data as it was written, with the check sum of all before it; 0 where there was none."""

    start: int
    end: int
    crc: int


Found = Kept | Announced | Noted | Damage | Cut | Ended


class _Part(NamedTuple):
    """One record of MCAP, as far as its head and its content fit together."""

    start: int
    end: int
    found: Kept | Announced | Noted | Ended | None
    """None for what only describes or derives."""


def salvage(content: bytes) -> Iterator[Found]:
    """Walk through the bytes of a record. Behind damage the walk goes on where a part begins that proves itself.

    After `Ended` only a `Damage` or a `Cut` may come, for a summary that is not as it was written.
    """
    walk, position = _Walk(content), len(MAGIC)
    yield from _beginning(content)
    while position < len(content):
        part = walk.part_at(position)
        if part is None:
            part = walk.next_part(position)
            yield from walk.between(position, part)
        if part is None:
            return
        if part.found is not None:
            yield part.found
        if isinstance(part.found, Ended):
            yield from walk.behind_end(part.end)
            return
        position = part.end
    if position > len(MAGIC):
        yield Cut(position)


def _beginning(content: bytes) -> Iterator[Damage | Cut]:
    if MAGIC.startswith(content):
        yield Cut(len(content))
    elif not content.startswith(MAGIC):
        yield Damage(0, len(MAGIC))


class _Walk:
    def __init__(self, content: bytes) -> None:
        self._content = content
        self._view = memoryview(content)

    def part_at(self, start: int) -> _Part | None:
        """The part that begins here; None where nothing does, or what does is not whole or not as it was written."""
        if start + HEAD.size > len(self._content):
            return None
        opcode, length = HEAD.unpack_from(self._content, start)
        end = start + HEAD.size + length
        if length > LONGEST_RECORD or end > len(self._content):
            return None
        content = self._view[start + HEAD.size : end]
        match opcode:
            case Opcode.MESSAGE:
                return self._message(start, end, content)
            case Opcode.METADATA:
                read = _read_whole(Metadata, content)
                return None if read is None else _Part(start, end, Noted(read.name, read.metadata))
            case Opcode.DATA_END if length == CHECK_BYTES:
                return _Part(start, end, Ended(start, end, int.from_bytes(content, "little")))
            case Opcode.HEADER | Opcode.SCHEMA | Opcode.CHANNEL:
                return _Part(start, end, None) if _read_whole(_DESCRIBING[opcode], content) else None
            case _:
                return None

    def next_part(self, damaged: int) -> _Part | None:
        """The next part behind damage that can only be one by having been written as one."""
        for match in _START.finditer(self._content, damaged + 1):
            part = self.part_at(match.start())
            if part is not None:
                return part
        return None

    def between(self, start: int, part: _Part | None) -> Iterator[Kept | Damage | Cut]:
        """What is to be said of the bytes from `start` to the next part, or to the end of the file."""
        if part is None and self._breaks_off(start):
            yield Cut(start)
            return
        end = len(self._content) if part is None else part.start
        kept = self._behind_lost_head(start, end)
        yield Damage(start, end if kept is None else start + HEAD.size)
        if kept is not None:
            yield kept
        if part is None and not self._content.endswith(MAGIC):
            yield Cut(end)

    def behind_end(self, start: int) -> Iterator[Damage | Cut]:
        """Whether the summary ends as every record does."""
        if not _is_summary(self._content[start:]):
            whole = self._content.endswith(MAGIC)
            yield Damage(start, len(self._content)) if whole else Cut(start)

    def _behind_lost_head(self, start: int, end: int) -> Kept | None:
        """The payload of which only opcode or length is wrong: the check sum before it and its end still tell."""
        content = self._view[start + HEAD.size : end]
        before = self._content[max(start - CHECK_BYTES, 0) : start]
        if len(content) < MESSAGE.size or before != check_of(bytes(content)):
            return None
        return _kept(content) if MESSAGE.unpack_from(content)[0] in _CHANNELS else None

    def _breaks_off(self, start: int) -> bool:
        """Whether something begins here of which the end of the file cut the rest."""
        if self._content.endswith(MAGIC):
            return False
        left = len(self._content) - start - HEAD.size
        if left < 0:
            return True
        opcode, length = HEAD.unpack_from(self._content, start)
        return _is_head(opcode, length) and left < length

    def _message(self, start: int, end: int, content: memoryview) -> _Part | None:
        if len(content) < MESSAGE.size:
            return None
        channel_id, sequence, log_ns, publish_ns = MESSAGE.unpack_from(content)
        if log_ns != publish_ns:
            return None
        if channel_id not in _CHANNELS:
            if sequence and len(content) == CHECK_LENGTH:
                return _Part(start, end, Announced(sequence))
            return _Part(start, end, None) if _is_derived(content) else None
        if sequence == 0:
            return _Part(start, end, _kept(content)) if self._goes_on(end) else None
        proven = self._content[start - CHECK_BYTES : start] == check_of(bytes(content))
        return _Part(start, end, _kept(content)) if proven else None

    def _goes_on(self, end: int) -> bool:
        """Whether another part, the end of the file or a cut follows."""
        if end + HEAD.size > len(self._content):
            return True
        opcode, length = HEAD.unpack_from(self._content, end)
        return _is_head(opcode, length)


def _is_summary(tail: bytes) -> bool:
    """Whether what stands behind the data ends as every record does, with the right check sum."""
    head = HEAD.pack(Opcode.FOOTER, FOOTER_LENGTH)
    footer = tail[-len(MAGIC) - HEAD.size - FOOTER_LENGTH : -len(MAGIC)]
    check = zlib.crc32(tail[: -len(MAGIC) - CHECK_BYTES]).to_bytes(CHECK_BYTES, "little")
    return tail.endswith(MAGIC) and footer.startswith(head) and footer.endswith(check)


def _is_head(opcode: int, length: int) -> bool:
    return 0 < opcode <= int(Opcode.DATA_END) and length <= LONGEST_RECORD


def _is_derived(content: memoryview) -> bool:
    """Whether this is one JSON object; a wrong length would take in what follows."""
    text = bytes(content[MESSAGE.size :])
    return text[:1] == b"{" and text.find(b"}") == len(text) - 1


def _kept(content: memoryview) -> Kept:
    channel_id, sequence, log_ns, _ = MESSAGE.unpack_from(content)
    return Kept(sequence, log_ns, _CHANNELS[channel_id], bytes(content[MESSAGE.size :]))


_Read = TypeVar("_Read", Header, Schema, McapChannel, Metadata)


def _read_whole(kind: type[_Read], content: memoryview) -> _Read | None:
    """A part that can be read and ends where its length says."""
    stream = ReadDataStream(BytesIO(content))
    try:
        read = kind.read(stream)
    except Exception:  # what a reader raises over bytes that nobody wrote is anybody's guess
        return None
    return read if stream.count == len(content) else None
