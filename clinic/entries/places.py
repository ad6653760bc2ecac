"""Muscles, the sites where they are pressed, and where nobody presses."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from clinic.entries.entry import Entry, Id, Words
from clinic.entries.restriction import NOTHING, Restriction
from protocol.sentence import Sentence
from session import caps


class Position(StrEnum):
    """How the client lies or sits."""

    PRONE = "prone"
    SUPINE = "supine"
    SIDE = "side-lying"
    SEATED = "seated"


class View(StrEnum):
    """On which picture of the body a place is drawn."""

    FRONT = "front"
    BACK = "back"
    SIDE = "side"


class Region(StrEnum):
    """Which caps hold; the values of the session's regions complete sentences, these stand in files."""

    FACE = "face"
    NECK = "neck"
    BODY = "body"

    @property
    def of_session(self) -> caps.Region:
        """The session's name of it."""
        return caps.Region[self.name]


class Muscle(Entry):
    """A muscle, where its pain is felt, and what lies near it. Referral is a hint: no zone is fixed (Delphi 2018)."""

    name: Words
    referral: Words
    complaint: Words
    danger: tuple[Words, ...] = ()
    """What lies near it, and how it is not pressed."""


class Site(Entry):
    """A place on a muscle where the tool may press, or must not."""

    muscle: Id
    name: Words
    place: Words
    """How to find it."""
    region: Region
    view: View
    positions: tuple[Position, ...] = Field(min_length=1)
    press: Words
    """How the tool is put and moved here."""
    light: bool = False
    """Called light or low: 0.7 × the pain threshold and 30 N at most."""
    inside: Id | None = None
    """The always blocked region that it lies in."""
    blocked: bool = False
    restriction: Restriction = NOTHING
    """What holds here beyond the caps of the region."""

    @property
    def is_blocked(self) -> bool:
        """Whether no tool presses here."""
        return self.blocked or self.inside is not None

    @property
    def of_session(self) -> caps.Site:
        """What the session needs to know of it; raises `ValueError` for a site that is blocked."""
        if self.is_blocked:
            raise ValueError(Sentence("{site} is blocked: choose another site", site=Sentence(self.name)))
        return caps.Site(self.region.of_session, self.light)


class BlockedRegion(Entry):
    """Where nobody presses, whoever asks; drawn on the map, and not editable."""

    name: Words
    place: Words
    """Its borders."""
    why: Words
    views: tuple[View, ...] = Field(min_length=1)
