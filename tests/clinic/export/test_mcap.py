"""MCAP as its own reader reads it: indexed, and every message fits the schema that its channel names."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from mcap.reader import SeekingReader, make_reader

from clinic.export.about import COLUMNS, SIMULATED
from clinic.export.mcap_file import write_mcap
from clinic.export.recording import Recording, read_recording
from tests.clinic.export.story import FIRST_READING
from tests.session.offline.test_instrument_source import begun, pull, recorded

START_NS = round(FIRST_READING.timestamp() * 1e6) * 1000


@pytest.fixture(scope="module")
def file(recording: Recording, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mcap") / "story.viewer.mcap"
    write_mcap(recording, path)
    return path


def messages(file: Path, topic: str) -> list[tuple[int, dict[str, Any]]]:
    with file.open("rb") as stream:
        return [
            (message.log_time, json.loads(message.data))
            for _, _, message in make_reader(stream).iter_messages(topics=topic)
        ]


def test_viewers_find_an_index_chunks_and_a_schema_for_each_channel(file: Path) -> None:
    with file.open("rb") as stream:
        reader = make_reader(stream, validate_crcs=True)
        assert isinstance(reader, SeekingReader)
        summary = reader.get_summary()
        assert summary is not None
        assert summary.statistics is not None
        channels = {channel.topic: channel for channel in summary.channels.values()}
        schemas = {topic: summary.schemas[channel.schema_id] for topic, channel in channels.items()}
        assert {topic: schema.name for topic, schema in schemas.items()} == {
            "/readings": "palpate.Reading", "/holds": "palpate.Hold", "/marks": "foxglove.Log",
        }  # fmt: skip
        assert {channel.message_encoding for channel in channels.values()} == {"json"}
        assert {schema.encoding for schema in schemas.values()} == {"jsonschema"}
        counts = {topic: summary.statistics.channel_message_counts[channel.id] for topic, channel in channels.items()}
        assert counts == {"/readings": 1180, "/holds": 1, "/marks": 16}
        assert {chunk.compression for chunk in summary.chunk_indexes} == {"zstd"}
        fits = {topic: jsonschema.Draft202012Validator(json.loads(each.data)) for topic, each in schemas.items()}
        for _, channel, message in reader.iter_messages():
            fits[channel.topic].validate(json.loads(message.data))


def test_messages_come_in_the_order_of_their_times(file: Path) -> None:
    with file.open("rb") as stream:
        times = [message.log_time for _, _, message in make_reader(stream).iter_messages(log_time_order=False)]
    assert times == sorted(times)


def test_a_reading_has_its_moment_and_its_values(recording: Recording, file: Path) -> None:
    found = messages(file, "/readings")
    block = recording.readings.block
    assert [log_ns - START_NS for log_ns, _ in found] == (block.time_us * 1000).tolist()
    assert [reading["force_n"] for _, reading in found] == block.force_n.tolist()
    assert found[400][1] == {
        "index": 420, "time_s": 4.2, "force_n": 20.0, "pressure_kpa": 200.0, "lost_before": 20, "late": False,
        "saturated_high": False, "saturated_low": False, "overload": False, "sensor_fault": False,
    }  # fmt: skip


def test_units_stand_in_the_schemas(file: Path) -> None:
    with file.open("rb") as stream:
        summary = make_reader(stream).get_summary()
        assert summary is not None
        schemas = {schema.name: json.loads(schema.data)["properties"] for schema in summary.schemas.values()}
    reading = schemas["palpate.Reading"]
    assert list(reading) == [column.name for column in COLUMNS]
    assert reading["force_n"] == {"type": "number", "description": "force, with the measured zero taken off [N]"}
    assert (reading["late"]["type"], reading["index"]["type"]) == ("boolean", "integer")
    assert schemas["palpate.Hold"]["dose_kpa_s"]["description"] == "[kPa·s]"
    assert schemas["palpate.Hold"]["verdicts"]["type"] == "string"


def test_marks_are_lines_of_a_log(file: Path) -> None:
    log = {entry["message"]: entry for _, entry in messages(file, "/marks")}
    gap = log["20 readings lost (0.21 s)"]
    seconds, nanoseconds = divmod(START_NS + 3_990_000_000, 10**9)
    assert gap == {
        "timestamp": {"sec": seconds, "nsec": nanoseconds}, "level": 3, "message": "20 readings lost (0.21 s)",
        "name": "gap", "file": "", "line": 0,
    }  # fmt: skip
    assert (log["pain 4 of 10, entered by the patient"]["level"], log["STOP was pressed"]["level"]) == (2, 3)


def test_a_hold_stands_at_its_end_without_figures_that_it_does_not_have(recording: Recording, file: Path) -> None:
    ((log_ns, hold),) = messages(file, "/holds")
    assert log_ns - START_NS == 8_480_000_000
    assert hold["impulse_n_s"] == recording.analysed.holds[0].impulse_n_s
    assert "dose_high_kpa_s" not in hold
    assert "dose_high_kpa_s: the force left the sensor's range" in hold["verdicts"]


def test_the_file_says_where_it_is_from(file: Path) -> None:
    with file.open("rb") as stream:
        (entry,) = make_reader(stream).iter_metadata()
    assert (entry.name, entry.metadata["notice"], entry.metadata["tool"]) == ("palpate.export", SIMULATED, "PT-7")
    assert json.loads(entry.metadata["lost_samples"]) == 20


def test_a_pressure_that_is_not_known_is_left_out(tmp_path: Path) -> None:
    path = recorded(tmp_path / "i.mcap", begun(), *[pull(number, 2.0) for number in range(30)])
    write_mcap(read_recording(path, "9.9"), tmp_path / "i.viewer.mcap")
    assert {"pressure_kpa" in reading for _, reading in messages(tmp_path / "i.viewer.mcap", "/readings")} == {False}
