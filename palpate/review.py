"""`palpate review`: records that were made earlier, in a window."""

from __future__ import annotations

from pathlib import Path

import click

from palpate import options


@click.command()
@click.argument("records", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="RECORD...")
def review(records: tuple[Path, ...]) -> None:
    """Look at records: the trace with holds, gaps and events, every figure explained, and two holds compared.

    Nothing is changed. “palpate replay” shows a record as it was seen then.
    """
    from clinic.review.reviewed import reviewed
    from palpate.progress import reading

    found = []
    for path in records:
        with options.naming(path), reading(str(path)) as advance:
            found.append(reviewed(path, advance))
    from gui.app import show_review

    show_review(found)
