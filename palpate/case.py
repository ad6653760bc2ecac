"""Whose file a command works with: a person of the clinic, or a plain chart that anybody can read, for rehearsals."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from clinic.cases.rehearsal import RehearsalFile
from clinic.screening.answers import Examiner
from palpate import options
from palpate.course import PSEUDONYM, DoorOptions
from session.errors import InputError
from session.links import LinkName

if TYPE_CHECKING:
    from clinic.cases.case_file import CaseFile

CHART_SUFFIX: Final = ".json"
PERSON_HELP: Final = "Who, by pseudonym (palpate clinic people); a chart's file for rehearsals with a simulated tool."


def case_of(named: str, given: DoorOptions, *, begin: bool = False) -> CaseFile:
    """The file of a pseudonym or at a path; the clinic stays open until the command ends.

    With `begin` a chart that is not there is made. Raises `InputError`, and what the clinic's door raises.
    """
    if PSEUDONYM.fullmatch(named.upper()):
        return _of_clinic(named, given)
    path = Path(named)
    if path.suffix != CHART_SUFFIX:
        raise InputError(
            f"“{named}” is no pseudonym like K7QF-3M2P (palpate clinic people list shows all), nor a chart's file, "
            f"which ends in {CHART_SUFFIX}"
        )
    return RehearsalFile.begun(path) if begin else RehearsalFile(path)


def _of_clinic(named: str, given: DoorOptions) -> CaseFile:
    """Importing what encrypts takes longer, and a small installation has it not."""
    from clinic.cases.kept import KeptFile
    from palpate.clinic.door import opened
    from palpate.settling import settle

    clinic = click.get_current_context().with_resource(opened(**given))
    clinic.stay_open()
    case = KeptFile(clinic, named)
    for record in settle(case, options.records_folder(given["folder"])):
        click.echo(f"palpate: {record} was cut off by an end that nobody meant; what it holds is kept now", err=True)
    return case


def require_fit(case: CaseFile, tool: LinkName) -> None:
    """Raises `InputError` for a person whose data anybody could read, at a tool that is not simulated."""
    from session.hci import VARIABLE

    if case.rehearsal and tool.scheme != "sim" and not os.environ.get(VARIABLE):
        raise InputError(
            "a plain chart, which anybody can read, is for simulated tools: add the person to the clinic (palpate "
            "clinic people add), take the chart in (palpate clinic people take-in) and say the pseudonym"
        )


def signer(case: CaseFile, said: Examiner | None) -> Examiner:
    """Who signs: in the clinic whoever opened it, and in a rehearsal who says so; raises `InputError`."""
    known = case.signs
    if known is None and said is None:
        raise InputError("say who you are with --by")
    if known is not None and said not in (None, known):
        raise InputError(f"in the clinic you sign as {known.name}, {known.role}: leave --by out, or open it as another")
    signs = known or said
    assert signs is not None
    return signs
