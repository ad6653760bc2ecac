"""`palpate clinic people`: add, list, show, change, search. What is said of a person is typed, never an argument."""

from __future__ import annotations

from typing import Any, Unpack

import click

from clinic.people import Client, Language
from clinic.store.clients import add_client, change_client, client_called, client_of, list_clients
from clinic.store.history import Opened, history, open_client
from clinic.store.search import search as find
from clinic.visits import Observation
from palpate.clinic.door import DoorOptions, door, made, opened


@click.group()
@door
@click.pass_context
def people(context: click.Context, **given: Unpack[DoorOptions]) -> None:
    """Add, list, show, change and search people."""
    context.obj = given


@people.command()
@click.pass_obj
def add(given: DoorOptions) -> None:
    """Ask for name, birthday, contact, language and a note, and give the person a pseudonym."""
    with opened(**given) as clinic:
        client = made(Client, **_asked(None))
        with clinic.work() as desk:
            add_client(desk, client)
    click.echo(client.pseudonym)


@people.command("list")
@click.pass_obj
def list_(given: DoorOptions) -> None:
    """List all, by name."""
    with opened(**given) as clinic, clinic.work() as desk:
        found = list_clients(desk)
    for each in found:
        last = each.last_visit[:10] if each.last_visit else "–"
        click.echo(f"{each.client.pseudonym}  {each.client.name:<30} {each.visits:>4} visits, last {last}")
    if not found:
        click.echo("Nobody yet. “palpate clinic people add” adds somebody.")


@people.command()
@click.argument("pseudonym")
@click.pass_obj
def show(given: DoorOptions, pseudonym: str) -> None:
    """Show one person, the visits and what was observed."""
    with opened(**given) as clinic, clinic.work() as desk:
        client = client_called(desk, pseudonym)
        found, observed = open_client(desk, client), history(desk, client)
    _show(found, observed)


@people.command()
@click.argument("pseudonym")
@click.pass_obj
def change(given: DoorOptions, pseudonym: str) -> None:
    """Ask again for what is known of a person; enter leaves it as it is."""
    with opened(**given) as clinic:
        with clinic.work() as desk:
            client = client_of(desk, client_called(desk, pseudonym))
        changed = made(Client, **dict(client) | _asked(client))
        with clinic.work() as desk:
            change_client(desk, changed)
    click.echo("Changed.")


@people.command()
@click.argument("words", nargs=-1, required=True)
@click.pass_obj
def search(given: DoorOptions, words: tuple[str, ...]) -> None:
    """Find people by the beginnings of WORDS in names, notes and what they said."""
    with opened(**given) as clinic, clinic.work() as desk:
        for match in find(desk, " ".join(words)):
            click.echo(f"{match.pseudonym}  {client_of(desk, match.client).name:<30} in {match.places} places")


def _asked(known: Client | None) -> dict[str, Any]:
    """Each field, with what is known as what enter leaves."""
    fields = {"name": "Name", "born": "Born (YYYY-MM-DD)", "contact": "Contact", "language": "Language", "note": "Note"}
    said: dict[str, Any] = {}
    for field, words in fields.items():
        before = getattr(known, field, None)
        shown = "" if before is None else str(before)
        said[field] = click.prompt(words, default=shown, show_default=bool(shown), err=True)
    return said | {"born": said["born"] or None, "language": said["language"] or Language.ENGLISH}


def _show(found: Opened, observed: tuple[Observation, ...]) -> None:
    client = found.client
    born = client.born.isoformat() if client.born else "–"
    click.echo(f"{client.pseudonym}  {client.name}  born {born}  {client.contact}".rstrip())
    if client.note:
        click.echo(client.note)
    click.echo(f"{len(found.chart.screenings)} screenings, {len(found.points)} points, {len(observed)} observations")
    for visit in found.visits:
        click.echo(f"{visit.at.astimezone():%Y-%m-%d %H:%M}  {visit.by.name}  {visit.note}".rstrip())
        for each in observed:
            if each.visit == visit.id:
                place = f" at {each.spot}" if each.spot else ""
                click.echo(f"    {each.kind}{place}")
