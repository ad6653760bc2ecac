from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from palpate.tables import remarks
from palpate.version import VERSION
from session.live_summary import LiveHold, LiveSummary
from session.offline.measure import analyse
from session.offline.record_source import open_record
from session.offline.request import Request
from session.playback import read_record
from session.recover import recover
from session.rehearsal import Rehearsal, rehearse
from session.simulation import Air
from tests.session.rooms import LIGHT, scenario
from tests.virtual import run_virtual


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A guided treatment of two holds."""
    path = tmp_path_factory.mktemp("beside") / "a.mcap"
    rehearsal = Rehearsal(scenario(for_s=60), 1, LIGHT, Air.STRAIGHT, None, path, "0.0.1")
    run_virtual(rehearse(rehearsal, rehearsal.tool()))
    return path


def test_a_record_keeps_what_was_shown_at_the_end_and_by_which_version(record: Path) -> None:
    recorded = read_record(record)
    assert recorded.live is not None
    assert recorded.live.software == recorded.header.software == "0.0.1"
    assert len(recorded.live.holds) == LIGHT.repetitions


def test_the_same_core_measures_what_was_shown(record: Path) -> None:
    analysed = analyse(open_record(str(record), Request()))
    assert analysed.live is not None
    assert (analysed.live.software, analysed.live.holds, analysed.live.differences) == ("0.0.1", 2, ())
    assert not [line for line in remarks(analysed) if "shown" in line]


def shown(record: Path, **other: float | None) -> LiveSummary:
    """What was shown, with other figures of the first hold."""
    live = read_record(record).live
    assert live is not None
    first, second = live.holds
    return live.model_copy(update={"holds": (first.model_copy(update=other), second)})


def differing(record: Path, live: LiveSummary) -> tuple[list[tuple[int, str, float | None, float | None]], list[str]]:
    source = open_record(str(record), Request())
    analysed = analyse(replace(source, live=live))
    assert analysed.live is not None
    lines = remarks(analysed)
    told = [(each.hold, each.metric, each.shown, each.now) for each in analysed.live.differences]
    return told, lines


def test_figures_that_differ_stand_side_by_side(record: Path) -> None:
    now = analyse(open_record(str(record), Request())).holds[0]
    told, lines = differing(record, shown(record, peak_n=99.0, mean_kpa=None))
    assert told == [(0, "mean_kpa", None, now.mean_kpa), (0, "peak_n", 99.0, now.peak_n)]
    head = lines.index(f"shown at the end of the treatment by version 0.0.1, and what version {VERSION} measures:")
    assert lines[head + 1 : head + 3] == [
        f"  hold 1, mean_kpa: – then, {now.mean_kpa:.6g} now",
        f"  hold 1, peak_n: 99 then, {now.peak_n:.6g} now",
    ]


def test_a_hold_that_only_one_side_has_stands_beside_nothing(record: Path) -> None:
    live = shown(record)
    third = LiveHold(duration_s=1.0, in_band_s=0.5, mean_kpa=None, peak_n=3.0, dose_kpa_s=None)
    told, _ = differing(record, live.model_copy(update={"holds": (*live.holds, third)}))
    assert told == [(2, "duration_s", 1.0, None), (2, "in_band_s", 0.5, None), (2, "peak_n", 3.0, None)]
    told, _ = differing(record, live.model_copy(update={"holds": live.holds[:1]}))
    assert {(hold, old) for hold, _, old, _ in told} == {(1, None)}


def test_who_asks_for_something_else_than_was_shown_gets_no_comparison(record: Path) -> None:
    assert analyse(open_record(str(record), Request(area_cm2=2.0))).live is None


def test_figures_of_a_recovered_record_say_what_they_are_of(record: Path, tmp_path: Path) -> None:
    content = record.read_bytes()
    middle = len(content) // 2
    (tmp_path / "a.mcap").write_bytes(content[:middle] + bytes(300) + content[middle + 300 :])
    mark = recover(tmp_path / "a.mcap", tmp_path / "b.mcap", "test")
    assert mark.lost in range(1, 8)
    analysed = analyse(open_record(str(tmp_path / "b.mcap"), Request()))
    assert f"the record was recovered: {mark.kept} payloads kept, {mark.lost} lost" in analysed.signal.notes
    assert analysed.signal.lost_samples > 0
