"""What each named scenario is about: the hand, the sensor and the readings that are lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest

from protocol.events import Button, EventType
from simulator.library import SCENARIOS
from tests.session.named_runs import Ran

Check = Callable[[Ran], None]
CHECKS: Final[dict[str, Check]] = {}


def about(name: str) -> Callable[[Check], Check]:
    def keep(check: Check) -> Check:
        CHECKS[name] = check
        return check

    return keep


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


@about("tool-button")
def _(run: Ran) -> None:
    flawless(run)
    down, up, held = [event for event in run.events if event.type == EventType.BUTTON][:3]
    assert (down.values, up.values, held.values) == ((Button.TOOL, 1), (Button.TOOL, 0), (Button.TOOL, 1))
    assert (down.counter / 100, held.counter / 100) == pytest.approx((6, 12), abs=0.5)
    (stop,) = [event for event in run.events if event.type == EventType.STOP and event.values[0] == 1]
    assert stop.counter - held.counter == pytest.approx(100, abs=5)


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
