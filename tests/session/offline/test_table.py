from __future__ import annotations

import gzip
import os
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from session.errors import InputError
from session.offline.lines import PIECE_BYTES
from session.offline.order import WINDOW
from session.offline.request import TableFormat
from session.offline.survey import survey
from session.offline.table import FAST_BYTES, Table

PLAIN = TableFormat()
START_US = 1_704_067_200_000_000
"""2024-01-01T00:00Z."""
NAN = float("nan")


def written(folder: Path, text: str) -> Path:
    path = folder / "press.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return path


class Pace(NamedTuple):
    """How a file is read; it changes nothing."""

    piece_bytes: int = PIECE_BYTES
    fast_bytes: int = FAST_BYTES


USUAL = Pace()


def read(path: Path, table: TableFormat = PLAIN, pace: Pace = USUAL) -> tuple[list[int], list[float]]:
    chunks = list(Table(path, table, piece_bytes=pace.piece_bytes, fast_bytes=pace.fast_bytes).rows())
    return [t for chunk in chunks for t in chunk.time_us.tolist()], [f for c in chunks for f in c.force_n.tolist()]


def notes(path: Path, table: TableFormat = PLAIN) -> tuple[str, ...]:
    looked = Table(path, table)
    return looked.notes + survey(looked.rows(), table).notes


@pytest.fixture(params=[Pace(), Pace(7), Pace(fast_bytes=0), Pace(11, 0)], ids=["whole", "pieces", "fast", "both"])
def pace(request: pytest.FixtureRequest) -> Pace:
    """Whole, in small pieces, with Arrow, and both."""
    pace: Pace = request.param
    return pace


@pytest.mark.parametrize("delimiter", [",", ";", "\t", ", "])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_rows_are_read_with_any_usual_delimiter_and_line_end(
    tmp_path: Path, delimiter: str, end: str, pace: Pace
) -> None:
    rows = [("time_s", "force_n"), ("0", "1.5"), ("0.01", "2.5")]
    path = written(tmp_path, end.join(delimiter.join(row) for row in rows) + end)
    assert read(path, pace=pace) == ([0, 10_000], [1.5, 2.5])


def test_forces_become_newtons(tmp_path: Path) -> None:
    assert read(written(tmp_path, "t,load_kg\n0,2\n"))[1] == [2 * 9.80665]


def test_components_become_the_magnitude_and_one_column_keeps_its_sign(tmp_path: Path) -> None:
    path = written(tmp_path, "t,x_n,y_n\n0,-3,4\n1,,4\n")
    assert read(path, TableFormat(column="x,y"))[1] == [5, pytest.approx(NAN, nan_ok=True)]
    assert read(path, TableFormat(column="x"))[1] == [-3, pytest.approx(NAN, nan_ok=True)]


def test_a_rate_gives_the_times_and_a_missing_reading_keeps_its_place(tmp_path: Path) -> None:
    path = written(tmp_path, "n,force_n\n1,0\n2,0\n3,\n4,0\n")
    assert read(path, TableFormat(rate_hz=60))[0] == [0, 16_667, 33_333, 50_000]


def test_a_rate_that_cannot_be_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="give it in rows per second"):
        read(written(tmp_path, "force_n\n" + "0\n" * 1_000_002), TableFormat(rate_hz=1e-6))


def test_milliseconds_and_microseconds_are_read(tmp_path: Path, pace: Pace) -> None:
    assert read(written(tmp_path, "time_ms,force_n\n1.5,0\n2,0\n"), pace=pace)[0] == [1500, 2000]
    assert read(written(tmp_path, "t (us),force_n\n15,0\n1704067200000001,0\n"), pace=pace)[0] == [15, START_US + 1]


def test_stamps_are_microseconds_since_1970(tmp_path: Path, pace: Pace) -> None:
    path = written(
        tmp_path, "time,force_n\n2024-01-01T00:00:00.5,1\n2024-01-01 00:00:01Z,1\n2024-01-01T01:00:02+01:00,1\n"
    )
    assert read(path, pace=pace)[0] == [START_US + 500_000, START_US + 1_000_000, START_US + 2_000_000]
    assert read(written(tmp_path, "time,force_n\n1704067200.25,1\n"), pace=pace)[0] == [START_US + 250_000]


def test_stamps_without_a_zone_are_taken_for_utc_and_that_is_noted(tmp_path: Path) -> None:
    naive = written(tmp_path, "time,force_n\n2024-01-01 00:00:00,1\n2024-01-01 00:00:01,1\n")
    assert notes(naive) == ("times without a zone: taken for UTC",)
    aware = written(tmp_path, "time,force_n\n2024-01-01 00:00:00Z,1\n2024-01-01 00:00:01Z,1\n")
    assert notes(aware) == ()


