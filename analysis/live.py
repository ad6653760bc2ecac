"""What the hand does at the latest reading."""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple, overload

from analysis.advisory import Advisory, Off, Why
from analysis.contact import Away, ContactState, LettingGo, Touching
from analysis.doses import dose
from analysis.reading import Reading
from analysis.slope import leaves_in_s
from analysis.slow import SlowStages
from analysis.tally import Tally, over_cap_peak_n
from protocol.blocks import GRID_PER_N

NEAR_SHARE: Final = 0.3
"""Of the target: below it a hand is still finding the point, and nothing it does is an error (*assumed*)."""


class Phase(Enum):
    """Where the hand is in a hold.

    IDLE is before the first hold, REST after one. CONTACT lasts until a reading reaches 30 % of the target, RAMP until
    one reaches the band's lower edge; then the latest reading decides between BELOW, IN_BAND and ABOVE. Without a
    band all of it is CONTACT. LETTING_GO is below the let-go threshold, but not yet for as long as a let-go has to
    last.
    """

    IDLE = "idle"
    REST = "rest"
    CONTACT = "contact"
    RAMP = "ramp"
    BELOW = "below"
    IN_BAND = "in_band"
    ABOVE = "above"
    LETTING_GO = "letting_go"


class Live(NamedTuple):
    """The latest reading and the present contact.

    Times on the instrument's clock. Without contact everything about a contact is 0 or None. While LETTING_GO the
    sums stand where the hold would end, and what a finished hold says is exactly the last of these. A contact
    shows up at its first reading, also one that turns out too short to be a hold.
    """

    time_s: float | None
    """None before the first reading, as `force_n`."""
    force_n: float | None
    phase: Phase
    contact: bool
    contact_s: float
    """Since the contact's first reading; runs on while LETTING_GO."""
    since_first_in_band_s: float | None
    in_band_s: float
    left_s: float | None
    """Of the prescribed time in band; None without one."""
    rate_n_per_s: float | None
    """Slope of the force over the last half second; None until so much of this contact is known."""
    leaves_band_in_s: float | None
    """Early warning: when the force leaves the band if it goes on like this; None outside it or not within 2 s."""
    advisory: Advisory
    """Whether softening is watched in this contact, and what is suspected."""
    rest_s: float | None
    """Since the end of the latest hold; None before it and while in contact."""
    impulse_n_s: float
    dose_kpa_s: float | None
    """None without a tip area."""
    dose_high_kpa_s: float | None
    """Upper bound of the dose; None too when readings are missing and the full scale is unknown."""
    peak_n: float | None
    over_cap_run_s: float
    """From the first reading of the present run above the cap to the latest; gaps do not end a run."""
    over_cap_s: float
    """Measured time above the cap in this contact."""
    over_cap_peak_n: float | None
    """Highest force of this contact if above the cap."""
    holds: int
    """Completed so far."""
    samples: int
    lost_samples: int
    saturated: int


QUIET: Final = Live(
    time_s=None,
    force_n=None,
    phase=Phase.IDLE,
    contact=False,
    contact_s=0.0,
    since_first_in_band_s=None,
    in_band_s=0.0,
    left_s=None,
    rate_n_per_s=None,
    leaves_band_in_s=None,
    advisory=Off(Why.NO_CONTACT),
    rest_s=None,
    impulse_n_s=0.0,
    dose_kpa_s=None,
    dose_high_kpa_s=None,
    peak_n=None,
    over_cap_run_s=0.0,
    over_cap_s=0.0,
    over_cap_peak_n=None,
    holds=0,
    samples=0,
    lost_samples=0,
    saturated=0,
)
"""Before the first reading."""


class Counts(NamedTuple):
    """What has come so far."""

    holds: int
    samples: int
    lost_samples: int
    saturated: int


def look(latest: Reading, state: ContactState, slow: SlowStages, counts: Counts) -> Live:
    """What is known at `latest`."""
    if isinstance(state, Away):
        return _apart(latest, state, counts)
    settings = state.start.settings
    tally = state.ended if isinstance(state, LettingGo) else state.tally
    bounds = dose(tally, settings)
    phase, rate_n_per_s = _phase(latest, state, tally), slow.slope.n_per_s(state.start.slot)
    band = settings.band if phase is Phase.IN_BAND else None
    return Live(
        time_s=latest.time_us / 1e6,
        force_n=latest.force_q / GRID_PER_N,
        phase=phase,
        contact=True,
        contact_s=_since_s(state.start.time_us, latest),
        since_first_in_band_s=_since_s(tally.band.first_us, latest),
        in_band_s=tally.in_band_s,
        left_s=None if settings.hold_s is None else max(settings.hold_s - tally.in_band_s, 0.0),
        rate_n_per_s=rate_n_per_s,
        leaves_band_in_s=leaves_in_s(rate_n_per_s, band, latest.force_q),
        advisory=slow.advisory,
        rest_s=None,
        impulse_n_s=tally.impulse_n_s,
        dose_kpa_s=bounds.measured_kpa_s,
        dose_high_kpa_s=bounds.high_kpa_s,
        peak_n=tally.peak_n,
        over_cap_run_s=_since_s(state.tally.over.since_us, latest) or 0.0,
        over_cap_s=tally.over_cap_s,
        over_cap_peak_n=over_cap_peak_n(tally, settings),
        holds=counts.holds,
        samples=counts.samples,
        lost_samples=counts.lost_samples,
        saturated=counts.saturated,
    )


def _apart(latest: Reading, state: Away, counts: Counts) -> Live:
    """Without contact."""
    return QUIET._replace(
        time_s=latest.time_us / 1e6,
        force_n=latest.force_q / GRID_PER_N,
        phase=Phase.IDLE if state.since_us is None else Phase.REST,
        rest_s=_since_s(state.since_us, latest),
        **counts._asdict(),
    )


def _phase(latest: Reading, state: Touching | LettingGo, tally: Tally) -> Phase:
    settings = state.start.settings
    band = settings.band
    if isinstance(state, LettingGo):
        return Phase.LETTING_GO
    if band is None or tally.peak_q < NEAR_SHARE * (settings.target_n or 0.0) * GRID_PER_N:
        return Phase.CONTACT
    if tally.peak_q < band.low_q:
        return Phase.RAMP
    if latest.force_q < band.low_q:
        return Phase.BELOW
    return Phase.ABOVE if latest.force_q > band.high_q else Phase.IN_BAND


@overload
def _since_s(then_us: int, latest: Reading) -> float: ...
@overload
def _since_s(then_us: int | None, latest: Reading) -> float | None: ...
def _since_s(then_us: int | None, latest: Reading) -> float | None:
    return None if then_us is None else (latest.time_us - then_us) / 1e6
