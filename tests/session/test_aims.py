"""What was asked for stands in the record: measured from it, a treatment has the targets that it had."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from protocol.link import Channel
from session.documents import AnalysedFile
from session.inputs import GoOn, Stop, StopReason
from session.offline.measure import analyse_record
from session.offline.record_source import open_record
from session.offline.request import Request
from session.offline.source import Retarget
from session.offline.sources import open_source
from session.playback import read_record
from session.record import Recorder
from session.view import HoldView
from simulator.in_process import InProcessLink
from simulator.tool import Tool
from tests.session.rooms import LIGHT, Room, scenario
from tests.session.tracks import HEADER
from tests.virtual import run_virtual

EASED_N = 0.8 * LIGHT.target_n


def treated(path: Path, **heard_s: float) -> tuple[tuple[HoldView, ...], AnalysedFile]:
    """A treatment of two holds in which this is heard at these times; its holds live and from its record."""

    async def story() -> tuple[HoldView, ...]:
        tool = Tool(scenario(), 1)
        link = InProcessLink(tool)
        with Recorder(path, HEADER.model_copy(update={"started_loop_s": 0.0})) as recorder:
            place = Room(tool, link, LIGHT, recorder)
            values = {"stop": Stop(), "less": GoOn(reason=StopReason.TOO_PAINFUL)}
            for name, at_s in heard_s.items():
                value = values[name.rstrip("0123456789")]
                place.at[at_s] = lambda value=value: place.runner.hear(value)  # type: ignore[misc]  # mypy infers no default
            view = await place.treat()
        assert view.summary is not None
        return view.summary.holds

    return run_virtual(story()), analyse_record(path)


def aims(path: Path) -> list[float]:
    return [piece.target_n for piece in open_record(str(path), Request()).pieces() if isinstance(piece, Retarget)]


def agree(live: tuple[HoldView, ...], offline: AnalysedFile) -> bool:
    mine = [(hold.in_band_s, hold.dose_kpa_s) for hold in live]
    its = [(hold.in_band_s, hold.dose_kpa_s) for hold in offline.holds]
    return bool(np.allclose(np.array(mine, float), np.array(its, float), rtol=1e-9))


def test_too_painful_that_the_guide_heeds_lowers_the_target_live_and_in_the_record(tmp_path: Path) -> None:
    live, offline = treated(tmp_path / "one.mcap", stop=4.0, less=6.0)
    assert aims(tmp_path / "one.mcap") == [pytest.approx(EASED_N)]
    assert len(live) == 3
    assert agree(live, offline)


@pytest.mark.parametrize("heard_s", [{"less": 4.0}, {"less": 0.5}, {"less0": 1.0, "less1": 5.0}])
def test_too_painful_that_the_guide_ignores_lowers_it_nowhere(tmp_path: Path, heard_s: dict[str, float]) -> None:
    live, offline = treated(tmp_path / "one.mcap", **heard_s)
    kept = read_record(tmp_path / "one.mcap").payloads
    assert sum(payload.channel is Channel.INPUT for payload in kept) == len(heard_s)
    assert aims(tmp_path / "one.mcap") == []
    assert agree(live, offline)
    plain, _ = treated(tmp_path / "two.mcap")
    assert [hold.in_band_s for hold in live] == [hold.in_band_s for hold in plain]


def test_twice_too_painful_is_heeded_twice(tmp_path: Path) -> None:
    live, offline = treated(tmp_path / "one.mcap", stop=4.0, less=6.0, stop1=8.5, less1=10.0)
    assert aims(tmp_path / "one.mcap") == [pytest.approx(EASED_N), pytest.approx(0.8 * EASED_N)]
    assert agree(live, offline)


def test_who_asks_for_another_target_measures_against_that_one(tmp_path: Path) -> None:
    treated(tmp_path / "one.mcap", stop=4.0, less=6.0)
    pieces = open_record(str(tmp_path / "one.mcap"), Request(target_n=5.0)).pieces()
    assert not any(isinstance(piece, Retarget) for piece in pieces)


def test_a_band_without_a_target_does_nothing_and_that_is_said_in_a_line(tmp_path: Path) -> None:
    table = tmp_path / "one.csv"
    table.write_text("time_s,force_n\n" + "".join(f"{row / 100},{row % 7}\n" for row in range(300)))
    line = "--band does nothing without a target: give --target too, and the time in the band is measured"
    assert open_source(str(table), Request(band_percent=10.0)).notes == (line,)
    assert open_source(str(table), Request(band_percent=10.0, target_n=5.0)).notes == ()
    treated(tmp_path / "two.mcap")
    assert line not in open_source(str(tmp_path / "two.mcap"), Request(band_percent=10.0)).notes
    vain = "--tares does nothing here: only a record knows when a zero was measured"
    assert open_source(str(table), Request(tares=frozenset({1}))).notes == (vain,)
