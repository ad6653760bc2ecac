"""`palpate records recover`: save what is intact in a damaged or cut record."""

from __future__ import annotations

from pathlib import Path

import click

from palpate import options
from palpate.version import VERSION
from session.recover import recover as save


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Name of the new record.")
def recover(file: Path, out: Path | None) -> None:
    """Write every payload of FILE that is intact into a new record; FILE stays as it is.

    The new record says of itself that it was recovered, and what was lost. Nothing is invented.
    """
    to = out or file.with_stem(f"{file.stem}_recovered")
    with options.naming(file):
        mark = save(file, to, VERSION)
    click.echo(f"{mark.sentence[0].upper()}{mark.sentence[1:]}.")
    click.echo(f"Record: {to}")
