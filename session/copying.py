"""Records copied to another place, each proven to be the same there."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from session.errors import InputError
from session.examine import read_bytes
from session.syncing import keep_name


def copy_record(path: Path, folder: Path) -> str:
    """Copy a record into a folder, read it back, and return its SHA-256.

    A copy that stands there already is left alone where it is the same. Raises `InputError`; then nothing new is there.
    """
    content = read_bytes(path)
    to = folder / path.name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(to, content)
    except FileExistsError as error:
        if read_bytes(to) != content:
            raise InputError(f"{to} exists already and is another record: choose another folder") from error
    except OSError as error:
        raise InputError(f"{to} cannot be written ({error.strerror or error}): choose another folder") from error
    return hashlib.sha256(content).hexdigest()


def _write(to: Path, content: bytes) -> None:
    stream = to.open("xb")
    try:
        with stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        _read_back(to, content)
    except BaseException:
        to.unlink(missing_ok=True)
        raise
    keep_name(to)


def _read_back(to: Path, content: bytes) -> None:
    if to.read_bytes() != content:
        raise OSError("what was read back is not what was written")
