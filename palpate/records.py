"""`palpate records`: what is on disk."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from palpate import options
from palpate.export import export
from palpate.records_copy import copy
from palpate.records_prune import prune
from palpate.records_recover import recover
from palpate.records_verify import verify
from palpate.tables import show_holds
from session.errors import InputError
from session.found_documents import RecordDocument, RecordsDocument
from session.offline.measure import analyse_record
from session.records import describe, list_records

WIDE: Final = 90
"""Columns from which on the year has room beside the file's name, which says it too."""


@click.group()
def records() -> None:
    """Show, check, save, copy and clear away the records on disk."""


for _command in (verify, recover, copy, export, prune):
    records.add_command(_command)


@records.command("list")
@options.data
@options.as_json
def list_(folder: Path | None, as_json: bool) -> None:
    """List all records, the oldest first."""
    place = options.records_folder(folder)
    found = list_records(place)
    if as_json:
        click.echo(RecordsDocument(records=found).to_json())
    elif found:
        _show_list(found)
    else:
        click.echo(f"No records yet in {place}. “palpate demo” makes one.")


@records.command()
@click.argument("file", type=click.Path(path_type=Path))
@options.as_json
def show(file: Path, as_json: bool) -> None:
    """Show what the record FILE holds."""
    found = describe(file)
    if found.error:
        raise InputError(f"{file}: {found.error}")
    if as_json:
        click.echo(RecordsDocument(records=(found,)).to_json())
        return
    for name, text in _facts(found):
        click.echo(f"{name:<10} {text}")
    click.echo()
    show_holds([analyse_record(file)])


def _show_list(found: tuple[RecordDocument, ...]) -> None:
    console = Console(highlight=False, markup=False)
    day = "%Y-%m-%d" if console.width >= WIDE else "%m-%d"
    table = Table(box=SIMPLE_HEAD, padding=0, pad_edge=False, show_edge=False)
    for heading in ("started", "tool", "plan", "lasts", "file"):
        table.add_column(heading, justify="right" if heading == "lasts" else "left", no_wrap=heading != "plan")
    for each in found:
        table.add_row(*_row(each, f"{day} %H:%M"))
    console.print(table)
    for each in found:
        if each.error:
            console.print(f"{Path(each.file).name}: {each.error}", soft_wrap=True)


def _row(record: RecordDocument, moment: str) -> tuple[str, ...]:
    started = record.started_at.strftime(moment) if record.started_at else "–"
    tool = f"{record.tool or '–'}{' sim' if record.simulated else ''}"
    lasts = f"{record.duration_s:.0f} s" if record.duration_s is not None else "–"
    return started, tool, record.plan or record.scenario or "–", lasts, Path(record.file).name


def _facts(record: RecordDocument) -> list[tuple[str, str]]:
    return [
        ("file", record.file),
        ("started", f"{record.started_at:%Y-%m-%d %H:%M:%S} UTC" if record.started_at else "–"),
        ("tool", f"{record.tool or '–'}{' – SIMULATED' if record.simulated else ''}{_without_tool(record)}"),
        ("scenario", record.scenario or "–"),
        ("plan", record.plan or "–"),
        ("lasts", f"{record.duration_s or 0:.1f} s, {record.payloads} payloads"),
        ("state", "whole" if record.whole else "cut off; what came before the cut is here"),
    ]


def _without_tool(record: RecordDocument) -> str:
    return ", practised without a tool" if record.practised else ""
