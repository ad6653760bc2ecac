"""Whether the entries of a library fit together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from clinic.claims import unsupported
from clinic.entries.entry import Confidence, Entry, Read
from clinic.texts import texts

if TYPE_CHECKING:
    from clinic.library import Library


def first_mistake(library: Library) -> str | None:
    """What is wrong first, as a sentence; None where everything fits."""
    checks = (_keys, _twice, _dangling, _too_sure, _claims)
    return next(chain.from_iterable(check(library) for check in checks), None)


def _keys(library: Library) -> Iterator[str]:
    """An entry's id is the name of its table."""
    for kind, entry in library.entries():
        if getattr(library, kind).get(entry.id) is not entry:
            yield f"“{entry.id}” stands under another name: leave “id” out"


def _twice(library: Library) -> Iterator[str]:
    counts = Counter(entry.id for _, entry in library.entries())
    yield from (f"two entries are called “{name}”: choose another id" for name, count in counts.items() if count > 1)


def _dangling(library: Library) -> Iterator[str]:
    for own, kind, name in _references(library):
        if name not in getattr(library, kind):
            yield f"“{own}” names “{name}”, which is not among the {kind.replace('_', ' ')}"


def _references(library: Library) -> Iterator[tuple[str, str, str]]:
    """Who names whom: an id, the kind that is named and the id in it."""
    for _, entry in library.entries():
        if isinstance(entry, Entry):
            yield from ((entry.id, "sources", name) for name in entry.source)
        for field, kind in FIELDS.items():
            named = getattr(entry, field, None) or ()
            yield from ((entry.id, kind, name) for name in ((named,) if isinstance(named, str) else named))


FIELDS = {
    "muscle": "muscles",
    "muscles": "muscles",
    "closed_muscles": "muscles",
    "inside": "blocked_regions",
    "sites": "sites",
    "red_flags": "contraindications",
    "presets": "presets",
}
"""Fields of entries that name entries, and the kind that they name."""


def _too_sure(library: Library) -> Iterator[str]:
    """Nobody is sure of what nobody read."""
    for _, entry in library.entries():
        if isinstance(entry, Entry) and entry.confidence in {Confidence.HIGH, Confidence.MODERATE}:
            reads = {library.sources[name].read for name in entry.source}
            if reads <= {Read.UNREAD}:
                yield f"“{entry.id}” is of {entry.confidence} confidence and no source was read: call it low or assumed"


def _claims(library: Library) -> Iterator[str]:
    for key, text in texts(library).items():
        if claim := unsupported(text):
            yield f"“{key}” says “{claim}”, which nothing supports: leave it out"
