"""CSV, Parquet and JSON, read by pyarrow, duckdb, jsonschema and this program's own reader of tables."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import jsonschema
import pyarrow.parquet as parquet
import pytest

from analysis.hold import Code
from clinic.export.about import COLUMNS, PUBLISHED, SIMULATED
from clinic.export.choices import Format, What
from clinic.export.recording import Recording, read_recording
from clinic.export.writing import write
from session.documents import HoldDocument, schema_text
from session.offline.measure import analyse
from session.offline.request import Request
from session.offline.sources import open_source
from tests.clinic.export.story import SLOTS
from tests.session.offline.test_instrument_source import begun, pull, recorded

SCHEMAS = Path(__file__).parents[3] / "docs" / "schemas"
ROWS = SLOTS - 20


def written(recording: Recording, folder: Path, to: Format, what: What = What.READINGS) -> Path:
    path = folder / f"out{to.suffix}"
    write(recording, path, to, what)
    return path


def asked(question: str, path: Path) -> Any:
    """The one row of duckdb's answer."""
    with duckdb.connect() as database:
        table = f"read_csv('{path}', comment='#')" if path.suffix == ".csv" else f"'{path}'"
        return database.execute(question.format(table=table)).fetchone()


@pytest.mark.parametrize("to", [Format.CSV, Format.PARQUET])
def test_duckdb_finds_each_reading_as_it_is(recording: Recording, tmp_path: Path, to: Format) -> None:
    path = written(recording, tmp_path, to)
    block = recording.readings.block
    assert asked("select count(*), sum(index), max(time_s) from {table}", path) == (
        ROWS, block.index.sum(), 11.99,
    )  # fmt: skip
    with duckdb.connect() as database:
        table = f"read_csv('{path}', comment='#')" if to is Format.CSV else f"'{path}'"
        force_n = database.execute(f"select force_n from {table}").fetchnumpy()["force_n"]
    assert force_n.tolist() == block.force_n.tolist()  # every digit: a number that is written is read the same
    flags = "select sum(lost_before), count(*) filter (late), count(*) filter (saturated_high) from {table}"
    assert asked(flags, path) == (20, 5, 5)


@pytest.mark.parametrize("to", [Format.CSV, Format.PARQUET])
def test_a_pressure_that_is_not_known_is_null_and_no_number(tmp_path: Path, to: Format) -> None:
    instrument = recorded(tmp_path / "i.mcap", begun(), *[pull(number, 2.0) for number in range(30)])
    path = written(read_recording(instrument, "9.9"), tmp_path, to)
    assert asked("select count(*), count(pressure_kpa) from {table}", path) == (450, 0)


def test_the_head_of_a_csv_says_what_it_is_and_in_which_units(recording: Recording, tmp_path: Path) -> None:
    lines = written(recording, tmp_path, Format.CSV).read_text("utf-8").splitlines()
    head = [line.removeprefix("# ") for line in lines if line.startswith("# ")]
    assert lines[: len(head)] == [f"# {line}" for line in head]
    assert head[0] == SIMULATED
    assert head[-1] == "units: ,s,N,kPa,,,,,,"
    assert lines[len(head)] == ",".join(column.name for column in COLUMNS)
    assert lines[len(head) + 2] == "1,0.01,0.00201416015625,0.0201416015625,0,false,false,false,false,false"
    for told in (
        "simulated: true", "tool: PT-7", "started_at: 2026-01-02T03:04:05.070000Z", "lost_samples: 20",
        "subject: K7QF-3M2P", "note: 20 samples are lost: never came again", "plan: light",
        "column time_s in s: the tool's own clock from the first reading on",
    ):  # fmt: skip
        assert told in head


def test_a_csv_of_a_real_tool_begins_with_its_record(recording: Recording, tmp_path: Path) -> None:
    real = replace(recording, about=recording.about.model_copy(update={"notice": "", "simulated": False}))
    lines = written(real, tmp_path, Format.CSV).read_text("utf-8").splitlines()
    assert lines[0] == "# record: story.mcap"
    assert "# simulated: false" in lines


