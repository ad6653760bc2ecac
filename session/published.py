"""The documents whose schemas are published as docs/schemas/*.json."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from session.documents import AnalysisDocument, BenchDocument, Document, schema_text
from session.found_documents import RecordsDocument, ScanDocument
from session.run_documents import RunDocument, ScenariosDocument

PUBLISHED: Final[dict[str, type[Document]]] = {
    "palpate.analysis-1.json": AnalysisDocument,
    "palpate.bench-1.json": BenchDocument,
    "palpate.run-1.json": RunDocument,
    "palpate.scenarios-1.json": ScenariosDocument,
    "palpate.records-1.json": RecordsDocument,
    "palpate.scan-1.json": ScanDocument,
}
"""File names in docs/schemas and what they describe."""


def publish(folder: Path) -> None:
    """Write all schemas."""
    for name, document in PUBLISHED.items():
        (folder / name).write_text(schema_text(document), encoding="utf-8")


if __name__ == "__main__":
    publish(Path(__file__).parent.parent / "docs" / "schemas")
