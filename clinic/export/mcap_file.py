"""MCAP for viewers: indexed, compressed, every channel with a schema, so that Foxglove opens and plots it.

A record itself is an MCAP file too, but its raw payloads mean nothing to a viewer, and it has no index in chunks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final, NamedTuple

import pyarrow as pa
from mcap.writer import CompressionType, Writer

from clinic.export.choices import What
from clinic.export.marks import Kind, Mark
from clinic.export.recording import Recording
from clinic.export.tables import table

READINGS: Final = "/readings"
HOLDS: Final = "/holds"
MARKS: Final = "/marks"
TITLES: Final = {READINGS: "palpate.Reading", HOLDS: "palpate.Hold"}
METADATA: Final = "palpate.export"
"""Of the metadata entry: `AboutDocument`, one entry for each of its fields, as JSON."""

LOG: Final = {
    "title": "foxglove.Log",
    "type": "object",
    "properties": {
        "timestamp": {
            "type": "object",
            "title": "time",
            "properties": {
                "sec": {"type": "integer", "minimum": 0},
                "nsec": {"type": "integer", "minimum": 0, "maximum": 999_999_999},
            },
        },
        "level": {"enum": [0, 1, 2, 3, 4, 5], "description": "1 debug, 2 info, 3 warning, 4 error, 5 fatal"},
        "message": {"type": "string"},
        "name": {"type": "string"},
        "file": {"type": "string"},
        "line": {"type": "integer", "minimum": 0},
    },
    "required": ["timestamp", "level", "message", "name", "file", "line"],
}
"""Takes what Foxglove's own schema for its log panel takes (@foxglove/schemas 2.1.0, Log)."""
INFO, WARNING = 2, 3
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_WARNINGS: Final = frozenset({Kind.GAP, Kind.SATURATED, Kind.OVERLOAD, Kind.SENSOR_FAULT, Kind.STOP})


class _Message(NamedTuple):
    time_s: float
    channel: str
    content: dict[str, Any]


def write_mcap(recording: Recording, path: Path) -> None:
    """Write readings, holds (each at its end) and marks in the order of time."""
    start_ns = (recording.about.started_at - _EPOCH) // timedelta(microseconds=1) * 1000
    tables = {READINGS: table(recording, What.READINGS), HOLDS: table(recording, What.HOLDS)}
    schemas = {MARKS: LOG} | {name: _schema(TITLES[name], each) for name, each in tables.items()}
    with path.open("wb") as stream:
        writer = Writer(stream, compression=CompressionType.ZSTD)
        writer.start(profile="", library=f"palpate {recording.about.exported_by}")
        channels = {name: _register(writer, name, schema) for name, schema in schemas.items()}
        writer.add_metadata(METADATA, _metadata(recording))
        marks = [_Message(mark.time_s, MARKS, _log(mark, start_ns)) for mark in recording.marks]
        messages = sorted([*marks, *_rows(tables)], key=lambda each: each.time_s)
        for number, message in enumerate(messages):
            at_ns = start_ns + round(message.time_s * 1e9)
            text = json.dumps(message.content, separators=(",", ":"))
            writer.add_message(channels[message.channel], at_ns, text.encode(), at_ns, number)
        writer.finish()


def _rows(tables: Mapping[str, pa.Table]) -> Iterator[_Message]:
    for name, of in tables.items():
        when = {READINGS: "time_s", HOLDS: "end_s"}[name]
        for row in of.to_pylist():
            yield _Message(row[when], name, _known(row))


def _known(values: dict[str, Any]) -> dict[str, Any]:
    """What has a value: a plot takes a null for zero."""
    return {name: value for name, value in values.items() if value is not None}


def _log(mark: Mark, start_ns: int) -> dict[str, Any]:
    sec, nsec = divmod(start_ns + round(mark.time_s * 1e9), 1_000_000_000)
    lasts = "" if mark.duration_s is None else f" ({mark.duration_s:g} s)"
    return {
        "timestamp": {"sec": sec, "nsec": nsec},
        "level": WARNING if mark.kind in _WARNINGS else INFO,
        "message": f"{mark.text}{lasts}",
        "name": mark.kind.value,
        "file": "",
        "line": 0,
    }


def _register(writer: Writer, name: str, schema: dict[str, Any]) -> int:
    schema_id = writer.register_schema(schema["title"], "jsonschema", json.dumps(schema).encode())
    return writer.register_channel(name, "json", schema_id)


def _schema(title: str, table: pa.Table) -> dict[str, Any]:
    """Of a table's rows; the unit of each field stands in its description."""
    properties = {field.name: {"type": _kind(field.type), "description": _described(field)} for field in table.schema}
    return {"title": title, "type": "object", "properties": properties}


def _kind(of: pa.DataType) -> str:
    if pa.types.is_boolean(of) or pa.types.is_string(of):
        return "boolean" if pa.types.is_boolean(of) else "string"
    return "integer" if pa.types.is_integer(of) else "number"


def _described(field: pa.Field) -> str:
    text, unit = (field.metadata.get(key, b"").decode() for key in (b"text", b"unit"))
    return " ".join(filter(None, (text, f"[{unit}]" if unit else "")))


def _metadata(recording: Recording) -> dict[str, str]:
    about = recording.about.model_dump(mode="json")
    return {name: value if isinstance(value, str) else json.dumps(value) for name, value in about.items()}
