"""A simulated softening, through record and analysis: the advisory against the truth that stands beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from session.documents import AnalysedFile
from session.offline.measure import analyse
from session.offline.request import Request
from session.offline.sources import open_source
from session.playback import read_record
from session.rehearsal import Rehearsal, rehearse
from session.simulation import Air
from session.truth import markers, sentence
from simulator.library import SCENARIOS
from simulator.physics import Part
from simulator.scenario import Scenario
from tests.virtual import run_virtual

SOFTENING = SCENARIOS["softening"]
SECONDS_LATE = 4
"""The fall itself takes five; docs/detection.md has 2 to 5 s for this size."""


def braced(setting: Scenario, path: Path) -> AnalysedFile:
    rehearsal = Rehearsal(setting, 1, None, Air.STRAIGHT, None, path, "test")
    run_virtual(rehearse(rehearsal, rehearsal.tool()))
    return analyse(open_source(str(path), Request(braced=True)))


def test_a_braced_hold_in_which_the_tissue_gives_way_is_said_soon_after(tmp_path: Path) -> None:
    (hold,) = braced(SOFTENING, tmp_path / "a.mcap").holds
    (truth,) = markers(read_record(tmp_path / "a.mcap"))
    (said_s,) = hold.softening_s
    assert sentence(truth) == "27.0 s: softening (percent 20, for_s 5)"
    assert truth.world_s < hold.start_s + said_s < truth.world_s + SECONDS_LATE


@pytest.mark.parametrize("change", [{"happenings": ()}, {"happenings": (), "without": (Part.RELAXATION,)}], ids=str)
def test_the_same_hold_without_it_says_nothing(change: dict[str, object], tmp_path: Path) -> None:
    (hold,) = braced(SOFTENING.model_copy(update=change), tmp_path / "a.mcap").holds
    assert hold.softening_s == ()
