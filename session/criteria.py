"""Everything that ends a hold, and which reason is named when several fire at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from analysis.live import Phase
from session import pain
from session.cue import Why
from session.inputs import Input, Pain, Softer, Stop
from session.looking import UNASKED, Look
from session.plan import Plan
from session.seen import Seen
from session.silence import silent, stale
from session.state import Pressing

OVER_CAP_S: Final = 1.0
"""Above the cap for this long: let go."""
OVER_CAP_SHARE: Final = 1.15
"""Above this share of the cap at all: let go."""
STEADY_S: Final = 0.3
"""A hand that sits on the band's edge leaves it with each beat of its tremor: out for less than this is still in."""

PAIN_STOPS: Final = frozenset({Why.PAIN_HIGH, Why.PAIN_RISING})
"""After these stops what goes on goes on with less force."""
LIMITS: Final = frozenset({Why.CONTACT_LIMIT, Why.BAND_LIMIT})
"""A hold that ends by one of these is over, and is not done again."""
WORST_FIRST: Final = (
    Why.PATIENT_STOP,
    Why.THERAPIST_STOP,
    Why.PAIN_HIGH,
    Why.PAIN_RISING,
    Why.TOO_PAINFUL,
    Why.OVERLOAD,
    Why.SENSOR_FAULT,
    Why.OVER_CAP,
    Why.CONTACT_LIMIT,
    Why.BAND_LIMIT,
    Why.PAIN_GONE,
    Why.PAIN_HALVED,
    Why.SOFTER_FELT,
    Why.DOSE,
    Why.TIME_IN_BAND,
)
"""What is named when several fire at the same moment: people before the tool, danger before the aim."""


class Moment(NamedTuple):
    """What is seen and heard at one moment of the host's clock."""

    seen: Seen
    t_s: float
    said: tuple[Input, ...] = ()
    look: Look = UNASKED


def stop(plan: Plan, hold: Pressing | None, value: Input, moment: Moment) -> Why | None:
    """Why this input stops the treatment, in a hold (also one that has lost contact) or, without one, beside it."""
    match value:
        case Stop():
            return Why.THERAPIST_STOP
        case Pain(nrs=nrs, recalled=recalled) if nrs >= plan.stop_nrs and not (hold and recalled):
            return Why.PAIN_HIGH
        case Pain() if hold and not _above(moment) and pain.rises(hold.pain, value):
            return Why.PAIN_RISING
        case _:
            return None


def ends(plan: Plan, hold: Pressing, moment: Moment) -> Why | None:
    """Why a hold that nobody stopped ends now: the first reason of `WORST_FIRST` that fires."""
    firing = [why for part in (_faults, _limits, _aims) for why in part(plan, hold, moment)]
    return worst(*firing) if firing else None


def worst(*firing: Why) -> Why:
    """The one that is named."""
    return min(firing, key=WORST_FIRST.index)


def in_band(hold: Pressing, moment: Moment) -> bool:
    """Whether the hand is in the band, as far as fresh data can say, but for its tremor."""
    since_s = hold.in_band_at_s
    return since_s is not None and moment.t_s - since_s < STEADY_S and not stale(moment.seen.age_s)


def _faults(plan: Plan, _: Pressing, moment: Moment) -> Iterator[Why]:
    """What the tool says against itself, and too much force."""
    seen, live = moment.seen, moment.seen.live
    if seen.overload:
        yield Why.OVERLOAD
    if seen.sensor_fault:
        yield Why.SENSOR_FAULT
    peak_n = max(live.force_n or 0.0, live.over_cap_peak_n or 0.0)
    if live.over_cap_run_s >= OVER_CAP_S or peak_n > OVER_CAP_SHARE * plan.cap.force_n:
        yield Why.OVER_CAP


def _limits(plan: Plan, hold: Pressing, moment: Moment) -> Iterator[Why]:
    """The longest hold, on the host's clock and on the tool's: whichever says more."""
    live, t_s = moment.seen.live, moment.t_s
    if max(t_s - hold.since_s, live.contact_s) >= plan.cap.contact_s:
        yield Why.CONTACT_LIMIT
    since_band_s = 0.0 if hold.band_since_s is None else t_s - hold.band_since_s
    if max(since_band_s, live.since_first_in_band_s or 0.0) >= plan.cap.band_s:
        yield Why.BAND_LIMIT


def _aims(plan: Plan, hold: Pressing, moment: Moment) -> Iterator[Why]:
    """What the plan asks for. While the data are silent nothing is an aim: the let-go is already called, and named."""
    if silent(moment.seen.age_s):
        return
    held_s = hold.held_s(moment.t_s)
    if held_s is not None and held_s >= pain.RELIEF_S and in_band(hold, moment):
        yield from pain.relief(hold.pain, moment.said, plan)
    if plan.ends_when_softer and held_s is not None and any(isinstance(value, Softer) for value in moment.said):
        yield Why.SOFTER_FELT
    if plan.ends_at_dose_kpa_s is not None and hold.earned.dose_kpa_s >= plan.ends_at_dose_kpa_s:
        yield Why.DOSE
    if hold.earned.in_band_s >= plan.hold_s:
        yield Why.TIME_IN_BAND


def _above(moment: Moment) -> bool:
    """Whether the latest reading lies above the band: then more pain is no sign of its own."""
    return moment.seen.live.phase is Phase.ABOVE
