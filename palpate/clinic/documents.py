"""What `palpate clinic` prints as JSON, published as docs/schemas/*.json. Whoever prints it has it unencrypted."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, Field

from clinic.people import Client
from clinic.screening.answers import Examiner
from clinic.store.trail import Line
from session.documents import Document, schema_text


class PersonDocument(Document):
    """Somebody who is treated."""

    pseudonym: str
    name: str
    born: date | None
    contact: str
    language: str
    note: str

    @classmethod
    def of(cls, client: Client, **more: object) -> Self:
        """Of a client, with what a list or a page adds."""
        known = {field: getattr(client, field) for field in PersonDocument.model_fields}
        return cls.model_validate({**known, **more})


class ListedDocument(PersonDocument):
    """Somebody in the list."""

    visits: int
    last_visit: AwareDatetime | None


class PeopleDocument(Document):
    """What `palpate clinic people list --json` prints."""

    schema_: Literal["palpate.people/1"] = Field(default="palpate.people/1", alias="schema")
    people: tuple[ListedDocument, ...]


class FoundDocument(Document):
    """Somebody who was found."""

    pseudonym: str
    name: str
    places: int
    """In how many texts all words stand together."""


class SearchDocument(Document):
    """What `palpate clinic people search --json` prints."""

    schema_: Literal["palpate.people-search/1"] = Field(default="palpate.people-search/1", alias="schema")
    found: tuple[FoundDocument, ...]


class ObservedDocument(Document):
    """Something that was seen, measured or told; its figures stand in `palpate clinic export`."""

    kind: str
    at: AwareDatetime
    spot: str | None


class VisitDocument(Document):
    """A visit."""

    at: AwareDatetime
    by: Examiner
    note: str
    observations: tuple[ObservedDocument, ...]


class ShownDocument(PersonDocument):
    """What `palpate clinic people show --json` prints."""

    schema_: Literal["palpate.person/1"] = Field(default="palpate.person/1", alias="schema")
    screenings: int
    points: int
    visits: tuple[VisitDocument, ...]


class AccountDocument(Document):
    """Somebody who works here."""

    login: str
    name: str
    role: str
    active: bool


class AccountsDocument(Document):
    """What `palpate clinic accounts --json` prints."""

    schema_: Literal["palpate.accounts/1"] = Field(default="palpate.accounts/1", alias="schema")
    accounts: tuple[AccountDocument, ...]


class LineDocument(Document):
    """One line of the audit trail."""

    number: int
    at: AwareDatetime
    login: str | None
    """Null where no account of this clinic did it."""
    did: str
    subject: UUID | None
    what: str
    hash: str

    @classmethod
    def of(cls, line: Line, login: str | None) -> Self:
        """As the database has it."""
        known = line._asdict()
        return cls.model_validate({field: known.get(field, login) for field in cls.model_fields})


class AuditDocument(Document):
    """What `palpate clinic audit --json` prints."""

    schema_: Literal["palpate.audit/1"] = Field(default="palpate.audit/1", alias="schema")
    lines: tuple[LineDocument, ...]
    broken: tuple[str, ...]
    """What is not as it was written; empty where all is."""
    last_number: int
    last_hash: str


PUBLISHED: Final[dict[str, type[Document]]] = {
    "palpate.people-1.json": PeopleDocument,
    "palpate.people-search-1.json": SearchDocument,
    "palpate.person-1.json": ShownDocument,
    "palpate.accounts-1.json": AccountsDocument,
    "palpate.audit-1.json": AuditDocument,
}
"""File names in docs/schemas and what they describe."""


if __name__ == "__main__":
    for name, document in PUBLISHED.items():
        page = Path(__file__).parents[2] / "docs" / "schemas" / name
        page.write_text(schema_text(document), encoding="utf-8")
