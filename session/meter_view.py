"""What a window or a terminal shows of an instrument that guides nobody."""

from __future__ import annotations

from dataclasses import dataclass

from protocol.instruments.ability import Lack
from session.view import LinkState, RecordState


@dataclass(frozen=True, slots=True)
class MeterHold:
    """One finished hold."""

    duration_s: float
    mean_n: float | None
    peak_n: float


@dataclass(frozen=True, slots=True)
class MeterView:
    """The state of a measurement at one moment."""

    simulated: bool
    title: str
    """What people call such an instrument."""
    name: str
    """Of this one, as it advertises, or its address."""
    refusal: str
    """Why it guides nobody."""
    lacks: tuple[Lack, ...]
    """What cannot be had from it, each with its reason."""
    link: LinkState
    link_text: str
    """What to do about the link, "" when all is well."""
    last_valid_s: float | None
    """Loop time of the arrival of the newest reading."""
    stale_s: float
    """From this age on the newest reading is not now."""
    force_n: float | None
    """That reading."""
    zero_n: float
    """What this program takes off each reading; 0 before a zero was measured here."""
    rate_hz: float | None
    """None where readings come irregularly: then there is no curve."""
    samples: int
    lost_samples: int
    malformed: int
    contact: bool
    holds: tuple[MeterHold, ...]
    recording: RecordState
    over: bool = False
    """Set once the measurement is over."""

    def age_s(self, now_s: float) -> float | None:
        """Of the newest reading, None before the first."""
        return None if self.last_valid_s is None else max(now_s - self.last_valid_s, 0.0)

    def shown_n(self, now_s: float) -> float | None:
        """The force as long as it is now."""
        age_s = self.age_s(now_s)
        return None if age_s is None or age_s >= self.stale_s else self.force_n
