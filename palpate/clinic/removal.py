"""`palpate clinic delete`: a person, for good."""

from __future__ import annotations

from typing import Unpack

import click

from clinic.store.clients import client_called
from clinic.store.erase import Erased, erase
from palpate import options
from palpate.clinic.door import DoorOptions, door, opened


@click.command()
@click.argument("pseudonym")
@click.option("--for-good", is_flag=True, help="Do not ask again.")
@door
def delete(pseudonym: str, for_good: bool, **given: Unpack[DoorOptions]) -> None:
    """Delete a person and all records of this person for good, and list the copies that only you can delete."""
    with opened(**given) as clinic:
        with clinic.work() as desk:
            client = client_called(desk, pseudonym)
        if not for_good:
            click.confirm(
                f"Delete {pseudonym} with all visits and records? Nothing brings them back", abort=True, err=True
            )
        _show(erase(clinic, client, options.records_folder(given["folder"])))


def _show(erased: Erased) -> None:
    click.echo(f"Deleted, with {len(erased.records)} records.")
    if not erased.compacted:
        click.echo("palpate: the disk has no room to write the file anew; what was deleted is overwritten", err=True)
    if erased.copies:
        click.echo("Copies may still hold this person; delete them, or keep them only as long as you must:")
    for copy in erased.copies:
        made = f"of {copy.made_at[:10]}" if copy.made_at else "set aside"
        click.echo(f"  {copy.path} ({made}{'' if copy.there else ', not at this place any more'})")
