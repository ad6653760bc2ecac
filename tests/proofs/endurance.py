"""Whether memory stays where it is: storms that last long enough to fill every window of time that is kept."""

from __future__ import annotations

import gc
import resource
from itertools import product
from statistics import median_high
from typing import Final, NamedTuple

import numpy as np

from analysis.hold import Hold, Verdict
from analysis.signal import Gap
from session.calls import Call
from simulator.outbox import Notification
from simulator.resend import QUEUED
from tests.proofs.storms import INTERVALS_S, MTUS, PLAN, Storm, happening, storm, weather
from tests.proofs.witness import Witness

SECONDS: Final = 1440.0
FAULTS_PER_S: Final = 0.05
"""As many as in the short storms."""
SPARSE: Final = PLAN.model_copy(update={"repetitions": 60, "hold_s": 8.0, "rest_s": 50.0})
"""So little that no limit of time ends it early."""
FINDINGS: Final = (Hold, Verdict, Gap, Call)
"""What a session finds out is what it is for: it is kept."""
EARLY: Final = (0.30, 0.34, 0.38, 0.42, 0.46, 0.50)
LATE: Final = (0.78, 0.82, 0.86, 0.90, 0.94, 0.98)
"""When memory is looked at, as shares of the session: a window of time that is kept is not full after a fault, and
fuller after a resend, so the middle one of each row counts."""
MOST: Final = 300
"""Objects more in the second half; one for each frame would be 20,000."""


class Kept(NamedTuple):
    """What the whole program held in memory at one moment."""

    findings: int
    others: int
    peak_kb: int


NOTHING: Final = Kept(0, 0, 0)


class Endurance(NamedTuple):
    """One long session; `trouble` is "" when every promise was kept."""

    interval_ms: int
    mtu: int
    faults: int
    seconds: float
    samples: int
    more: tuple[int, int, int]
    """`Kept` that the second half brought; the proof's own copy of each frame is in its peak of memory."""
    trouble: str


class Watched(Witness):
    """A tool beside which memory is looked at up to the middle of the session and up to its end."""

    seen: tuple[Kept, ...] = ()

    def advance(self, t_s: float, room: int = QUEUED) -> list[Notification]:
        """What the tool says, damaged."""
        looks = EARLY + LATE
        if len(self.seen) < len(looks) and self.simulated_s >= looks[len(self.seen)] * self.scenario.simulated_s:
            self.seen += (look(),)
        return super().advance(t_s, room)


def look() -> Kept:
    """Objects that are held now."""
    gc.collect()
    findings, others = 0, 0
    for each in gc.get_objects():
        if type(each) in FINDINGS:
            findings += 1
        else:
            others += 1
    return Kept(findings, others, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def _usual(seen: tuple[Kept, ...]) -> Kept:
    return Kept(*(median_high(column) for column in zip(*seen, strict=True)))


def long_storms(seconds: float = SECONDS) -> list[Storm]:
    """One for each interval and MTU."""
    cells = product(INTERVALS_S, MTUS)
    return [_long(seed, interval_s, mtu, seconds) for seed, (interval_s, mtu) in enumerate(cells)]


def _long(seed: int, interval_s: float, mtu: int, seconds: float) -> Storm:
    short, random = storm(seed), np.random.default_rng([9, seed])
    faults = (happening(random, seconds, mtu) for _ in range(round(FAULTS_PER_S * seconds)))
    return short._replace(
        radio=short.radio.model_copy(update={"interval_s": interval_s, "mtu": mtu}),
        scenario=short.scenario.model_copy(
            update={"simulated_s": seconds, "happenings": tuple(sorted(faults, key=lambda fault: fault.at_s))}
        ),
        garblings=(),
        plan=SPARSE,
    )


def endure(this: Storm, watched: type[Watched] = Watched) -> Endurance:
    """Run one session; for its peak of memory it needs a process of its own."""
    tool = watched(this.scenario, this.seed, this.garblings)
    outcome = weather(this, tool)
    whole = len(tool.seen) == len(EARLY + LATE)
    middle, end = (_usual(tool.seen[: len(EARLY)]), _usual(tool.seen[len(EARLY) :])) if whole else (NOTHING, NOTHING)
    more = Kept(*(late - early for early, late in zip(middle, end, strict=True)))
    troubles = (
        outcome.trouble,
        "" if end.others else "it ended early",
        f"objects that stay: {more.others}" if more.others > MOST else "",
    )
    return Endurance(
        outcome.interval_ms,
        outcome.mtu,
        outcome.faults,
        outcome.seconds,
        outcome.samples,
        more,
        "; ".join(filter(None, troubles)),
    )
