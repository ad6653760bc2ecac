"""Thresholds, tolerance and the fixed probe on a person: each ends at the effective cap of its own use."""

from __future__ import annotations

from typing import Final

from analysis.algometry.probe import BAND_PERCENT
from analysis.algometry.series import READINGS
from analysis.doses import pressure_kpa
from clinic.library import Library
from clinic.screening.answers import Spot
from clinic.screening.asked import Use
from clinic.screening.effective import EffectiveCap
from protocol.sentence import Sentence
from session.errors import InputError
from session.plan import Plan
from session.threshold import SCRIPT, ProbePlan, ThresholdPlan

SCRIPTS: Final = {
    Use.THRESHOLD: SCRIPT,
    Use.LIGHT_READING: Sentence("The pressure will rise slowly. Press the button as soon as the pain is 3 of 10."),
    Use.TOLERANCE: Sentence(
        "The pressure will rise slowly. Press the button when you want no more, at 7 of 10 at the latest."
    ),
}
"""Read out word for word: other words give other readings."""


def ramp(library: Library, spot: Spot, cap: EffectiveCap, *, painkiller: bool = False) -> ThresholdPlan:
    """The ramps of a threshold; one alone of a tolerance (ends at pain 7) or a reading at pain 3.

    Raises `InputError`.
    """
    if cap.use not in {Use.THRESHOLD, Use.LIGHT_READING, Use.TOLERANCE} or cap.area_cm2 is None:
        raise InputError(Sentence("this cap is not for a measurement: ask for that of a threshold or a tolerance"))
    site = library.sites[spot.site].of_session
    try:
        return ThresholdPlan(
            region=site.region,
            light=site.light,
            area_cm2=cap.area_cm2,
            cap=cap.cap,
            painkiller_within_4_h=painkiller,
            readings=READINGS if cap.use is Use.THRESHOLD else 1,
            script=SCRIPTS[cap.use],
        )
    except ValueError as error:
        raise InputError(
            Sentence("nothing can be measured under a cap of {force_n:.1f} N: leave it out", force_n=cap.force_n)
        ) from error


def probe(library: Library, spot: Spot, cap: EffectiveCap) -> ProbePlan:
    """The fixed stimulus, where its band stays under the cap; raises `InputError` otherwise."""
    if cap.use is not Use.PROBE or cap.area_cm2 is None:
        raise InputError(Sentence("this cap is not for a fixed probe: ask for that of one"))
    site = library.sites[spot.site].of_session
    try:
        return ProbePlan(region=site.region, light=site.light, area_cm2=cap.area_cm2, cap=cap.cap)
    except ValueError as error:
        raise InputError(_above(cap)) from error


def probe_plan(probe: ProbePlan, cap: EffectiveCap) -> Plan:
    """The fixed stimulus as one hold that a guide leads: nothing but its time ends it, and every limit of safety.

    Raises `InputError`.
    """
    try:
        return Plan(
            name="fixed-probe",
            text=Sentence(
                "{kpa:.0f} kPa for {hold_s:g} s, then the pain is asked for.",
                kpa=probe.pressure_kpa,
                hold_s=probe.hold_s,
            ),
            source="fernandez-2006, aguilera-2009; for how long is assumed",
            confidence="high",
            target_n=probe.pressure_kpa / pressure_kpa(1.0, probe.area_cm2),
            band_percent=BAND_PERCENT,
            hold_s=min(probe.hold_s, cap.hold_s),
            repetitions=1,
            rest_s=0.0,
            cap=cap.cap,
            tip_cm2=probe.area_cm2,
            capped=cap.capped,
            pain_limit_nrs=cap.pain_limit_nrs,
            ends_when_pain_halved=False,
            ends_when_pain_gone=False,
            ends_when_softer=False,
        )
    except ValueError as error:
        raise InputError(_above(cap)) from error


def _above(cap: EffectiveCap) -> str:
    return Sentence(
        "the fixed probe is above the limit of {force_n:.1f} N ({why}): leave it out",
        force_n=cap.force_n,
        why=Sentence.joined("; ", cap.cap.reasons),
    )
