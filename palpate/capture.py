"""`palpate capture`: what tool and client said to each other, by name."""

from __future__ import annotations

from pathlib import Path

import click

from session.capture.att import heard
from session.capture.btsnoop import packets
from session.capture.listing import listing


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def capture(file: Path) -> None:
    """List a btsnoop FILE: seconds, who, what."""
    lines = 0
    for line in listing(heard(packets(file))):
        click.echo(f"{line.time_s:12.6f}  {line.who:<6}  {line.text}")
        lines += 1
    if not lines:
        click.echo("palpate: nobody said anything about attributes in this capture", err=True)
