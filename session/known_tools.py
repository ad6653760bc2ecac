"""Tools that were used before, by serial number: a small file among the program's settings."""

from __future__ import annotations

import os
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from session.errors import NotKept

MOST_KNOWN: Final = 64
"""More than any clinic owns; those used longest ago go first."""


class KnownTool(BaseModel):
    """One tool."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    serial: str = Field(min_length=1, max_length=64)
    used_on: date
    """The last day, UTC."""


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal["palpate.known-tools/1"] = "palpate.known-tools/1"
    tools: tuple[KnownTool, ...] = ()


def known_tools(path: Path) -> tuple[KnownTool, ...]:
    """Those in the file, the latest used first; none where there is no file. Raises `NotKept` where it is damaged."""
    try:
        return _File.model_validate_json(path.read_bytes()).tools
    except FileNotFoundError:
        return ()
    except (OSError, ValidationError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is damaged"
        raise NotKept(f"the tools that were used before are not known, {path}: {why}; delete the file") from error


def remember(path: Path, serial: str) -> None:
    """Note that this tool is used today; raises `NotKept`."""
    used = KnownTool(serial=serial, used_on=datetime.now(UTC).date())
    _write(path, (used, *_others(path, serial))[:MOST_KNOWN])


def forget(path: Path, serial: str) -> bool:
    """Know this tool no more; whether it was known. Raises `NotKept`."""
    kept = _others(path, serial)
    if len(kept) == len(known_tools(path)):
        return False
    _write(path, kept)
    return True


def _others(path: Path, serial: str) -> tuple[KnownTool, ...]:
    return tuple(tool for tool in known_tools(path) if tool.serial != serial)


def _write(path: Path, tools: tuple[KnownTool, ...]) -> None:
    """All or nothing: another file takes the place of the old one only once it is whole and on the disk."""
    text = _File(tools=tools).model_dump_json(indent=1) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        try:
            with os.fdopen(number, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise NotKept(f"the tool was not noted in {path}: {error.strerror}") from error
