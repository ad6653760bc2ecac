"""`palpate knowledge`: what the program knows, from where, and how sure it is."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console

from clinic.documents import document
from clinic.entries.entry import Entry
from clinic.library import KINDS, AnyEntry, Library, library
from clinic.words import fields
from palpate import options
from palpate.tables import empty_table
from session.errors import InputError

own = click.option(
    "--own", type=click.Path(dir_okay=False, path_type=Path), help="Together with a clinic's own file (TOML)."
)


@click.group()
def knowledge() -> None:
    """Show what the program knows, from where, and how sure it is."""


@knowledge.command("list")
@click.argument("kind", required=False, metavar=f"[{'|'.join(KINDS)}]")
@own
@options.as_json
def list_(kind: str | None, own: Path | None, as_json: bool) -> None:
    """List all entries, or those of one KIND."""
    known = _known(own)
    if kind is not None and kind not in KINDS:
        raise InputError(f"there is no kind “{kind}”; there are: {', '.join(KINDS)}")
    entries = [(each, entry) for each, entry in known.entries() if kind in {None, each}]
    if as_json:
        click.echo(document(known, entries).to_json())
        return
    table = empty_table()
    for heading in ("kind", "id", "what", "sure"):
        table.add_column(heading, no_wrap=heading != "what")
    for each, entry in entries:
        table.add_row(each, entry.id, _title(entry), _sure(entry))
    Console(highlight=False, markup=False).print(table)


@knowledge.command()
@click.argument("entry_id", metavar="ID")
@own
@options.as_json
def show(entry_id: str, own: Path | None, as_json: bool) -> None:
    """Show the entry ID whole, with its sources."""
    known = _known(own)
    kind, entry = known.find(entry_id)
    if as_json:
        click.echo(document(known, [(kind, entry)]).to_json())
        return
    click.echo(f"{'kind':<16} {kind.replace('_', ' ')}")
    for name, text in fields(entry):
        if name != "source":
            click.echo(f"{name.replace('_', ' '):<16} {text}")
    for name in entry.source if isinstance(entry, Entry) else ():
        source = known.sources[name]
        click.echo(f"{'source':<16} {source.text}{f' ({source.where})' if source.where else ''} – {source.read}")


@knowledge.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@options.as_json
def check(file: Path, as_json: bool) -> None:
    """Check a clinic's own FILE: whether it fits together and loosens nothing."""
    base, known = library(), _known(file)
    added = [(kind, entry) for kind, entry in known.entries() if entry.id not in getattr(base, kind)]
    if as_json:
        click.echo(document(known, added).to_json())
        return
    counted = len(added) - 1  # the clinic itself is a source that nobody wrote
    click.echo(f"{known.clinic}: {counted} entries added, {len(known.tightened)} values made stricter")
    for each in known.tightened:
        click.echo(f"  {each.id}: {each.field} {each.before} → {each.after} ({each.reason})")


def _known(own: Path | None) -> Library:
    return library().with_own(own) if own else library()


def _title(entry: AnyEntry) -> str:
    """What stands for an entry in a list: its name, else its text, else whom it is about."""
    fields = type(entry).model_fields
    return str(next(getattr(entry, name) for name in ("name", "text", "who") if name in fields))


def _sure(entry: AnyEntry) -> str:
    return entry.confidence if isinstance(entry, Entry) else entry.read
