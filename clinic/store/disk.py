"""Files that are there whole or not at all, and what a disk says, in words."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final

from clinic.store.errors import NoRoom
from protocol.sentence import Sentence

UNFINISHED: Final = ".*.part"
"""What the names of files are like that are being written; whoever may use the folder alone may delete them."""
FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What a system says where no more bytes go."""


@contextmanager
def whole_file(path: Path, *, over: bool = False, check: Callable[[Path], None] | None = None) -> Iterator[IO[bytes]]:
    """A file for writing that takes its name once it is whole, on the disk and checked; otherwise it is gone again.

    Raises `NoRoom`; where `over` is false also for a name that is taken.
    """
    if not over and path.exists():
        raise NoRoom(f"{path} is there already, and nothing is written over it: choose another name")
    with saying_disk(path):
        number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        try:
            with os.fdopen(number, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            if check is not None:
                check(Path(name))
            take_name(Path(name), path, over=over)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def take_name(file: Path, name: Path, *, over: bool) -> None:
    """Call a file that is whole by its name; raises `NoRoom` for a name that is taken."""
    try:
        file.replace(name) if over else _claim(file, name)
    except FileExistsError as error:
        raise NoRoom(f"{name} is there already, and nothing is written over it: choose another name") from error
    sync_folder(name.parent)


def _claim(file: Path, name: Path) -> None:
    """Take a name that is free. Some sticks know no second name of a file: there it takes two steps."""
    try:
        os.link(file, name)
        file.unlink()
    except FileExistsError:
        raise
    except OSError:
        if name.exists():
            raise FileExistsError(name) from None
        file.rename(name)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk; Windows does so by itself."""
    if os.name == "nt":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network disks cannot
            os.fsync(number)
    finally:
        os.close(number)


@contextmanager
def saying_disk(path: Path) -> Iterator[None]:
    """Turn what the system says into a sentence; raises `NoRoom`."""
    try:
        yield
    except OSError as error:
        raise NoRoom(_sentence(path, error)) from error


def _sentence(path: Path, error: OSError) -> str:
    if error.errno in FULL:
        return Sentence(
            "{path}: the disk is full; what was there before is as it was: make room and do it again", path=str(path)
        )
    return Sentence(
        "{path}: it cannot be written ({why}); what was there before is as it was: choose another place",
        path=str(path),
        why=error.strerror,
    )
