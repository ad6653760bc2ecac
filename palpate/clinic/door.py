"""How a command gets into the clinic: a passphrase from a file, the key ring's memory, or a question."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Final, TypedDict, TypeVar, Unpack

import click
from pydantic import ValidationError

from clinic.entries.entry import Value
from clinic.mistakes import mistake
from clinic.store.errors import NotAllowed
from clinic.store.head import Head, read_head
from clinic.store.opened import Clinic, Passphrase, Way, open_clinic
from clinic.store.ring import recall, remember
from palpate import options
from palpate.clock import clock
from palpate.options import Command

RECOVERY: Final = "recovery"
"""The login of the code that is printed once and kept in a safe."""
FILE: Final = click.Path(dir_okay=False, path_type=Path)


Made = TypeVar("Made", bound=Value)


class DoorOptions(TypedDict):
    """What `door` adds to a command."""

    folder: Path | None
    login: str | None
    passphrase_file: Path | None


_OPTIONS: Final = (
    options.data,
    click.option("--as", "login", metavar="LOGIN", envvar="PALPATE_LOGIN", help="Who you are, where several can be."),
    click.option("--passphrase-file", type=FILE, help="The passphrase is its first line; for scripts."),
)


def door(command: Command) -> Command:
    """Add the options that open the clinic."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def clinic_folder(folder: Path | None) -> Path:
    """Where the clinic is kept."""
    return options.data_folder(folder) / "clinic"


@contextmanager
def opened(**given: Unpack[DoorOptions]) -> Iterator[Clinic]:
    """The clinic, open while a command runs; what the key ring remembers counts from now on again."""
    place = clinic_folder(given["folder"])
    head = read_head(place)
    way = way_in(head, given)
    now = clock().now
    with open_clinic(place, way, clock=now) as clinic:
        _remember(clinic, way, now())
        try:
            yield clinic
        finally:
            _remember(clinic, way, now())  # a treatment takes longer than a memory lasts


def _remember(clinic: Clinic, way: Way, now: datetime) -> None:
    if not isinstance(way, Passphrase):
        remember(clinic.head, way, now)


def way_in(head: Head, given: DoorOptions) -> Way:
    """By the key ring where it remembers this person, else by a passphrase."""
    remembered = recall(head, clock().now()) if given["passphrase_file"] is None else None
    if remembered is not None and given["login"] in (None, remembered.login):
        return remembered
    login = given["login"] or only_login(head)
    return Passphrase(login, passphrase(f"Passphrase of {login}", given["passphrase_file"]))


def only_login(head: Head) -> str:
    """Who it must be; raises `NotAllowed` where there are several."""
    logins = [each.login for each in head.doors if each.login != RECOVERY]
    if len(logins) != 1:
        raise NotAllowed(f"say who you are: --as {'|'.join(logins)}")
    return logins[0]


def passphrase(what: str, file: Path | None, *, new: bool = False) -> str:
    """From the first line of a file, or asked for; raises `NotAllowed` for a file that cannot be read."""
    if file is not None:
        try:
            return file.read_text(encoding="utf-8").splitlines()[0]
        except (OSError, IndexError, UnicodeDecodeError) as error:
            raise NotAllowed(f"{file}: no passphrase can be read from it: write it into its first line") from error
    asked: str = click.prompt(what, hide_input=True, confirmation_prompt=new, err=True)
    return asked


def made(kind: type[Made], **fields: Any) -> Made:
    """A value of what somebody typed; raises `NotAllowed` with what is wrong."""
    try:
        return kind(**fields)
    except ValidationError as error:
        raise NotAllowed(mistake(error)) from error
