"""A recording in a file of the wanted format, written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import assert_never

from clinic.export.choices import Format, What
from clinic.export.recording import Recording
from session.errors import InputError
from session.syncing import keep_name


def write(recording: Recording, path: Path, to: Format, what: What = What.READINGS) -> None:
    """Write a recording to a new file; raises `InputError`, and then no new file is there.

    `what` is the table of a format that holds one.
    """
    if path.exists():
        raise InputError(f"{path} exists already: choose another name")
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _writer(to, what)(recording, part)
        _sync(part)
        part.rename(path)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)  # Arrow's own words are for programmers
        raise InputError(f"{path} cannot be written ({reason}): choose another place") from error
    finally:
        part.unlink(missing_ok=True)
    keep_name(path)


def _sync(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _writer(to: Format, what: What) -> Callable[[Recording, Path], None]:
    """What writes it; imported for a format that was asked for."""
    match to:
        case Format.CSV:
            from clinic.export.csv_file import write_csv

            return lambda recording, path: write_csv(recording, path, what)
        case Format.PARQUET:
            from clinic.export.parquet_file import write_parquet

            return lambda recording, path: write_parquet(recording, path, what)
        case Format.JSON:
            from clinic.export.json_file import write_json

            return write_json
        case Format.EDF:
            from clinic.export.edf_file import write_edf

            return write_edf
        case Format.FHIR:
            from clinic.export.fhir_file import write_fhir

            return write_fhir
        case Format.MCAP:
            from clinic.export.mcap_file import write_mcap

            return write_mcap
        case _ as never:
            assert_never(never)