def test_the_schema_of_a_parquet_file_holds_units_and_origin(recording: Recording, tmp_path: Path) -> None:
    schema = parquet.read_schema(written(recording, tmp_path, Format.PARQUET))
    units = {field.name: field.metadata[b"unit"].decode() for field in schema}
    assert units == {column.name: column.unit for column in COLUMNS}
    assert (units["time_s"], units["force_n"], units["pressure_kpa"]) == ("s", "N", "kPa")
    told = json.loads(schema.metadata[b"palpate"])
    assert told["about"]["notice"] == SIMULATED
    assert told["about"]["calibration"]["uncertainty_percent"] == 0.5
    assert {"gap", "late", "pain", "let go", "hold"} <= {mark["kind"] for mark in told["marks"]}


def test_the_holds_as_a_table_have_their_figures_units_and_doubts(recording: Recording, tmp_path: Path) -> None:
    path = written(recording, tmp_path, Format.PARQUET, What.HOLDS)
    table = parquet.read_table(path)
    (hold,) = recording.analysed.holds
    row = table.to_pylist()[0]
    assert table.column_names == list(HoldDocument.model_fields)
    assert (row["index"], row["duration_s"], row["impulse_n_s"]) == (0, hold.duration_s, hold.impulse_n_s)
    assert row["dose_high_kpa_s"] is None
    assert "dose_high_kpa_s: the force left the sensor's range: there is no upper bound" in row["verdicts"]
    units = {field.name: field.metadata[b"unit"].decode() for field in table.schema}
    assert (units["impulse_n_s"], units["dose_kpa_s"], units["cv_percent"], units["merged"]) == (
        "N·s",
        "kPa·s",
        "%",
        "",
    )


def test_the_marks_as_a_table_are_those_of_the_recording(recording: Recording, tmp_path: Path) -> None:
    path = written(recording, tmp_path, Format.CSV, What.MARKS)
    assert asked("select count(*), count(duration_s) from {table}", path) == (16, 5)
    assert asked("select text, value, clock from {table} where kind = 'pain'", path) == (
        "pain 4 of 10, entered by the patient", 4.0, "computer",
    )  # fmt: skip


def test_analyze_reads_the_csv_again_with_the_same_force(recording: Recording, tmp_path: Path) -> None:
    path = written(recording, tmp_path, Format.CSV)
    (now,) = analyse(open_source(str(path), Request(area_cm2=1.0))).holds
    (then,) = recording.analysed.holds
    assert (now.start_s, now.end_s, now.peak_n) == (then.start_s, then.end_s, then.peak_n)


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_json_schema_is_published(name: str) -> None:
    assert (SCHEMAS / name).read_text("utf-8") == schema_text(PUBLISHED[name])


def test_json_holds_everything_and_keeps_its_schema(recording: Recording, tmp_path: Path) -> None:
    document = json.loads(written(recording, tmp_path, Format.JSON).read_text("ascii"))
    jsonschema.validate(document, json.loads((SCHEMAS / "palpate.export-1.json").read_text("utf-8")))
    readings, block = document["readings"], recording.readings.block
    assert readings["index"] == block.index.tolist()
    assert readings["force_n"] == block.force_n.tolist()
    assert readings["pressure_kpa"] == (block.force_n * 10).tolist()
    assert [place for place, late in enumerate(readings["late"]) if late] == [580, 581, 582, 583, 584]
    assert (document["about"]["notice"], document["about"]["plan"]["name"]) == (SIMULATED, "light")
    assert {column["name"]: column["unit"] for column in document["about"]["columns"]}["pressure_kpa"] == "kPa"
    assert document["analysis"]["file"] == "story.mcap"
    assert Code.SATURATED in {verdict["code"] for verdict in document["analysis"]["holds"][0]["verdicts"]}
    assert len(document["marks"]) == 16


def test_json_has_null_where_the_pressure_is_not_known(tmp_path: Path) -> None:
    instrument = recorded(tmp_path / "i.mcap", begun(), *[pull(number, 2.0) for number in range(30)])
    text = written(read_recording(instrument, "9.9"), tmp_path, Format.JSON).read_text("ascii")
    assert set(json.loads(text)["readings"]["pressure_kpa"]) == {None}
    assert not re.search(r"\bNaN\b", text)
