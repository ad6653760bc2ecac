"""Somebody presses stop, on either side of the link."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocol.link import Channel
from session.cue import Action, Why
from session.inputs import GoOn, Quit, Stop, StopReason, read_input
from session.playback import read_record
from simulator.happenings.people import PatientStop, Press
from simulator.in_process import InProcessLink
from simulator.tool import Tool
from tests.session.kept_rooms import again, latched, recorded, stop_then
from tests.session.rooms import LIGHT, Room, room, scenario
from tests.virtual import virtual


def test_a_therapists_stop_asks_to_stop_at_once_and_quit_ends_the_treatment() -> None:
    treated = room(scenario(), prepare=stop_then(go_on=None))
    assert (Action.STOP, Why.THERAPIST_STOP) in treated.said
    after = treated.said[treated.said.index((Action.STOP, Why.THERAPIST_STOP)) + 1 :]
    assert after == [(Action.DONE, None)]
    summary = treated.runner.view().summary
    assert summary is not None
    assert [hold.ended_by for hold in summary.holds] == [Why.THERAPIST_STOP]
    assert summary.outcome == "Ended before it was complete."


def test_a_treatment_that_was_ended_is_over_only_when_the_force_is_gone() -> None:
    def prepare(treated: Room) -> None:
        treated.deaf = True
        treated.at[4.0] = lambda: treated.runner.hear(Quit())

    treated = room(scenario(presses=(Press(at_s=2, force_n=4.0, for_s=6),)), prepare=prepare)
    assert treated.said[-2:] == [(Action.LET_GO, Why.OVER), (Action.DONE, None)]
    assert treated.tool.simulated_s > 8.0


def test_a_patients_button_stops_and_go_on_clears_the_tools_latch() -> None:
    def prepare(treated: Room) -> None:
        treated.at[4.5] = lambda: treated.runner.hear(GoOn(reason=StopReason.TOO_PAINFUL))

    narrow = LIGHT.model_copy(update={"band_percent": 10.0})
    treated = room(scenario(PatientStop(at_s=2.5)), narrow, prepare=prepare)
    assert (Action.STOP, Why.PATIENT_STOP) in treated.said
    assert treated.said[-1] == (Action.DONE, None)
    assert treated.runner.guide.plan.target_n == pytest.approx(0.8 * LIGHT.target_n)
    assert treated.runner.observer.holds[-1].in_band_s == pytest.approx(LIGHT.hold_s, abs=0.4)
    assert not latched(treated)
    summary = treated.runner.view().summary
    assert summary is not None
    assert summary.holds[0].ended_by == Why.PATIENT_STOP


def test_the_tools_latch_stays_until_somebody_goes_on() -> None:
    treated = room(scenario(PatientStop(at_s=2.5), for_s=8))
    assert treated.said[-1] == (Action.STOP, Why.PATIENT_STOP)
    assert latched(treated)


@pytest.mark.parametrize("reason", StopReason)
def test_a_stop_is_recorded_and_a_replay_says_the_same(tmp_path: Path, reason: StopReason) -> None:
    path = tmp_path / "stop.mcap"
    treated = recorded(path, prepare=stop_then(go_on=reason))
    inputs = [each for each in read_record(path).payloads if each.channel is Channel.INPUT]
    assert [read_input(each.data) for each in inputs] == [Stop(), GoOn(reason=reason)]
    assert again(path) == treated.said


def test_a_patients_stop_is_seen_by_a_replay_too(tmp_path: Path) -> None:
    path = tmp_path / "stop.mcap"
    treated = recorded(path, PatientStop(at_s=2.5))
    assert (Action.STOP, Why.PATIENT_STOP) in treated.said
    assert again(path) == treated.said


@virtual
async def test_nobody_can_stop_what_is_over() -> None:
    tool = Tool(scenario(), 1)
    place = Room(tool, InProcessLink(tool), LIGHT)
    with pytest.raises(RuntimeError, match="over"):
        place.runner.hear(Stop())
    await place.treat()
    with pytest.raises(RuntimeError, match="over"):
        place.runner.hear(Stop())
