"""A clinic's own file: entries beside ours, and limits that are stricter than ours."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

from pydantic import ValidationError

from clinic.entries.entry import Id, Read, Source, Value
from clinic.entries.places import Region, Site
from clinic.library import KINDS, Additions, AnyEntry, Library, Tightening
from clinic.mistakes import mistake
from clinic.tightening import Reason, TightContraindication, Tighter, TightLimit, TightSite
from clinic.words import in_words
from session.errors import InputError
from session.toml_file import read_toml

OWN_SOURCE: Final = "own-clinic"
"""The source that a clinic's own entries may name; its text is the file's name and version."""

Kinds: TypeAlias = dict[str, dict[Id, Any]]


class About(Value):
    """Whose file it is; both stand in reports."""

    name: Reason
    version: Reason


class Tighten(Value):
    """What becomes stricter, by the ids of ours."""

    limits: Mapping[Id, TightLimit] = {}
    sites: Mapping[Id, TightSite] = {}
    contraindications: Mapping[Id, TightContraindication] = {}


class OwnFile(Additions):
    """A clinic's own knowledge."""

    clinic: About
    tighten: Tighten = Tighten()

    @property
    def title(self) -> str:
        """As it stands in reports."""
        return f"{self.clinic.name}, {self.clinic.version}"


def read_own(path: Path) -> OwnFile:
    """Read a clinic's file; raises `InputError`, which says what is wrong where."""
    return read_toml(path, lambda text: OwnFile.model_validate(tomllib.loads(text)), mistake)


def with_own(base: Library, own: OwnFile) -> Library:
    """`base` with what `own` adds and tightens; raises `InputError` where it would loosen or does not fit together."""
    if base.clinic is not None:
        raise InputError(f"a clinic's file is there already ({base.clinic}): put everything into one file")
    kinds: Kinds = {kind: dict(getattr(base, kind)) for kind in KINDS}
    _add(kinds, base, own)
    told = tuple(_tighten(kinds, own.tighten))
    try:
        return Library(version=base.version, clinic=own.title, tightened=told, **kinds)
    except ValidationError as error:
        raise InputError(mistake(error)) from error


def _add(kinds: Kinds, base: Library, own: OwnFile) -> None:
    kinds["sources"][OWN_SOURCE] = Source(id=OWN_SOURCE, text=f"The clinic's own rule: {own.title}", read=Read.UNREAD)
    for kind, name, entry in _added(own):
        if name in kinds[kind]:
            raise InputError(f"{kind}.{name} exists already: choose another id, or make it stricter below [tighten]")
        if isinstance(entry, Site):
            _check_site(entry, base)
        kinds[kind][name] = entry


def _added(own: OwnFile) -> Iterator[tuple[str, Id, AnyEntry]]:
    for kind in Additions.model_fields:
        yield from ((kind, name, entry) for name, entry in getattr(own, kind).items())


STRICTNESS: Final = (Region.BODY, Region.NECK, Region.FACE)
"""Of the regions' caps, the strictest last."""


def _check_site(site: Site, base: Library) -> None:
    """An added site bears no more than the strictest open one of its muscle, and little on a muscle of the clinic's."""
    known = [each for each in base.sites.values() if each.muscle == site.muscle]
    bearing = [each for each in known if not each.is_blocked]
    if site.is_blocked:
        return
    if known and not bearing:
        raise InputError(f"sites.{site.id}: no tool presses this muscle: write blocked = true")
    strictest = max((STRICTNESS.index(each.region) for each in bearing), default=0)
    if STRICTNESS.index(site.region) < strictest:
        raise InputError(
            f"sites.{site.id}: this muscle is near a delicate place: write region = “{STRICTNESS[strictest]}”"
        )
    if not site.light and (not bearing or any(each.light for each in bearing)):
        raise InputError(f"sites.{site.id}: no site of this muscle is known to bear more: write light = true")
    for each in bearing:
        if not site.restriction.is_within(each.restriction):
            raise InputError(f"sites.{site.id}: repeat the restriction of {each.id}, or a stricter one")


def _tighten(kinds: Kinds, tighten: Tighten) -> Iterator[Tightening]:
    for kind in Tighten.model_fields:
        change: Tighter
        for name, change in getattr(tighten, kind).items():
            if name not in kinds[kind]:
                raise InputError(f"tighten.{kind}.{name}: there is no such entry: palpate knowledge list {kind}")
            before = kinds[kind][name]
            after = change.tightened(before)
            kinds[kind][name] = after
            yield from _told(before, after, change.reason)


def _told(before: AnyEntry, after: AnyEntry, reason: str) -> Iterator[Tightening]:
    for field in type(before).model_fields:
        old, new = getattr(before, field), getattr(after, field)
        if old != new:
            yield Tightening(id=before.id, field=field, before=in_words(old), after=in_words(new), reason=reason)
