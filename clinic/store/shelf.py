"""Whole values in rows: put one there, take it out, put a newer one in its place."""

from __future__ import annotations

from typing import Any, TypeVar

from sqlalchemy import Table, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.elements import ColumnElement

from clinic.entries.entry import Value
from clinic.store.errors import NotAllowed
from clinic.store.trail import Desk
from protocol.sentence import Sentence

Kept = TypeVar("Kept", bound=Value)


def text_of(value: Value) -> str:
    """As it stands in a row."""
    return value.model_dump_json(by_alias=True)


def put(desk: Desk, table: Table, value: Value, *, version: int = 1, **beside: Any) -> None:
    """A new row; raises `NotAllowed` where an id or a name is taken, or what it belongs to is not there."""
    try:
        desk.connection.execute(insert(table).values(version=version, body=text_of(value), **beside))
    except IntegrityError as error:
        raise NotAllowed(
            Sentence(
                "this {table} cannot be kept: it is there already under this name, or what it belongs to is not",
                table=table.name,
            )
        ) from error


def replace(desk: Desk, table: Table, where: ColumnElement[bool], value: Value, version: int, **beside: Any) -> None:
    """A newer value in the place of the one with `version`; raises `NotAllowed` where another one stands there."""
    values = {"version": version + 1, "body": text_of(value), **beside}
    done = desk.connection.execute(update(table).where(where, table.c.version == version).values(**values))
    if done.rowcount != 1:
        raise NotAllowed(
            Sentence(
                "this {table} was changed or deleted meanwhile: look at it again, then change it", table=table.name
            )
        )


def keep(desk: Desk, table: Table, where: ColumnElement[bool], value: Value, **beside: Any) -> bool:
    """A new row, or the newest form of the one that is there: for what one program alone changes. Whether it was."""
    version = desk.connection.scalar(select(table.c.version).where(where))
    if version is None:
        put(desk, table, value, **beside)
    else:
        replace(desk, table, where, value, version, **beside)
    return version is not None


def take(desk: Desk, table: Table, kind: type[Kept], where: ColumnElement[bool]) -> Kept | None:
    """One value; None where there is none."""
    body = desk.connection.scalar(select(table.c.body).where(where))
    return None if body is None else kind.model_validate_json(body)


def changed_fields(old: Value, new: Value) -> str:
    """The names of the fields that differ, without what stands in them."""
    return ", ".join(name for name in type(new).model_fields if getattr(old, name) != getattr(new, name))
