"""What the tool itself does wrong: its connection, memory, clock and battery."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, NonNegativeFloat, PositiveFloat, PositiveInt

from simulator.happenings.base import AtOnce, Lasting

Percent = Annotated[float, Field(ge=0, le=100)]


class Disconnect(AtOnce):
    """The tool drops the connection."""

    kind: Literal["disconnect"] = "disconnect"
    for_s: NonNegativeFloat = 0.0
    """How long nobody can reach it; it goes on sampling."""


class Reached(StrEnum):
    """What a client does while it connects, in its order; the tool sees each."""

    CONNECTED = "connected"
    MTU = "mtu"
    SUBSCRIBED = "subscribed"
    LAYOUT = "layout"
    STATUS = "status"
    START = "start"
    TIME = "time"
    TARE = "tare"


class DisconnectAt(AtOnce):
    """The tool drops the connection as soon as a client gets so far, with each of the next connections."""

    kind: Literal["disconnect at"] = "disconnect at"
    step: Reached
    count: PositiveInt = 1


class Reset(AtOnce):
    """The tool resets by itself: it forgets its stream and comes back with another boot id."""

    kind: Literal["reset"] = "reset"
    for_s: NonNegativeFloat = 0.5
    """How long it takes to come back, *assumed*."""


class BrownOut(AtOnce):
    """The battery sags so far that the tool resets; afterwards it shows so much charge."""

    kind: Literal["brown-out"] = "brown-out"
    for_s: NonNegativeFloat = 2.0
    """How long it takes to come back, *assumed*."""
    percent: Percent = 3.0


class MtuChange(AtOnce):
    """The connection has another MTU from now on: the tool cuts its frames anew."""

    kind: Literal["mtu change"] = "mtu change"
    mtu: Annotated[int, Field(ge=23, le=247)]


class LockUp(Lasting):
    """The tool says nothing, not even answers; afterwards everything comes at once."""

    kind: Literal["lock-up"] = "lock-up"


class ClockJump(AtOnce):
    """The tool's clock jumps, forwards or back; the slots go on in their order."""

    kind: Literal["clock jump"] = "clock jump"
    by_s: Annotated[float, Field(ge=-5000, le=5000)]


class ClockDrift(AtOnce):
    """The tool's crystal changes its pace, for good."""

    kind: Literal["clock drift"] = "clock drift"
    ppm: Annotated[float, Field(ge=-10_000, le=10_000)]
    """How much it is fast from now on; crystals stay within 50, a tool that runs on its RC oscillator does not."""


class BatteryFall(AtOnce):
    """The charge falls to `percent` within `for_s`; several of them make a curve."""

    kind: Literal["battery"] = "battery"
    percent: Percent
    for_s: NonNegativeFloat = 0.0


class BatteryFlutter(Lasting):
    """The charge that is shown goes up and down, as that of a worn battery under changing load."""

    kind: Literal["battery flutter"] = "battery flutter"
    percent: Percent
    """How far up and down."""
    period_s: PositiveFloat = 2.0


ToolMoment: TypeAlias = (
    Disconnect
    | DisconnectAt
    | Reset
    | BrownOut
    | MtuChange
    | LockUp
    | ClockJump
    | ClockDrift
    | BatteryFall
    | BatteryFlutter
)
