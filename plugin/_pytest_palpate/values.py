"""What a test sees of a simulated tool."""

from __future__ import annotations

from typing import NamedTuple

LINK_LOST = "LINK_LOST"
"""The channel on which the end of a connection comes that the tool dropped by itself."""


class Payload(NamedTuple):
    """What the tool said at one moment: one notification, indication or value read."""

    t_s: float
    """The tool's time: seconds since it was switched on."""
    channel: str
    """LAYOUT, STATUS, SAMPLES, EVENTS, CONTROL_REPLY or BATTERY; or `LINK_LOST`."""
    data: bytes
    """Byte for byte as on the air; empty for `LINK_LOST`."""


class Truth(NamedTuple):
    """What really happened at the tip so far, from the model's force and never from a payload."""

    t_s: float
    """When it was asked for."""
    dose_kpa_s: float
    """Of all holds together."""
    holds: int
    """Contacts of at least half a second."""
    release_s: tuple[float, ...]
    """When each hold was over; one that lasts is missing."""
    payload_sha256: str
    """Of all live samples and events that the tool said: the same for the same test."""


class Gap(NamedTuple):
    """Time of which no sample was heard, after some were."""

    from_s: float
    to_s: float
    """Now, while it lasts."""
    over_s: float
    """When samples from after it were heard; now, while it lasts."""
