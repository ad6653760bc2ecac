"""A source that holds what a test puts into it, and the views that it shows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import numpy as np

from clinic.screening.answers import Side
from protocol.blocks import SampleBlock
from protocol.sentence import Sentence
from session.battery import Battery, Charge
from session.caps import Region, Site, site_cap
from session.clock_health import ClockHealth
from session.cue import Action, Cue, Why
from session.inputs import Input
from session.link_health import Level, LinkHealth
from session.tool_health import ToolHealth, ZeroHealth
from session.unknown import Unknown
from session.view import HoldView, LinkState, NotRecorded, Recording, Summary, View
from session.whom import Whom

RECORD = Recording("/records/one.mcap")
DISK_FULL = NotRecorded(Sentence("the disk is full: free some space"))
WHOM: Final = Whom(
    who="K7QF-3M2P",
    site=Sentence("Infraspinatus"),
    side=Side.LEFT,
    limit=Sentence("at most {force_n:.1f} N ({kpa:.0f} kPa) for {hold_s:g} s", force_n=30.0, kpa=300.0, hold_s=90.0),
    reasons=site_cap(Site(Region.BODY, light=True)).reasons,
    cautions=("Lightly and shorter, look for bruises within 48 h",),
)


def cue(action: Action = Action.HOLD, why: Why | None = None, **changes: Any) -> Cue:
    """Target 40 N ± 10 %, limit 50 N, the second of three holds."""
    plain = Cue(action, why, 40.0, 36.0, 44.0, 50.0, repetition=2, repetitions=3, left_s=18.7)
    return plain._replace(**changes)


def view(action: Action = Action.HOLD, why: Why | None = None, **changes: Any) -> View:
    """A hold in band on a tip of 1 cm², the newest reading at 10 s."""
    plain = View(
        simulated=True,
        tool="PT-1",
        speed=1.0,
        link=LinkState.ONLINE,
        link_text="",
        last_valid_s=10.0,
        rate_hz=100.0,
        samples=1000,
        lost_samples=0,
        malformed=0,
        battery_percent=82,
        recording=RECORD,
        plan_name="Upper trapezius",
        kpa_per_n=10.0,
        force_n=40.0,
        contact=True,
        in_band_s=11.3,
        dose_kpa_s=4021.0,
        dose_high_kpa_s=4021.0,
        cue=cue(action, why),
        notice="",
        summary=None,
    )
    return replace(plain, **changes)


HEALTH = ToolHealth(
    link=LinkHealth(
        level=Level.GOOD,
        age_s=0.012,
        old_s=0.0495,
        rate_hz=99.6,
        expected=1000,
        received=997,
        late=4,
        malformed=2,
        lost_percent=0.0,
        rssi_dbm=-61,
    ),
    battery=Battery(82, Charge.NORMAL, 418.4),
    clock=ClockHealth(1234.5678, 0.0104, Unknown("it takes five minutes"), 8, 0),
    zero=ZeroHealth(),
)
"""A link that is well, five minutes not yet over."""

SUMMARY = Summary(
    outcome="All holds are done.",
    holds=(
        HoldView(33.2, 30.0, 362.4, 39.14, 11800.4, "the time in band is complete"),
        HoldView(41.0, None, None, 47.2, None, ""),
    ),
    in_band_s=60.0,
    dose_kpa_s=23900.0,
    dose_high_kpa_s=24120.0,
    samples=14963,
    lost_samples=37,
    over_cap_s=1.4,
    over_cap_peak_n=47.2,
    over_cap_n_s=4.4,
    over_cap_kpa_s=44.3,
    record="/records/one.mcap",
    after_cue_s=1.2,
    after_cue_peak_n=39.9,
    after_cue_n_s=31.8,
    after_cue_kpa_s=318.0,
)


class Held:
    """A `Source` that answers with what it holds and writes down what it is asked for."""

    def __init__(self, shown: View, now_s: float = 10.0) -> None:
        self.shown = shown
        self.now_s = now_s
        self.samples: tuple[SampleBlock, ...] = ()
        self.events: tuple[str, ...] = ()
        self.asked: list[Input] = []

    def view(self) -> View:
        return self.shown

    def take_samples(self) -> tuple[SampleBlock, ...]:
        taken, self.samples = self.samples, ()
        return taken

    def take_events(self) -> tuple[str, ...]:
        taken, self.events = self.events, ()
        return taken

    def hear(self, value: Input) -> None:
        self.asked.append(value)

    def clock_s(self) -> float:
        return self.now_s


class Gone(Held):
    """A `Source` whose session has ended: nobody takes requests."""

    def hear(self, value: Input) -> None:
        raise RuntimeError("the treatment is over")


def block(force_n: list[float], first: int = 0) -> SampleBlock:
    """Readings at 100 Hz without a gap."""
    index = np.arange(first, first + len(force_n), dtype=np.int64)
    return SampleBlock.of(index, index * 10_000, np.array(force_n, np.float64))
