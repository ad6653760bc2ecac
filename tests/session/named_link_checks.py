"""What each named scenario is about: the link, the clock, the battery and the radio."""

from __future__ import annotations

import itertools
from typing import Final

import pytest

from protocol.events import BatteryLevel, EventType
from protocol.link import Channel
from protocol.status import Status
from tests.session.named_checks import CHECKS, Check, about, complete, flawless
from tests.session.named_runs import Ran


@about("late-data")
def _(run: Ran) -> None:
    flawless(run)
    assert 0.15 < run.frame_gap_s < 0.4


@about("lock-up")
def _(run: Ran) -> None:
    flawless(run)
    assert run.frame_gap_s == pytest.approx(3.0, abs=0.1)
    at_once = [len(list(group)) for _, group in itertools.groupby(_arrivals_s(run))]
    assert max(at_once) > 60
    complete(run)
    assert "let go slowly no data" in run.said


def _arrivals_s(run: Ran) -> list[float]:
    return [each.arrival_s for each in run.recorded.payloads if each.channel is Channel.SAMPLES]


@about("duplicates")
def _(run: Ran) -> None:
    frames = run.payloads(Channel.SAMPLES)
    assert 0.2 < len(frames) / len(set(frames)) - 1 < 0.45
    assert run.lost == 0
    assert run.analysed.signal.samples == 3000


@about("overtaken")
def _(run: Ran) -> None:
    counters = [int.from_bytes(data[4:8], "little") for data in run.payloads(Channel.SAMPLES)]
    assert sum(b < a for a, b in itertools.pairwise(counters)) > 30
    assert (run.lost, run.analysed.signal.samples) == (0, 3000)


@about("garbled")
def _(run: Ran) -> None:
    assert run.stream.malformed > 20
    assert run.lost == pytest.approx(4 * run.stream.malformed, abs=8)


@about("flipped-bits")
def _(run: Ran) -> None:
    assert run.analysed.signal.samples + run.lost == pytest.approx(3000, abs=30)
    assert len(run.analysed.holds) == 1  # a wrong bit is not seen by any check sum, and breaks nothing


@about("newer-tool")
def _(run: Ran) -> None:
    unknown = sum(data[0] == 255 for data in run.payloads(Channel.SAMPLES))
    assert unknown > 10
    assert run.stream.malformed == 0
    assert run.lost == 4 * unknown


@about("wraps")
def _(run: Ran) -> None:
    flawless(run)
    counters = [int.from_bytes(data[4:8], "little") for data in run.payloads(Channel.SAMPLES)]
    clocks_us = [int.from_bytes(data[8:12], "little") for data in run.payloads(Channel.SAMPLES)]
    assert sum(b < a for a, b in itertools.pairwise(counters)) == 1
    assert sum(b < a for a, b in itertools.pairwise(clocks_us)) == 1
    assert len(run.analysed.holds) == 1


@about("lost-wrap")
def _(run: Ran) -> None:
    (gap,) = run.analysed.signal.gaps
    assert gap.end_s - gap.start_s == pytest.approx(4310, abs=0.2)
    assert gap.lost == run.lost == pytest.approx(4310 * 50, abs=4)
    first, second = run.analysed.holds
    assert second.start_s - first.start_s == pytest.approx(4328, abs=0.5)


@about("clock-jump")
def _(run: Ran) -> None:
    assert run.stream.clocks == 2
    assert len(run.analysed.holds) == 3
    assert run.analysed.totals.dose_kpa_s == pytest.approx(run.tool.truth.dose_kpa_s, rel=0.01)


@about("drifting-clock")
def _(run: Ran) -> None:
    flawless(run)
    assert run.analysed.signal.duration_s == pytest.approx(60.5, abs=0.1)  # as the tool's clock has it
    assert (run.analysed.totals.dose_kpa_s or 0) / run.tool.truth.dose_kpa_s == pytest.approx(1.009, abs=0.003)


