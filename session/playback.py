"""Reading records: whole, cut off anywhere, or damaged."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import IO, Final, NamedTuple

from mcap.exceptions import EndOfFile, InvalidMagic
from mcap.records import Channel as McapChannel
from mcap.records import McapRecord, Message, Metadata
from mcap.stream_reader import CRCValidationError, StreamReader
from pydantic import ValidationError

from protocol.link import Channel, Payload
from session.errors import InputError
from session.record import HEADER_NAME, RAW_ENCODING, RecordHeader, topic

LONGEST_RECORD: Final = 1 << 20
"""No payload comes near a mebibyte; a longer length is damage."""

_CHANNELS: Final = {topic(channel): channel for channel in Channel}


class Recorded(NamedTuple):
    """A record in memory. Arrivals count from the first payload's."""

    header: RecordHeader
    payloads: tuple[Payload, ...]
    whole: bool
    """False where the file is cut off: what came before the cut is here."""


def read_record(path: Path) -> Recorded:
    """Read a record up to its last whole payload; raises `InputError` where there is none."""
    header: RecordHeader | None = None
    payloads: list[Payload] = []
    raw: dict[int, Channel] = {}
    pieces = _Pieces(path)
    for piece in pieces:
        match piece:
            case Metadata(name=name) if name == HEADER_NAME:
                header = _header(piece)
            case McapChannel(message_encoding=encoding) if encoding == RAW_ENCODING:
                if (channel := _CHANNELS.get(piece.topic)) is not None:
                    raw[piece.id] = channel
            case Message(channel_id=number) if number in raw:
                payloads.append(Payload(raw[number], piece.log_time / 1e9, piece.data))
            case _:
                pass
    if header is None or not payloads:
        raise InputError("the record ends before its first payload: there is nothing to read")
    first_s = payloads[0].arrival_s
    return Recorded(
        header, tuple(payload._replace(arrival_s=payload.arrival_s - first_s) for payload in payloads), pieces.whole
    )


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
        except (EndOfFile, struct.error):
            return
        except OSError as error:
            raise InputError(f"{error.strerror or error}") from error
        except InvalidMagic as error:
            if not self._begun:
                raise InputError("this is no record (no MCAP file)") from error
            raise InputError("the record is damaged: its last bytes are wrong") from error
        except CRCValidationError as error:
            raise InputError("the record is damaged: its check sum is wrong") from error
        except Exception as error:  # what a reader raises over bytes that nobody wrote is anybody's guess
            raise InputError(f"the record is damaged: {error}") from error

    def _read(self, stream: IO[bytes]) -> Iterator[McapRecord]:
        # chunks are not ours: unpacked, a damaged one could fill the memory
        for piece in StreamReader(
            stream, emit_chunks=True, validate_crcs=True, record_size_limit=LONGEST_RECORD
        ).records:
            self._begun = True
            yield piece
        self.whole = True


def _header(piece: Metadata) -> RecordHeader:
    try:
        return RecordHeader.model_validate_json(piece.metadata["header"])
    except (KeyError, ValidationError) as error:
        raise InputError("the record's header is of a version that this program does not know: update it") from error
