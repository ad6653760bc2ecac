"""How a run of the simulator ends when somebody is there, and when nobody is."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from protocol.link import Channel
from session.inputs import Quit, read_input
from session.playback import read_record
from session.rehearsal import GIVE_UP_S, Rehearsal, rehearse
from session.runner import Runner
from session.simulation import Air
from simulator.happenings.people import PatientStop
from tests.session.rooms import LIGHT, scenario
from tests.virtual import run_virtual

STOP_S, LEAVES_S = 4.0, 15.0


@pytest.mark.parametrize(("attended", "ends_s"), [(False, STOP_S + 1.0 + GIVE_UP_S), (True, LEAVES_S)])
def test_after_a_stop_a_run_waits_for_whoever_attends_and_else_gives_up(
    tmp_path: Path, attended: bool, ends_s: float
) -> None:
    path = tmp_path / "a.mcap"
    rehearsal = Rehearsal(scenario(PatientStop(at_s=STOP_S)), 3, LIGHT, Air.STRAIGHT, None, path, "test")

    def attend(runner: Runner) -> None:
        if attended:
            asyncio.get_running_loop().call_later(LEAVES_S, runner.hear, Quit())

    run_virtual(rehearse(rehearsal, rehearsal.tool(), attended=attended, show=attend))
    said = [payload for payload in read_record(path).payloads if payload.channel is Channel.INPUT]
    assert [read_input(payload.data) for payload in said] == [Quit()]
    assert said[0].arrival_s == pytest.approx(ends_s, abs=0.2)
