"""`palpate tour`: what the window says, page by page, and practice with a simulated tool at the end."""

from __future__ import annotations

from pathlib import Path

import click

from palpate import options
from palpate.practise import practise
from session.errors import InputError


@click.command()
@click.option("--once", is_flag=True, help="Only where nobody took it yet; then practice at once.")
@options.data
@click.pass_context
def tour(context: click.Context, once: bool, folder: Path | None) -> None:
    """Learn the window in five pages, then practise a simulated treatment."""
    from gui.display import why_no_window

    why = why_no_window()
    if why:
        raise InputError(f"the tour needs a window, and {why}: read docs/window.md instead")
    from gui.app import show_tour

    if show_tour(once=once):
        context.invoke(practise, folder=folder)
