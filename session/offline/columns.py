"""Which columns of a table are time and force, and in which unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from session.errors import InputError
from session.offline.request import TableFormat
from session.offline.units import TimeUnit, Unit

TIME_NAMES: Final = ("time", "t", "timestamp")
FORCE_NAMES: Final = ("force", "weight", "load", "f")
LOST_NAME: Final = "lost_before"
"""Where an exported record says what is missing; a table's own rule for gaps passes over the short ones."""

_BRACKETS: Final = re.compile(r"^(?P<name>.*?)\s*[\[(](?P<unit>[^\])]*)[\])]$")
_SUFFIX: Final = re.compile(r"^(?P<name>.+?)\s*(?:_|,|/|\sin\s)\s*(?P<unit>[^\W_]+)$")
"""force_n, "force, N", F/N, "force in N"; counts only where the unit is known."""


class Places(NamedTuple):
    """Positions of the columns; `time` is None where a rate gives the times."""

    time: int | None
    forces: tuple[int, ...]

    def pick(self, cells: Sequence[str]) -> tuple[str | None, list[str]]:
        """The cells of time and force; a cell that is not there is empty."""
        at = dict(enumerate(cells))
        time = None if self.time is None else at.get(self.time, "").strip()
        return time, [at.get(place, "").strip() for place in self.forces]


class Columns(NamedTuple):
    """Where the numbers stand and how they become microseconds and newtons."""

    names: tuple[str, ...]
    places: Places
    microseconds_per_unit: float
    newtons_per_unit: float
    notes: tuple[str, ...]


class Heading(NamedTuple):
    """One cell of the header: the whole text, and what stands before and in the unit."""

    text: str
    name: str
    unit: str | None


def locate(header: Sequence[str], table: TableFormat) -> Places:
    """Choose the columns; raises `InputError` where the header leaves a doubt."""
    headings = [_heading(cell) for cell in header]
    if all(_is_number(heading.text) for heading in headings):
        raise InputError("there is no header: write the names of the columns into the first line")
    forces = _forces(headings, table.column)
    return Places(None if table.rate_hz is not None else _time(headings), forces)


def find_columns(header: Sequence[str], table: TableFormat, below: Sequence[str] = ()) -> Columns:
    """The columns with their units, which may stand in the row `below`; raises `InputError`."""
    headings = [_heading(cell) for cell in header]
    places = locate(header, table)
    time_below, forces_below = places.pick([unwrapped(cell) for cell in below])
    unit, notes = _unit([headings[place] for place in places.forces], forces_below, table.unit)
    time_unit = _time_unit(None if places.time is None else headings[places.time].unit, time_below)
    names = tuple(heading.text for heading in headings)
    notes += _beaten_time(headings, table) + _unread_losses(names)
    return Columns(names, places, time_unit.microseconds, unit.newtons, notes)


def is_unit_row(cells: Sequence[str], places: Places) -> bool:
    """Whether the row below a header names a unit and has no number where time and force stand."""
    time, forces = places.pick([unwrapped(cell) for cell in cells])
    if any(_is_number(cell) for cell in (time or "", *forces)):
        return False
    return bool(time and TimeUnit.named(time)) or any(Unit.named(cell) for cell in forces)


def unwrapped(cell: str) -> str:
    """`[N]` or `(N)` as `N`."""
    return cell.strip().strip("[]()").strip()


def _heading(cell: str) -> Heading:
    text = cell.strip()
    if split := _BRACKETS.match(text):
        return Heading(text, split["name"].strip(), split["unit"].strip())
    split = _SUFFIX.match(text)
    if split and (TimeUnit.named(split["unit"]) or Unit.named(split["unit"])):
        return Heading(text, split["name"], split["unit"])
    return Heading(text, text, None)


def _time(headings: Sequence[Heading]) -> int:
    for position, heading in enumerate(headings):
        if heading.name.lower() in TIME_NAMES and (heading.unit is None or TimeUnit.named(heading.unit)):
            return position
    raise InputError("no column has the time in s, ms or µs: name it time_s or time_ms, or give --rate HZ")


def _beaten_time(headings: Sequence[Heading], table: TableFormat) -> tuple[str, ...]:
    """That a column of times does not count, where a rate is given."""
    times = [heading.text for heading in headings if heading.name.lower() in TIME_NAMES]
    return (f"--rate wins over the column '{times[0]}'",) if times and table.rate_hz is not None else ()


def _unread_losses(names: Sequence[str]) -> tuple[str, ...]:
    """That an exported record knows more than its table shows."""
    if LOST_NAME not in names:
        return ()
    return (f"'{LOST_NAME}' does not count: short losses are bridged; analyse the record itself to have them all",)


def _time_unit(above: str | None, below: str | None) -> TimeUnit:
    """Seconds where neither the header nor the row below it says anything."""
    known = {unit for text in (above, below) if text and (unit := TimeUnit.named(text))}
    if len(known) > 1:
        raise InputError(f"the header says that time is in {above}, the row below it {below}: make them agree")
    return next(iter(known), TimeUnit.SECOND)


def _forces(headings: Sequence[Heading], column: str | None) -> tuple[int, ...]:
    if column is not None:
        places = tuple(_named(headings, part.strip()) for part in column.split(","))
        if len(set(places)) < len(places):
            raise InputError(f"--column {column} names a column twice: name each component of the vector once")
        return places
    found = [position for position, heading in enumerate(headings) if heading.name.lower() in FORCE_NAMES]
    if len(found) != 1:
        raise InputError(f"{_several(found)} called force: choose with --column one of {_listed(headings)}")
    return (found[0],)


def _named(headings: Sequence[Heading], wanted: str) -> int:
    """The column whose whole heading, or else whose name before the unit, is `wanted`."""
    for texts in ([heading.text for heading in headings], [heading.name for heading in headings]):
        found = [position for position, text in enumerate(texts) if text.lower() == wanted.lower()]
        if len(found) == 1:
            return found[0]
        if found:
            raise InputError(f"{len(found)} columns are called '{wanted}': write the whole heading")
    raise InputError(f"there is no column '{wanted}': choose one of {_listed(headings)}")


def _unit(headings: Sequence[Heading], below: Sequence[str], given: Unit | None) -> tuple[Unit, tuple[str, ...]]:
    written = {heading.unit: Unit.named(heading.unit) for heading in headings if heading.unit is not None}
    above = {text: unit for text, unit in written.items() if unit is not None}
    under = {text: unit for text in below if (unit := Unit.named(text)) is not None}
    if given is not None:
        beaten = [f"[{text}] in the header" for text, unit in above.items() if unit is not given]
        beaten += [f"[{text}] in the row below the header" for text, unit in under.items() if unit is not given]
        return given, tuple(f"--unit {given.value} wins over {place}" for place in beaten)
    units = set(above.values()) | set(under.values())
    if len(units) > 1:
        raise InputError(f"the columns have different units ({', '.join({**above, **under})}): give one with --unit")
    if not units:
        raise InputError("the header does not say the unit of force: give --unit N, kgf, lbf or g")
    notes = () if above else (f"the row below the header gives the unit: {next(iter(under))}",)
    return units.pop(), notes


def _is_number(text: str) -> bool:
    try:
        float(text.replace(",", "."))
    except ValueError:
        return False
    return True


def _several(found: Sequence[int]) -> str:
    return f"{len(found)} columns are" if found else "no column is"


def _listed(headings: Sequence[Heading]) -> str:
    return ", ".join(f"'{heading.text}'" for heading in headings)
