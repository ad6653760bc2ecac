"""What people do by themselves."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, NonNegativeFloat, PositiveFloat

from simulator.happenings.base import AtOnce, Value


class Press(Value):
    """The hand presses by itself."""

    at_s: NonNegativeFloat
    force_n: Annotated[float, Field(gt=0, le=160)]
    for_s: PositiveFloat
    """From the decision to press to the decision to let go."""


class PatientStop(AtOnce):
    """The patient presses the stop button and lets it go."""

    kind: Literal["patient stop"] = "patient stop"
    for_s: PositiveFloat = 0.5
    """How long the button stays down."""


class ToolButton(AtOnce):
    """The therapist presses the button on the tool and lets it go; for 1 s or longer it is a stop."""

    kind: Literal["tool button"] = "tool button"
    for_s: PositiveFloat = 0.15
    """How long the button stays down."""


class PatientThreshold(AtOnce):
    """The patient presses the button whenever the force has passed a threshold, a reaction time later."""

    kind: Literal["patient threshold"] = "patient threshold"
    force_n: Annotated[float, Field(gt=0, le=160)]
    reaction_s: NonNegativeFloat = 0.25
    """*Assumed*; at 50 kPa/s it makes 12.5 kPa."""
    for_s: PositiveFloat = 0.5
    """How long the button stays down."""
