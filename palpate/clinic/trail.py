"""`palpate clinic audit`: who saw and changed what, and whether the trail is as it was written."""

from __future__ import annotations

from typing import Unpack
from uuid import UUID

import click

from clinic.store import trail
from clinic.store.accounts import accounts
from clinic.store.cipher import check_whole
from clinic.store.clients import client_called
from palpate import options
from palpate.clinic.documents import AuditDocument, LineDocument
from palpate.clinic.door import DoorOptions, door, opened


@click.command()
@click.option("--client", "pseudonym", help="About one person only.")
@click.option("--check", is_flag=True, help="Only check the trail and every page of the database.")
@options.as_json
@door
@click.pass_context
def audit(
    context: click.Context, pseudonym: str | None, check: bool, as_json: bool, **given: Unpack[DoorOptions]
) -> None:
    """Show who saw and changed what; exit code 1 where the trail or the database is not as it was written.

    Note the last line somewhere else: then you can see later whether lines were cut off.
    """
    with opened(**given) as clinic, clinic.work() as desk:
        broken = tuple(trail.breaks(desk.connection)) + (check_whole(desk.connection) if check else ())
        lines, logins = ((), {}) if check else _lines(desk, pseudonym)
        last = trail.tip(desk.connection)
    if as_json:
        click.echo(_document(lines, logins, broken, last).to_json())
    else:
        _show(lines, logins)
        for each in broken:
            click.echo(f"palpate: {each}", err=True)
        click.echo(f"line {last.number}, {last.hash}: {'NOT as it was written' if broken else 'as it was written'}")
    context.exit(1 if broken else 0)


def _lines(desk: trail.Desk, pseudonym: str | None) -> tuple[tuple[trail.Line, ...], dict[UUID, str]]:
    """All lines, or those about one person, and how accounts are called; that they were seen is noted."""
    client = None if pseudonym is None else client_called(desk, pseudonym)
    found = trail.lines(desk.connection, client)
    trail.note(desk, trail.Did.SAW_TRAIL, client)
    return found, {each.id: each.login for each in accounts(desk)}


def _document(
    lines: tuple[trail.Line, ...], logins: dict[UUID, str], broken: tuple[str, ...], last: trail.Tip
) -> AuditDocument:
    return AuditDocument(
        lines=tuple(LineDocument.of(line, logins.get(line.account) if line.account else None) for line in lines),
        broken=broken,
        last_number=last.number,
        last_hash=last.hash,
    )


def _show(lines: tuple[trail.Line, ...], logins: dict[UUID, str]) -> None:
    for each in lines:
        who = logins.get(each.account, "?") if each.account else "–"
        about = f" {str(each.subject)[:8]}" if each.subject else ""
        click.echo(f"{each.number:>6} {each.at[:19]} {who:<12} {each.did}{about} {each.what}".rstrip())
