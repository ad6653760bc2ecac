"""How each place stands now: open, less allowed, to be asked about, or closed, and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import Final, NamedTuple

from clinic.entries.places import Site
from clinic.library import Library
from clinic.report.words import Words
from clinic.screening.answers import Side, Spot
from clinic.screening.asked import Asked, Use
from clinic.screening.chart import Chart
from clinic.screening.effective import EffectiveCap, effective_cap
from clinic.screening.findings import Effect, Finding, findings
from clinic.screening.questionnaire import spot_questions
from protocol.sentence import Sentence

SIDES: Final = (Side.LEFT, Side.RIGHT)
LOWERS: Final = frozenset({Effect.CAPPED, Effect.PRESUMED})
"""Findings that lower a limit; others that do not block are only kept in mind."""


class Standing(StrEnum):
    """Of one place; the value is the word that is shown."""

    OPEN = "may be pressed"
    CAUTION = "less is allowed"
    ASK = "ask about this place first"
    CLOSED = "blocked now"
    NEVER = "always blocked"


class Place(NamedTuple):
    """A site on one side, with all that a map says about it."""

    spot: Spot
    name: str
    """Of the site, in the reader's language."""
    side: str
    """In the reader's language."""
    muscle: str
    """Its id, for the zones of its pain."""
    muscle_name: str
    where: str
    """How to find it."""
    referral: str
    """Where its pain is often felt; a hint."""
    standing: Standing
    reasons: tuple[str, ...]
    """Why it stands so; of an open one what is to be kept in mind."""


class Visited(NamedTuple):
    """Whose map it is: the person's screening, the tip that is on, and when."""

    chart: Chart
    area_cm2: float
    now: datetime


def places(words: Words, visited: Visited | None) -> tuple[Place, ...]:
    """Every site on both sides, in the order of the library; without anybody screened only what is always blocked."""
    return tuple(place_at(words, visited, Spot(site=site, side=side)) for site in words.library.sites for side in SIDES)


def place_at(words: Words, visited: Visited | None, spot: Spot) -> Place:
    """One of them; raises `KeyError` for a site that there is not."""
    library = words.library
    site = library.sites[spot.site]
    muscle = library.muscles[site.muscle]
    standing, reasons = _standing(library, visited, spot)
    return Place(
        spot=spot,
        name=words.of("sites", site, "name"),
        side=words.side(spot.side),
        muscle=muscle.id,
        muscle_name=words.of("muscles", muscle, "name"),
        where=words.of("sites", site, "place"),
        referral=words.of("muscles", muscle, "referral"),
        standing=standing,
        reasons=reasons,
    )


def _standing(library: Library, visited: Visited | None, spot: Spot) -> tuple[Standing, tuple[str, ...]]:
    site = library.sites[spot.site]
    if site.is_blocked:
        return Standing.NEVER, (_never(library, site),)
    if visited is None:
        return Standing.OPEN, ()
    found = findings(library, visited.chart, spot, visited.now)
    asked = Asked(use=Use.TREATMENT, spot=spot, area_cm2=visited.area_cm2)
    match effective_cap(library, visited.chart, asked, visited.now):
        case EffectiveCap():
            lowered = any(each.effect in LOWERS for each in found)
            return (Standing.CAUTION if lowered else Standing.OPEN), tuple(each.sentence for each in found)
        case refused:
            unasked = {each.sentence for each in _unasked_here(library, found)}
            others = tuple(reason for reason in refused.reasons if reason not in unasked)
            return (Standing.CLOSED, others) if others else (Standing.ASK, refused.reasons)


def _never(library: Library, site: Site) -> Sentence:
    if site.inside is None:
        return Sentence(site.press)
    region = library.blocked_regions[site.inside]
    return Sentence("{region}: {why}", region=Sentence(region.name), why=Sentence(region.why))


def _unasked_here(library: Library, found: tuple[Finding, ...]) -> Iterator[Finding]:
    """Questions about the place itself that nobody has asked yet."""
    local = {question.id for question in spot_questions(library)}
    return (each for each in found if each.effect is Effect.NOT_ASKED and each.question in local)
