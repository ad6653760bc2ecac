"""What a window or a terminal shows: values that the runner publishes, ready to print."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, assert_never

from protocol.sentence import Sentence
from session.cue import Cue
from session.tool_health import ToolHealth
from session.whom import Whom


class LinkState(StrEnum):
    """Where the link stands; the value is the word that is shown."""

    CONNECTING = "connecting"
    ONLINE = "online"
    LOST = "lost"
    ENDED = "ended"


class Recording(NamedTuple):
    """Payloads reach the disk."""

    path: str
    behind: bool = False
    """The disk takes long: what came in the last seconds would be lost with the power."""


class NotRecorded(NamedTuple):
    """They do not, and why; guidance goes on."""

    reason: str


RecordState = Recording | NotRecorded


def unkept(state: RecordState) -> str:
    """What somebody must know of a record that is not kept, or not kept at once; "" where all is well."""
    match state:
        case NotRecorded(reason):
            return Sentence("NOT RECORDED: {reason}", reason=reason)
        case Recording(behind=True):
            return Sentence("The disk is slow: what came in the last seconds is not safe from a loss of power yet")
        case Recording():
            return ""
        case _:
            assert_never(state)


class HoldView(NamedTuple):
    """One finished hold."""

    duration_s: float
    in_band_s: float | None
    mean_kpa: float | None
    peak_n: float
    dose_kpa_s: float | None
    ended_by: str
    """Why the let-go was called, "" when nobody called it."""
    continues: bool = False
    """It goes on the hold before it, after contact was lost for at most 10 s."""
    over_cap_s: float = 0.0
    over_cap_n_s: float = 0.0
    """The area between the force and the cap."""
    over_cap_kpa_s: float | None = None
    """The same as a dose; None without a tip area."""
    over_cap_peak_kpa: float | None = None
    """None where the cap was never exceeded, and without a tip area."""
    after_cue_s: float = 0.0
    """From the let-go, however often it was called, until fresh readings said that the force was gone."""
    after_cue_n_s: float = 0.0
    """Force × time then."""
    after_cue_kpa_s: float | None = None
    """The same as a dose; None without a tip area."""
    after_cue_peak_n: float | None = None
    """The highest force in that time."""


class Summary(NamedTuple):
    """The whole treatment, once it is over."""

    outcome: str
    """One sentence: completed, or what ended it."""
    holds: tuple[HoldView, ...]
    in_band_s: float
    dose_kpa_s: float | None
    dose_high_kpa_s: float | None
    samples: int
    lost_samples: int
    over_cap_s: float
    over_cap_peak_n: float | None
    record: str | None
    over_cap_peak_kpa: float | None = None
    over_cap_n_s: float = 0.0
    over_cap_kpa_s: float | None = None
    """None without a tip area in one of the holds."""
    after_cue_s: float = 0.0
    """Pressed after a let-go was called, in all holds."""
    after_cue_n_s: float = 0.0
    after_cue_kpa_s: float | None = None
    after_cue_peak_n: float | None = None
    leads_on: bool = False
    """It ended as it should: the next place of the same visit may follow by itself."""


@dataclass(frozen=True, slots=True)
class View:
    """The state of a treatment at one moment."""

    simulated: bool
    tool: str
    """Serial number, "" before the layout is known."""
    speed: float | None
    """Simulated seconds per second; None: as fast as possible, 1.0: real time."""
    link: LinkState
    link_text: str
    """What to do about the link, "" when all is well."""
    last_valid_s: float | None
    """Loop time of the arrival of the newest reading that can be trusted."""
    rate_hz: float
    samples: int
    lost_samples: int
    malformed: int
    battery_percent: int | None
    recording: RecordState
    plan_name: str
    kpa_per_n: float | None
    """Pressure per newton at this tip; None where its area is unknown."""
    force_n: float | None
    """The newest trusted reading, tared."""
    contact: bool
    in_band_s: float
    """Of this hold."""
    dose_kpa_s: float | None
    """Of this hold; a lower bound while samples are missing."""
    dose_high_kpa_s: float | None
    cue: Cue
    notice: str
    """A sentence for the therapist (tare refused, pause), "" when there is none."""
    summary: Summary | None
    """Set once the treatment is over."""
    health: ToolHealth | None = None
    """Link, battery, clocks and zero in detail; None where nobody watches them."""
    whom: Whom | None = None
    """Who is pressed where; None on the bench."""
    practised: bool = False
    """A person presses without a tool, on a simulated one."""
