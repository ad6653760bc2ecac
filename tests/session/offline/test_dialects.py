"""One recording, written in every way that is read."""

from __future__ import annotations

import gzip
import tempfile
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from session.documents import HoldDocument
from session.offline.measure import analyse
from session.offline.request import Request, TableFormat
from session.offline.sources import open_source
from session.offline.survey import blocks, survey
from session.offline.table import Table
from tests.analysis.presses import block, press
from tests.short import examples

REQUEST = Request(area_cm2=2.0, target_n=30.0, band_percent=10.0)
COMMENTS = ("# a comment, with a comma", "; another", "% and one", "// more", "Device: X", "Cell;S2;500 N", "")


class Dialect(NamedTuple):
    delimiter: str
    decimal: str
    mark: bool
    comments: list[str]
    unit_row: bool
    milliseconds: bool
    quoted: bool
    end: str
    packed: bool
    shuffled: int
    """Rows within which the order is random."""


PLAIN = Dialect(",", ".", False, [], False, False, False, "\n", False, 1)

dialects = st.builds(
    Dialect,
    delimiter=st.sampled_from(",;\t"),
    decimal=st.sampled_from(".,"),
    mark=st.booleans(),
    comments=st.lists(st.sampled_from(COMMENTS), max_size=3),
    unit_row=st.booleans(),
    milliseconds=st.booleans(),
    quoted=st.booleans(),
    end=st.sampled_from(["\n", "\r\n"]),
    packed=st.booleans(),
    shuffled=st.sampled_from([1, 1, 5, 200]),
)


def recording() -> list[tuple[float, float]]:
    """A press with noise that rounding keeps: time in ms, force in N."""
    readings = block(press())
    force_n = readings.force_n + np.random.default_rng(1).normal(0, 0.2, len(readings))
    return list(zip(np.rint(readings.time_s * 1000).tolist(), np.round(force_n, 3).tolist(), strict=True))


def written(dialect: Dialect) -> bytes:
    rows, random = recording(), np.random.default_rng(dialect.shuffled)
    for start in range(0, len(rows) if dialect.shuffled > 1 else 0, dialect.shuffled):
        part = rows[start : start + dialect.shuffled]
        rows[start : start + dialect.shuffled] = [part[place] for place in random.permutation(len(part))]
    time, unit = ("{:.0f}", "ms") if dialect.milliseconds else ("{:.3f}", "s")
    scale = 1 if dialect.milliseconds else 1000
    numbers = [(time.format(time_ms / scale), f"{force_n:.3f}", "x") for time_ms, force_n in rows]
    cells = [tuple(number.replace(".", dialect.decimal) for number in row) for row in numbers]
    header = [("time", "force", "note"), (unit, "N", "")] if dialect.unit_row else [(f"time_{unit}", "force_n", "note")]
    quote = '"{}"' if dialect.quoted or dialect.delimiter == dialect.decimal else "{}"
    lines = [dialect.delimiter.join(quote.format(cell) for cell in row) for row in [*header, *cells]]
    text = dialect.end.join([*dialect.comments, *lines]).encode("utf-8-sig" if dialect.mark else "utf-8")
    return gzip.compress(text, 1) if dialect.packed else text


def holds(text: bytes) -> tuple[HoldDocument, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "press.csv"
        path.write_bytes(text)
        return analyse(open_source(str(path), REQUEST)).holds


@cache
def plain_holds() -> tuple[HoldDocument, ...]:
    return holds(written(PLAIN))


def test_the_plain_table_has_its_hold() -> None:
    (hold,) = plain_holds()
    assert 5.5 < hold.duration_s < 5.8


@examples(60)
@given(dialects)
def test_the_same_recording_in_any_dialect_has_the_same_holds(dialect: Dialect) -> None:
    assert holds(written(dialect)) == plain_holds()


@examples(25)
@given(dialects, st.integers(100, 9000), st.sampled_from([0, 1 << 20]))
def test_the_size_of_the_pieces_changes_no_reading(dialect: Dialect, piece_bytes: int, fast_bytes: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "press.csv"
        path.write_bytes(written(dialect))
        seen = []
        for table in (
            Table(path, TableFormat()),
            Table(path, TableFormat(), piece_bytes=piece_bytes, fast_bytes=fast_bytes),
        ):
            facts = survey(table.rows(), TableFormat())
            parts = list(blocks(table.rows(), facts))
            arrays = [np.concatenate([getattr(part, name) for part in parts]).tolist() for name in ("index", "time_us")]
            seen.append((table.notes, facts, *arrays, np.concatenate([part.force_q for part in parts]).tolist()))
    assert seen[0] == seen[1]