def test_blank_lines_are_no_rows_and_keep_their_number(tmp_path: Path, pace: Pace) -> None:
    path = written(tmp_path, "t,force_n\n0,1\n\n1,x\n2,3\n")
    with pytest.raises(InputError, match="row 4: 'x' in column 'force_n' is not a number"):
        read(path, pace=pace)
    assert read(written(tmp_path, "t,force_n\n\n0,1\n \n1,2\n\n\n"), pace=pace)[1] == [1, 2]


def test_in_a_table_of_one_column_an_empty_line_is_an_empty_cell(tmp_path: Path, pace: Pace) -> None:
    path = written(tmp_path, "force_n\n1\n\n3\n\n\n")
    times, forces = read(path, TableFormat(rate_hz=100), pace=pace)
    assert times == [0, 10_000, 20_000]
    np.testing.assert_array_equal(forces, [1, NAN, 3])


@pytest.mark.parametrize("empty", ["", " ", '""', "NaN", "nan", "NA", "n/a", "-", "--", "null", "None", "nOnE"])
def test_an_empty_force_is_missing_and_not_zero(tmp_path: Path, empty: str, pace: Pace) -> None:
    path = written(tmp_path, f"t,force_n\n0,1\n1,{empty}\n2,3\n")
    np.testing.assert_array_equal(read(path, pace=pace)[1], [1, NAN, 3])
    assert notes(path) == ("1 row without a force: missing readings, not zero",)


def test_decimal_commas_are_read_where_they_are_no_delimiter(tmp_path: Path, pace: Pace) -> None:
    for text in ("t;force_n\n0;1\n0,5;1,5E1\n", "t\tforce_n\n0\t1\n0,5\t15\n", 't,force_n\n0,1\n"0,5","15,0"\n'):
        path = written(tmp_path, text)
        assert read(path, pace=pace) == ([0, 500_000], [1, 15])
        assert notes(path) == ("commas in numbers: decimal",)


def test_decimal_commas_may_come_late(tmp_path: Path, pace: Pace) -> None:
    path = written(tmp_path, "t;force_n\n" + "".join(f"{row};0\n" for row in range(1200)) + "1200;1,5\n")
    assert read(path, pace=pace)[1][-2:] == [0, 1.5]
    assert notes(path) == ("commas in numbers: decimal",)


@pytest.mark.parametrize(("text", "row"), [("0,5;1,5\n1;1.500\n", 3), ("0.5;1.5\n1;1,500\n", 3), ("0.5;1,5\n", 2)])
def test_points_and_commas_are_not_mixed(tmp_path: Path, text: str, row: int, pace: Pace) -> None:
    with pytest.raises(InputError, match=rf"row {row}: .* is the decimal mark\)"):
        read(written(tmp_path, "t;force_n\n" + text), pace=pace)


def test_quoted_cells_are_read(tmp_path: Path, pace: Pace) -> None:
    path = written(tmp_path, '"t","force_n","remark"\n"0","1.5","a, b"\n0.01, "2.5",""\n')
    assert read(path, pace=pace) == ([0, 10_000], [1.5, 2.5])


@pytest.mark.parametrize("text", ['0,1,"a\n1,2,b"\n2,3,c\n', '0,1,a\n1,2,"b\n', '0,1,"a\n'])
def test_a_quote_that_is_not_closed_on_its_line_is_an_error(tmp_path: Path, text: str, pace: Pace) -> None:
    with pytest.raises(InputError, match=r"row \d: a quote is not closed before the line ends"):
        read(written(tmp_path, "t,force_n,remark\n" + text), pace=pace)


def test_a_delimiter_at_the_end_of_each_row_is_no_cell(tmp_path: Path, pace: Pace) -> None:
    assert read(written(tmp_path, "t,force_n\n0,1,\n1,2,\n"), pace=pace)[1] == [1, 2]
    assert read(written(tmp_path, "t,force_n,\n0,1\n1,2\n"), pace=pace)[1] == [1, 2]


def test_a_remark_behind_some_rows_needs_a_heading_only(tmp_path: Path, pace: Pace) -> None:
    assert read(written(tmp_path, "t,force_n,remark\n0,1\n1,2,here\n"), pace=pace)[1] == [1, 2]


