"""A recording, whatever kind of file it came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

from analysis.settings import Settings
from protocol.blocks import SampleBlock
from session.documents import LinkDocument
from session.errors import InputError
from session.live_summary import LiveSummary
from session.offline.request import Request
from session.offline.survey import Survey

ASSUMED_HEADROOM: Final = 1.5
"""Assumed: a sensor's full scale is at least this many times the highest force of a recording made with it."""


class Instrument(NamedTuple):
    """What a tool says about itself; a table says nothing."""

    area_cm2: float | None = None
    full_scale_n: float | None = None


UNKNOWN: Final = Instrument()


class Retarget(NamedTuple):
    """From the next contact on another target counts, as it did in the treatment."""

    target_n: float
    band_percent: float


class Retip(NamedTuple):
    """From here on readings are taken with a tip of this area, None where it is not known."""

    area_cm2: float | None


class LetGo(NamedTuple):
    """A let-go was called at this time of the recording's clock."""

    time_us: int


Piece: TypeAlias = SampleBlock | Retarget | Retip | LetGo


@dataclass(frozen=True, slots=True)
class Source:
    """A recording that can be measured."""

    file: str
    settings: Settings
    rate_hz: float
    pieces: Callable[[], Iterator[Piece]]
    """Reads from the beginning at each call; raises `InputError`."""
    tool: str | None = None
    """Serial number."""
    simulated: bool = False
    notes: tuple[str, ...] = ()
    link: LinkDocument | None = None
    """How the readings of a record arrived; a table does not say."""
    live: LiveSummary | None = None
    """What was shown at the end; None where something else is asked for than was shown."""


def settings_for(request: Request, facts: Survey, instrument: Instrument = UNKNOWN) -> Settings:
    """What was asked for goes before what the instrument says; a full scale that nobody knows is assumed.

    Raises `InputError` where the thresholds contradict each other.
    """
    full_scale_n = request.full_scale_n or instrument.full_scale_n
    assumed_n = ASSUMED_HEADROOM * facts.peak_n if facts.peak_n > 0 else None
    on_n, off_n = _thresholds_n(request, facts)
    try:
        return Settings(
            period_us=facts.period_us,
            on_n=on_n,
            off_n=off_n,
            min_hold_s=request.min_hold_s,
            merge_s=request.merge_s,
            area_cm2=request.area_cm2 or instrument.area_cm2,
            target_n=request.target_n,
            band_percent=request.band_percent,
            cap_n=request.cap_n,
            ramp_kpa_per_s=request.ramp_kpa_per_s,
            ppt_kpa=request.ppt_kpa,
            braced=request.braced,
            full_scale_n=full_scale_n or assumed_n,
            full_scale_assumed=full_scale_n is None,
        )
    except ValueError as error:
        raise InputError(f"these thresholds do not fit the recording: {error}") from error


def doubts(request: Request, facts: Survey) -> tuple[str, ...]:
    """What the readings say against the request, and what in it does nothing."""
    found = []
    if request.full_scale_n is not None and request.full_scale_n < facts.peak_n:
        found.append(f"--full-scale is below the highest reading, {facts.peak_n:.1f} N: the upper bounds are too low")
    if request.band_percent is not None and request.target_n is None:
        found.append("--band does nothing without a target: give --target too, and the time in the band is measured")
    return tuple(found)


def _thresholds_n(request: Request, facts: Survey) -> tuple[float, float]:
    """Where a contact begins and ends; a share of a recording that never rests at zero may come to nothing."""
    on_n, off_n = facts.newtons(request.on), facts.newtons(request.off)
    if on_n <= 0:
        why = f"contact would begin at {on_n:.3g} N, and must begin above 0"
        raise InputError(f"{why}: give --on in newtons, or take the rest off with --zero")
    return on_n, off_n
