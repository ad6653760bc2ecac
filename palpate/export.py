"""`palpate export`: recordings for other people's programs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple, TypedDict, Unpack

import click
from pydantic import TypeAdapter, ValidationError

from clinic.export.choices import TABLES, Format, What, format_of
from palpate import options
from palpate.course import DoorOptions, from_clinic, pseudonym_of, records_of
from palpate.stages import stages
from palpate.version import VERSION
from session.errors import InputError

STAGES: Final = 5
"""Of one record: reading, decoding, measuring, what happened, writing."""


class Choices(TypedDict):
    """What is written, and where."""

    to: str | None
    out: Path | None
    what: str
    subject: str | None
    folder: Path | None
    login: str | None
    passphrase_file: Path | None


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PSEUDONYM|RECORD...")
@click.option("--to", type=click.Choice([each.value for each in Format]), help="Or the name after -o says it.")
@click.option("-o", "out", type=click.Path(path_type=Path), help="File, or a folder for several.  [default: here]")
@click.option(
    "--what",
    type=click.Choice([each.value for each in What]),
    default=What.READINGS.value,
    show_default=True,
    help="Which table, for csv and parquet.",
)
@click.option("--subject", metavar="PSEUDONYM", help="Whom it is about, as K7QF-3M2P; a record names nobody.")
@from_clinic
def export(files: tuple[Path, ...], **choices: Unpack[Choices]) -> None:
    """Write records, or all of a person, as CSV, Parquet, JSON, EDF+, FHIR R5 or MCAP for viewers (docs/exports.md).

    Units and where it is from stand in each of them. Nothing is interpolated, and what was simulated says so.
    “palpate records copy” copies records as they are.
    """
    whom = pseudonym_of(files)
    subject = _subject(choices["subject"]) or whom
    wanted = _Wanted(_format(choices["to"], choices["out"]), What(choices["what"]), subject)
    if wanted.what is not What.READINGS and wanted.to not in TABLES:
        raise InputError(f"--what is for {' and '.join(TABLES)}: {wanted.to} holds everything")
    if whom is not None:
        files = records_of(whom, _door(choices))
    with stages(STAGES * len(files)) as tell:
        for file in files:
            path = _path(file, wanted, choices["out"], alone=len(files) == 1)
            with options.naming(file):
                _export(file, path, wanted, tell)
            click.echo(path)


def _door(choices: Choices) -> DoorOptions:
    """The part that opens the clinic."""
    return DoorOptions(folder=choices["folder"], login=choices["login"], passphrase_file=choices["passphrase_file"])


class _Wanted(NamedTuple):
    to: Format
    what: What
    subject: str | None


def _export(file: Path, path: Path, wanted: _Wanted, tell: Callable[[str], None]) -> None:
    from clinic.export.recording import read_recording
    from clinic.export.writing import write

    recording = read_recording(file, VERSION, wanted.subject, lambda stage: tell(f"{file.name}: {stage}"))
    tell(f"{file.name}: writing {wanted.to}")
    write(recording, path, wanted.to, wanted.what)


def _format(to: str | None, out: Path | None) -> Format:
    named = None if out is None or out.is_dir() else format_of(out)
    if to is None and named is None:
        raise InputError(f"say the format with --to: {', '.join(Format)}")
    if to is not None and named not in (None, to):
        raise InputError(f"{out} is a name for {named}, and --to says {to}: make them agree")
    return Format(to) if to is not None else named or Format.CSV


def _path(file: Path, wanted: _Wanted, out: Path | None, *, alone: bool) -> Path:
    """As it was named; in a folder, or without a name, like the record."""
    if out is not None and alone and out.suffix and not out.is_dir():
        return out
    table = "" if wanted.what is What.READINGS else f".{wanted.what}"
    return (out or Path()) / f"{file.stem}{table}{wanted.to.suffix}"


def _subject(text: str | None) -> str | None:
    if text is None:
        return None
    from clinic.people import Pseudonym

    try:
        return TypeAdapter(Pseudonym).validate_python(text)
    except ValidationError as error:
        raise InputError(f"“{text}” is no pseudonym: give one like K7QF-3M2P, never a name") from error
