"""What an instrument can do, and what therefore cannot be had from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from protocol.layout import Direction
from protocol.sentence import Sentence

SLOWEST_TREATMENT_HZ: Final = 50.0
"""Guided treatment of a person needs readings at least this often (assumed; docs/risks.md)."""

STALE_S: Final = 0.5
"""After so long without a reading the last one is not "now" any more (assumed; docs/risks.md)."""

SLOW_US: Final = 25_000
"""What the analysis is told where times are those of arrival: 40 Hz, below its limit for slopes and falls."""

UNKNOWN_US: Final = 1_000_000
"""What the analysis is told where nobody knows how often readings come: nothing faster than seconds (assumed)."""


GUIDANCE: Final = Sentence("guided treatment")
NO_AREA: Final = Sentence("the area of the contact is not known")
TOO_FEW: Final = Sentence("fewer than {rate_hz:g} readings a second are certain", rate_hz=SLOWEST_TREATMENT_HZ)


class Clock(StrEnum):
    """Where the time of a reading comes from."""

    STAMPED = "each reading carries the instrument's time"
    PACED = "readings are counted, and the instrument takes them at a known period"
    ARRIVAL = "readings have only the time of their arrival"


class Lack(NamedTuple):
    """Something that cannot be had, and why."""

    what: str
    why: str

    def __str__(self) -> str:
        return Sentence("{what}: not available, {why}", what=self.what, why=self.why)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ability:
    """What one instrument can do."""

    rate_hz: float | None
    """Readings a second; None where they come irregularly or nobody knows."""
    clock: Clock
    tare: bool
    """Whether the instrument sets its own zero when asked."""
    resend: bool
    """Whether readings that the radio lost can be asked for again."""
    direction: Direction
    """Which way it is loaded; a force above 0 is such a load."""
    area_cm2: float | None = None
    """Area that presses on the person; None where nobody knows it, and then there is no pressure."""
    stale_s: float = STALE_S

    @property
    def treats(self) -> bool:
        """Whether it may guide the treatment of a person: compression on a known area, often enough."""
        return self._refusal is None

    @property
    def slopes(self) -> bool:
        """Whether times are good enough for slopes and for what depends on them."""
        return self._slow_because is None

    @property
    def period_us(self) -> int:
        """What the analysis is to take for the period: never one at which it measures what the times cannot show."""
        if self.rate_hz is None:
            return UNKNOWN_US
        period_us = round(1e6 / self.rate_hz)
        return max(period_us, SLOW_US) if self.clock is Clock.ARRIVAL else period_us

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """What cannot be had from this instrument, each with its reason."""
        refusal = self._refusal
        found = (
            Lack(GUIDANCE, refusal) if refusal else None,
            Lack(Sentence("pressure"), NO_AREA) if self.area_cm2 is None else None,
            Lack(Sentence("slopes and fall times"), self._slow_because) if self._slow_because else None,
            None if self.tare else Lack(Sentence("tare on the instrument"), Sentence("it takes no such command")),
            None if self.resend else Lack(Sentence("lost readings"), Sentence("the instrument does not keep them")),
        )
        return tuple(lack for lack in found if lack is not None)

    @property
    def _refusal(self) -> str | None:
        if Direction.COMPRESSION not in self.direction:
            return Sentence("the instrument is pulled and cannot press")
        if self.area_cm2 is None:
            return NO_AREA
        if self.rate_hz is None or self.rate_hz < SLOWEST_TREATMENT_HZ:
            return TOO_FEW
        return None

    @property
    def _slow_because(self) -> str | None:
        if self.clock is Clock.ARRIVAL:
            return Clock.ARRIVAL
        if self.rate_hz is None or self.rate_hz < SLOWEST_TREATMENT_HZ:
            return TOO_FEW
        return None
