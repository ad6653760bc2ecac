"""What `palpate knowledge --json` prints, published as docs/schemas/palpate.knowledge-1.json."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from clinic.entries.advice import Aftercare, Complaint, Expectation, Factor, Symptom
from clinic.entries.cautions import Contraindication, Limit, StopSign
from clinic.entries.entry import Id, Source
from clinic.entries.figures import Change, Custom, Norm
from clinic.entries.places import BlockedRegion, Muscle, Site
from clinic.entries.prescriptions import Preset
from clinic.library import AnyEntry, Library, Tightening
from session.documents import Document

Known = (
    Limit | BlockedRegion | Muscle | Site | Contraindication | StopSign | Preset | Norm | Change | Custom
    | Symptom | Factor | Expectation | Aftercare | Complaint | Source
)  # fmt: skip


class EntryDocument(Document):
    """An entry and its kind."""

    kind: str
    id: Id
    entry: Known


class KnowledgeDocument(Document):
    """What `palpate knowledge list`, `show` and `check` print with `--json`: all entries, one, or a clinic's own."""

    schema_: Literal["palpate.knowledge/1"] = Field(default="palpate.knowledge/1", alias="schema")
    version: int
    digest: str
    """Names the whole content, also of what is not shown here."""
    clinic: str | None
    """Name and version of the clinic's own file."""
    entries: tuple[EntryDocument, ...]
    tightened: tuple[Tightening, ...]


def document(known: Library, entries: Iterable[tuple[str, AnyEntry]]) -> KnowledgeDocument:
    """These entries of `known`, and what a clinic made stricter."""
    return KnowledgeDocument(
        version=known.version,
        digest=known.digest,
        clinic=known.clinic,
        entries=tuple(
            EntryDocument.model_validate({"kind": kind, "id": entry.id, "entry": entry}) for kind, entry in entries
        ),
        tightened=known.tightened,
    )
