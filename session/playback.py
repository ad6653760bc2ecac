"""Reading records: whole, cut off anywhere, or damaged."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import AsyncIterator, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import IO, Final, NamedTuple, TypeVar
from zlib import crc32

from mcap.data_stream import ReadDataStream
from mcap.exceptions import EndOfFile, InvalidMagic
from mcap.opcode import Opcode
from mcap.records import Channel as McapChannel
from mcap.records import DataEnd, Header, McapRecord, Message, Metadata, Schema
from mcap.stream_reader import CRCValidationError
from pydantic import ValidationError

from protocol.link import Channel, Payload
from protocol.sentence import Sentence
from session.checks import CHECK_ENCODING, HEAD, MAGIC, MESSAGE, check_of, content_of, text_check
from session.errors import InputError
from session.live_summary import LiveSummary
from session.record import HEADER_NAME, LIVE_NAME, RAW_ENCODING, RecordHeader, raw_id, topic
from session.recovered import RECOVERED_NAME, Recovered

LONGEST_RECORD: Final = 1 << 20
"""No payload comes near a mebibyte; a longer length is damage."""


_KINDS: Final[dict[int, type[Header | Schema | McapChannel | Metadata | DataEnd]]] = {
    Opcode.HEADER: Header,
    Opcode.SCHEMA: Schema,
    Opcode.CHANNEL: McapChannel,
    Opcode.METADATA: Metadata,
    Opcode.DATA_END: DataEnd,
}
"""Parts that are read beside messages; what stands behind the data is for readers that seek."""
_CHANNELS: Final = {topic(channel): channel for channel in Channel}
_RAW_IDS: Final = frozenset(map(raw_id, Channel))


class Recorded(NamedTuple):
    """A record in memory. Arrivals count from the first payload's."""

    header: RecordHeader
    payloads: tuple[Payload, ...]
    whole: bool
    """False where the file is cut off: what came before the cut is here."""
    live: LiveSummary | None = None
    """What was shown at the end."""
    recovered: Recovered | None = None
    """What this record was saved from, where it is not the one that was written first."""
    began_s: float = 0.0
    """When the first payload arrived, in seconds since 1970."""


def read_record(path: Path) -> Recorded:
    """Read a record up to its last whole payload; raises `InputError` where there is none."""
    read, pieces = _Reading(), _Pieces(path)
    for piece in pieces:
        read.take(piece)
    if read.header is None or not read.payloads:
        raise InputError(Sentence("the record ends before its first payload: there is nothing to read"))
    first_s = read.payloads[0].arrival_s
    payloads = tuple(payload._replace(arrival_s=payload.arrival_s - first_s) for payload in read.payloads)
    return Recorded(read.header, payloads, pieces.whole, read.live, read.recovered, first_s)


def header_of(path: Path) -> RecordHeader:
    """What stands at its beginning, without reading on; raises `InputError`."""
    for piece in _Pieces(path):
        if isinstance(piece, Metadata) and piece.name == HEADER_NAME:
            return read_header(piece.metadata)
    raise InputError(Sentence("the record has no header"))


class _Reading:
    """What the parts of a file add up to."""

    def __init__(self) -> None:
        self.header: RecordHeader | None = None
        self.live: LiveSummary | None = None
        self.recovered: Recovered | None = None
        self.payloads: list[Payload] = []
        self._raw: dict[int, Channel] = {}
        self._check_id = 0
        self._check = b""

    def take(self, piece: McapRecord) -> None:
        """Add one part; raises `InputError` where it is not what was written."""
        match piece:
            case Metadata():
                self._take_metadata(piece)
            case McapChannel(message_encoding=encoding) if encoding == RAW_ENCODING:
                channel = _CHANNELS.get(piece.topic)
                if channel is not None and raw_id(channel) == piece.id:
                    self._raw[piece.id] = channel
            case McapChannel(message_encoding=encoding) if encoding == CHECK_ENCODING:
                self._check_id = piece.id
            case Message(channel_id=number) if number == self._check_id:
                self._expect(piece.data)
            case Message(channel_id=number) if number in _RAW_IDS:
                self._prove(piece)
                self.payloads.append(Payload(self._raw[number], piece.log_time / 1e9, piece.data))
            case _:
                pass

    def _take_metadata(self, piece: Metadata) -> None:
        match piece.name:
            case name if name == HEADER_NAME:
                self.header = read_header(piece.metadata)
            case name if name == LIVE_NAME:
                self.live = noted(LiveSummary, piece.metadata.get("live", ""))
            case name if name == RECOVERED_NAME:
                self.recovered = noted(Recovered, piece.metadata.get("recovered", ""))
            case _:
                pass

    def _expect(self, check: bytes) -> None:
        if self._check:
            raise _damaged(Sentence("payload {number} is not there", number=len(self.payloads) + 1))
        self._check = check

    def _prove(self, piece: Message) -> None:
        """A payload with a number has its check sum before it; records of earlier versions have neither."""
        check, self._check = self._check, b""
        if piece.channel_id not in self._raw:
            raise _damaged(Sentence("what describes its channels is not as it was written"))
        content = content_of(piece.channel_id, piece.sequence, piece.log_time, piece.data)
        if (piece.sequence or check) and check != check_of(content):
            raise _damaged(Sentence("payload {number} is not as it was written", number=len(self.payloads) + 1))


