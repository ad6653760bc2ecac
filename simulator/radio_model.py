"""How good the virtual air is."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, NonNegativeFloat, PositiveFloat, PositiveInt

from simulator.happenings.base import Value

Share = Annotated[float, Field(ge=0, le=1)]


class RadioModel(Value):
    """The same values and traffic give the same run."""

    interval_s: Annotated[NonNegativeFloat, Field(le=4)] = 0.015
    """Between connection events; 0 delivers at once."""
    packets_per_event: PositiveInt = 6
    """In each direction; what a phone or laptop grants a tool in 15 ms."""
    event_loss: Share = 0.0
    """Probability that a connection event fails."""
    advert_loss: Share = 0.0
    """Probability that an advert is not heard."""
    supervision_s: PositiveFloat = 6.0
    """Silence that ends a connection: what the tool asks for (docs/protocol.md §2)."""
    mtu: Annotated[int, Field(ge=23, le=517)] = 247
    """The largest that the tools agree to; a central asks for more."""
    rssi_dbm: Annotated[int, Field(ge=-127, le=20)] = -50
    seed: int = 1
