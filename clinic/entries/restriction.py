"""What a finding, a site or a clinic allows less of; two of them together allow the lesser of each."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field, PositiveFloat

from clinic.entries.entry import Value
from session.plan import BAND_LIMIT_S, DEVICE_CAP_N

Share = Annotated[float, Field(gt=0, le=1.35)]
"""Of the pain threshold. Above 1.35 nothing goes without a measured tolerance (derived from Hou 2002)."""


class Restriction(Value):
    """What is allowed at most, and what is not done at all; None and False restrict nothing."""

    force_n: Annotated[float, Field(gt=0, le=DEVICE_CAP_N)] | None = None
    pressure_kpa: PositiveFloat | None = None
    ppt_share: Share | None = None
    """Highest pressure as a share of the pain threshold (PPT)."""
    hold_s: Annotated[float, Field(gt=0, le=BAND_LIMIT_S)] | None = None
    halves_unknown: bool = False
    """Where no threshold was measured, half of the caps hold."""
    no_ppt: bool = False
    """No threshold is measured: one reading at pain 3 of 10 under the cap, or none."""
    no_ppt_plan: bool = False
    """No target is a share of a threshold."""
    no_pain_guided: bool = False
    """No plan is led by reports of pain."""
    no_tolerance: bool = False
    """Tolerance is not measured."""
    early_stop: bool = False
    """A hold stops from pain 6 of 10 on, and the classic 7 of 10 scale is not offered."""
    keeps_target: bool = False
    """A threshold measured today raises no target."""

    def with_also(self, other: Restriction) -> Restriction:
        """Both: of each figure the lower, of each prohibition either."""
        return Restriction.model_validate(
            {name: _stricter(getattr(self, name), getattr(other, name)) for name in FIELDS}
        )

    def is_within(self, other: Restriction) -> bool:
        """Whether nothing is allowed here that `other` does not allow."""
        return self.with_also(other) == self


FIELDS: Final = tuple(Restriction.model_fields)
NOTHING: Final = Restriction()
"""Restricts nothing."""


def _stricter(first: float | bool | None, second: float | bool | None) -> float | bool | None:
    if first is None or second is None:
        return first if second is None else second
    if isinstance(first, bool) or isinstance(second, bool):
        return bool(first or second)
    return min(first, second)
