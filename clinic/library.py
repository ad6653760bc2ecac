"""What the program knows about muscles, limits and prescriptions, each entry with its source and confidence."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, Self, TypeAlias

from pydantic import PositiveInt, model_validator

from clinic.entries.advice import Aftercare, Complaint, Expectation, Factor, Symptom
from clinic.entries.cautions import Contraindication, Limit, StopSign
from clinic.entries.entry import Entry, Id, Source, Value
from clinic.entries.figures import Change, Custom, Measure, Norm
from clinic.entries.places import BlockedRegion, Muscle, Site
from clinic.entries.prescriptions import Preset
from clinic.references import first_mistake
from session.errors import InputError

AnyEntry: TypeAlias = Entry | Source


class Additions(Value):
    """The kinds of entries that a clinic may add to, each by id."""

    sources: Mapping[Id, Source] = {}
    muscles: Mapping[Id, Muscle] = {}
    sites: Mapping[Id, Site] = {}
    blocked_regions: Mapping[Id, BlockedRegion] = {}
    contraindications: Mapping[Id, Contraindication] = {}
    stop_signs: Mapping[Id, StopSign] = {}
    presets: Mapping[Id, Preset] = {}
    norms: Mapping[Id, Norm] = {}
    changes: Mapping[Id, Change] = {}
    symptoms: Mapping[Id, Symptom] = {}
    factors: Mapping[Id, Factor] = {}
    expectations: Mapping[Id, Expectation] = {}
    aftercare: Mapping[Id, Aftercare] = {}
    complaints: Mapping[Id, Complaint] = {}

    @model_validator(mode="before")
    @classmethod
    def _ids_from_keys(cls, values: Any) -> Any:
        """Each entry takes the name of its table as its id."""
        if not isinstance(values, dict):
            return values
        return {kind: _named(kind, tables) for kind, tables in values.items()}


class Tightening(Value):
    """What a clinic made stricter."""

    id: Id
    field: str
    before: str
    after: str
    reason: str


class Library(Additions):
    """All entries by kind and id, complete and consistent: every reference leads somewhere and no id stands twice."""

    version: PositiveInt
    """Rises whenever an entry changes its meaning."""
    clinic: str | None = None
    """Name and version of the clinic's own file, where one was added."""
    limits: Mapping[Id, Limit]
    customs: Mapping[Id, Custom]
    tightened: tuple[Tightening, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if mistake := first_mistake(self):
            raise ValueError(mistake)
        return self

    def entries(self) -> Iterator[tuple[str, AnyEntry]]:
        """Kind and entry, of all, in the order of the files."""
        for kind in KINDS:
            for entry in getattr(self, kind).values():
                yield kind, entry

    def change_for(self, measure: Measure, muscle: Id | None = None, *, between_sides: bool = False) -> Change | None:
        """The smallest change to believe: of this muscle, else of any; a clinic's own default before ours."""
        fitting = [
            each
            for each in reversed(tuple(self.changes.values()))
            if each.default and each.measure is measure and each.between_sides is between_sides
        ]
        named = [each for each in fitting if muscle in each.muscles]
        return next(iter([*named, *(each for each in fitting if not each.muscles)]), None)

    def find(self, entry_id: str) -> tuple[str, AnyEntry]:
        """Kind and entry of this id; raises `InputError` where there is none."""
        for kind, entry in self.entries():
            if entry.id == entry_id:
                return kind, entry
        raise InputError(f"there is no entry “{entry_id}”: palpate knowledge list shows all")

    @property
    def digest(self) -> str:
        """Names this content, whatever its version says: 16 hexadecimal digits to store with a visit."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:16]

    def with_own(self, path: Path) -> Library:
        """This, and a clinic's own file: it adds entries and tightens limits.

        Raises `InputError` over a file that cannot be read, contradicts itself, or would loosen anything.
        """
        from clinic.own import read_own, with_own

        own = read_own(path)
        try:
            return with_own(self, own)
        except InputError as error:
            raise InputError(f"{path}: {error}") from error


KINDS: Final = (
    "limits", "blocked_regions", "muscles", "sites", "contraindications", "stop_signs", "presets", "norms", "changes",
    "customs", "symptoms", "factors", "expectations", "aftercare", "complaints", "sources",
)  # fmt: skip
"""The fields of `Library` that hold entries, in the order of the page."""


@lru_cache(maxsize=1)
def library() -> Library:
    """What comes with the program."""
    values: dict[str, Any] = {}
    for file in sorted((files("clinic") / "knowledge").iterdir(), key=lambda each: each.name):
        values |= tomllib.loads(file.read_text(encoding="utf-8"))
    return Library.model_validate(values)


def _named(kind: str, tables: Any) -> Any:
    if kind not in KINDS or not isinstance(tables, dict):
        return tables
    return {key: {"id": key} | table if isinstance(table, dict) else table for key, table in tables.items()}
