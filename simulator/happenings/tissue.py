"""What the tissue under the tip does by itself."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, PositiveFloat

from simulator.happenings.base import AtOnce


class TissueSoftening(AtOnce):
    """The tissue loses so many percent of its stiffness, for good, whether anybody presses or not.

    Injected, it begins a reaction time later at the earliest: so far ahead is decided what the hand does.
    """

    kind: Literal["softening"] = "softening"
    percent: Annotated[float, Field(gt=0, le=80)]
    """5 to 15 are our guess of what happens under a thumb, see `simulator.tissue_kind.Softening`."""
    for_s: PositiveFloat
    """95 % of the loss is there after this time, exponentially; 5 to 15 s are our guess."""
