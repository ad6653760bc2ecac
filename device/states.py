"""The states of a link that reconnects, what happens to it and what it does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple, TypeAlias

from device.errors import OffReason

# states; each `since_s`, `again_s` and the like is a time of the loop


class Sighting(NamedTuple):
    """A tool that was heard in this search."""

    serial: str
    address: str
    heard_s: float


@dataclass(frozen=True, slots=True)
class Off:
    """Bluetooth itself is not available; looked at again at `again_s`."""

    since_s: float
    reason: OffReason
    again_s: float


@dataclass(frozen=True, slots=True)
class Searching:
    """A scan runs; it is begun anew at `again_s`, for the `scans`-th time."""

    since_s: float
    again_s: float
    scans: int = 1
    in_range: tuple[Sighting, ...] = ()
    held: tuple[str, ...] = ()
    """Addresses of devices that the system is connected to, which may be the tool."""
    decide_s: float | None = None
    """When to take the only tool that was heard, where any will do."""
    off_s: float | None = None
    """Since when Bluetooth was off before this look at it, None where it was not."""


@dataclass(frozen=True, slots=True)
class Choosing:
    """A scan runs and hears several tools; nobody said which is wanted."""

    since_s: float
    again_s: float
    in_range: tuple[Sighting, ...]


@dataclass(frozen=True, slots=True)
class Connecting:
    """One connection is being made; `serial` is "" where it is not known who will answer."""

    since_s: float
    serial: str
    address: str


@dataclass(frozen=True, slots=True)
class Online:
    """Connected, and the tool has said who it is."""

    since_s: float
    serial: str
    address: str


@dataclass(frozen=True, slots=True)
class Lost:
    """The connection is over and what is left of it is being ended."""

    since_s: float


@dataclass(frozen=True, slots=True)
class Resting:
    """Nothing is under way until `again_s`."""

    since_s: float
    again_s: float


@dataclass(frozen=True, slots=True)
class Closed:
    """The user ended it; nothing happens any more."""

    since_s: float


State: TypeAlias = Off | Searching | Choosing | Connecting | Online | Lost | Resting | Closed


@dataclass(frozen=True, slots=True)
class Course:
    """The state, and what outlives it."""

    state: State
    wanted: frozenset[str]
    """Serial numbers, any of which will do; empty: any tool at all. One, from the first connection on."""
    attempt: int = 0
    """Failed tries since the last connection that was stable."""
    lost_s: float | None = None
    """Since when a tool that was connected is not, None while it is and before it was."""
    why: str = ""
    """Why the last try or connection ended, "" while all is well."""
    pinned: bool = False
    """Whether the tool was connected once: no other one takes its place."""
    uncached: bool = False
    hung_up: int = 0
    """How often in a row the tool hung up as one that has forgotten its pairing."""
    wrong: tuple[str, ...] = ()
    """Addresses at which another tool answered than was called."""

    @property
    def bond_lost(self) -> bool:
        """Whether somebody has to pair anew; once is no sign: a tool hangs up for other reasons too."""
        return self.hung_up > 1


# what happens


class Trouble(Enum):
    """Why a connection was not made."""

    VANISHED = auto()
    """Heard, and not there any more: it left, or the radio has no connection to spare."""
    WRONG_TOOL = auto()
    NOT_A_TOOL = auto()
    """Attributes are missing, as after a firmware update of which the system does not know."""
    BOND_LOST = auto()
    """It looks as if the tool had forgotten a pairing that the system remembers."""
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Heard:
    """A tool advertises; or, with the serial number "", the system is connected to a device that may be one."""

    serial: str
    address: str


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Time has passed."""


@dataclass(frozen=True, slots=True)
class Connected:
    """The connection is made, and this tool answered."""

    serial: str


@dataclass(frozen=True, slots=True)
class Failed:
    """The connection was not made; nothing of it is left."""

    trouble: Trouble
    why: str


@dataclass(frozen=True, slots=True)
class ScanFailed:
    """The scan did not begin."""

    why: str


@dataclass(frozen=True, slots=True)
class WentOff:
    """The scan or the connection did not begin, because Bluetooth is not available."""

    reason: OffReason


@dataclass(frozen=True, slots=True)
class Gone:
    """The connection ended by itself; what is left of it is being ended."""

    why: str


@dataclass(frozen=True, slots=True)
class Released:
    """Nothing is left of the connection."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The user wants this tool."""

    serial: str


@dataclass(frozen=True, slots=True)
class CloseAsked:
    """The user wants no link any more."""


Event: TypeAlias = Heard | Elapsed | Connected | Failed | ScanFailed | WentOff | Gone | Released | Chosen | CloseAsked

# what it does


@dataclass(frozen=True, slots=True)
class Scan:
    """Begin to listen, and ask the system whom it is connected to; answered by `WentOff` or `ScanFailed`, or not."""


@dataclass(frozen=True, slots=True)
class StopScan:
    """End the scan."""


@dataclass(frozen=True, slots=True)
class Connect:
    """Make a connection, with a new client; answered by `Connected`, `Failed` or `WentOff`."""

    address: str
    hurried: bool
    """Whether the first try: a short one, since a stack that hangs does so for long."""
    uncached: bool
    """Whether to read the attributes anew."""


@dataclass(frozen=True, slots=True)
class Admit:
    """Let the payloads of the connection through: it is the right tool's."""


@dataclass(frozen=True, slots=True)
class Disconnect:
    """End the connection, or the making of it; answered by `Released`."""


Action: TypeAlias = Scan | StopScan | Connect | Admit | Disconnect


class Moment(NamedTuple):
    """When something happened, and a number from 0 to below 1 that decides what is left to chance."""

    now_s: float
    luck: float
