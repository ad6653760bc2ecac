"""What is printed as JSON about what there is: records on disk, tools in range."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime, Field

from session.documents import Document


class RecordDocument(Document):
    """One record on disk; `error` says why the rest is not known."""

    file: str
    started_at: AwareDatetime | None = None
    tool: str | None = None
    simulated: bool | None = None
    practised: bool | None = None
    """A person pressed without a tool."""
    scenario: str | None = None
    plan: str | None = None
    subject: str | None = None
    """Whom it is about, by pseudonym."""
    duration_s: float | None = None
    payloads: int | None = None
    whole: bool | None = None
    error: str | None = None


class RecordsDocument(Document):
    """What `palpate records list --json` and `palpate records show --json` print."""

    schema_: Literal["palpate.records/1"] = Field(default="palpate.records/1", alias="schema")
    records: tuple[RecordDocument, ...]


class FoundToolDocument(Document):
    """One tool or instrument in range."""

    name: str
    serial: str | None
    """None for an instrument of another make: it says none before it is connected to."""
    address: str
    driver: str
    """"palpate" for a tool of our own."""
    kind: str
    tool: str
    """What `palpate treat --tool` takes for it."""
    rssi_dbm: int | None
    """None where the system did not tell it."""
    battery_percent: int | None
    can: tuple[str, ...]
    cannot: tuple[str, ...]


class ScanDocument(Document):
    """What `palpate scan --json` prints."""

    schema_: Literal["palpate.scan/1"] = Field(default="palpate.scan/1", alias="schema")
    tools: tuple[FoundToolDocument, ...]
