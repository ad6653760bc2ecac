"""What ends the way to force, and what would open it again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final, NamedTuple, assert_never

from clinic.entries.cautions import Contraindication, Kind
from clinic.entries.places import Region
from clinic.library import Library
from clinic.screening.answers import Side, Spot
from clinic.screening.chart import Chart
from clinic.screening.findings import Effect, Finding, findings
from clinic.screening.questionnaire import MINOR
from protocol.sentence import Sentence

CLEARS: Final[dict[Kind, str]] = {
    Kind.ABSOLUTE: Sentence(
        "a physician's written clearance, recorded with its document and date (palpate screen clear)"
    ),
    Kind.CLEARABLE: Sentence("a named practitioner, with a reason; or a physician's written clearance"),
    Kind.SITE: Sentence("nothing today: choose another place, and ask again when it has healed"),
    Kind.RELATIVE: Sentence("your acknowledgement for this visit; less is then allowed"),
}
"""A block by its kind."""
GUARDIAN: Final = Sentence(
    "the guardian's consent and the child's assent, both recorded (palpate screen clear --guardian)"
)


class Bar(NamedTuple):
    """One finding that blocks, and where."""

    question: str
    """Its id."""
    sentence: str
    clears: str
    everywhere: bool
    """False: only in some regions of the body."""
    regions: tuple[Region, ...]
    can_acknowledge: bool
    can_clear: bool
    """By a practitioner, with a reason."""
    referral: str
    """What to tell the client, where it is a red flag."""


def bars(library: Library, chart: Chart, now: datetime) -> tuple[Bar, ...]:
    """What the answers about the whole person block now, in the order of the questions; places are not looked at."""
    found: dict[str, tuple[Finding, list[Region]]] = {}
    for region in Region:
        for finding in _in(library, chart, region, now):
            found.setdefault(finding.question, (finding, []))[1].append(region)
    return tuple(
        _bar(library.contraindications[question], finding, tuple(regions))
        for question, (finding, regions) in found.items()
    )


def ends_the_way(blocked: tuple[Bar, ...]) -> bool:
    """Whether there is no region left where anybody could be pressed."""
    return {region for bar in blocked for region in bar.regions} == set(Region)


def clears(question: Contraindication, effect: Effect) -> str:
    """What would open a block."""
    match effect:
        case Effect.NOT_ASKED:
            return Sentence("asking the question")
        case Effect.UNACKNOWLEDGED:
            return CLEARS[Kind.RELATIVE]
        case Effect.BLOCKED:
            return GUARDIAN if question.id == MINOR else CLEARS[question.kind]
        case Effect.NOTED | Effect.CAPPED | Effect.PRESUMED:
            return Sentence("nothing has to: it does not block")
        case never:
            assert_never(never)


def _in(library: Library, chart: Chart, region: Region, now: datetime) -> Iterator[Finding]:
    """Findings about the whole person that block in a region; any of its sites shows them."""
    site = next(each.id for each in library.sites.values() if each.region is region)
    for finding in findings(library, chart, Spot(site=site, side=Side.LEFT), now):
        if finding.effect.blocks and library.contraindications[finding.question].kind is not Kind.SITE:
            yield finding


def _bar(question: Contraindication, finding: Finding, regions: tuple[Region, ...]) -> Bar:
    blocked = finding.effect is Effect.BLOCKED
    return Bar(
        question=question.id,
        sentence=finding.sentence,
        clears=clears(question, finding.effect),
        everywhere=set(regions) == set(Region),
        regions=regions,
        can_acknowledge=finding.effect is Effect.UNACKNOWLEDGED,
        can_clear=blocked and question.kind is Kind.CLEARABLE and question.id != MINOR,
        referral=question.advice if question.red_flag else "",
    )
