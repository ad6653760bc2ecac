"""What the commands about records print as JSON, published as docs/schemas/*.json."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Final, Literal

from pydantic import AwareDatetime, Field

from session.documents import Document, schema_text


class State(StrEnum):
    """How a record is; the value is the word that is shown."""

    WHOLE = "whole"
    CUT = "cut"
    DAMAGED = "damaged"


class DamageDocument(Document):
    """Bytes that are not what was written."""

    start_byte: int
    end_byte: int
    """The first one behind."""
    payloads_before: int
    payloads_after: int
    lost: int | None
    """Payloads that stood there, by their numbers; null where none were counted."""


class CheckDocument(Document):
    """How one record is; `error` says why nothing else is known."""

    file: str
    state: State | None = None
    text: str = ""
    """What that means, in a sentence."""
    payloads: int = 0
    lost: int | None = None
    """Payloads that were written, or begun, and are not there; null where they are not counted."""
    proven: bool = False
    """Each payload is as it was written, by a check sum."""
    damages: tuple[DamageDocument, ...] = ()
    recovered: str | None = None
    """What the record was saved from, where it was."""
    error: str | None = None


class ChecksDocument(Document):
    """What `palpate records verify --json` prints."""

    schema_: Literal["palpate.checks/1"] = Field(default="palpate.checks/1", alias="schema")
    records: tuple[CheckDocument, ...]


class PrunedDocument(Document):
    """One record that is older than the rule keeps, or whose age is not known."""

    file: str
    started_at: AwareDatetime | None
    due: bool
    deleted: bool
    text: str


class PruneDocument(Document):
    """What `palpate records prune --json` prints."""

    schema_: Literal["palpate.prune/1"] = Field(default="palpate.prune/1", alias="schema")
    keep_days: int
    records: tuple[PrunedDocument, ...]


PUBLISHED: Final[dict[str, type[Document]]] = {
    "palpate.checks-1.json": ChecksDocument,
    "palpate.prune-1.json": PruneDocument,
}
"""File names in docs/schemas and what they describe."""


if __name__ == "__main__":
    for name, document in PUBLISHED.items():
        (Path(__file__).parent.parent / "docs" / "schemas" / name).write_text(schema_text(document), encoding="utf-8")
