"""Limits, contraindications and signs that end a press."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from pydantic import Field, PositiveFloat

from clinic.entries.entry import Entry, Id, Words
from clinic.entries.places import Region
from clinic.entries.restriction import NOTHING, Restriction
from session.inputs import StopReason


class Bound(StrEnum):
    """Which way is the safe one."""

    AT_MOST = "at-most"
    AT_LEAST = "at-least"


class Limit(Entry):
    """A figure of safety: a clinic may move it to the safe side only."""

    name: Words
    value: PositiveFloat
    unit: str
    bound: Bound

    def is_tighter(self, value: float) -> bool:
        """Whether `value` would allow no more than this limit does."""
        return value <= self.value if self.bound is Bound.AT_MOST else value >= self.value


class Kind(StrEnum):
    """What a "yes" or an "unsure" does."""

    NOTE = "note"
    """A line to read, and what `restriction` says."""
    RELATIVE = "relative"
    """Less is allowed, after a written acknowledgement at each visit."""
    SITE = "site"
    """Blocks the place that it concerns; other places stay open, under `restriction`."""
    CLEARABLE = "clearable"
    """Blocks until a named practitioner clears it with date and reason; then as `RELATIVE`."""
    ABSOLUTE = "absolute"
    """Blocks until a physician's clearance is recorded; then as `RELATIVE`."""


TIGHTER: Final[dict[Kind, frozenset[Kind]]] = {
    Kind.NOTE: frozenset(Kind),
    Kind.RELATIVE: frozenset({Kind.RELATIVE, Kind.CLEARABLE, Kind.ABSOLUTE}),
    Kind.SITE: frozenset({Kind.SITE, Kind.ABSOLUTE}),
    Kind.CLEARABLE: frozenset({Kind.CLEARABLE, Kind.ABSOLUTE}),
    Kind.ABSOLUTE: frozenset({Kind.ABSOLUTE}),
}
"""What a clinic may make of a kind. A block of one place and a cap everywhere do not compare."""


CAPPED: Final = Restriction(halves_unknown=True, no_tolerance=True, early_stop=True)
"""What every cap implies, whatever the finding; a block that was cleared opens to this."""
CAPPING: Final = frozenset({Kind.RELATIVE, Kind.CLEARABLE, Kind.ABSOLUTE})
"""Kinds after which less is allowed."""


class Contraindication(Entry):
    """A question, and what the answer does."""

    name: Words
    question: Words
    kind: Kind
    red_flag: bool = False
    """A sign of something that needs a physician."""
    hard: bool = False
    """Asked at every entrance, before anybody is pressed in a quick session too."""
    regions: tuple[Region, ...] = Field(default=tuple(Region), min_length=1)
    """Where it counts."""
    closed_muscles: tuple[Id, ...] = ()
    """Muscles whose sites stay closed while the answer stands, whoever cleared the rest."""
    restriction: Restriction = NOTHING
    """What is special about this finding; `holds` has everything."""
    advice: Words
    """What to do, and what to tell the client."""

    @property
    def holds(self) -> Restriction:
        """What holds while the answer stands, and still after a block was cleared."""
        return self.restriction.with_also(CAPPED) if self.kind in CAPPING else self.restriction

    @property
    def blocks(self) -> bool:
        """Whether it blocks until somebody clears it: everywhere in `regions`, or with `Kind.SITE` at the place."""
        return self.kind not in {Kind.NOTE, Kind.RELATIVE}


class StopAction(StrEnum):
    """What a sign in a treatment does, besides letting go."""

    CLOSES_POINT = "closes-point"
    """The point stays closed today."""
    CLOSES_SESSION = "closes-session"
    """The session ends, with a text of referral."""
    LOWERS_TARGET = "lowers-target"
    """The next hold asks for 20 % less."""
    ASKS = "asks"
    """An explicit "go on" is needed; nothing else changes."""

    @property
    def reason(self) -> StopReason:
        """What the session is told, which then does it."""
        return REASONS[self]


REASONS: Final[dict[StopAction, StopReason]] = {
    StopAction.CLOSES_POINT: StopReason.NERVE,
    StopAction.CLOSES_SESSION: StopReason.UNWELL,
    StopAction.LOWERS_TARGET: StopReason.TOO_PAINFUL,
    StopAction.ASKS: StopReason.OTHER,
}
"""The session's reason for each."""


class StopSign(Entry):
    """A sign on which the tool is lifted at once."""

    name: Words
    action: StopAction
    advice: Words
