"""One encrypted file for backups and exports: who may open it is readable, everything else is not.

    magic, length of the head (4 bytes, big-endian), head as JSON, pieces

A piece is 64 KiB of text and 16 bytes that authenticate it (AES-256-GCM, a key for this file alone); the last one is
shorter or empty and marked as the last, so that a file that was cut, or whose pieces changed places, does not open. The
nonce is the piece's number and that mark; the head is authenticated with every piece. The text is a zip.
"""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path
from typing import IO, Any, Final, Literal, NamedTuple, Self
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import AwareDatetime, Field, ValidationError

from clinic.entries.entry import Value
from clinic.store.disk import saying_disk
from clinic.store.errors import Damaged, WrongKey
from clinic.store.keys import Door, Key, open_door, unseal_key

MAGIC: Final = b"palpate.sealed/1\n"
LENGTH_BYTES: Final = 4
LONGEST_HEAD: Final = 1 << 20
"""Nobody has so many accounts; a longer one is no head."""
PIECE: Final = 1 << 16
TAG: Final = 16


class SealedHead(Value):
    """What can be read without a key."""

    kind: Literal["backup", "export"]
    made_at: AwareDatetime
    clinic: UUID
    doors: tuple[Door, ...] = Field(min_length=1)
    """They lead to the key of this file."""


class Envelope(NamedTuple):
    """A sealed file, opened as far as that goes without a key."""

    path: Path
    head: SealedHead
    begin: int
    """Where the pieces begin."""
    bound_to: bytes

    def key(self, login: str | None, passphrase: str) -> Key:
        """The key of this file; raises `WrongKey`. Without a login where only one passphrase opens it."""
        for door in self.head.doors:
            if login == door.login or len(self.head.doors) == 1:
                return unseal_key(door, open_door(door, passphrase))
        raise WrongKey(f"say whose passphrase it is: {', '.join(door.login for door in self.head.doors)} can open it")


def read_envelope(path: Path) -> Envelope:
    """Look at a sealed file; raises `Damaged`."""
    try:
        with path.open("rb") as file:
            magic, length = file.read(len(MAGIC)), int.from_bytes(file.read(LENGTH_BYTES), "big")
            head = file.read(length) if magic == MAGIC and length <= LONGEST_HEAD else b""
    except OSError as error:
        raise Damaged(f"{path}: it cannot be read: {error.strerror}") from error
    if magic != MAGIC:
        raise Damaged(f"{path}: this is no backup and no export of a clinic: choose another file")
    try:
        known = SealedHead.model_validate_json(head)
    except ValidationError as error:
        raise Damaged(f"{path}: its beginning is damaged: take another backup") from error
    begin = len(MAGIC) + LENGTH_BYTES + len(head)
    return Envelope(path, known, begin, _bound(head))


class SealedWriter(io.RawIOBase):
    """Encrypts what is written to it; without `finish` the file never opens."""

    def __init__(self, file: IO[bytes], head: SealedHead, key: Key) -> None:
        text = head.model_dump_json().encode()
        file.write(MAGIC + len(text).to_bytes(LENGTH_BYTES, "big") + text)
        self._file, self._cipher, self._bound = file, AESGCM(key), _bound(text)
        self._waiting = bytearray()
        self._number = 0

    def writable(self) -> bool:
        """It is for writing, without going back."""
        return True

    def write(self, data: Any) -> int:
        """Take bytes; a piece goes to the file as soon as it is certain that it is not the last."""
        self._waiting += data
        while len(self._waiting) > PIECE:
            self._put(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]
        return len(data)

    def finish(self) -> None:
        """Write the last piece."""
        if len(self._waiting) == PIECE:  # the last one is shorter than the others
            self._put(bytes(self._waiting), last=False)
            self._waiting.clear()
        self._put(bytes(self._waiting), last=True)

    def _put(self, text: bytes, *, last: bool) -> None:
        self._file.write(self._cipher.encrypt(_nonce(self._number, last=last), text, self._bound))
        self._number += 1


class SealedReader(io.RawIOBase):
    """The text of a sealed file, at any place; raises `Damaged` where anything is not as it was written."""

    def __init__(self, envelope: Envelope, key: Key) -> None:
        self._envelope, self._cipher = envelope, AESGCM(key)
        self._file = envelope.path.open("rb")
        size = os.fstat(self._file.fileno()).st_size - envelope.begin
        self._pieces = size // (PIECE + TAG) + 1
        self._held: tuple[int, bytes] = -1, b""
        self._at = 0
        try:
            self.size = (self._pieces - 1) * PIECE + len(self._piece(self._pieces - 1))
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def readable(self) -> bool:
        """It is for reading."""
        return True

    def seekable(self) -> bool:
        """At any place."""
        return True

    def tell(self) -> int:
        """Where the next byte comes from."""
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place."""
        self._at = offset + {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self.size}[whence]
        return self._at

    def readinto(self, buffer: Any) -> int:
        """Read at most to the end of a piece."""
        if self._at >= self.size:
            return 0
        number, offset = divmod(self._at, PIECE)
        text = self._piece(number)[offset : offset + len(buffer)]
        buffer[: len(text)] = text
        self._at += len(text)
        return len(text)

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        super().close()

    def _piece(self, number: int) -> bytes:
        if self._held[0] != number:
            with saying_disk(self._envelope.path):
                self._file.seek(self._envelope.begin + number * (PIECE + TAG))
                sealed = self._file.read(PIECE + TAG)
            nonce = _nonce(number, last=number == self._pieces - 1)
            try:
                self._held = number, self._cipher.decrypt(nonce, sealed, self._envelope.bound_to)
            except InvalidTag as error:
                raise Damaged(f"{self._envelope.path}: it is damaged or was cut off: take another backup") from error
        return self._held[1]


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(8, "big") + bytes((last, 0, 0, 0))


def _bound(head: bytes) -> bytes:
    return hashlib.sha256(MAGIC + head).digest()
