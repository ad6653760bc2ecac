"""Finding people by what was written of them: names, notes, words; any letters' marks and any case."""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import delete, select, text, update
from sqlalchemy.dialects.sqlite import insert

from clinic.store.errors import NotAllowed
from clinic.store.schema import CLIENT, TOLD
from clinic.store.trail import Desk, Did, note

MOST: Final = 50
"""People who are shown; more words find fewer."""
_FOUND: Final = text(
    "SELECT told.client, count(*) FROM words JOIN told ON told.number = words.rowid "
    "WHERE words MATCH :asked GROUP BY told.client ORDER BY count(*) DESC, told.client LIMIT :most"
).columns(TOLD.c.client)


class Match(NamedTuple):
    """A client in whose name, notes or words all that was asked for stands together."""

    client: UUID
    pseudonym: str
    places: int
    """In how many texts."""


def tell(desk: Desk, subject: UUID, client: UUID, *texts: str) -> None:
    """Make texts of a value findable instead of those before; none: it has nothing to find any more."""
    words = " ".join(each for each in texts if each)
    if not words:
        desk.connection.execute(delete(TOLD).where(TOLD.c.subject == subject))
        return
    new = insert(TOLD).values(subject=subject, client=client, text=words)
    done = desk.connection.execute(update(TOLD).where(TOLD.c.subject == subject).values(text=words))
    if not done.rowcount:
        desk.connection.execute(new)


def search(desk: Desk, asked: str) -> tuple[Match, ...]:
    """Who is found by words or their beginnings, most places first; raises `NotAllowed` where nothing is asked for."""
    words = re.findall(r"\w+", asked)
    if not words:
        raise NotAllowed("this finds nobody: give a name or a word, or the beginning of one")
    terms = " ".join(f'"{word}"*' for word in words)
    found = desk.connection.execute(_FOUND, {"asked": terms, "most": MOST}).all()
    called = select(CLIENT.c.id, CLIENT.c.pseudonym).where(CLIENT.c.id.in_([row[0] for row in found]))
    pseudonyms = {row.id: row.pseudonym for row in desk.connection.execute(called)}
    note(desk, Did.SEARCHED, what=f"{len(found)} found")
    return tuple(Match(client, pseudonyms[client], places) for client, places in found)
