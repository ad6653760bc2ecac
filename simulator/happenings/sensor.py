"""What goes wrong between the tip and the counts."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from simulator.happenings.base import Lasting


class StuckSensor(Lasting):
    """The converter repeats its last count."""

    kind: Literal["stuck sensor"] = "stuck sensor"


class SaturatedSensor(Lasting):
    """The converter reports its upper end whatever is pressed."""

    kind: Literal["saturated sensor"] = "saturated sensor"


class NoReading(Lasting):
    """The converter gives nothing: these slots have no reading."""

    kind: Literal["no reading"] = "no reading"


class OffsetStep(Lasting):
    """The cell reads so much more for a while, as after a knock or with something caught under the tip."""

    kind: Literal["offset step"] = "offset step"
    offset_n: Annotated[float, Field(ge=-50, le=50)]


SensorFault: TypeAlias = StuckSensor | SaturatedSensor | NoReading | OffsetStep
