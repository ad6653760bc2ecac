"""`palpate records copy`: copy records to another disk."""

from __future__ import annotations

from pathlib import Path

import click

from palpate import options
from session.copying import copy_record
from session.examine import verify
from session.offline.record_source import RECORD_SUFFIX
from session.record_documents import State


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE...]")
@click.option("--to", type=click.Path(file_okay=False, path_type=Path), required=True, help="Folder for the copies.")
@options.data
def copy(files: tuple[Path, ...], to: Path, folder: Path | None) -> None:
    """Copy records as they are, all where none is named, and read each copy back.

    Prints the SHA-256 of each as “sha256sum -c” takes it. A record that is not whole is copied too, and told.
    """
    for path in files or sorted(options.records_folder(folder).glob(f"*{RECORD_SUFFIX}")):
        with options.naming(path):
            checksum = copy_record(path, to)
        click.echo(f"{checksum}  {path.name}")
        found = verify(path)
        if found.state is not State.WHOLE:
            click.echo(f"palpate: {path.name}: {found.state or 'unreadable'}: {found.error or found.text}", err=True)
