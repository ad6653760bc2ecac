"""Where a client's course comes from: a file, or the clinic's database."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypedDict

import click

from clinic.people import SIGNS
from palpate import options
from palpate.options import Command
from session.errors import InputError

if TYPE_CHECKING:
    from clinic.history.course import Course

PSEUDONYM: Final = re.compile(rf"[{SIGNS}]{{4}}-[{SIGNS}]{{4}}")


class DoorOptions(TypedDict):
    """What `from_clinic` adds to a command; those of “palpate clinic”, which takes longer to import."""

    folder: Path | None
    login: str | None
    passphrase_file: Path | None


from_door: Final = (
    click.option("--as", "login", metavar="LOGIN", envvar="PALPATE_LOGIN", help="Who you are, for the clinic."),
    click.option(
        "--passphrase-file",
        type=click.Path(dir_okay=False, path_type=Path),
        help="The passphrase is its first line; for scripts.",
    ),
)
"""Who opens the clinic; where it lies is said by `options.data`."""


def from_clinic(command: Command) -> Command:
    """Add the options that open the clinic."""
    for option in (*reversed(from_door), options.data):
        command = option(command)
    return command


def pseudonym_of(named: Sequence[Path]) -> str | None:
    """The pseudonym that was given in the place of files, where it is one."""
    text = str(named[0]).upper() if len(named) == 1 else ""
    return text if PSEUDONYM.fullmatch(text) else None


def records_of(pseudonym: str, given: DoorOptions) -> tuple[Path, ...]:
    """All records of a person that are there, oldest first; raises `InputError` where there is none."""
    from clinic.store.clients import client_called
    from clinic.store.history import records_about
    from palpate.clinic.door import opened

    with opened(**given) as clinic, clinic.work() as desk:
        names = records_about(desk, client_called(desk, pseudonym))
    found = tuple(path for name in names if (path := options.records_folder(given["folder"]) / name).is_file())
    if not found:
        raise InputError(f"no record of {pseudonym} is in {options.records_folder(given['folder'])}: name the files")
    return found


def course_of(named: str, given: DoorOptions) -> Course:
    """The course of a pseudonym, or in a file; raises `InputError`, and what the clinic's door raises."""
    if not PSEUDONYM.fullmatch(named.upper()):
        from clinic.history.course import read_course

        return read_course(Path(named))
    from clinic.history.kept import kept_course
    from palpate.clinic.door import opened

    with opened(**given) as clinic, clinic.work() as desk:
        return kept_course(desk, named)
