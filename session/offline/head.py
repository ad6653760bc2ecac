"""What stands above the rows of a table: lines of free text, the header, a row of units."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from session.errors import InputError
from session.offline.cells import MISSING, Layout, Row, decimal_mark, is_cell, split_rows, stamp
from session.offline.columns import Places, find_columns, is_unit_row, locate
from session.offline.lines import Lines
from session.offline.request import TableFormat

DELIMITERS: Final = "\t;,"
"""Tried in this order: a comma may also be part of a heading or a decimal comma."""

COMMENTS: Final = ("#", "%", "//", ";")
"""What may stand before a header, as `numpy.savetxt` writes it."""

SEARCHED: Final = 200
"""Lines among which the header must be; instruments write some dozens above it."""

SAMPLED: Final = 1000
"""Rows that show before the first is read whether points or commas are decimal."""


class Head(NamedTuple):
    """All that is known before the rows are read."""

    layout: Layout
    mark: str | None
    start: int
    """Byte of the text where the rows begin."""
    number: int
    """The line there, from 1."""
    notes: tuple[str, ...]


class _Header(NamedTuple):
    """A line that may be the header, by its position, and the rows' first line below it."""

    line: int
    cells: list[str]
    delimiter: str


def read_head(text: bytes, table: TableFormat) -> Head:
    """Find the header and the first row; raises `InputError` where there is none or it leaves a doubt."""
    lines, notes = _decoded(text)
    header = _header(lines, table)
    above = sum(1 for line in lines[: header.line] if line.strip())
    notes += (f"{above} {'line' if above == 1 else 'lines'} above the header: passed over",) * bool(above)
    units, first = _below(lines, header, locate(header.cells, table))
    columns = find_columns(header.cells, table, units)
    if first is None:
        raise InputError("there are no rows below the header")
    width, usual = len(header.cells), len(_cells(lines[first], header.delimiter))
    layout = Layout(header.delimiter, columns, width, usual, stamps=False)
    rows = _sample(lines, first, layout)
    layout = layout._replace(width=_widest(rows, width), stamps=(zone := _zone(rows, columns.places)) is not None)
    start = sum(len(line) + 1 for line in text.split(b"\n", first)[:first])
    return Head(layout, _mark(rows, layout), start, first + 1, notes + columns.notes + _assumed(zone))


def _decoded(text: bytes) -> tuple[list[str], tuple[str, ...]]:
    """The lines, and a note where they are not UTF-8."""
    if not text.strip(codecs.BOM_UTF8 + b" \t\r\n"):
        raise InputError("the file is empty: it needs a header and rows")
    if b"\0" in text:
        raise InputError("this is not a text table: export it as CSV in UTF-8")
    try:
        return text.decode("utf-8-sig").split("\n"), ()
    except UnicodeDecodeError:
        return text.decode("cp1252", "replace").split("\n"), ("text that is not UTF-8: read as Windows-1252",)


def _header(lines: Sequence[str], table: TableFormat) -> _Header:
    """The first line that names the columns of a row of numbers below it, else the first that names columns."""
    doubtful = None
    for header in _candidates(lines):
        try:
            places = locate(header.cells, table)
        except InputError:
            continue
        if _fits(lines, header, places):
            return header
        doubtful = doubtful or header
    if doubtful is None:
        locate(_likely(lines).cells, table)
        raise InputError("there is no header among the first lines: write the names of the columns above the rows")
    return doubtful


def _candidates(lines: Sequence[str]) -> Iterator[_Header]:
    for position, line in enumerate(lines[:SEARCHED]):
        text = line.strip()
        bare = next((text.removeprefix(sign).strip() for sign in COMMENTS if text.startswith(sign)), "")
        for variant in filter(None, (text, bare)):
            for delimiter in DELIMITERS:
                yield _Header(position, _cells(variant, delimiter), delimiter)


def _likely(lines: Sequence[str]) -> _Header:
    """The line that looks most like a header: the first with as many cells as the line below it."""
    candidates = [header for header in _candidates(lines) if len(header.cells) > 1]
    alike = (header for header in candidates if len(_cells_at(lines, header.line + 1, header)) == len(header.cells))
    filled = next(line for line in lines if line.strip())
    return next(alike, max(_candidates([filled]), key=lambda header: len(header.cells)))


def _fits(lines: Sequence[str], header: _Header, places: Places) -> bool:
    """Whether the first row has numbers, or nothing, where time and force stand."""
    _, first = _below(lines, header, places)
    row = _cells_at(lines, len(lines) if first is None else first, header)
    if len(row) <= max(*places.forces, places.time or 0) or any(cell.strip() for cell in row[len(header.cells) :]):
        return False
    time, forces = places.pick(row)
    return all(is_cell(cell) for cell in forces) and (time is None or is_cell(time) or stamp(time) is not None)


def _below(lines: Sequence[str], header: _Header, places: Places) -> tuple[list[str], int | None]:
    """The row of units, empty where there is none, and the position of the first row."""
    filled = (position for position in range(header.line + 1, len(lines)) if lines[position].strip())
    first = next(filled, None)
    units = [] if first is None else _cells(lines[first], header.delimiter)
    return (units, next(filled, None)) if is_unit_row(units, places) else ([], first)


def _cells_at(lines: Sequence[str], position: int, header: _Header) -> list[str]:
    return _cells(lines[position], header.delimiter) if position < len(lines) else []


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line.rstrip("\r")], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        return [line]


def _sample(lines: Sequence[str], first: int, layout: Layout) -> list[Row]:
    sample = lines[first : first + SAMPLED]
    return list(split_rows(Lines(first + 1, len(sample), "\n".join(sample).encode(), last=False), layout))


def _widest(rows: Sequence[Row], width: int) -> int:
    """Cells of the header, or of the first row where each row ends with a delimiter."""
    first = rows[0].cells
    return width if any(cell.strip() for cell in first[width:]) else max(width, len(first))


def _zone(rows: Sequence[Row], places: Places) -> str | None:
    """Whether the first time is a date: with its zone, or "" where it has none."""
    times = (places.pick(row.cells)[0] for row in rows)
    first = next((time for time in times if time is not None and time.lower() not in MISSING), "")
    moment = None if is_cell(first) else stamp(first)
    return None if moment is None else moment.tzname() or ""


def _assumed(zone: str | None) -> tuple[str, ...]:
    return ("times without a zone: taken for UTC",) if zone == "" else ()


def _mark(rows: Sequence[Row], layout: Layout) -> str | None:
    """The decimal mark of the columns that count, or else of any."""
    numbers = decimal_mark(cell for row in rows for cell in layout.numbers(row.cells))
    return numbers or decimal_mark(cell for row in rows for cell in row.cells)
