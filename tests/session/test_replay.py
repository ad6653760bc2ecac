"""Live, replay and offline: one path, one answer, bit for bit."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from analysis.hold import Hold
from session.cue import Action, Why
from session.errors import InputError
from session.inputs import GoOn, Stop, StopReason
from session.offline.measure import analyse
from session.offline.request import Request
from session.offline.sources import open_source
from session.plan import Plan
from session.playback import FileLink, read_record
from session.record import Recorder
from session.rehearsal import Rehearsal, rehearse
from session.runner import Runner
from session.simulation import Air
from session.view import Summary
from simulator.happenings.every import Happening
from simulator.happenings.frames import FrameLoss, Silence
from simulator.happenings.people import PatientStop, Press
from simulator.happenings.sensor import StuckSensor
from simulator.happenings.tool import Disconnect
from simulator.in_process import InProcessLink
from simulator.scenario import Scenario
from simulator.tool import Tool
from tests.session.rooms import LIGHT, Room, scenario
from tests.session.tracks import HEADER
from tests.virtual import run_virtual

Said = list[tuple[Action, Why | None]]


class Lived:
    """What a run said and found."""

    def __init__(self) -> None:
        self.said: Said = []
        self.holds: list[Hold] = []
        self.summary: Summary | None = None

    def follow(self, runner: Runner) -> None:
        """Write down what is said, beside whoever listens already."""
        before = runner.on_cue

        def listen(cue: object, live: object) -> None:
            now = runner.view().cue
            if not self.said or self.said[-1] != (now.action, now.why):
                self.said.append((now.action, now.why))
            if before:
                before(now, runner.observer.live)

        runner.on_cue = listen

    def keep(self, runner: Runner) -> None:
        self.holds, self.summary = runner.observer.holds, runner.view().summary


def live(path: Path, setting: Scenario, plan: Plan | None = LIGHT) -> Lived:
    lived = Lived()

    async def story() -> None:
        rehearsal = Rehearsal(setting, 3, plan, Air.STRAIGHT, None, path, "test")
        runners: list[Runner] = []

        def show(runner: Runner) -> None:
            lived.follow(runner)
            runners.append(runner)

        await rehearse(rehearsal, rehearsal.tool(), show=show)
        lived.keep(runners[0])

    run_virtual(story())
    return lived


def replayed(path: Path) -> Lived:
    lived = Lived()

    async def story() -> None:
        await asyncio.sleep(1234.5)  # another clock than that of the recording
        runner = Runner(FileLink(read_record(path)), LIGHT, None)
        lived.follow(runner)
        await runner.run()
        lived.keep(runner)

    run_virtual(story())
    return lived


@pytest.mark.parametrize(
    "happening",
    [
        PatientStop(at_s=2.6),
        Silence(at_s=2.6, for_s=2.5),
        StuckSensor(at_s=2.6, for_s=2.5),
        FrameLoss(at_s=0, for_s=60, share=0.2),
        Disconnect(at_s=2.6),
    ],
)
def test_live_replay_and_offline_find_the_same_holds_and_replay_says_what_live_said(
    tmp_path: Path, happening: Happening
) -> None:
    path = tmp_path / "a.mcap"
    first = live(path, scenario(happening))
    again = replayed(path)
    assert first.holds
    assert again.holds == first.holds
    assert again.said == first.said
    source = open_source(str(path), Request())
    offline = analyse(source)
    assert [hold.dose_kpa_s for hold in offline.holds] == [hold.dose_kpa_s for hold in first.holds]
    assert [hold.in_band_s for hold in offline.holds] == [hold.in_band_s for hold in first.holds]
    assert [hold.peak_n for hold in offline.holds] == [hold.peak_n for hold in first.holds]
    assert analyse(source, chunk=7) == offline
    assert offline.simulated


def test_offline_too_a_lowered_target_counts(tmp_path: Path) -> None:
    path = tmp_path / "a.mcap"

    async def story() -> list[Hold]:
        tool = Tool(scenario(for_s=20), 1)
        with Recorder(path, HEADER) as recorder:
            place = Room(tool, InProcessLink(tool), LIGHT, recorder)
            place.at[2.6] = lambda: place.runner.hear(Stop())
            place.at[5.0] = lambda: place.runner.hear(GoOn(reason=StopReason.TOO_PAINFUL))
            await place.treat()
        return place.runner.observer.holds

    holds = run_virtual(story())
    assert len(holds) > 1
    assert all(hold.in_band_s for hold in holds)
    offline = analyse(open_source(str(path), Request()))
    assert [hold.in_band_s for hold in offline.holds] == [hold.in_band_s for hold in holds]


def test_live_and_replay_have_the_same_summary_but_for_the_record(tmp_path: Path) -> None:
    path = tmp_path / "a.mcap"
    first, again = live(path, scenario()).summary, replayed(path).summary
    assert first is not None
    assert again is not None
    assert first.record == str(path)
    assert again == first._replace(record=None)


def test_a_scripted_scenario_is_recorded_without_guiding_anybody(tmp_path: Path) -> None:
    path = tmp_path / "a.mcap"
    setting = scenario(for_s=12, presses=(Press(at_s=3, force_n=10, for_s=4),))
    rehearsal = Rehearsal(setting, 3, None, Air.STRAIGHT, None, path, "test")
    tool = rehearsal.tool()
    assert run_virtual(rehearse(rehearsal, tool)) is None
    analysed = analyse(open_source(str(path), Request(area_cm2=1.0)))
    assert (analysed.signal.samples, analysed.signal.lost_samples) == (600, 0)
    (hold,) = analysed.holds
    assert hold.in_band_s is None
    assert hold.dose_kpa_s == pytest.approx(tool.truth.dose_kpa_s, rel=0.005)
    assert hold.dose_kpa_s != tool.truth.dose_kpa_s
    header = read_record(path).header
    assert (header.simulated, header.scenario, header.seed, header.plan) == (True, "test", 3, None)


def test_a_scripted_tool_that_hangs_up_ends_the_record_in_peace(tmp_path: Path) -> None:
    path = tmp_path / "a.mcap"
    rehearsal = Rehearsal(scenario(Disconnect(at_s=2), for_s=12), 3, None, Air.STRAIGHT, None, path, "test")
    assert run_virtual(rehearse(rehearsal, rehearsal.tool())) is None
    assert read_record(path).whole


def test_alone_after_a_stop_the_simulated_therapist_goes_home(tmp_path: Path) -> None:
    lived = live(tmp_path / "a.mcap", scenario(PatientStop(at_s=2.6)))
    assert lived.said[-2:] == [(Action.STOP, Why.PATIENT_STOP), (Action.DONE, None)]
    assert lived.summary is not None
    assert lived.summary.outcome == "Ended before it was complete."


def test_a_run_does_not_end_well_on_the_record_of_another(tmp_path: Path) -> None:
    path = tmp_path / "a.mcap"
    rehearsal = Rehearsal(scenario(for_s=2), 3, None, Air.STRAIGHT, None, path, "test")
    run_virtual(rehearse(rehearsal, rehearsal.tool()))
    before = path.read_bytes()
    with pytest.raises(InputError, match="was not recorded"):
        run_virtual(rehearse(rehearsal, rehearsal.tool()))
    assert path.read_bytes() == before
