from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from session.errors import InputError
from session.offline.request import TableFormat
from session.offline.table import ROWS, Table

PLAIN = TableFormat()


def written(folder: Path, text: str) -> Path:
    path = folder / "press.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def read(path: Path, table: TableFormat = PLAIN) -> tuple[list[int], list[float]]:
    chunks = list(Table(path, table).rows())
    return [t for chunk in chunks for t in chunk.time_us.tolist()], [f for c in chunks for f in c.force_n.tolist()]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", ", "])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_rows_are_read_with_any_usual_delimiter_and_line_end(tmp_path: Path, delimiter: str, end: str) -> None:
    rows = [("time_s", "force_n"), ("0", "1.5"), ("0.01", "2.5")]
    path = written(tmp_path, end.join(delimiter.join(row) for row in rows) + end)
    assert read(path) == ([0, 10_000], [1.5, 2.5])


def test_forces_become_newtons(tmp_path: Path) -> None:
    assert read(written(tmp_path, "t,load_kg\n0,2\n"))[1] == [2 * 9.80665]


def test_components_become_the_magnitude_and_one_column_keeps_its_sign(tmp_path: Path) -> None:
    path = written(tmp_path, "t,x_n,y_n\n0,-3,4\n")
    assert read(path, TableFormat(column="x,y"))[1] == [5]
    assert read(path, TableFormat(column="x"))[1] == [-3]


def test_a_rate_gives_the_times(tmp_path: Path) -> None:
    path = written(tmp_path, "force_n\n" + "0\n" * 4)
    assert read(path, TableFormat(rate_hz=60))[0] == [0, 16_667, 33_333, 50_000]


def test_stamps_are_microseconds_since_1970(tmp_path: Path) -> None:
    path = written(
        tmp_path, "time,force_n\n2024-01-01T00:00:00.5,1\n2024-01-01 00:00:01Z,1\n2024-01-01T01:00:02+01:00,1\n"
    )
    start_us = 1_704_067_200_000_000
    assert read(path)[0] == [start_us + 500_000, start_us + 1_000_000, start_us + 2_000_000]
    assert read(written(tmp_path, "time,force_n\n1704067200.25,1\n"))[0] == [start_us + 250_000]


def test_blank_lines_are_no_rows_and_keep_their_number(tmp_path: Path) -> None:
    path = written(tmp_path, "t,force_n\n0,1\n\n1,x\n")
    with pytest.raises(InputError, match="row 4: 'x' in column 'force_n' is not a number"):
        read(path)
    assert read(written(tmp_path, "t,force_n\n0,1\n\n1,2\n"))[1] == [1, 2]


def test_long_files_come_in_parts_and_anew_each_time(tmp_path: Path) -> None:
    count = ROWS * 2 + 1
    path = written(tmp_path, "force_n\n" + "".join(f"{row}\n" for row in range(count)))
    table = Table(path, TableFormat(rate_hz=1000))
    for _ in range(2):
        chunks = list(table.rows())
        assert [len(chunk.force_n) for chunk in chunks] == [ROWS, ROWS, 1]
        np.testing.assert_array_equal(np.concatenate([chunk.force_n for chunk in chunks]), np.arange(count))
        assert chunks[1].time_us[0] == ROWS * 1000


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the file is empty"),
        ("t,force_n\n0\n", "row 2 has 1 cells, fewer than the header"),
        ("t,force_n\n0,1\n1,\n", "row 3: '' in column 'force_n' is not a number"),
        ("t,force_n\n0,nan\n", "row 2: 'nan' in column 'force_n' is not a number"),
        ("t,force_n\nnoon,1\n", "row 2: 'noon' in column 't' is not a number"),
        ("t,force_n\n2024-01-01T00:00,1\nnoon,1\n", "row 3: 'noon' is no date and time"),
        ("t,force_n\n0,1\n2,1\n1,1\n", "row 4: the time goes back; sort the rows by time"),
        ("t,force_n\n0,1\n1,131072\n", "row 3: no hand presses like that"),
        ("t,force_kg\n0,1e308\n", "row 2: no hand presses like that"),
        ("t,force_n\n0,1\n1.1e12,1\n", "row 3: that time is not in seconds"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_row(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(written(tmp_path, text))
    assert message in str(caught.value)


def test_the_time_may_not_go_back_between_parts_either(tmp_path: Path) -> None:
    rows = "".join(f"{row},1\n" for row in range(ROWS))
    with pytest.raises(InputError, match=f"row {ROWS + 2}: the time goes back"):
        read(written(tmp_path, "t,force_n\n" + rows + "0,1\n"))


def test_a_file_that_is_not_there_or_no_text_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened: No such file"):
        read(tmp_path / "none.csv")
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\r\n\xff\xfe\x00")
    with pytest.raises(InputError, match="not a text table"):
        read(tmp_path / "picture.csv")


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="a pipe has no name here")
def test_a_pipe_is_refused() -> None:
    end, other = os.pipe()
    os.write(other, b"t,force_n\n0,1\n")
    os.close(other)
    with pytest.raises(InputError, match="a pipe cannot be read twice"):
        read(Path(f"/dev/fd/{end}"))
    os.close(end)
