"""Options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path
from typing import Any, Final, TypeVar

import click
from platformdirs import user_config_path, user_data_path

from protocol.sentence import Sentence
from session.errors import InputError

Command = TypeVar("Command", bound=Callable[..., Any])

FASTEST: Final = "max"


class Speed(click.ParamType[float | None]):
    """Simulated seconds per second, or "max" (None) for as fast as the machine can."""

    name = "N|max"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float | None:
        """Read the number."""
        if value is None or isinstance(value, float):
            return value
        if value == FASTEST:
            return None
        try:
            speed = float(str(value))
        except ValueError:
            speed = 0.0
        if not 0 < speed <= 1000:
            self.fail(f"“{value}” is no speed: give a number above 0, or max", param, ctx)
        return speed


def speed(default: str) -> Callable[[Command], Command]:
    """`--speed`."""
    return click.option("--speed", type=Speed(), default=default, show_default=True, help="Seconds per second.")


seed = click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True, help="Of all that is random.")
as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
data = click.option(
    "--data", "folder", type=click.Path(file_okay=False, path_type=Path), help="Data folder instead of the usual one."
)


btsnoop = click.option(
    "--btsnoop",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Capture what the tool's radio says and hears, for Wireshark and “palpate capture”.",
)


@contextmanager
def needing_bumble() -> Iterator[None]:
    """Say what to install where the virtual Bluetooth is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise InputError(
            f"the virtual Bluetooth needs {error.name}: install the extra “sim” (pip install palpate-app[sim])"
        ) from error


def data_folder(folder: Path | None) -> Path:
    """Where everything is kept."""
    return folder or user_data_path("palpate", appauthor=False)


@contextmanager
def writing_capture(path: Path | None) -> Iterator[None]:
    """Say that a capture cannot be written."""
    try:
        yield
    except OSError as error:
        if path is None or error.filename != str(path):
            raise
        raise InputError(f"{path}: the capture cannot be written: {error.strerror}") from error


def records_folder(folder: Path | None) -> Path:
    """Where records are kept."""
    return data_folder(folder) / "records"


def known_tools_file() -> Path:
    """Where the tools are noted that were used before."""
    return user_config_path("palpate", appauthor=False) / "known_tools.json"


def new_record(out: Path | None, folder: Path | None, serial: str) -> Path:
    """Where a new record goes; raises `InputError` rather than overwrite one that was named, or fail at the end."""
    from session.offline.record_source import RECORD_SUFFIX  # late: commands that keep no record start sooner
    from session.record import record_path
    from session.records import clock_doubt

    if out and out.suffix != RECORD_SUFFIX:
        raise InputError(f"the name of a record ends in {RECORD_SUFFIX}: write {out.with_suffix(RECORD_SUFFIX)}")
    now = datetime.now(UTC)
    path = out or _free(record_path(records_folder(folder), serial, now))
    _make(path.parent)
    if not out and (doubt := clock_doubt(path.parent, now)):
        click.echo(f"palpate: {doubt}", err=True)
    if _taken(path):
        raise InputError(f"{path} exists already: choose another name")
    return path


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        reason = "" if os.access(folder, os.W_OK) else Sentence("you may not write there")
    except OSError as error:
        reason = error.strerror or str(error)
    if reason:
        raise InputError(
            Sentence(
                "no record can be written in {folder} ({reason}): choose another place with --data or --out",
                folder=str(folder),
                reason=reason,
            )
        )


def _taken(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise InputError(f"no record can be called so ({error.strerror}): choose another name") from error


def _free(path: Path) -> Path:
    """The path, or with a number where two runs began in one second."""
    names = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(name for name in chain((path,), names) if not name.exists())


@contextmanager
def naming(file: Path) -> Iterator[None]:
    """Put the file's name before what is wrong with it."""
    try:
        yield
    except InputError as error:
        raise InputError(f"{file}: {error}") from error
