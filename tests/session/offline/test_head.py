from __future__ import annotations

import pytest

from session.errors import InputError
from session.offline.columns import Places
from session.offline.head import Head, read_head
from session.offline.request import TableFormat
from session.offline.units import Unit


def head(text: str, table: TableFormat | None = None) -> Head:
    return read_head(text.encode(), table or TableFormat())


def rows_of(text: str, table: TableFormat | None = None) -> str:
    """What the head leaves for the rows."""
    return text.encode()[head(text, table).start :].decode()


@pytest.mark.parametrize(
    "above",
    [
        "# made by a logger\n",
        "; comment\n; another, with a comma\n",
        "% octave\n// c\n",
        "Device: X\nOperator: force, time\n\nSensor;type;range\nLoad cell;S;500\n\n",
        "Date\t2024-01-01\nForce\t\n",
        "Time, force and more are below\n",
        "# time,force\n",
        "***End_of_Header***\n",
    ],
)
def test_lines_above_the_header_are_passed_over_and_counted(above: str) -> None:
    text = above + "time_s,force_n\n0,1\n1,2\n"
    found = head(text)
    count = sum(1 for line in above.split("\n") if line)
    assert found.notes == (f"{count} {'line' if count == 1 else 'lines'} above the header: passed over",)
    assert (found.layout.columns.places, found.layout.delimiter) == (Places(0, (1,)), ",")
    assert rows_of(text) == "0,1\n1,2\n"
    assert found.number == above.count("\n") + 2


def test_a_header_may_be_a_comment() -> None:
    text = "# pressed twice\n# time,force_n\n0,1\n"
    assert rows_of(text) == "0,1\n"
    assert head(text).notes == ("1 line above the header: passed over",)


def test_a_byte_order_mark_is_no_part_of_the_first_heading() -> None:
    text = "\ufefftime_s;force_n\r\n0;1\r\n"
    assert rows_of(text) == "0;1\r\n"
    assert head(text).notes == ()


@pytest.mark.parametrize("units", ["s;N", "[ms];[kgf]", ";lbf", "s;(g)"])
def test_a_row_of_units_is_no_row(units: str) -> None:
    assert rows_of(f"time;force\n{units}\n\n0;1\n", TableFormat(unit=Unit.NEWTON)) == "0;1\n"


def test_a_row_of_units_gives_the_unit() -> None:
    found = head("time;force\nms;kgf\n0;1\n")
    assert found.layout.columns.microseconds_per_unit == 1000
    assert found.layout.columns.newtons_per_unit == 9.80665
    assert found.notes == ("the row below the header gives the unit: kgf",)


def test_a_number_without_unit_stays_an_error_below_free_text() -> None:
    with pytest.raises(InputError, match="does not say the unit of force"):
        head("Device: X\ntime;force\ns;V\n0;1\n")
    with pytest.raises(InputError, match="does not say the unit of force"):
        head("Unit: N\ntime;force\n0;1\n")


@pytest.mark.parametrize(
    ("header", "row", "delimiter"),
    [
        ("time_s,force_n", "0,1", ","),
        ("Time, s;Force, N", "0,1;2", ";"),
        ("Time, s\tForce, N", "0,1\t2", "\t"),
        ('"time","force, N"', "0,1", ","),
        ("time_s;force_n;a,b", "0;1;2,3", ";"),
        ("time_s,force_n,a;b", "0,1,2", ","),
    ],
)
def test_the_delimiter_is_the_one_that_fits_header_and_row(header: str, row: str, delimiter: str) -> None:
    assert head(f"{header}\n{row}\n").layout.delimiter == delimiter


def test_one_column_needs_no_delimiter_and_may_have_decimal_commas() -> None:
    found = head("Force, N\n1,5\n", TableFormat(rate_hz=10))
    assert (found.layout.columns.places, found.mark) == (Places(None, (0,)), ",")


@pytest.mark.parametrize(
    ("rows", "mark"),
    [
        ("0;1\n", None),
        ("0;1,5\n", ","),
        ("0;1\n0,5;1.5\n", ","),
        ("0;1;20.5\n", "."),
        ("0;1;20.5\n0;1,5;20.5\n", ","),
        ("0;1;a.b\n", None),
        ("0;1;10:00:00,5\n", None),
    ],
)
def test_the_decimal_mark_is_the_first_where_numbers_count_or_else_anywhere(rows: str, mark: str | None) -> None:
    assert head("t;force_n;other\n" + rows).mark == mark


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("0.0,1.5\n0.1,1.6\n", "there is no header"),
        ("Device: X\nt,pressure\n0,1\n", "choose with --column one of 't', 'pressure'"),
        ("Device: X\n\nclock;force_n\n0;1\n", "no column has the time"),
        ("only words\nand more\n", "no column is called force: choose with --column one of 'only words'"),
        ("t,pressure\n0,1,2\n", "choose with --column one of 't', 'pressure'"),
        ("#\n", "no column is called force"),
    ],
)
def test_without_a_header_the_likeliest_line_says_what_is_wrong(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        head(text)
    assert message in str(caught.value)


def test_a_header_is_not_looked_for_without_end() -> None:
    with pytest.raises(InputError, match="no column is called force"):
        head("note\n" * 200 + "t,force_n\n0,1\n")
    with pytest.raises(InputError, match="there is no header among the first lines"):
        head("\n" * 200 + "t,force_n\n0,1\n")
    assert head("note\n" * 199 + "t,force_n\n0,1\n").number == 201


@pytest.mark.parametrize(
    ("time", "stamps"), [("0", False), ("20240101", False), ("1704067200.5", False), ("2024-01-01", True)]
)
def test_the_first_time_tells_stamps_from_numbers(time: str, stamps: bool) -> None:
    assert head(f"t,force_n\n,\n{time},1\n").layout.stamps is stamps
