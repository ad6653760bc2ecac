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
from palpate.case import PERSON_HELP, case_of, require_fit, signer
from palpate.clock import clock
from palpate.course import DoorOptions, from_clinic
from palpate.person import known_library, own
from palpate.visiting import VisitPlace, VisitTool
from session.errors import InputError
from session.links import LinkName
from session.zero_book import ZeroBook


class Where(TypedDict):
    """Who and what is in the room."""

    person: str
    tip_cm2: float
    papers: Path | None
    folder: Path | None
    login: str | None
    passphrase_file: Path | None


@click.command()
@click.option("--person", required=True, metavar="PSEUDONYM", help=PERSON_HELP)
@click.option("--tool", required=True, metavar="TOOL", help="Which one: its serial number, or sim:SCENARIO.")
@click.option("--tip", "tip_cm2", type=click.FloatRange(0.1, 10), required=True, metavar="CM2", help="The tip.")
@click.option("--by", "name", metavar="NAME", help="Your name, for a rehearsal; in the clinic your account's.")
@click.option("--trainee", is_flag=True, help="A trainee asks and acknowledges, and clears nothing.")
@click.option(
    "--papers",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Where the sheet and the note go that are printed at the end; anybody can read them there.",
)
@own
@from_clinic
def visit(tool: str, name: str | None, trainee: bool, own: Path | None, **where: Unpack[Where]) -> None:
    """Go through a visit step by step; one of today that is unfinished goes on where it was left."""
    from gui.display import why_no_window

    why = why_no_window()
    if why:
        raise InputError(f"a visit needs a window, and {why}: ask with “palpate screen” and treat with “palpate treat”")
    reached = LinkName.of(tool)
    door = DoorOptions(folder=where["folder"], login=where["login"], passphrase_file=where["passphrase_file"])
    case = case_of(where["person"], door, begin=True)
    require_fit(case, reached)
    by = signer(case, _examiner(name, Role.TRAINEE if trainee else Role.PRACTITIONER))
    held = Visit(Room(case, known_library(own), by, where["tip_cm2"], clock().now))
    papers = where["papers"] or (Path(where["person"]).parent if case.rehearsal else None)
    _in_window(held, VisitPlace(reached, where["folder"], own, papers))
    click.echo(f"The visit is kept in {held.kept_in}.")


def _examiner(name: str | None, role: Role) -> Examiner | None:
    try:
        return None if name is None else Examiner(name=name, role=role)
    except ValidationError as error:
        raise InputError(mistake(error)) from error


def _in_window(held: Visit, place: VisitPlace) -> None:
    from device.loop_thread import LoopThread
    from gui.visit.show import run_visit

    thread = LoopThread(asyncio.new_event_loop)
    thread.start()
    try:
        held_with = VisitTool(place, thread.submit)
        held_with.zeros = ZeroBook(options.data_folder(place.folder))
        run_visit(held, held_with)
    finally:
        thread.stop()
