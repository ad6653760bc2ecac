"""Moments that a guide looks at, and a guide that is led through them second by second."""

from __future__ import annotations

from typing import Any

from analysis.live import QUIET, Live, Phase
from session.cue import Cue, Why
from session.guide import Guide
from session.inputs import Input
from session.plan import Cap, Plan
from session.seen import Seen

CAP = Cap(force_n=50.0, reasons=("a test",))
PLAN = Plan(
    name="test",
    text="Two holds of 20 s at 40 N, 10 s of rest.",
    source="made up",
    confidence="none",
    target_n=40.0,
    band_percent=10.0,
    hold_s=20.0,
    repetitions=2,
    rest_s=10.0,
    cap=CAP,
)
"""Band 36 to 44 N; let go at once above 57.5 N."""

AWAY = QUIET._replace(time_s=1.0, force_n=0.0)
"""Readings come, nobody presses."""


def pressing(force_n: float = 40.0, **changes: Any) -> Live:
    """In contact with this force; the phase is the one that PLAN's band gives it."""
    phase = Phase.BELOW if force_n < PLAN.low_n else Phase.ABOVE if force_n > PLAN.high_n else Phase.IN_BAND
    over_n = force_n if force_n > CAP.force_n else None
    touch = AWAY._replace(force_n=force_n, phase=phase, contact=True, peak_n=force_n, over_cap_peak_n=over_n)
    return touch._replace(**changes)


def seen(live: Live = AWAY, **changes: Any) -> Seen:
    """Fresh readings of a tool that is zeroed and well."""
    return Seen(live, age_s=0.02, valid_n=live.force_n)._replace(**changes)


class Told:
    """A guide and the host's clock."""

    def __init__(self, plan: Plan = PLAN) -> None:
        self.guide = Guide(plan)
        self.now_s = 100.0

    def sees(self, now: Seen, *inputs: Input, after_s: float = 0.05) -> Cue:
        """Time passes, then this is seen and heard."""
        self.now_s += after_s
        return self.guide.update(now, self.now_s, inputs)

    def presses(self, **changes: Any) -> Cue:
        """The tool touches the skin and the band is reached."""
        self.sees(seen(pressing(5.0)))
        return self.sees(seen(pressing(since_first_in_band_s=0.0)), **changes)

    def lifts(self) -> Cue:
        """The tool leaves the skin."""
        return self.sees(seen(AWAY))

    def called(self) -> list[tuple[float | None, Why]]:
        """The let-goes that were called, with their time on the tool's clock."""
        return [(call.time_s, call.why) for call in self.guide.calls.all]
