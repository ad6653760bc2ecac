"""What can be asked for: the formats, and the tables of those that hold one."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Final


class What(StrEnum):
    """A table of a recording; the value is how it is asked for."""

    READINGS = "readings"
    HOLDS = "holds"
    MARKS = "marks"


class Format(StrEnum):
    """What can be written; the value is how it is asked for."""

    CSV = "csv"
    PARQUET = "parquet"
    JSON = "json"
    EDF = "edf"
    FHIR = "fhir"
    MCAP = "mcap"

    @property
    def suffix(self) -> str:
        """What a file of it ends with."""
        return _SUFFIXES.get(self, f".{self.value}")


_SUFFIXES: Final = {Format.FHIR: ".fhir.json", Format.MCAP: ".viewer.mcap"}
"""Where the plain one is another file's: a record ends in .mcap, and all of a recording in .json."""
TABLES: Final = (Format.CSV, Format.PARQUET)
"""Formats that hold one table."""


def format_of(path: Path) -> Format | None:
    """The format that a file's name asks for, None where it asks for none."""
    named = next((each for each in _SUFFIXES if path.name.endswith(each.suffix)), None)
    return named or next((each for each in Format if path.suffix == f".{each.value}"), None)
