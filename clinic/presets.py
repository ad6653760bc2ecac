"""Plans from the literature, each with its source and how sure it is."""

from __future__ import annotations

from typing import Final

from clinic.screening.effective import BENCH_CAP
from session.errors import InputError
from session.plan import Plan

PRESETS: Final = {
    plan.name: plan
    for plan in (
        Plan(
            name="demonstration",
            text="Three holds of 30 s at 30 N with rests of 20 s, shortened for a demonstration.",
            source="shortened from Morikawa 2017 (30 s × 4, 120 s rest)",
            confidence="for the simulator only",
            target_n=30.0,
            hold_s=30.0,
            repetitions=3,
            rest_s=20.0,
            cap=BENCH_CAP,
        ),
        Plan(
            name="midpoint-short-repeats",
            text="Four holds of 30 s with rests of 120 s, on the bench at 30 N.",
            source="Morikawa 2017: 30 s × 4, 2 min rest, halfway between pain threshold and tolerance",
            confidence="medium: one study; the force stands for a threshold that was not measured",
            target_n=30.0,
            hold_s=30.0,
            repetitions=4,
            rest_s=120.0,
            cap=BENCH_CAP,
            # the study held for a fixed time
            ends_when_pain_halved=False,
            ends_when_pain_gone=False,
            ends_when_softer=False,
        ),
    )
}
"""By name. A person's target comes from a measured threshold; these are for bench and simulator."""


def preset(name: str) -> Plan:
    """The plan of this name; raises `InputError` naming those there are."""
    if name not in PRESETS:
        raise InputError(f"there is no preset “{name}”; there are: {', '.join(PRESETS)}")
    return PRESETS[name]
