"""Everything that may happen, told apart by its `kind`."""

from __future__ import annotations

from typing import Annotated, Final, TypeAlias, get_args

from pydantic import Field, NonNegativeFloat, TypeAdapter

from simulator.happenings.base import AtOnce, Value
from simulator.happenings.frames import FrameFault
from simulator.happenings.people import PatientStop, PatientThreshold, ToolButton
from simulator.happenings.radio import RadioFault
from simulator.happenings.sensor import SensorFault
from simulator.happenings.tissue import TissueSoftening
from simulator.happenings.tool import ToolMoment

_People: TypeAlias = PatientStop | ToolButton | PatientThreshold
_Any: TypeAlias = _People | TissueSoftening | SensorFault | FrameFault | ToolMoment | RadioFault
Happening: TypeAlias = Annotated[_Any, Field(discriminator="kind")]
KINDS: Final[dict[str, type[AtOnce]]] = {kind.model_fields["kind"].default: kind for kind in get_args(_Any)}
"""By the word that a file uses."""
HAPPENING: Final[TypeAdapter[Happening]] = TypeAdapter(Happening)
"""Reads one from what a file or another program gave; raises pydantic's `ValidationError`."""


class Marker(Value):
    """The simulated truth beside the data: what happened on purpose, and when."""

    world_s: NonNegativeFloat
    """Since the tool's first sample."""
    happening: Happening
