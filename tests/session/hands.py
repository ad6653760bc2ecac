"""A hand that does anything, and the sums that an analysis would make of it."""

from __future__ import annotations

from typing import NamedTuple

from analysis.live import QUIET, Live, Phase
from session.plan import Plan
from session.seen import Seen


class Deed(NamedTuple):
    """One step of a story: the hand holds this share of the target for a while, and readings come or do not."""

    share: float
    for_s: float
    heard: bool = True
    """Whether readings of it arrive."""
    valid: bool = True
    """Whether they can be trusted; the analysis looks at them in any case."""


class Hand:
    """Device and host clock go alike; what is not heard leaves the analysis where it was."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._live: Live = QUIET._replace(time_s=0.0, force_n=0.0)
        self._valid_s = self._valid_n = self.now_s = 0.0

    def do(self, deed: Deed, plan: Plan) -> Seen:
        """What is seen after the deed, measured against the plan that holds now."""
        self._plan = plan
        self.now_s += deed.for_s
        force_n = deed.share * plan.target_n
        if deed.heard:
            self._live = self._touching(force_n, deed.for_s) if force_n >= 2 else self._away(force_n)
        if deed.heard and deed.valid:
            self._valid_s, self._valid_n = self.now_s, force_n
        return Seen(self._live, age_s=self.now_s - self._valid_s, valid_n=self._valid_n)

    def _away(self, force_n: float) -> Live:
        return QUIET._replace(time_s=self.now_s, force_n=force_n)

    def _touching(self, force_n: float, step_s: float) -> Live:
        before, plan = self._live, self._plan
        in_band, over = plan.low_n <= force_n <= plan.high_n, force_n > plan.cap.force_n
        first_s = before.since_first_in_band_s
        since_s = (0.0 if in_band else None) if first_s is None else first_s + step_s
        phase = Phase.IN_BAND if in_band else Phase.BELOW if force_n < plan.low_n else Phase.ABOVE
        return before._replace(
            time_s=self.now_s,
            force_n=force_n,
            phase=phase,
            contact=True,
            contact_s=before.contact_s + step_s if before.contact else 0.0,
            since_first_in_band_s=since_s,
            in_band_s=before.in_band_s + (step_s if in_band and before.contact else 0.0),
            dose_kpa_s=(before.dose_kpa_s or 0.0) + (10 * force_n * step_s if before.contact else 0.0),
            over_cap_run_s=before.over_cap_run_s + step_s if over else 0.0,
            over_cap_peak_n=max(force_n, before.over_cap_peak_n or 0.0) if over else before.over_cap_peak_n,
        )
