"""Software cannot end a press: a hand that ignores every cue is counted, and what it did is printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from clinic.plans.build import build
from clinic.screening.asked import Use
from palpate.tables import remarks
from session.cue import Why
from session.offline.measure import analyse
from session.offline.request import Request
from session.offline.sources import open_source
from session.record import Recorder
from simulator.happenings.people import Press
from simulator.in_process import InProcessLink
from simulator.tool import Tool
from tests.clinic.screening.charts import FACE, LIBRARY, asked, cap_of, chart
from tests.session.rooms import Room, scenario
from tests.session.tracks import HEADER
from tests.virtual import run_virtual


@pytest.mark.parametrize("force_n", [20.0, 30.0])
def test_force_and_time_over_the_effective_cap_and_the_dose_of_the_hold_are_counted_and_printed(
    tmp_path: Path, force_n: float
) -> None:
    cap = cap_of(chart(), asked(Use.TREATMENT, FACE))
    assert cap.force_n == 10.0
    plan = build(LIBRARY.presets["tool-self-care"], cap).plan
    path = tmp_path / "deaf.mcap"

    async def lived() -> Room:
        tool = Tool(scenario(for_s=12, presses=(Press(at_s=2.0, force_n=force_n, for_s=5.0),)), 1)
        with Recorder(path, HEADER.model_copy(update={"plan": plan})) as recorder:
            place = Room(tool, InProcessLink(tool), plan, recorder)
            place.deaf = True
            await place.treat()
        return place

    view = run_virtual(lived()).runner.view()
    assert view.summary is not None
    (hold,) = view.summary.holds
    assert hold.ended_by == Why.OVER_CAP
    assert view.summary.over_cap_peak_n == pytest.approx(force_n, rel=0.2)
    assert hold.over_cap_s == pytest.approx(5.0, abs=1.0)
    assert hold.after_cue_s == pytest.approx(5.0, abs=1.2)
    assert hold.dose_kpa_s is not None
    assert 10 * cap.force_n * hold.over_cap_s < hold.dose_kpa_s < 10 * hold.peak_n * hold.duration_s
    printed = remarks(analyse(open_source(str(path), Request())))
    assert f"above the limit for {hold.over_cap_s:.1f} s, up to {view.summary.over_cap_peak_n:.1f} N" in printed[0]
