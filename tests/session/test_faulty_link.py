"""What a live link does to frames, counters and clocks, through the whole session: the holds stay what they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocol.link import Channel
from protocol.status import Status
from session.playback import read_record
from session.zero_ledger import ledger_path, read_ledger
from simulator.happenings.frames import Duplicate, FutureVersion, Reorder, Truncated, WrongLength
from simulator.happenings.tool import ClockJump, Reset
from simulator.scenario import Scenario
from tests.session.air_room import AirRoom, scenario
from tests.short import first

DONE = "All holds are done."

FAULTS: dict[str, Scenario] = {
    "nothing": scenario(),
    "truncated frames": scenario(Truncated(at_s=4, for_s=14, share=0.1)),
    "frames that promise more than they hold": scenario(WrongLength(at_s=4, for_s=14, share=0.1, more=50)),
    "frames of a later version": scenario(FutureVersion(at_s=4, for_s=14, share=0.1)),
    "duplicates": scenario(Duplicate(at_s=4, for_s=14, share=0.3, copies=3)),
    "frames that overtake others": scenario(Reorder(at_s=4, for_s=14, share=0.2, delay_s=0.12)),
    "a counter that wraps": scenario(first_counter=2**32 - 1000),
    "a clock that wraps": scenario(up_s=4_294.967296 - 10),
}


@pytest.mark.parametrize("name", FAULTS)
def test_nothing_is_lost_by(name: str, tmp_path: Path) -> None:
    place = AirRoom(tmp_path, FAULTS[name])
    view = place.treat()
    assert view.summary is not None
    assert view.summary.outcome == DONE
    assert len(view.summary.holds) == 2
    link, measured = place.link, place.measured
    assert (link.lost, link.expected) == (0, link.received)
    assert measured.totals.dose_kpa_s == pytest.approx(place.tool.truth.dose_kpa_s, rel=0.005)
    assert (link.malformed > 0) is (name in ("truncated frames", "frames that promise more than they hold"))
    overtaken = "truncated", "promise", "later version", "overtake"
    assert (link.late > 0) is any(word in name for word in overtaken)
    assert (link.reconnects, link.restarts) == (0, 0)
    assert link.rssi_median_dbm == -50


@pytest.mark.parametrize("by_s", first([-3.0, 3000.0, 3.0, -3000.0], 2))
def test_a_clock_that_jumps_is_a_gap_and_no_time(by_s: float, tmp_path: Path) -> None:
    place = AirRoom(tmp_path, scenario(ClockJump(at_s=8, by_s=by_s)))
    view = place.treat()
    assert view.summary is not None
    assert view.summary.outcome == DONE
    measured = place.measured
    assert measured.signal.duration_s == pytest.approx(place.tool.simulated_s, abs=2.0)
    assert 1 <= place.link.lost <= 20
    assert place.link.clock.contradictions == 0
    assert place.link.clock.offset_error_s is not None
    assert place.link.clock.offset_error_s < 0.1


def test_a_tool_that_restarts_in_a_hold_has_its_zero_measured_again_before_anybody_presses(tmp_path: Path) -> None:
    place = AirRoom(tmp_path, scenario(Reset(at_s=9, for_s=1.0)))
    view = place.treat()
    assert view.summary is not None
    assert view.summary.outcome == DONE
    assert place.runner is not None
    told = [each for each in place.runner.take_events() if each.startswith("The tool restarted after its zero")]
    assert told == [
        "The tool restarted after its zero was measured: keep the tool off the skin until it is measured again."
    ]
    assert (place.link.restarts, place.link.reconnects) == (1, 1)
    assert len(read_ledger(ledger_path(tmp_path, place.tool.serial), place.tool.serial).entries) == 2
    boots = [payload.data for payload in read_record(place.path).payloads if payload.channel is Channel.STATUS]
    assert [Status.from_bytes(data).boot_id for data in boots] == [1, 2]
    assert place.link.clock.contradictions == 0
