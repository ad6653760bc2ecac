"""How hard a prescription means, for this person, place and tip."""

from __future__ import annotations

import math
from typing import Final, assert_never

from analysis.doses import pressure_kpa
from clinic.entries.prescriptions import OfForce, OfMidpoint, OfPain, OfPressure, OfThreshold, Target
from clinic.screening.effective import EffectiveCap
from protocol.sentence import Sentence
from session.errors import InputError

BAND_PERCENT: Final = 10.0
"""±10 %, the narrowest fair band (docs/guidance.md)."""
FIRST_SHARE: Final = 0.25
"""Of the highest target: where a plan begins that is led by pain; *assumed*, low enough to begin "from zero"."""


def highest_target_n(cap: EffectiveCap, band_percent: float = BAND_PERCENT) -> float:
    """The highest target whose band stays under the cap, in floating point too."""
    target_n = cap.force_n / (1 + band_percent / 100)
    while target_n * (1 + band_percent / 100) > cap.force_n:
        target_n = math.nextafter(target_n, 0.0)
    return target_n


def wanted_n(target: Target, cap: EffectiveCap, highest_n: float) -> float:
    """The force that is meant, before the cap lowers it; raises `InputError` where it cannot be known."""
    match target:
        case OfThreshold(share=share):
            return _newtons(share * _threshold_kpa(cap), cap)
        case OfMidpoint(otherwise_share=share):
            ppt_kpa = _threshold_kpa(cap)
            tolerance_kpa = cap.tolerance_kpa
            middle_kpa = share * ppt_kpa if tolerance_kpa is None else (ppt_kpa + tolerance_kpa) / 2
            return _newtons(middle_kpa, cap)
        case OfPain(nrs=nrs):
            _check_pain(nrs, cap)
            return FIRST_SHARE * highest_n
        case OfPressure(pressure_kpa=kpa):
            check_absolute(cap)
            return _newtons(kpa, cap)
        case OfForce(force_n=force_n):
            check_absolute(cap)
            return force_n
        case _:
            assert_never(target)


def check_absolute(cap: EffectiveCap) -> None:
    """Without a threshold a person's plan is led by pain, from zero; raises `InputError` for a fixed figure.

    Where reports of pain cannot be relied on, a fixed figure under the low cap is all that is left.
    """
    if cap.use is not None and cap.threshold_kpa is None and cap.pain_guided:
        raise InputError(
            Sentence(
                "a fixed force needs a pain threshold of this visit, point and tip: measure it, or take a plan led by "
                "pain"
            )
        )


def _threshold_kpa(cap: EffectiveCap) -> float:
    if cap.threshold_kpa is None:
        raise InputError(
            Sentence(
                "this target is a share of the pain threshold, and there is none of this visit, point and tip that "
                "may be used: measure it, or take another plan"
            )
        )
    return cap.threshold_kpa


def _check_pain(nrs: int, cap: EffectiveCap) -> None:
    if cap.use is None:
        raise InputError(Sentence("nobody feels pain on the bench: take a plan in newtons"))
    if not cap.pain_guided:
        raise InputError(
            Sentence("reports of pain cannot be relied on here: take a plan with a fixed pressure under the cap")
        )
    if cap.highest_nrs is not None and nrs > cap.highest_nrs:
        raise InputError(
            Sentence(
                "without a pain threshold of this visit, point and tip a plan is led to pain {nrs} at most: measure "
                "it, or take another plan",
                nrs=cap.highest_nrs,
            )
        )
    if nrs >= cap.pain_limit_nrs:
        raise InputError(
            Sentence("for this client a hold stops from pain {nrs} on: take another plan", nrs=cap.pain_limit_nrs)
        )


def _newtons(kpa: float, cap: EffectiveCap) -> float:
    if cap.area_cm2 is None:
        raise InputError(Sentence("a pressure needs a tip of known area: on the bench take a plan in newtons"))
    return kpa / pressure_kpa(1.0, cap.area_cm2)
