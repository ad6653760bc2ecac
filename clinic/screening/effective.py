"""The one function that limits every force that is asked for, and for how long.

Each rule is a row of the table in docs/screening.md. All limits that hold are collected, the lowest wins, and the
reasons say which it was. What cannot be allowed at all is `Refused`, with every reason.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Final, assert_never

from pydantic import Field, NonNegativeFloat, NonNegativeInt, PositiveFloat

from analysis.doses import pressure_kpa
from clinic.entries.entry import Value
from clinic.library import Library
from clinic.screening.asked import Asked, Bench, Subject, Use
from clinic.screening.bounds import Bound, Quantity, bounds, left_at_point, time_bounds
from clinic.screening.case import Case
from clinic.screening.chart import Chart
from clinic.screening.findings import Finding
from clinic.screening.refusals import refusals
from protocol.sentence import Sentence
from session.errors import InputError
from session.plan import STOP_NRS, Cap
from session.told import Told

BENCH_N: Final = 60.0
"""Half of the device's 120 N (*assumed*): without a person no site is known, so a low cap holds everywhere."""
BENCH: Final = Sentence("bench and simulator only: half of the device's 120 N (assumed)")
BENCH_CAP: Final = Cap(force_n=BENCH_N, reasons=(BENCH,))
SEARCH_S: Final = 20.0
"""Contact may last so much longer than the time from first in band, to find the band: 110 − 90 s, *assumed*."""


class Refused(Value):
    """Nobody is pressed there now."""

    reasons: tuple[Told, ...] = Field(min_length=1)
    referral: tuple[Told, ...] = ()
    """What to tell the client, where a sign needs a physician."""

    @property
    def sentence(self) -> str:
        """For people."""
        return Sentence.joined("; ", self.reasons)


class EffectiveCap(Value):
    """The most that may be asked for: force and pressure say the same with this tip."""

    cap: Cap
    use: Use | None
    """None on the bench."""
    area_cm2: PositiveFloat | None
    pressure_kpa: PositiveFloat | None
    """None on the bench, where no tip has to be known."""
    bounds: tuple[Bound, ...] = ()
    """All that were looked at, the tightest first."""
    threshold_kpa: PositiveFloat | None = None
    """What targets may be a share of; None where there is none, or none may be used."""
    tolerance_kpa: PositiveFloat | None = None
    pain_guided: bool = True
    """Whether a plan may be led by reports of pain."""
    highest_nrs: NonNegativeInt | None = None
    """Pain that leads may go to; None: to the plan's own."""
    capped: bool = False
    """The client's cap is lowered: a hold stops from pain 6 on, and the classic scale is not offered."""
    pain_limit_nrs: Annotated[int, Field(ge=1, le=STOP_NRS)] = STOP_NRS
    """Pain that stops a hold."""
    point_left_s: PositiveFloat | None = None
    """What is left of the time of pressure at this point in this visit; None on the bench."""
    shortest_rest_s: NonNegativeFloat = 0.0
    """Between two holds at one point."""
    findings: tuple[Finding, ...] = ()

    @property
    def force_n(self) -> float:
        """The lowest of all limits."""
        return self.cap.force_n

    @property
    def hold_s(self) -> float:
        """From first in band."""
        return self.cap.band_s


def effective_cap(library: Library, subject: Subject, asked: Asked | None, now: datetime) -> EffectiveCap | Refused:
    """What `subject` may be asked to bear; on the bench nothing has to be asked for."""
    match subject:
        case Bench():
            return EffectiveCap(cap=BENCH_CAP, use=None, area_cm2=None, pressure_kpa=None)
        case Chart() if asked is None:
            return Refused(reasons=(Sentence("no place was named: choose site and side"),))
        case Chart():
            return _on_person(library, subject, asked, now)
        case _:
            assert_never(subject)


def require_cap(library: Library, subject: Subject, asked: Asked | None, now: datetime) -> EffectiveCap:
    """The effective cap; raises `InputError` with every reason where there is none."""
    match effective_cap(library, subject, asked, now):
        case EffectiveCap() as cap:
            return cap
        case Refused() as refused:
            raise InputError(Sentence("nobody is pressed here now: {why}", why=refused.sentence))


def _on_person(library: Library, chart: Chart, asked: Asked, now: datetime) -> EffectiveCap | Refused:
    if asked.spot.site not in library.sites:
        unknown = Sentence("there is no site “{site}”: choose one of the map", site=asked.spot.site)
        return Refused(reasons=(unknown,))
    case = Case.of(library, chart, asked, now)
    if reasons := tuple(refusals(case)):
        return Refused(reasons=reasons, referral=_referral(case.found))
    return _capped(case)


def _referral(found: tuple[Finding, ...]) -> tuple[str, ...]:
    return tuple(Sentence(each.advice) for each in found if each.red_flag and each.effect.blocks)


def _capped(case: Case) -> EffectiveCap:
    area_cm2, less = case.asked.area_cm2, case.restriction
    tightest = sorted(bounds(case), key=lambda bound: _newtons(bound, area_cm2))
    shortest = min(time_bounds(case), key=lambda bound: bound.value)
    force_n, contact_s = _newtons(tightest[0], area_cm2), case.limit("hold-from-contact")
    return EffectiveCap(
        cap=Cap(
            force_n=force_n,
            band_s=shortest.value,
            contact_s=min(contact_s, shortest.value + SEARCH_S, left_at_point(case).value),
            reasons=(tightest[0].sentence, shortest.sentence),
        ),
        use=case.asked.use,
        area_cm2=area_cm2,
        pressure_kpa=pressure_kpa(force_n, area_cm2),
        bounds=(*tightest, shortest),
        threshold_kpa=case.threshold_kpa,
        tolerance_kpa=case.tolerance_kpa,
        pain_guided=not less.no_pain_guided,
        highest_nrs=round(case.limit("unknown-nrs")) if case.threshold_kpa is None else None,
        capped=less.early_stop,
        pain_limit_nrs=int(case.limit("stop-nrs-capped" if less.early_stop else "stop-nrs")),
        point_left_s=left_at_point(case).value,
        shortest_rest_s=case.limit("rest"),
        findings=case.found,
    )


def _newtons(bound: Bound, area_cm2: float) -> float:
    """The force at which a limit of force or pressure is reached with this tip."""
    return bound.value if bound.quantity is Quantity.FORCE else bound.value / pressure_kpa(1.0, area_cm2)
