"""What a driver is: how an instrument is recognised and reached, and how its bytes become readings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, Protocol

from protocol.blocks import SampleBlock
from protocol.instruments.ability import Ability


class Advertised(NamedTuple):
    """What a device says before anybody connects."""

    name: str
    manufacturer: Mapping[int, bytes]
    """By company id, which is not part of the bytes."""
    services: frozenset[str]
    """UUIDs of 128 bits, lower case, with dashes."""


class Gatt(NamedTuple):
    """The instrument is connected to."""

    sources: tuple[str, ...]
    """Characteristics that notify or indicate; `Heard.source` counts along them."""
    longest_write: int | None = None
    """Longer messages are cut into writes of at most so many bytes; None for no limit but the link's."""


class Adverts(NamedTuple):
    """The instrument is only listened to; all there is stands in its advertisements."""

    companies: tuple[int, ...]
    """Company ids whose data are readings; `Heard.source` counts along them."""


Transport = Gatt | Adverts


class Heard(NamedTuple):
    """Bytes of one notification or advertisement."""

    source: int
    arrival_s: float
    """The host's loop clock."""
    data: bytes


class Write(NamedTuple):
    """A message that the instrument is to get."""

    characteristic: str
    data: bytes
    response: bool = True
    """Whether the write is confirmed."""


class Charge(NamedTuple):
    """How full the battery is, in the instrument's own terms."""

    percent: int | None = None
    millivolts: int | None = None


class Told(NamedTuple):
    """Something the instrument says about itself, as text."""

    what: str
    text: str


class Dropped(NamedTuple):
    """The instrument says that it lost readings; it does not say how many."""


class SwitchingOff(NamedTuple):
    """The instrument is about to switch itself off."""


class Unsuitable(NamedTuple):
    """The instrument is of the right make but cannot measure force; `why` is a sentence."""

    why: str


Value = SampleBlock | Write | Charge | Told | Dropped | SwitchingOff | Unsuitable


class Action(Enum):
    """What an instrument can be asked to do."""

    START = "start"
    STOP = "stop"
    TARE = "tare"
    ASK_CHARGE = "say how full the battery is"
    ASK_SERIAL = "say its serial number"
    ASK_FIRMWARE = "say its firmware version"


class Talk(Protocol):
    """One conversation with one instrument, without I/O.

    Everything that changes it comes in through `sent` and `feed`, in the order in which it happened; so a record of
    both gives the same readings again. Indices and times of readings never go back, whatever the bytes say.
    """

    @property
    def ability(self) -> Ability:
        """What the instrument can do, as far as it has told by now."""
        ...

    def open(self) -> Sequence[Write]:
        """Return what to write first, once the sources are subscribed to."""
        ...

    def command(self, action: Action) -> Sequence[Write]:
        """Return what to write for an action; raises `NotOffered`."""
        ...

    def sent(self, data: bytes) -> None:
        """Learn that a message was written, whole."""
        ...

    def feed(self, heard: Heard) -> Sequence[Value]:
        """Return what the bytes say, in order; a `Write` is the answer that the instrument waits for.

        Raises `FrameError` for bytes that do not decode; what comes after them is read as before.
        """
        ...


@dataclass(frozen=True, slots=True)
class Driver:
    """All there is to know about one make of instrument."""

    name: str
    """Stands in records and on the command line: lower case, with dashes."""
    title: str
    """What people call it."""
    transport: Transport
    claims: Callable[[Advertised], bool]
    """Whether such a device is one of these."""
    talk: Callable[[], Talk]
    """Begin a conversation."""

    @property
    def ability(self) -> Ability:
        """What such an instrument can do, before it told anything."""
        return self.talk().ability
