"""`palpate report`: what was done in a session, on paper."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypedDict, Unpack

import click

from palpate import options
from palpate.course import DoorOptions, course_of, from_clinic, pseudonym_of
from palpate.person import SpotType
from palpate.version import VERSION
from session.errors import InputError

if TYPE_CHECKING:
    from clinic.history.course import Course
    from clinic.report.about import Noted, Session
    from clinic.report.measured import Measured
    from clinic.report.words import Words
    from clinic.screening.answers import Spot

LANGUAGES: Final = ("en", "de", "es")
SOAP: Final = "soap"
"""The one that is text."""
SHEETS: Final = ("therapist", "patient", "home", "soreness", SOAP)
FILE: Final = click.Path(dir_okay=False, path_type=Path)


class _Day(click.ParamType[date]):
    """A day."""

    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read it."""
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"“{value}” is no day: write it as 2026-12-24", param, ctx)


class NotedOptions(TypedDict):
    """What people know and no record holds."""

    spots: tuple[Spot, ...]
    client: str | None
    by: str | None
    visit: date | None
    next_visit: date | None
    phone: str
    course: str | None
    own: Path | None
    folder: Path | None
    login: str | None
    passphrase_file: Path | None


@click.command()
@click.argument("records", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PSEUDONYM|RECORD...")
@click.option("-o", "out", required=True, type=FILE, help="What to write: FILE.pdf or FILE.html; FILE.txt for soap.")
@click.option("--for", "reader", type=click.Choice(SHEETS), default="therapist", show_default=True, help="Which sheet.")
@click.option("--language", type=click.Choice(LANGUAGES), help="Of the sheet; else the client's, else English.")
@click.option("--at", "spots", multiple=True, type=SpotType(), help="Where: once for all records, or once for each.")
@click.option("--client", metavar="NAME", help="A pseudonym, or a name where the sheet is for the client alone.")
@click.option("--by", metavar="NAME", help="Who treated.")
@click.option("--visit", type=_Day(), help="Which visit of the person, by its day; else the newest.")
@click.option("--next", "next_visit", type=_Day(), help="The next visit.")
@click.option("--phone", default="", help="Of the practice, for the client's sheets.")
@click.option("--course", metavar="PSEUDONYM|FILE", help="What was noted: in the clinic, or in a file of JSON.")
@click.option("--own", type=FILE, metavar="FILE", help="The clinic's own file.")
@from_clinic
def report(
    records: tuple[Path, ...], out: Path, reader: str, language: str | None, **noted: Unpack[NotedOptions]
) -> None:
    """Print what was done: in a visit of a person of the clinic, the newest or --visit, or in one or several records.

    What no record holds, the place above all, comes from the options or from a course; what nobody knows is left out.
    """
    _check(out, reader)
    course = _course(records, noted)
    session = _session(_measured(_files(records, course, noted)), noted, course)
    words = _words(session, language)
    if reader == SOAP:
        from clinic.report.soap import soap

        write(out, soap(session, words).encode())
        return
    from clinic.report.html import html
    from clinic.report.sheets import Sheet, sheet

    page = sheet(Sheet(reader), session, words)
    if out.suffix == ".html":
        write(out, html(page))
        return
    from gui.paper import print_pdf

    write(out, print_pdf(page))


def _check(out: Path, reader: str) -> None:
    """Raises `InputError` where the file's name does not say what it should be."""
    if reader == SOAP and out.suffix != ".txt":
        raise InputError(f"{out}: a note is text: give the file a name that ends in .txt")
    if reader != SOAP and out.suffix not in (".pdf", ".html"):
        raise InputError(f"{out}: a sheet is .pdf or .html: give the file a name that ends so")


def _measured(records: tuple[Path, ...]) -> tuple[Measured, ...]:
    from clinic.report.measured import measured
    from palpate.progress import reading

    found = []
    for path in records:
        with options.naming(path), reading(str(path)) as advance:
            found.append(measured(path, advance))
    return tuple(found)


def _course(records: tuple[Path, ...], noted: NotedOptions) -> Course | None:
    """Of the person whose pseudonym stands in the place of the records, else of --course."""
    named = noted["course"] if pseudonym_of(records) is None else pseudonym_of(records)
    return None if named is None else course_of(named, _door(noted))


def _files(records: tuple[Path, ...], course: Course | None, noted: NotedOptions) -> tuple[Path, ...]:
    day = noted["visit"]
    if course is None or pseudonym_of(records) is None:
        if day is not None:
            raise InputError("--visit chooses among the visits of a person: give a pseudonym in place of the records")
        return records
    names = course.last_records if day is None else course.records_of_day(day)
    if not names:
        on_it = "" if day is None else f" on {day}"
        raise InputError(
            f"nothing that was pressed{on_it} stands in the clinic for {course.pseudonym}: name its records"
        )
    return tuple(options.records_folder(noted["folder"]) / name for name in names)


def _session(records: tuple[Measured, ...], noted: NotedOptions, course: Course | None) -> Session:
    from clinic.library import library
    from clinic.report.about import Session

    return Session(
        records=tuple(sorted(records, key=lambda each: each.started_at)),
        noted=_noted(records, noted, course),
        library=library() if noted["own"] is None else library().with_own(noted["own"]),
        zone=None,
        printed_at=datetime.now(UTC),
        software=VERSION,
    )


def _noted(records: tuple[Measured, ...], noted: NotedOptions, course: Course | None) -> Noted:
    from clinic.report.about import Noted

    spots = noted["spots"]
    if len(spots) not in (0, 1, len(records)):
        raise InputError(f"{len(records)} records and {len(spots)} places: give --at once for all, or once for each")
    each = repeat(spots[0], len(records)) if len(spots) == 1 else spots
    return Noted(
        client=noted["client"],
        by=noted["by"],
        course=course,
        spots={record.file: spot for record, spot in zip(records, each, strict=False)},
        next_visit=noted["next_visit"],
        phone=noted["phone"],
    )


def _door(given: NotedOptions) -> DoorOptions:
    """The part that opens the clinic."""
    return DoorOptions(folder=given["folder"], login=given["login"], passphrase_file=given["passphrase_file"])


def _words(session: Session, language: str | None) -> Words:
    from clinic.people import Language
    from clinic.report.words import Words

    course = session.noted.course
    known = course.language if course else Language.ENGLISH
    return Words(Language(language) if language else known, session.library)


def write(out: Path, data: bytes) -> None:
    """Write a file; raises `InputError`."""
    try:
        out.write_bytes(data)
    except OSError as error:
        raise InputError(f"{out}: it cannot be written ({error.strerror}): choose another place") from error
