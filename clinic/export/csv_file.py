"""CSV: lines that begin with # say what it is, then the header, then the rows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as csv

from clinic.export.about import AboutDocument
from clinic.export.choices import What
from clinic.export.recording import Recording
from clinic.export.tables import table


def write_csv(recording: Recording, path: Path, what: What) -> None:
    """Write one table: comma between cells, point in numbers, UTF-8; a cell is empty where there is no value."""
    rows = table(recording, what)
    with path.open("wb") as stream:
        for line in _head(recording.about, rows.schema):
            stream.write(f"# {' '.join(line.split())}\n".encode())
        csv.write_csv(rows, stream, csv.WriteOptions(quoting_style="needed", quoting_header="none"))


def _head(about: AboutDocument, schema: pa.Schema) -> Iterator[str]:
    if about.notice:
        yield about.notice
    for name, value in about.model_dump(mode="json", exclude={"notice", "plan", "columns", "notes"}).items():
        if value is not None:
            yield f"{name}: {value if isinstance(value, str) else json.dumps(value)}"
    if about.plan:
        yield f"plan: {about.plan.name}"
    for note in about.notes:
        yield f"note: {note}"
    for field in schema:
        unit, text = (field.metadata.get(key, b"").decode() for key in (b"unit", b"text"))
        if text:
            yield f"column {field.name}{f' in {unit}' if unit else ''}: {text}"
    yield f"units: {','.join(field.metadata[b'unit'].decode() for field in schema)}"
