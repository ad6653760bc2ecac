"""What a patient feels and does."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class PatientKind:
    """One patient, who has the button in the hand."""

    ppt_kpa: float = 300.0
    """Pressure that just hurts: NRS 1. *Assumed*, below the 423 kPa of a healthy upper trapezius."""
    nrs_per_ppt: float = 5.67
    """How steep pain is: from NRS 2 to 8 the pressure is 1.9 times as high (24 people, head and neck)."""
    adaptation: float = 0.3
    """Share of a steady pressure that is not felt any more in the long run; *assumed*."""
    adaptation_s: float = 25.0
    """*Assumed*: a pain of 5 halves within half a minute or a minute of a hold."""
    pain_nrs: float | None = None
    """Presses the button shortly when pain reaches this ("now"); None for one who does not."""
    stop_nrs: float | None = 8.0
    """Holds the button down until the hand is gone when pain reaches this."""
    reaction_s: float = 0.25
    """*Assumed*; at 50 kPa/s it makes 12.5 kPa."""
    press_s: float = 0.3
    """How long a short press is; *assumed*."""


PATIENTS: Final = MappingProxyType(
    {
        "healthy": PatientKind(ppt_kpa=423.0),
        "tender": PatientKind(ppt_kpa=318.0),
        "very tender": PatientKind(ppt_kpa=170.0),
        "algometry": PatientKind(ppt_kpa=318.0, pain_nrs=1.0, stop_nrs=None),
    }
)
"""Patients by name: a healthy upper trapezius (423 kPa), one with an active trigger point (105 kPa less, a
meta-analysis), a neck (170 kPa), and one who says "now" at the threshold."""