def test_rows_out_of_order_are_sorted_and_counted(tmp_path: Path, pace: Pace) -> None:
    path = written(tmp_path, "t,force_n\n3,3\n1,1\n2,2\n4,4\n")
    assert read(path, pace=pace) == ([1_000_000, 2_000_000, 3_000_000, 4_000_000], [1, 2, 3, 4])
    assert notes(path) == ("2 rows out of order: sorted by time",)


def test_rows_too_far_out_of_order_are_an_error(tmp_path: Path) -> None:
    rows = "".join(f"{row},1\n" for row in range(1, WINDOW + 1))
    with pytest.raises(InputError, match=f"row {WINDOW + 2}: .* sort the rows by time"):
        read(written(tmp_path, "t,force_n\n" + rows + "0,1\n"))


def test_repeated_stamps_are_kept_and_counted(tmp_path: Path, pace: Pace) -> None:
    path = written(tmp_path, "t,force_n\n1,1\n1,2\n2,3\n")
    assert read(path, pace=pace) == ([1_000_000, 1_000_000, 2_000_000], [1, 2, 3])
    assert notes(path) == ("1 row with the time of the row before: kept",)


def test_rows_with_neither_time_nor_force_are_left_out_and_counted(tmp_path: Path, pace: Pace) -> None:
    path = written(tmp_path, "t,force_n\n1,1\n,\n,NaN\n2,3\n")
    assert read(path, pace=pace)[1] == [1, 3]
    assert notes(path) == ("2 rows with neither time nor force: left out",)


def test_a_last_row_that_is_cut_off_is_left_out_and_noted(tmp_path: Path, pace: Pace) -> None:
    path = written(tmp_path, "t,force_n\n1,1\n2,2\n3")
    assert read(path, pace=pace)[1] == [1, 2]
    assert notes(path) == ("the last row is cut off: left out",)


def test_compressed_files_are_read_by_their_bytes_and_not_their_name(tmp_path: Path, pace: Pace) -> None:
    path = tmp_path / "press.csv"
    two = gzip.compress(b"t,force_n\n0,1\n") + gzip.compress(b"1,2\n")
    path.write_bytes(two)
    assert read(path, pace=pace) == ([0, 1_000_000], [1, 2])
    path.write_bytes(two[:-9])
    with pytest.raises(InputError, match="damaged or cut off"):
        read(path, pace=pace)
    path.write_bytes(two[:15] + b"\x55\x55\x55" + two[18:])
    with pytest.raises(InputError, match="damaged or cut off"):
        read(path, pace=pace)


def test_text_that_is_not_utf_8_is_read_and_that_is_noted(tmp_path: Path) -> None:
    path = tmp_path / "press.csv"
    path.write_bytes("t (µs);force_n;°C\n0;1;20\n10;2;20\n".encode("cp1252"))
    assert read(path) == ([0, 10], [1, 2])
    assert notes(path) == ("text that is not UTF-8: read as Windows-1252",)


@pytest.fixture
def long(tmp_path: Path) -> tuple[Path, int]:
    count = 40_000
    return written(tmp_path, "force_n\n" + "".join(f"{row}\n" for row in range(count))), count


def test_long_files_come_in_parts_and_anew_each_time(long: tuple[Path, int]) -> None:
    path, count = long
    table = Table(path, TableFormat(rate_hz=1000), piece_bytes=50_000)
    for _ in range(2):
        chunks = [chunk for chunk in table.rows() if len(chunk.force_n)]
        assert len(chunks) > 3
        assert max(len(chunk.force_n) for chunk in chunks) < 12_000
        np.testing.assert_array_equal(np.concatenate([chunk.force_n for chunk in chunks]), np.arange(count))
        assert chunks[1].time_us[0] == len(chunks[0].force_n) * 1000


