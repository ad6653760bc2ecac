"""A treatment over Bluetooth whose link dies again and again: nothing that the tool still holds is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.live import Live
from session.cue import Cue
from session.errors import InputError
from session.inputs import Quit
from session.links import LinkName
from session.offline.measure import analyse_record
from session.plan import Cap, Plan
from session.runner import LOST_S, Runner
from session.simulation import intent
from session.view import View
from session.with_tool import Treatment, treat_with
from simulator.air import virtual_tool
from simulator.happenings.tool import Disconnect
from simulator.scenario import Scenario
from simulator.tool import Tool
from tests.virtual import run_virtual

LONG = Plan(
    name="long",
    text="One long hold.",
    source="made up",
    confidence="none",
    target_n=20.0,
    band_percent=15.0,
    hold_s=90.0,
    repetitions=1,
    rest_s=1.0,
    cap=Cap(force_n=40.0, reasons=("a test",)),
)


def scenario(*drops: Disconnect, for_s: float = 150.0) -> Scenario:
    return Scenario(name="drops", text="The link is cut.", simulated_s=for_s, plan="long", happenings=drops)


class Cut:
    """A treatment over the virtual air by a hand that follows the guide."""

    def __init__(self, path: Path, *drops: Disconnect) -> None:
        self.tool = Tool(scenario(*drops), 3)
        self.path = path
        self.quits_s = 1000.0
        """When the therapist ends it, of the loop's time."""
        self.ended_s = 0.0

    def run(self) -> View:
        return run_virtual(self._story())

    async def _story(self) -> View:
        surroundings = await virtual_tool(self.tool)
        try:
            name = LinkName("ble", self.tool.serial)
            treatment = Treatment(name, LONG, lambda _serial: self.path, "test", surroundings.backend)
            view, _ = await treat_with(treatment, self._join)
            return view
        finally:
            await surroundings.close()

    def _join(self, runner: Runner) -> None:
        def follow(cue: Cue, live: Live) -> None:
            self.tool.tell(intent(cue, live))
            self.ended_s = runner.clock_s()
            if self.ended_s >= self.quits_s:
                self.quits_s = 1000.0
                runner.hear(Quit())

        runner.on_cue = follow


def test_a_link_killed_ten_times_in_a_hold_costs_no_sample(tmp_path: Path) -> None:
    drops = tuple(Disconnect(at_s=12 + 7.5 * number, for_s=0.4) for number in range(10))
    cut = Cut(tmp_path / "cut.mcap", *drops)
    view = cut.run()
    assert view.summary is not None
    measured = analyse_record(cut.path)
    assert measured.signal.lost_samples == 0
    (hold,) = measured.holds
    assert hold.duration_s > 90
    truth = cut.tool.truth
    assert measured.totals.dose_kpa_s == pytest.approx(truth.dose_kpa_s, rel=0.005)


def test_who_ends_a_treatment_whose_tool_is_out_of_reach_is_not_kept_waiting(tmp_path: Path) -> None:
    cut = Cut(tmp_path / "gone.mcap", Disconnect(at_s=12, for_s=130))
    cut.quits_s = 20.0
    view = cut.run()
    assert view.summary is not None
    assert view.summary.outcome == "Ended before it was complete."
    assert cut.ended_s == pytest.approx(20 + LOST_S, abs=0.1)


@pytest.mark.parametrize("text", ["usb:1", "ble:", ":x"])
def test_a_name_that_names_no_tool_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="names no tool"):
        LinkName.of(text)


def test_names_of_tools() -> None:
    assert LinkName.of(None) == LinkName("ble", None)
    assert LinkName.of("PT-1") == LinkName.of("ble:PT-1") == LinkName("ble", "PT-1")
    assert LinkName.of("sim:treatment") == LinkName("sim", "treatment")