class FileLink:
    """A record as a link: the same payloads, with the same pauses on the running loop's clock."""

    def __init__(self, recorded: Recorded) -> None:
        self.simulated = recorded.header.simulated
        self._payloads = recorded.payloads
        self._closed = False

    async def payloads(self) -> AsyncIterator[Payload]:
        """Yield the payloads, each when it is due."""
        loop = asyncio.get_running_loop()
        start_s = loop.time()
        for payload in self._payloads:
            due_s = start_s + payload.arrival_s
            if due_s > loop.time():
                await asyncio.sleep(due_s - loop.time())
            if self._closed:
                return
            yield payload._replace(arrival_s=due_s)

    async def close(self) -> None:
        """End the iteration at the next payload."""
        self._closed = True


class _Pieces:
    """The parts of an MCAP file as far as they are whole."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._begun = False
        self.whole = False

    def __iter__(self) -> Iterator[McapRecord]:
        try:
            with self._path.open("rb") as stream:
                yield from self._read(stream)
        except EndOfFile:
            return
        except OSError as error:
            raise InputError(f"{error.strerror or error}") from error
        except InvalidMagic as error:
            if not self._begun:
                raise InputError(Sentence("this is no record (no MCAP file)")) from error
            raise _damaged(Sentence("its last bytes are wrong")) from error
        except CRCValidationError as error:
            raise _damaged(Sentence("its check sum is wrong")) from error
        except Exception as error:  # what a reader raises over bytes that nobody wrote is anybody's guess
            raise _damaged(str(error)) from error

    def _read(self, stream: IO[bytes]) -> Iterator[McapRecord]:
        """Part by part. Chunks are not ours: unpacked, a damaged one could fill the memory."""
        crc = crc32(_magic(stream))
        while not self.whole:
            head = _exactly(stream, HEAD.size)
            opcode, length = HEAD.unpack(head)
            if length > LONGEST_RECORD:
                raise ValueError(f"a part of it claims to be {length} bytes long")
            content = _exactly(stream, length)
            piece = _piece(opcode, content)
            if isinstance(piece, DataEnd) and piece.data_section_crc not in (0, crc):
                raise CRCValidationError(piece.data_section_crc, crc, piece)
            crc = crc32(content, crc32(head, crc))
            self._begun = True
            if piece is not None:
                yield piece
            if opcode == Opcode.FOOTER:
                _magic(stream)
                self.whole = True


def _piece(opcode: int, content: bytes) -> McapRecord | None:
    """One part; None where it says nothing about payloads. Raises `ValueError` where it is too short."""
    kind = _KINDS.get(opcode)
    try:
        if opcode == Opcode.MESSAGE:
            channel_id, sequence, log_ns, publish_ns = MESSAGE.unpack_from(content)
            return Message(channel_id, log_ns, content[MESSAGE.size :], publish_ns, sequence)
        return kind.read(ReadDataStream(BytesIO(content))) if kind else None
    except (EndOfFile, struct.error) as error:
        raise ValueError("a part of it is too short") from error


def _magic(stream: IO[bytes]) -> bytes:
    found = _exactly(stream, len(MAGIC))
    if found != MAGIC:
        raise InvalidMagic(found)
    return found


def _exactly(stream: IO[bytes], count: int) -> bytes:
    content = stream.read(count)
    if len(content) < count:
        raise EndOfFile
    return content


def read_header(entries: Mapping[str, str]) -> RecordHeader:
    """The header of a metadata entry; raises `InputError`."""
    text = entries.get("header", "")
    if entries.get("crc32", text_check(text)) != text_check(text):
        raise _damaged(Sentence("its header is not as it was written"))
    try:
        return RecordHeader.model_validate_json(text)
    except ValidationError as error:
        raise InputError(
            Sentence("the record's header is of a version that this program does not know: update it")
        ) from error


_Noted = TypeVar("_Noted", LiveSummary, Recovered)


def noted(kind: type[_Noted], text: str) -> _Noted | None:
    """A note beside the data; one that cannot be read is none."""
    try:
        return kind.model_validate_json(text)
    except ValidationError:
        return None


def _damaged(what: str) -> InputError:
    return InputError(
        Sentence("the record is damaged: {what} (“palpate records recover” saves what is intact)", what=what)
    )