def test_each_byte_that_is_read_is_told(long: tuple[Path, int]) -> None:
    path, _ = long
    told: list[int] = []
    table = Table(path, TableFormat(rate_hz=1000), told.append, piece_bytes=50_000)
    assert told == []
    for _ in table.rows():
        pass
    assert len(told) > 3
    assert path.stat().st_size - 10 < sum(told) <= path.stat().st_size


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the file is empty"),
        ("\ufeff\r\n\r\n", "the file is empty"),
        ("t,force_n\n", "there are no rows below the header"),
        ("t,force\ns,N\n", "there are no rows below the header"),
        ("t,force_n\n0\n1,2\n", "row 2 has 1 cell, fewer than the header"),
        ("t,force_n\n0,1,7\n", "row 2 has 3 cells, more than the header: put semicolons"),
        ("t;force_n\n0;1;7\n", "row 2 has 3 cells, more than the header"),
        ("t,force_n\n0,01,1,5\n", "row 2 has 4 cells, more than the header: put semicolons"),
        ("t,force_n\n0,1_000\n", "row 2: '1_000' in column 'force_n' is not a number"),
        ("t,force_n\n0,١\n", "row 2: '١' in column 'force_n' is not a number"),
        ("t,force_n\n0,0x10\n", "row 2: '0x10' in column 'force_n' is not a number"),
        ("t,force_n\n0,inf\n", "row 2: 'inf' in column 'force_n' is not a number"),
        ("t,force_n\n0,1e400\n", "row 2: '1e400' in column 'force_n' is not a number"),
        ("t;force_n\n0;1.234,5\n", "row 2: '1.234,5' in column 'force_n' is not a number"),
        ("t,force_n\nnoon,1\n", "row 2: 'noon' in column 't' is not a number"),
        ("t,force_n\n,1\n", "row 2 has a force but no time: give each row a time"),
        ("t,force_n\n2024-01-01T00:00,1\nnoon,1\n", "row 3: 'noon' is no date and time"),
        ("t,force_n\n2024-01-01T00:00,1\n,1\n", "row 3 has a force but no time"),
        ("t,force_n\n0,1\n1,131072\n", "row 3: no hand presses like that"),
        ("t,force_kg\n0,1e308\n", "row 2: no hand presses like that"),
        ("t,force_n\n0,1\n1.1e12,1\n", "row 3: that time is not in the unit of its column"),
        ("t,force_n\n0,1\n-1e300,1\n", "row 3: that time is not in the unit of its column"),
        ("t,force_n\n0,1\n# paused\n1,1\n", "row 3 has 1 cell, fewer than the header"),
        ("t,force_n\n0,1\r1,2\n", "row 2: its line has an end of another kind in it"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_row(tmp_path: Path, text: str, message: str, pace: Pace) -> None:
    with pytest.raises(InputError) as caught:
        read(written(tmp_path, text), pace=pace)
    assert message in str(caught.value)


def test_a_line_without_end_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "endless.csv"
    path.write_bytes(b"t,force_n\n0,1\n" + b"1" * 3_000_000)
    with pytest.raises(InputError, match="line 3 has more than a million characters"):
        read(path)
    path.write_bytes(b"1" * 3_000_000)
    with pytest.raises(InputError, match="line 1 has more than a million characters"):
        read(path)


@pytest.mark.parametrize("length", [2**20, 2**20 + 1])
@pytest.mark.parametrize("piece_bytes", [100_000, 2**19, 2**22])
def test_the_longest_line_is_the_same_for_pieces_of_any_size(tmp_path: Path, length: int, piece_bytes: int) -> None:
    path = written(tmp_path, "t,force_n,remark\n0,1,\n1,2," + "x" * (length - 4) + "\n2,3,\n")
    if length > 2**20:
        with pytest.raises(InputError, match="line 3 has more than a million characters"):
            read(path, pace=Pace(piece_bytes))
    else:
        assert read(path, pace=Pace(piece_bytes))[1] == [1, 2, 3]


def test_a_head_is_read_as_far_as_lines_are_whole(tmp_path: Path) -> None:
    path = written(tmp_path, "t;force_n;remark\n0;1;µ\n1;2;" + "µ" * 500_000 + "\n2;3;\n" + "3;4;µ\n" * 200_000)
    assert len(read(path)[0]) == 200_003
    assert notes(path) == ("199999 rows with the time of the row before: kept",)


def test_a_file_that_is_not_there_or_no_text_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened: No such file"):
        read(tmp_path / "none.csv")
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\r\n\xff\xfe\x00")
    with pytest.raises(InputError, match="not a text table"):
        read(tmp_path / "picture.csv")
    (tmp_path / "wide.csv").write_text("t,force_n\n0,1\n", encoding="utf-16")
    with pytest.raises(InputError, match="export it as CSV in UTF-8"):
        read(tmp_path / "wide.csv")


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="a pipe has no name here")
def test_a_pipe_is_refused() -> None:
    end, other = os.pipe()
    os.write(other, b"t,force_n\n0,1\n")
    os.close(other)
    with pytest.raises(InputError, match="a pipe cannot be read twice"):
        read(Path(f"/dev/fd/{end}"))
    os.close(end)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe has no name here")
def test_a_pipe_into_which_nobody_writes_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(InputError, match="a pipe cannot be read twice"):
        read(tmp_path / "pipe.csv")
