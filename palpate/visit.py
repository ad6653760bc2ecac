"""`palpate visit`: a whole visit in the window, from the questions to the report."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TypedDict, Unpack

import click
from pydantic import ValidationError

from clinic.mistakes import mistake
from clinic.screening.answers import Examiner, Role
from clinic.way.visit import Room, Visit
from palpate import options
from palpate.clock import clock
from palpate.person import CHART, known_library, own
from palpate.visiting import VisitTool
from session.errors import InputError
from session.links import LinkName
from session.zero_book import ZeroBook


class Where(TypedDict):
    """Who and what is in the room."""

    person: Path
    tip_cm2: float
    folder: Path | None


@click.command()
@click.option("--person", type=CHART, required=True, metavar="CHART", help="The chart; made where there is none.")
@click.option("--tool", required=True, metavar="TOOL", help="Which one: its serial number, or sim:SCENARIO.")
@click.option("--tip", "tip_cm2", type=click.FloatRange(0.1, 10), required=True, metavar="CM2", help="The tip.")
@click.option("--by", "name", required=True, metavar="NAME", help="Your name.")
@click.option("--trainee", is_flag=True, help="A trainee asks and acknowledges, and clears nothing.")
@own
@options.data
def visit(tool: str, name: str, trainee: bool, own: Path | None, **where: Unpack[Where]) -> None:
    """Go through a visit step by step; one of today that is unfinished goes on where it was left."""
    from gui.display import why_no_window

    why = why_no_window()
    if why:
        raise InputError(f"a visit needs a window, and {why}: ask with “palpate screen” and treat with “palpate treat”")
    try:
        by = Examiner(name=name, role=Role.TRAINEE if trainee else Role.PRACTITIONER)
    except ValidationError as error:
        raise InputError(mistake(error)) from error
    room = Room(where["person"], known_library(own), by, where["tip_cm2"], lambda: clock().now())
    held = Visit(room)
    _in_window(held, LinkName.of(tool), where["folder"], own)
    click.echo(f"Visit: {held.file}")


def _in_window(held: Visit, name: LinkName, folder: Path | None, own: Path | None) -> None:
    from device.loop_thread import LoopThread
    from gui.visit.show import run_visit

    thread = LoopThread(asyncio.new_event_loop)
    thread.start()
    try:
        held_with = VisitTool(name, thread.submit, folder, own)
        held_with.zeros = ZeroBook(options.data_folder(folder))
        run_visit(held, held_with)
    finally:
        thread.stop()
