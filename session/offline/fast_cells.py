"""The same cells, many times faster, by Arrow; what Arrow does not understand is left to the rule in `cells`."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.csv
from numpy.typing import NDArray

from session.offline.cells import MISSING, NO_TIME, Cells, Layout, microseconds
from session.offline.lines import Lines

NULLS: Final = [*MISSING, *(text.upper() for text in MISSING if text.upper() != text), "NaN", "Null", "None"]
"""The usual spellings; others go by the rule."""


def read_fast(lines: Lines, layout: Layout, mark: str | None) -> Cells | None:
    """What `read_cells` returns, or None where that has to look itself: at anything out of the ordinary."""
    if not layout.least <= layout.usual <= layout.width:
        return None
    if mark is None and _may_have_marks(lines.text, layout.delimiter):
        return None
    table = _table(lines, layout, mark or ".")
    if table is None:
        return None
    forces = tuple(_numbers(table[str(place)]) for place in layout.columns.places.forces)
    time_us = _times(table, layout)
    if time_us is None or any(np.isinf(force).any() for force in forces):
        return None
    return Cells(np.arange(lines.number, lines.number + table.num_rows), time_us, forces, mark)


def _may_have_marks(text: bytes, delimiter: str) -> bool:
    return b"." in text or (b'"' if delimiter == "," else b",") in text


def _table(lines: Lines, layout: Layout, mark: str) -> Any:
    """The columns that count by position, None unless each line is one row."""
    text, quoted = lines.text, b'"' in lines.text
    if quoted and text.count(b"\r") != text.count(b"\r\n"):
        return None
    if quoted:  # a quote that is open at the end would swallow one more row
        text += (b"" if text.endswith(b"\n") else b"\n") + layout.delimiter.encode() * (layout.usual - 1) + b"\n"
    try:
        table = pa.csv.read_csv(pa.py_buffer(text), *_options(layout, len(text), mark))
    except pa.ArrowInvalid:
        return None
    return table.slice(0, lines.length) if table.num_rows == lines.length + quoted else None


def _options(layout: Layout, length: int, mark: str) -> tuple[Any, ...]:
    places = layout.columns.places
    types = {str(place): pa.float64() for place in places.forces}
    if places.time is not None:
        types[str(places.time)] = pa.string() if layout.stamps else pa.float64()
    names = [str(place) for place in range(layout.usual)]
    return (
        pa.csv.ReadOptions(use_threads=False, block_size=length, column_names=names),
        pa.csv.ParseOptions(delimiter=layout.delimiter),
        pa.csv.ConvertOptions(
            column_types=types,
            include_columns=list(types),
            null_values=NULLS,
            strings_can_be_null=True,
            decimal_point=mark,
        ),
    )


def _numbers(column: Any) -> NDArray[np.float64]:
    return np.asarray(column.to_numpy(), np.float64)


def _times(table: Any, layout: Layout) -> NDArray[np.int64] | None:
    place = layout.columns.places.time
    if place is None:
        return np.zeros(table.num_rows, np.int64)
    if layout.stamps:
        return _stamps(table[str(place)])
    time = _numbers(table[str(place)])
    return None if np.isinf(time).any() else microseconds(time, layout.columns.microseconds_per_unit)


def _stamps(column: Any) -> NDArray[np.int64] | None:
    """Microseconds since 1970, from stamps that all have a zone or all have none."""
    for zone in (None, "UTC"):
        try:
            stamps = column.cast(pa.timestamp("us", zone))
        except pa.ArrowInvalid:
            continue
        return np.asarray(stamps.cast(pa.int64()).fill_null(NO_TIME).to_numpy(), np.int64)
    return None
