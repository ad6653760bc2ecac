"""`palpate clinic people`: add, list, show, change, search. What is said of a person is typed, never an argument."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Unpack

import click

from clinic.cases.taking_in import take_in_chart
from clinic.people import Client, Language
from clinic.store.clients import add_client, change_client, client_called, client_of, list_clients
from clinic.store.history import Opened, history, open_client
from clinic.store.search import search as find
from clinic.visits import Observation
from palpate import options
from palpate.clinic.documents import (
    FoundDocument,
    ListedDocument,
    ObservedDocument,
    PeopleDocument,
    PersonDocument,
    SearchDocument,
    ShownDocument,
    VisitDocument,
)
from palpate.clinic.door import FILE, DoorOptions, door, made, opened


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


@people.command("take-in")
@click.argument("pseudonym")
@click.argument("chart", type=FILE)
@click.option("--delete", is_flag=True, help="Delete CHART and what lies beside it, once all of it is kept.")
@click.pass_obj
def take_in(given: DoorOptions, pseudonym: str, chart: Path, delete: bool) -> None:
    """Take a plain CHART of “palpate screen” with its doses and visits in, as those of a person without a chart."""
    with opened(**given) as clinic:
        taken = take_in_chart(clinic, pseudonym, chart)
    click.echo(f"{pseudonym.upper()}: a chart, {taken.doses} doses, {taken.visits} visits.")
    if delete:
        for file in taken.files:
            file.unlink()
        return
    click.echo("Anybody can read these files still; delete them once you looked (--delete does):")
    for file in taken.files:
        click.echo(f"  {file}")


@people.command("list")
@options.as_json
@click.pass_obj
def list_(given: DoorOptions, as_json: bool) -> None:
    """List all, by name."""
    with opened(**given) as clinic, clinic.work() as desk:
        found = list_clients(desk)
    if as_json:
        people = (ListedDocument.of(each.client, visits=each.visits, last_visit=each.last_visit) for each in found)
        click.echo(PeopleDocument(people=tuple(people)).to_json())
        return
    for each in found:
        last = each.last_visit[:10] if each.last_visit else "–"
        click.echo(f"{each.client.pseudonym}  {each.client.name:<30} {each.visits:>4} visits, last {last}")
    if not found:
        click.echo("Nobody yet. “palpate clinic people add” adds somebody.")


@people.command()
@click.argument("pseudonym")
@options.as_json
@click.pass_obj
def show(given: DoorOptions, pseudonym: str, as_json: bool) -> None:
    """Show one person, the visits and what was observed."""
    with opened(**given) as clinic, clinic.work() as desk:
        client = client_called(desk, pseudonym)
        found, observed = open_client(desk, client), history(desk, client)
    if as_json:
        click.echo(_document(found, observed).to_json())
    else:
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
@options.as_json
@click.pass_obj
def search(given: DoorOptions, words: tuple[str, ...], as_json: bool) -> None:
    """Find people by the beginnings of WORDS in names, notes and what they said."""
    with opened(**given) as clinic, clinic.work() as desk:
        found = tuple(
            FoundDocument(pseudonym=match.pseudonym, name=client_of(desk, match.client).name, places=match.places)
            for match in find(desk, " ".join(words))
        )
    if as_json:
        click.echo(SearchDocument(found=found).to_json())
        return
    for each in found:
        click.echo(f"{each.pseudonym}  {each.name:<30} in {each.places} places")


def _asked(known: Client | None) -> dict[str, Any]:
    """Each field, with what is known as what enter leaves."""
    fields = {"name": "Name", "born": "Born (YYYY-MM-DD)", "contact": "Contact", "language": "Language", "note": "Note"}
    said: dict[str, Any] = {}
    for field, words in fields.items():
        before = getattr(known, field, None)
        shown = "" if before is None else str(before)
        said[field] = click.prompt(words, default=shown, show_default=bool(shown), err=True)
    return said | {"born": said["born"] or None, "language": said["language"] or Language.ENGLISH}


def _document(found: Opened, observed: tuple[Observation, ...]) -> PersonDocument:
    visits = tuple(
        VisitDocument(
            at=visit.at,
            by=visit.by,
            note=visit.note,
            observations=tuple(
                ObservedDocument(kind=each.kind, at=each.at, spot=str(each.spot) if each.spot else None)
                for each in observed
                if each.visit == visit.id
            ),
        )
        for visit in found.visits
    )
    return ShownDocument.of(
        found.client, screenings=len(found.chart.screenings), points=len(found.points), visits=visits
    )


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
