"""Arrow is a shortcut: whatever it reads, the rule reads alike."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from session.offline.cells import NO_TIME, Cells, Layout, read_cells
from session.offline.columns import find_columns
from session.offline.fast_cells import read_fast
from session.offline.lines import Lines
from session.offline.request import TableFormat

COLUMNS = find_columns(["t", "force_n", "note"], TableFormat())
LAYOUT = Layout(",", COLUMNS, width=3, usual=3, stamps=False)


def lines(text: str, number: int = 2) -> Lines:
    return Lines(number, text.count("\n") + (not text.endswith("\n")), text.encode(), last=False)


def plain(cells: Cells) -> tuple[list[object], ...]:
    """Comparable: NaN as None."""
    forces = [None if np.isnan(n) else n for force in cells.forces for n in force.tolist()]
    return cells.number.tolist(), cells.time_us.tolist(), forces


number = st.one_of(
    st.floats(-1e6, 1e6).map(repr),
    st.floats(-1e3, 1e3).map("{:.3f}".format),
    st.integers(-999, 999).map(str),
    st.sampled_from([".5", "5.", "+1", "1e3", "-1E-2", "00", "-0", "1e400", "1e-400", "9007199254740993"]),
)
ODD = ("", '""', '"', " ", "NaN", "NaN ", "nan", "-nan", "nan(1)", "NA", "null", "-", "--", "+", ".", "inf", "Infinity")
ODDER = ("1_0", "١", "0x1", "1,5", '"1,5"', '"1"2', ' "1"', "1 2", "1d3", "1f", "1e", "e1", "\t1", "1\r", "\u00a01")
odd = st.sampled_from((*ODD, *ODDER))
cell = st.one_of(number, number, number, odd, number.map('"{}"'.format), number.map(" {} ".format))
row = st.tuples(cell, cell, st.sampled_from(["", "a", '"a,b"', '"a', '"a""b"', "a\nb", '"a\nb"'])).map(",".join)
mark = st.sampled_from([None, ".", ","])


@given(st.lists(row, min_size=1, max_size=4), mark, st.sampled_from(["\n", "\r\n"]), st.booleans())
@example(["0,1,a", '1,2,"b'], ".", "\n", False)
@example(['0,1,"a\nb"', "1,2\r3,4"], ".", "\n", True)
def test_what_the_shortcut_reads_the_rule_reads_alike(rows: list[str], mark: str | None, end: str, ended: bool) -> None:
    read = lines(end.join(rows) + (end if ended else ""))
    fast = read_fast(read, LAYOUT, mark)
    if fast is not None:
        slow = read_cells(read, LAYOUT, mark)
        assert plain(fast) == plain(slow)
        assert fast.mark == slow.mark


@given(st.lists(st.tuples(number, number), min_size=1, max_size=9))
def test_ordinary_numbers_take_the_shortcut(rows: list[tuple[str, str]]) -> None:
    usual = [(time, force) for time, force in rows if "1e400" not in (time, force)] or [("0", "1")]
    assert read_fast(lines("\n".join(f"{time},{force},x" for time, force in usual)), LAYOUT, ".") is not None


@pytest.mark.parametrize("text", ["0,1\n", "0,1,2,3\n", "0,1,a\n\n1,2,b\n", "0,x,a\n", "0,inf,a\n", "inf,1,a\n"])
def test_anything_out_of_the_ordinary_is_left_to_the_rule(text: str) -> None:
    assert read_fast(lines(text), LAYOUT, ".") is None


def test_rows_of_another_width_than_the_header_are_left_to_the_rule() -> None:
    assert read_fast(lines("0,1,2,3\n"), LAYOUT._replace(usual=4), ".") is None
    assert read_fast(lines("0\n"), LAYOUT._replace(usual=1), ".") is None


@pytest.mark.parametrize(
    ("delimiter", "text", "taken"),
    [(",", "0,1,a\n", True), (",", '0,"1",a\n', False), (",", "0,1.5,a\n", False), (";", "0;1;a,b\n", False)],
)
def test_before_the_decimal_mark_is_known_only_whole_numbers_take_the_shortcut(
    delimiter: str, text: str, taken: bool
) -> None:
    assert (read_fast(lines(text), LAYOUT._replace(delimiter=delimiter), None) is not None) is taken


stamped = st.one_of(
    st.datetimes().map(lambda moment: moment.isoformat(sep=" ")),
    st.datetimes(timezones=st.timezones().filter(lambda _: True)).map(lambda moment: moment.isoformat()),
    st.sampled_from(
        ["", "NaN", "2024-01-01", "2024-01-01T10:00", "2024-01-01 10:00:00,5", "2024-01-01T10:00:00.1234567"]
    ),
)


@given(st.lists(stamped, min_size=1, max_size=4))
@example(["2024-01-01 10:00:00.5", "2024-01-01 10:00:01"])
@example(["2024-01-01T10:00:00Z", "2024-01-01T10:00:01+02:00"])
def test_stamps_too_are_read_alike(stamps: list[str]) -> None:
    read = lines("".join(f'"{stamp}",1,\n' for stamp in stamps))
    layout = LAYOUT._replace(stamps=True)
    fast = read_fast(read, layout, ".")
    if fast is not None:
        assert plain(fast) == plain(read_cells(read, layout, "."))


def test_stamps_of_one_kind_take_the_shortcut() -> None:
    layout = LAYOUT._replace(stamps=True)
    for text in ("2024-01-01 00:00:00.25,1,\n,2,\n", "2024-01-01T01:00:00.25+01:00,1,\n,2,\n"):
        fast = read_fast(lines(text), layout, ".")
        assert fast is not None
        assert fast.time_us.tolist() == [1_704_067_200_250_000, NO_TIME]
    assert read_fast(lines("2024-01-01,1,\n2024-01-01T00:00:00Z,1,\n"), layout, ".") is None
