"""Clients: add, look at, change, list."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select

from clinic.people import Client
from clinic.store.errors import Absent, NotAllowed
from clinic.store.schema import CLIENT, VISIT
from clinic.store.search import tell
from clinic.store.shelf import changed_fields, put, replace, take
from clinic.store.trail import Desk, Did, note


def add_client(desk: Desk, client: Client) -> None:
    """A new one; raises `NotAllowed` where the id or the pseudonym is taken."""
    put_client(desk, client)
    note(desk, Did.ADDED, client.id, "client")


def put_client(desk: Desk, client: Client) -> None:
    """The same without a line in the trail: who calls writes one."""
    put(desk, CLIENT, client, version=client.version, id=client.id, pseudonym=client.pseudonym)
    _tell(desk, client)


def client_of(desk: Desk, client: UUID) -> Client:
    """Look at one; raises `Absent`."""
    found = take(desk, CLIENT, Client, CLIENT.c.id == client)
    if found is None:
        raise Absent("there is no such client: look at the list (palpate clinic people list)")
    note(desk, Did.SAW, client, "client")
    return found


def client_called(desk: Desk, pseudonym: str) -> UUID:
    """Whose pseudonym it is, in any case of letters; raises `Absent`."""
    found: UUID | None = desk.connection.scalar(select(CLIENT.c.id).where(CLIENT.c.pseudonym == pseudonym.upper()))
    if found is None:
        raise Absent(f"nobody here is called {pseudonym}: look at the list (palpate clinic people list)")
    return found


def change_client(desk: Desk, client: Client) -> Client:
    """Keep a changed one; returns it with its new version. Raises `NotAllowed`, `Absent`; a pseudonym never changes."""
    old = client_of(desk, client.id)
    if client.pseudonym != old.pseudonym:
        raise NotAllowed("a pseudonym never changes, since records and reports are stored with it")
    new = client.model_copy(update={"version": client.version + 1})
    replace(desk, CLIENT, CLIENT.c.id == client.id, new, client.version)
    _tell(desk, new)
    note(desk, Did.CHANGED, client.id, f"client: {changed_fields(old, client)}")
    return new


class Listed(NamedTuple):
    """A client in the list."""

    client: Client
    visits: int
    last_visit: str | None
    """A time in ISO 8601, UTC."""


def list_clients(desk: Desk) -> tuple[Listed, ...]:
    """All, by name."""
    count, last = func.count(VISIT.c.id), func.max(VISIT.c.at)
    asked = select(CLIENT.c.body, count, last).outerjoin(VISIT, VISIT.c.client == CLIENT.c.id).group_by(CLIENT.c.id)
    rows = [Listed(Client.model_validate_json(body), number, at) for body, number, at in desk.connection.execute(asked)]
    note(desk, Did.LISTED, what="clients")
    return tuple(sorted(rows, key=lambda row: row.client.name.casefold()))


def _tell(desk: Desk, client: Client) -> None:
    tell(desk, client.id, client.id, client.name, client.pseudonym, client.contact, client.note)
