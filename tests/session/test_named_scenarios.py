"""Each named scenario through the whole program, link to analysis, and what it is about comes out of it."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Final

import pytest

from analysis.hold import Code
from protocol.events import BatteryLevel, EventType
from protocol.link import Channel
from protocol.status import Status
from simulator.happenings.every import Happening
from simulator.library import SCENARIOS
from tests.session.named_runs import Ran, run_named

CELL: Final = 0.005
"""The simulated cell's own error."""
UNKNOWABLE: Final = {"reset", "brown-out", "flipped-bits", "offset-step", "drifting-clock", "clock-jump"}
"""Nothing tells the true dose where the data lie, or a part of it is gone."""

Check = Callable[[Ran], None]
CHECKS: Final[dict[str, Check]] = {}


def about(name: str) -> Callable[[Check], Check]:
    def keep(check: Check) -> Check:
        CHECKS[name] = check
        return check

    return keep


SEVERAL_HOLDS: Final = {"treatment", "patient-stop"}
"""What the others with a plan are about happens in the first hold, and how it goes on is seen there too."""
LONG: Final = {"lost-wrap"}
"""More than an hour of simulated time; tests/protocol/test_tool.py has the same in numbers."""


def test_every_named_scenario_has_its_check() -> None:
    assert set(CHECKS) == set(SCENARIOS)


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.long if name in LONG else ()) for name in SCENARIOS]
)
def test_a_named_scenario_shows_what_it_is_about(name: str, caplog: pytest.LogCaptureFixture) -> None:
    run = run_named(name, None if name in SEVERAL_HOLDS else 1)
    assert run.analysed.simulated
    assert run.recorded.header.simulated
    assert run.recorded.header.scenario == name
    assert run.analysed.signal.samples > 0
    happened = [happening for happening in run.scenario.happenings if happening.at_s < run.tool.simulated_s]
    assert sorted(run.begun, key=_order) == sorted(happened, key=_order)
    CHECKS[name](run)
    if name not in UNKNOWABLE:
        _holds_the_truth(run)
    _expect_quiet(caplog)


def _order(happening: Happening) -> tuple[float, str]:
    return happening.at_s, repr(happening)


def _holds_the_truth(run: Ran) -> None:
    """The true dose lies in the bounds, unless a hold is cut at the end or has none."""
    holds = run.analysed.holds
    bounds = [(hold.dose_low_kpa_s, hold.dose_high_kpa_s) for hold in holds]
    cut = any(verdict.code is Code.CUT for hold in holds for verdict in hold.verdicts)
    if cut or any(high is None for _, high in bounds):
        return
    low, high = (sum(bound or 0.0 for bound in side) for side in zip(*bounds, strict=True)) if bounds else (0.0, 0.0)
    assert low * (1 - CELL) <= run.tool.truth.dose_kpa_s <= high * (1 + CELL)


def _expect_quiet(caplog: pytest.LogCaptureFixture) -> None:
    """bumble complains of an answer that nobody waits for any more where a run ends in mid-command."""
    known = ("on_packet", "unexpected response")
    noise = [each for each in caplog.records if each.levelname in ("WARNING", "ERROR")]
    if all(any(word in each.getMessage() for word in known) for each in noise):
        caplog.clear()


def flawless(run: Ran) -> None:
    assert (run.lost, run.connections, run.boots, run.stream.malformed) == (0, 1, [1], 0)


def complete(run: Ran) -> None:
    assert run.view is not None
    assert run.view.summary is not None
    assert run.view.summary.outcome == "All holds are done."


@about("treatment")
def _(run: Ran) -> None:
    flawless(run)
    complete(run)
    assert run.tool.truth.holds == len(run.analysed.holds) == 3
    assert all(25 < (hold.mean_n or 0) < 35 for hold in run.analysed.holds)


@about("novice-forearm")
def _(run: Ran) -> None:
    flawless(run)
    complete(run)
    assert run.scenario.physics != SCENARIOS["treatment"].physics


@about("tender-patient")
def _(run: Ran) -> None:
    flawless(run)
    (down,) = [event for event in run.events if event.type == EventType.BUTTON and event.values[1] == 1]
    assert EventType.STOP in [event.type for event in run.events]
    assert 3 < down.counter / 100 < 14  # while it is pressed


@about("scripted")
def _(run: Ran) -> None:
    flawless(run)
    assert [hold.peak_n for hold in run.analysed.holds] == pytest.approx([25, 40, 30], rel=0.15)


@about("fast")
def _(run: Ran) -> None:
    flawless(run)
    assert run.analysed.signal.rate_hz == 1000
    assert run.analysed.signal.samples == pytest.approx(60_000, abs=50)


@about("untouched")
def _(run: Ran) -> None:
    flawless(run)
    assert run.analysed.holds == ()
    assert run.tool.truth.dose_kpa_s == 0


@about("lossy")
def _(run: Ran) -> None:
    assert run.lost / (run.lost + run.analysed.signal.samples) == pytest.approx(0.1, abs=0.02)
    assert len(run.analysed.holds) == 3


@about("burst-loss")
def _(run: Ran) -> None:
    sizes = [gap.lost for gap in run.analysed.signal.gaps]
    assert run.lost == sum(sizes) > 200
    assert max(sizes) >= 20  # at least five frames of four readings
    assert run.lost / len(sizes) > 10


@about("silence")
def _(run: Ran) -> None:
    assert run.frame_gap_s == pytest.approx(5.04, abs=0.1)
    assert run.lost == 0
    assert "let go slowly no data" in run.said
    complete(run)


@about("stuck-sensor")
def _(run: Ran) -> None:
    (gap,) = run.analysed.signal.gaps
    assert gap.end_s - gap.start_s == pytest.approx(6, abs=0.1)
    assert "let go slowly no data" in run.said
    complete(run)


@about("saturated-sensor")
def _(run: Ran) -> None:
    assert run.analysed.signal.saturated_samples + run.lost >= 390
    assert "let go slowly the pressure is above the limit" in run.said
    complete(run)


@about("no-readings")
def _(run: Ran) -> None:
    (gap,) = run.analysed.signal.gaps
    assert gap.lost == run.lost == 100
    assert gap.start_s == pytest.approx(28, abs=0.02)


@about("offset-step")
def _(run: Ran) -> None:
    rest = [hold for hold in run.analysed.holds if hold.start_s > 17]
    assert rest[0].start_s == pytest.approx(18, abs=0.1)  # contact without anybody pressing
    assert rest[-1].end_s > 55
    assert (run.analysed.totals.dose_kpa_s or 0) > run.tool.truth.dose_kpa_s + 1000


@about("softening")
def _(run: Ran) -> None:
    flawless(run)
    (softened,) = run.markers
    assert softened.world_s == pytest.approx(27, abs=0.01)
    before, after = run.tool.doses_kpa_s([(26, 27), (33, 34)])
    assert 0.79 < after / before < 0.85  # a fifth, but that a braced hand sinks a little deeper
    assert run.analysed.holds[0].softening_s == ()  # nobody has said that it was braced


@about("patient-stop")
def _(run: Ran) -> None:
    assert "STOP the patient pressed stop" in run.said
    assert [event.type for event in run.events][:2] == [EventType.BUTTON, EventType.STOP]
    assert run.tool.truth.holds == 2


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
