"""JSON: everything in one document, `palpate.export/1`."""

from __future__ import annotations

from pathlib import Path

from clinic.export.about import ExportDocument, ReadingsDocument
from clinic.export.recording import Recording
from clinic.export.tables import readings


def write_json(recording: Recording, path: Path) -> None:
    """Write the document that docs/schemas/palpate.export-1.json describes, on one line."""
    columns = readings(recording).to_pydict()
    document = ExportDocument(
        about=recording.about,
        marks=recording.marks,
        analysis=recording.analysed,
        # straight from arrays of these types: checked one by one they would take a hundred times as long
        readings=ReadingsDocument.model_construct(**columns),
    )
    path.write_text(document.to_json() + "\n", "ascii")
