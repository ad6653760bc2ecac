"""What is asked, said and advised, and which sites are usually examined for a complaint."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from clinic.entries.entry import Entry, Id, Words


class Symptom(Entry):
    """What a client comes with."""

    name: Words
    question: Words
    red_flags: tuple[Id, ...] = ()
    """Contraindications to ask after when it is there."""


class Factor(Entry):
    """What may have contributed to it."""

    name: Words
    question: Words
    red_flags: tuple[Id, ...] = ()


class Moment(StrEnum):
    """When a text is for."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    HOME = "home"
    CALL = "call"
    """When to call the therapist."""
    URGENT = "urgent"
    """When to seek urgent care."""


class Expectation(Entry):
    """What to tell a client before the first press."""

    moment: Moment
    text: Words


class Aftercare(Entry):
    """What to advise afterwards."""

    moment: Moment
    text: Words
    support: Words
    """What speaks for it."""


class Complaint(Entry):
    """A condition that the field treats, and the sites usually examined. No diagnosis, no promise."""

    name: Words
    text: Words
    sites: tuple[Id, ...] = Field(min_length=1)
    red_flags: tuple[Id, ...] = Field(min_length=1)
    """Contraindications to ask after first."""
    presets: tuple[Id, ...] = ()
    evidence: Words
