"""`palpate records verify`: whether records are whole."""

from __future__ import annotations

from pathlib import Path

import click

from palpate import options
from session.examine import verify as check
from session.offline.record_source import RECORD_SUFFIX
from session.record_documents import CheckDocument, ChecksDocument, DamageDocument, State


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE...]")
@options.data
@options.as_json
@click.pass_context
def verify(context: click.Context, files: tuple[Path, ...], folder: Path | None, as_json: bool) -> None:
    """Say of each record whether it is whole, cut or damaged, and where; of all records where none is named.

    Nothing is changed. Ends with 1 where one is damaged or cannot be read; one that was cut off is no error.
    """
    place = options.records_folder(folder)
    found = tuple(check(path) for path in files or sorted(place.glob(f"*{RECORD_SUFFIX}")))
    if as_json:
        click.echo(ChecksDocument(records=found).to_json())
    elif found:
        for line in (line for each in found for line in _lines(each)):
            click.echo(line)
    else:
        click.echo(f"No records yet in {place}.")
    if any(each.error or each.state is State.DAMAGED for each in found):
        context.exit(1)


def _lines(record: CheckDocument) -> list[str]:
    if record.state is None:
        return [f"{record.file}: {record.error}"]
    lines = [f"{record.file}: {record.state}: {record.text}", *map(_damage, record.damages)]
    if record.state is State.DAMAGED and record.payloads:
        lines.append("  “palpate records recover” writes a new record with what is intact.")
    return lines + ([f"  {record.recovered}"] if record.recovered else [])


def _damage(damage: DamageDocument) -> str:
    lost = "" if damage.lost is None else f", {damage.lost} lost here"
    around = f"{damage.payloads_before} payloads before, {damage.payloads_after} after{lost}"
    return f"  bytes {damage.start_byte} to {damage.end_byte - 1} are not as they were written: {around}"