@about("narrow-link")
def _(run: Ran) -> None:
    flawless(run)
    assert {len(data) for data in run.payloads(Channel.SAMPLES)} == {20}
    steps_s = {round(b - a, 3) for a, b in itertools.pairwise(_arrivals_s(run))}
    assert steps_s <= {0.0, 0.06, 0.12}


@about("mtu-change")
def _(run: Ran) -> None:
    flawless(run)
    sizes = [len(data) for data in run.payloads(Channel.SAMPLES)]
    runs = [size for size, _ in itertools.groupby(sizes)]
    assert runs[0] == runs[-1] == 26
    assert 20 in runs


@about("slow-interval")
def _(run: Ran) -> None:
    flawless(run)
    early = [b - a for a, b in itertools.pairwise(_arrivals_s(run)) if a < 8]
    late = [b - a for a, b in itertools.pairwise(_arrivals_s(run)) if a > 12]
    assert max(early) < 0.06 <= max(late) < 0.13


@about("disconnect")
def _(run: Ran) -> None:
    reconnected(run)


@about("supervision-timeout")
def _(run: Ran) -> None:
    reconnected(run)
    assert 12 < run.frame_gap_s < 16
    assert "let go slowly no data" in run.said


@about("bluetooth-off")
def _(run: Ran) -> None:
    reconnected(run)
    assert run.frame_gap_s > 10


@about("gatt-changed")
def _(run: Ran) -> None:
    reconnected(run)


def reconnected(run: Ran) -> None:
    """What was sampled meanwhile was fetched: nothing is lost, and the treatment went on."""
    assert (run.connections, run.boots, run.lost) == (2, [1], 0)
    complete(run)


@about("reset")
def _(run: Ran) -> None:
    assert (run.connections, run.boots) == (2, [1, 2])
    complete(run)
    assert run.lost > 0
    assert "hold no data" in run.said


@about("brown-out")
def _(run: Ran) -> None:
    assert (run.connections, run.boots) == (2, [1, 2])
    complete(run)
    levels = [event.values[1] for event in run.events if event.type == EventType.BATTERY]
    assert BatteryLevel.LOW in levels
    assert int(run.payloads(Channel.BATTERY)[-1][0]) <= 3


@about("battery-curve")
def _(run: Ran) -> None:
    flawless(run)
    told = [event.values for event in run.events if event.type == EventType.BATTERY]
    assert told == [(15, BatteryLevel.LOW), (5, BatteryLevel.CRITICAL)]


@about("short-absence")
def _(run: Ran) -> None:
    flawless(run)
    assert run.frame_gap_s == pytest.approx(3.0, abs=0.1)


@about("walk-away")
def _(run: Ran) -> None:
    flawless(run)
    assert [round(marker.world_s) for marker in run.markers] == [10, 20, 20, 20, 35]
    gaps_s = [(a, b - a) for a, b in itertools.pairwise(_arrivals_s(run))]
    assert max(gap_s for _, gap_s in gaps_s) == max(gap_s for at_s, gap_s in gaps_s if 20 < at_s < 37) > 0.06


@about("shaky-connect")
def _(run: Ran) -> None:
    assert len(run.begun) == 7
    assert run.lost == 0
    assert len(run.analysed.holds) == 1
    assert len({Status.from_bytes(data).boot_id for data in run.payloads(Channel.STATUS)}) == 1


@about("held-elsewhere")
def _(run: Ran) -> None:
    flawless(run)
    assert run.recorded.payloads[0].channel is Channel.TRUTH
    first = next(each for each in run.recorded.payloads if each.channel is Channel.LAYOUT)
    assert first.arrival_s >= 15


@about("crowd")
def _(run: Ran) -> None:
    flawless(run)
    assert run.stream.serial == "SIM-0001"
    assert run.analysed.tool == "SIM-0001"


ALL: Final[dict[str, Check]] = CHECKS
"""Of each named scenario, now that these are there too."""
