"""What every entry has: an id for ever, sources, and how sure it is."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, StringConstraints


class _Shown(NamedTuple):
    """Marks a text that people read, and that therefore is translated."""


SHOWN: Final = _Shown()

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""Lower case with hyphens; never given again to something else, since visits are stored with it."""
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), SHOWN]
"""A text for people, in English; its key for translations is made of kind, id and field."""


class Confidence(StrEnum):
    """How sure an entry is."""

    HIGH = "high"
    """Two or more sources that agree, or a standard."""
    MODERATE = "moderate"
    """One good source."""
    LOW = "low"
    """Derived, read second hand, or from memory."""
    ASSUMED = "assumed"
    """A conservative choice of engineering."""


class Read(StrEnum):
    """How much of a source was read by whoever wrote the entry."""

    ABSTRACT = "abstract"
    """The abstract, or the first page."""
    SECONDARY = "secondary"
    """Another text that quotes it."""
    UNREAD = "unread"
    """Known from memory; or there is nothing to read, as with a choice of engineering."""


class Value(BaseModel):
    """Frozen, complete, never NaN."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Source(Value):
    """Where entries come from."""

    id: Id
    text: Words
    """Authors, journal, year, pages; or what it is."""
    where: str | None = None
    """A DOI, a number of PubMed or the address where it was read."""
    read: Read


class Entry(Value):
    """An id, where it comes from and how sure it is."""

    id: Id
    source: tuple[Id, ...] = Field(min_length=1)
    """Ids of sources."""
    confidence: Confidence
