"""`palpate desktop`: an entry in the menu of the desktop, and its removal."""

from __future__ import annotations

import os
import sys
from importlib.resources import files
from pathlib import Path
from typing import Final, NamedTuple

import click

from session.errors import InputError

OURS: Final = "X-Palpate=yes"
"""Stands in the entry, so that nobody else's is overwritten or removed."""


class Places(NamedTuple):
    """Where menus look, by the XDG base directory specification."""

    entry: Path
    icon: Path


@click.group()
def desktop() -> None:
    """Put Palpate into the menu of the desktop, or take it out."""


@desktop.command()
def install() -> None:
    """Write the entry and its icon for this user; it opens the tour the first time, then practice without a tool."""
    places = _places()
    _refuse_others(places)
    for path in places:
        path.parent.mkdir(parents=True, exist_ok=True)
    places.icon.write_text((files("gui") / "palpate.svg").read_text(encoding="utf-8"), encoding="utf-8")
    places.entry.write_text(entry([sys.executable, "-m", "palpate"]), encoding="utf-8")
    click.echo(f"In the menu: {places.entry}. “palpate desktop remove” takes it out.")


@desktop.command()
def remove() -> None:
    """Remove the entry and its icon."""
    places = _places()
    _refuse_others(places)
    was_there = places.entry.exists()
    for path in places:
        path.unlink(missing_ok=True)
    click.echo("Taken out of the menu." if was_there else "It was not in the menu.")


def entry(command: list[str]) -> str:
    """A desktop entry, version 1.5 of its specification, that runs `command`."""
    run = " ".join(_quoted(word) for word in command)
    return f"""[Desktop Entry]
Type=Application
Version=1.5
Name=Palpate
Comment=Guided pressure with a massage tool
Exec={run} tour --once
Icon=palpate
Terminal=false
StartupWMClass=palpate
Categories=MedicalSoftware;Science;
Actions=watch;tour;
{OURS}

[Desktop Action watch]
Name=Watch a simulated treatment
Exec={run} demo

[Desktop Action tour]
Name=Take the tour
Exec={run} tour
"""


def _quoted(word: str) -> str:
    """An argument as the specification wants it: quoted twice, once as an argument and once as a string."""
    inner = "".join(f"\\\\{sign}" if sign in '"`$' else "\\\\\\\\" if sign == "\\" else sign for sign in word)
    return f'"{inner.replace("%", "%%")}"'


def _places() -> Places:
    if not sys.platform.startswith("linux"):
        raise InputError("menus are written on Linux only: elsewhere make a shortcut to “palpate tour --once”")
    home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return Places(home / "applications" / "palpate.desktop", home / "icons/hicolor/scalable/apps/palpate.svg")


def _refuse_others(places: Places) -> None:
    if places.entry.exists() and OURS not in places.entry.read_text(encoding="utf-8", errors="replace"):
        raise InputError(f"{places.entry} is another program's: rename or remove it first")
