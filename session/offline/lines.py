"""The bytes of a text file, plain or compressed, in pieces that end where a line ends."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple, TypeAlias, cast

from session.errors import InputError

PIECE_BYTES: Final = 1 << 19
"""Some 25,000 rows: long enough that a piece costs more than its beginning, short beside the memory of anything."""

LONGEST_LINE: Final = 1 << 20
"""Bytes. No table has such a row; a file without line ends would else be read into memory whole."""

PIPE: Final = "a pipe cannot be read twice: save it as a file first"

Advance: TypeAlias = Callable[[int], None]
"""Is told how many more bytes of the file have been read."""

_GZIP: Final = b"\x1f\x8b"


class Lines(NamedTuple):
    """Whole lines; `number` is the first one's in the file, from 1, `length` how many they are."""

    number: int
    length: int
    text: bytes
    last: bool
    """Whether this is the file's last line that is not empty, alone."""


class TextFile:
    """A file that is read from its beginning each time; raises `InputError` where it cannot be."""

    def __init__(self, path: Path, piece_bytes: int = PIECE_BYTES, advance: Advance = lambda _: None) -> None:
        self._path, self._piece_bytes, self._advance = path, piece_bytes, advance

    def head(self) -> bytes:
        """The whole lines among the first `LONGEST_LINE` bytes."""
        with self._opened() as (_, file):
            text = file.read(LONGEST_LINE + 1)
        if len(text) <= LONGEST_LINE:
            return text
        _check_lengths(text, 1)
        return text[: text.rfind(b"\n") + 1]

    def pieces(self, start: int, number: int) -> Iterator[Lines]:
        """Yield the lines from byte `start` on, where line `number` begins; empty lines at the end are no lines."""
        with self._opened() as (raw, file):
            held, told = b"", 0
            file.seek(start)
            while block := file.read(self._piece_bytes):
                held, (position, told) = held + block, (told, raw.tell())
                self._advance(told - position)
                end = held.rfind(b"\n", 0, len(held.rstrip(b"\r\n"))) + 1
                if end > LONGEST_LINE or len(held) - end > LONGEST_LINE:
                    _check_lengths(held, number)
                if end:
                    count = held.count(b"\n", 0, end)
                    yield Lines(number, count, held[:end], last=False)
                    number, held = number + count, held[end:]
            if rest := held.rstrip(b"\r\n"):
                yield Lines(number, 1, rest, last=True)

    @contextmanager
    def _opened(self) -> Iterator[tuple[BinaryIO, BinaryIO]]:
        """The file as it is on disk, and its text."""
        try:
            if self._path.is_fifo():
                raise InputError(PIPE)
            with self._path.open("rb") as raw:
                if not raw.seekable():
                    raise InputError(PIPE)
                packed = raw.read(len(_GZIP)) == _GZIP
                raw.seek(0)
                if not packed:
                    yield raw, raw
                    return
                with gzip.open(raw) as unpacked:
                    yield raw, cast("BinaryIO", unpacked)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise InputError("the compressed file is damaged or cut off: unpack or fetch it again") from error
        except OSError as error:
            raise InputError(f"it cannot be opened: {error.strerror or error}") from error


def _check_lengths(text: bytes, number: int) -> None:
    for line, content in enumerate(text.split(b"\n"), start=number):
        if len(content) > LONGEST_LINE:
            raise InputError(f"line {line} has more than a million characters: this is not a text table")
