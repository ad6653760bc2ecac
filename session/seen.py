"""What the guide looks at, at one moment of the host's clock."""

from __future__ import annotations

from typing import Final, NamedTuple

from analysis.live import Live
from session.inputs import Input
from session.silence import silent

OFF_SKIN_N: Final = 2.0
"""A let-go is repeated until the force is under this."""


class Seen(NamedTuple):
    """All that is known of the hand, the data and the tool."""

    live: Live
    age_s: float | None
    """Of the newest valid reading, None before the first."""
    valid_n: float | None
    """The newest valid reading; `live` also looks at saturated ones."""
    area_cm2: float | None = None
    """Of the tip that is on, as the tool says."""
    zeroed: bool = True
    """Whether the tool's zero has been checked."""
    sensor_fault: bool = False
    overload: bool = False
    tool_stop: bool = False
    """The patient's or the tool's button latched a stop just now."""
    stop_latched: bool = False
    """The tool still holds a stop: its button may still be down."""
    stop_by: int | None = None
    """The `Button` that latched it, None where no event told."""
    softening: bool = False
    """The analysis says that the tissue may have softened: an advisory, which ends nothing."""
    marks: tuple[Input, ...] = ()
    """What the therapist marked with the tool's button just now."""


def off_skin(seen: Seen) -> bool:
    """Only fresh data that are valid can say that the force is gone."""
    return not silent(seen.age_s) and (seen.valid_n or 0.0) < OFF_SKIN_N
