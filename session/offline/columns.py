"""Which columns of a table are time and force, and in which unit."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from session.errors import InputError
from session.offline.request import TableFormat
from session.offline.units import Unit

TIME_NAMES: Final = ("time", "t", "timestamp")
FORCE_NAMES: Final = ("force", "weight", "load", "f")

_BRACKETS: Final = re.compile(r"^(?P<name>.*?)\s*[\[(](?P<unit>[^\])]*)[\])]$")
_SUFFIX: Final = re.compile(r"^(?P<name>.+)_(?P<unit>[A-Za-z]+)$")
_SECONDS: Final = (None, "s", "sec", "seconds")


class Heading(NamedTuple):
    """One cell of the header: the whole text, and what stands before and in the unit."""

    text: str
    name: str
    unit: str | None


class Columns(NamedTuple):
    """Where the numbers stand and how they become newtons."""

    names: tuple[str, ...]
    time: int | None
    forces: tuple[int, ...]
    newtons_per_unit: float
    notes: tuple[str, ...]


def find_columns(header: list[str], table: TableFormat) -> Columns:
    """Choose the columns; raises `InputError` where the header leaves a doubt."""
    headings = [_heading(cell) for cell in header]
    if all(_is_number(heading.text) for heading in headings):
        raise InputError("there is no header: write the names of the columns into the first line")
    forces = _forces(headings, table.column)
    unit, notes = _unit([headings[position] for position in forces], table.unit)
    time = None if table.rate_hz is not None else _time(headings)
    return Columns(tuple(header), time, forces, unit.newtons, notes)


def _heading(cell: str) -> Heading:
    text = cell.strip()
    if split := _BRACKETS.match(text):
        return Heading(text, split["name"].strip(), split["unit"].strip())
    split = _SUFFIX.match(text)
    if split and (split["unit"] in _SECONDS or Unit.named(split["unit"])):
        return Heading(text, split["name"], split["unit"])
    return Heading(text, text, None)


def _time(headings: list[Heading]) -> int:
    for position, heading in enumerate(headings):
        if heading.name.lower() in TIME_NAMES and heading.unit in _SECONDS:
            return position
    raise InputError("no column has the time in seconds: name it time_s, or give --rate HZ")


def _forces(headings: list[Heading], column: str | None) -> tuple[int, ...]:
    if column is not None:
        return tuple(_named(headings, part.strip()) for part in column.split(","))
    found = [position for position, heading in enumerate(headings) if heading.name.lower() in FORCE_NAMES]
    if len(found) != 1:
        raise InputError(f"{_several(found)} called force: choose with --column one of {_listed(headings)}")
    return (found[0],)


def _named(headings: list[Heading], wanted: str) -> int:
    """The column whose whole heading, or else whose name before the unit, is `wanted`."""
    for texts in ([heading.text for heading in headings], [heading.name for heading in headings]):
        found = [position for position, text in enumerate(texts) if text.lower() == wanted.lower()]
        if len(found) == 1:
            return found[0]
        if found:
            raise InputError(f"{len(found)} columns are called '{wanted}': write the whole heading")
    raise InputError(f"there is no column '{wanted}': choose one of {_listed(headings)}")


def _unit(headings: list[Heading], given: Unit | None) -> tuple[Unit, tuple[str, ...]]:
    written = {heading.unit: Unit.named(heading.unit) for heading in headings if heading.unit is not None}
    known = {text: unit for text, unit in written.items() if unit is not None}
    if given is not None:
        beaten = [text for text, unit in known.items() if unit is not given]
        return given, tuple(f"--unit {given.value} wins over [{text}] in the header" for text in beaten)
    if len(set(known.values())) > 1:
        raise InputError(f"the columns have different units ({', '.join(known)}): give one with --unit")
    if not known:
        raise InputError("the header does not say the unit of force: give --unit N, kgf, lbf or g")
    return next(iter(known.values())), ()


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _several(found: list[int]) -> str:
    return f"{len(found)} columns are" if found else "no column is"


def _listed(headings: list[Heading]) -> str:
    return ", ".join(f"'{heading.text}'" for heading in headings)
