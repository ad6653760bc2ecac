"""A trainee's file: results, one line of JSON each, appended and never changed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Final

from pydantic import TypeAdapter, ValidationError

from protocol.sentence import Sentence
from session.errors import InputError, NotKept
from training.result import TrialResult
from training.values import Pseudonym

SUFFIX: Final = ".jsonl"
_PSEUDONYM: Final[TypeAdapter[str]] = TypeAdapter(Pseudonym)


def trainee_path(folder: Path, pseudonym: str) -> Path:
    """Where this trainee's results are; raises `InputError` for what is no pseudonym."""
    try:
        return folder / (_PSEUDONYM.validate_python(pseudonym) + SUFFIX)
    except ValidationError as error:
        raise InputError(
            f"“{pseudonym}” is no pseudonym: up to 32 letters, digits, - and _, and not a person's name"
        ) from error


def append(path: Path, results: Iterable[TrialResult]) -> None:
    """Add lines and have them on the disk; a line that a crash cut off is closed first. Raises `NotKept`."""
    lines = "".join(result.model_dump_json() + "\n" for result in results).encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a+b") as file:
            if not _ends_whole(file):
                lines = b"\n" + lines
            file.write(lines)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise NotKept(
            Sentence(
                "{path}: the results were not kept: {why}; the record has them",
                path=str(path),
                why=error.strerror or str(error),
            )
        ) from error


def read_results(path: Path) -> tuple[TrialResult, ...]:
    """All results, oldest first; none where there is no file yet. A line that was cut off holds none.

    Raises `InputError` where a whole line is none of ours.
    """
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise InputError(Sentence("{path}: it cannot be read: {why}", path=str(path), why=error.strerror)) from error
    found = (_read(path, number, line) for number, line in enumerate(lines, 1) if line.strip())
    return tuple(each for each in found if each is not None)


def _ends_whole(file: IO[bytes]) -> bool:
    """Whether nothing, or a whole line, was written last."""
    if not file.seek(0, os.SEEK_END):
        return True
    file.seek(-1, os.SEEK_END)
    return file.read(1) == b"\n"


def _read(path: Path, number: int, line: bytes) -> TrialResult | None:
    try:
        return TrialResult.model_validate_json(line)
    except ValidationError as error:
        if error.errors()[0]["type"] == "json_invalid":
            return None  # cut off
        raise InputError(
            Sentence(
                "{path}: line {number} is no result of this version: update the program", path=str(path), number=number
            )
        ) from error
