"""The seam between whoever brings bytes and whoever reads them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from enum import IntEnum
from typing import NamedTuple, Protocol

from protocol.control import Command, Number, Reply


class Channel(IntEnum):
    """Where a payload came from; the numbers stand in records and never change."""

    LAYOUT = 0
    STATUS = 1
    SAMPLES = 2
    EVENTS = 3
    CONTROL_SENT = 4
    CONTROL_REPLY = 5
    BATTERY = 6
    INPUT = 7
    """What people did on this side (STOP, "go on", the end), as JSON: so a replay sees it too."""
    CALLS = 8
    """Each let-go that was called to the therapist, as JSON: what was said then, whatever a later version would say."""
    INSTRUMENT = 9
    """Which instrument of another make this is, and which driver reads it (`protocol.instruments.stream`)."""
    HEARD = 10
    """What it said: one byte for the source among its driver's, then the bytes as they came."""
    WRITTEN = 11
    """What was written to it, each message whole."""
    RSSI = 12
    """How strong the tool's last advertisement was before a connection: one signed byte, in dBm."""
    AIMED = 13
    """The target and band that count from the next contact on, as JSON, each time they changed: what was asked for."""
    TRUTH = 14
    """What a simulator did on purpose and when, as JSON: beside the data, never read by any analysis."""


class Payload(NamedTuple):
    """Bytes as they came, and when."""

    channel: Channel
    arrival_s: float
    """The host's loop clock."""
    data: bytes


class Link(Protocol):
    """Payloads of one tool.

    Each payload comes once, in the order of arrival, and a LAYOUT before the first SAMPLES. Iteration ends after
    `close()` or at the end of a record and raises `LinkLost` when the tool goes away by itself; what had arrived
    before comes first.
    """

    simulated: bool
    """Whether the bytes come from the simulator; goes into everything that is stored or shown."""

    def payloads(self) -> AsyncIterator[Payload]:
        """Yield payloads until the link ends."""
        ...

    async def close(self) -> None:
        """End the link; does nothing the second time."""
        ...


class LiveLink(Link, Protocol):
    """A link that also takes commands; both directions appear among the payloads."""

    async def command(self, command: Command, *parameters: Number) -> Reply:
        """Send one command and return the tool's answer, whatever its result.

        Commands of one link are sent one after the other. Raises `TimeoutError` when no answer comes in time and
        `LinkLost`.
        """
        ...


class SetupLink(LiveLink, Protocol):
    """A live link over which the tool can be calibrated and set."""

    pairs: bool
    """Whether the tool asks for a paired computer first; not within one process."""

    async def setup(self, command: Command, *parameters: Number) -> Reply:
        """Send one command of Setup (docs/protocol.md §9) and return the tool's answer, whatever its result.

        After a COMMIT that was taken a LAYOUT comes among the payloads; START has to be sent again then. Raises what
        `command` raises; over Bluetooth also where the computer and the tool do not get paired.
        """
        ...
