"""A person's gestures through the door of practice: the simulated tool measures them, the guide sees them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from protocol.link import Channel
from session.cue import Action, Why
from session.grip import KEEP_S, Gesture, Kept, LetGo, Nudged, Pushed
from session.inputs import Quit, Stop, read_input
from session.offline.measure import analyse_record
from session.playback import read_record
from session.practice import Practice, practise
from session.rehearsal import Rehearsal
from session.simulation import Air
from session.view import View
from simulator.physics import Part
from simulator.scenario import Scenario
from simulator.tool import Tool
from tests.session.rooms import LIGHT
from tests.virtual import run_virtual

TARGET = LIGHT.target_n / (1.25 * LIGHT.cap.force_n)
"""Of the pad's scale."""
STEADY = (Part.IMPEDANCE, Part.UNSTEADINESS, Part.REACTION)


class Trainee:
    """Does something at each moment of virtual time, and is watched."""

    def __init__(self, path: Path, without: tuple[Part, ...] = STEADY, air: Air = Air.STRAIGHT) -> None:
        scenario = Scenario(name="practice", text="A person presses.", simulated_s=60, without=without)
        self.rehearsal = Rehearsal(scenario, 1, LIGHT, air, None, path, "test", practised=True)
        self.tool: Tool = self.rehearsal.tool()
        self.practice: Practice
        self.said: list[tuple[Action, Why | None]] = []
        self.wanted_n: list[float] = []

    def run(self, live: Callable[[Trainee], Gesture | None]) -> View:
        """Each 20 ms `live` says what is done."""

        async def story() -> View:
            shown = asyncio.Event()

            def show(practice: Practice) -> None:
                self.practice = practice
                shown.set()

            running = asyncio.create_task(practise(self.rehearsal, self.tool, show))
            await shown.wait()
            while not running.done():
                cue = self.practice.runner.view().cue
                self.said.append((cue.action, cue.why))
                self.wanted_n.append(self.practice.hand.wanted_n)
                gesture = live(self)
                if gesture is not None:
                    self.practice.hand.feel(gesture)
                await asyncio.sleep(0.02)
            return await running

        return run_virtual(story())

    @property
    def action(self) -> Action:
        return self.practice.runner.view().cue.action


def obedient(trainee: Trainee) -> Gesture:
    """The pointer is where the cue wants it."""
    pressing = trainee.action in (Action.PRESS, Action.MORE, Action.HOLD, Action.LESS)
    return Pushed(TARGET) if pressing else LetGo()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "practice.mcap"


@pytest.mark.parametrize("without", [STEADY, ()], ids=["steady", "like a person's"])
def test_the_dose_of_the_record_is_the_truth_at_the_tip(path: Path, without: tuple[Part, ...]) -> None:
    trainee = Trainee(path, without)
    view = trainee.run(obedient)
    assert view.summary is not None
    assert view.summary.outcome == "All holds are done."
    truth, measured = trainee.tool.truth, analyse_record(path)
    assert (truth.holds, len(measured.holds)) == (2, 2)
    assert measured.totals.dose_kpa_s == pytest.approx(truth.dose_kpa_s, rel=0.005)


def test_over_the_virtual_air_it_is_the_same(path: Path) -> None:
    trainee = Trainee(path, air=Air.BLE)
    trainee.run(obedient)
    assert analyse_record(path).totals.dose_kpa_s == pytest.approx(trainee.tool.truth.dose_kpa_s, rel=0.005)


def test_a_hand_without_impedance_presses_what_is_wanted(path: Path) -> None:
    trainee = Trainee(path)
    trainee.run(obedient)
    held_n = [hold.mean_n for hold in analyse_record(path).holds]
    assert held_n == pytest.approx([LIGHT.target_n] * 2, abs=0.1)


def test_the_record_says_that_no_tool_was_there(path: Path) -> None:
    Trainee(path).run(obedient)
    header = read_record(path).header
    assert (header.simulated, header.practised, header.scenario) == (True, True, "practice")


def test_the_view_says_so_from_the_first_moment_on(path: Path) -> None:
    marks: list[bool] = []

    def watching(trainee: Trainee) -> Gesture:
        view = trainee.practice.runner.view()
        marks.append(view.practised and view.simulated)
        return obedient(trainee)

    Trainee(path).run(watching)
    assert set(marks[1:]) == {True}


def test_a_hand_that_nobody_keeps_lets_go_after_a_second(path: Path) -> None:
    """The pad pushes once and is never heard of again."""

    def once(trainee: Trainee) -> Gesture | None:
        if trainee.action is Action.PRESS and not any(trainee.wanted_n):
            return Pushed(TARGET)
        if trainee.said[-1] == (Action.MORE, Why.CONTACT_LOST):
            trainee.practice.runner.hear(Quit())
        return None

    trainee = Trainee(path)
    trainee.run(once)
    wanted_s = 0.02 * sum(wanted_n > 0 for wanted_n in trainee.wanted_n)
    assert KEEP_S - 0.03 <= wanted_s <= KEEP_S + 0.1
    assert trainee.wanted_n[-1] == 0.0
    assert trainee.tool.truth.holds == 1


def test_stop_while_pressing_is_said_and_what_is_pressed_on_is_counted(path: Path) -> None:
    stopped: list[int] = []

    def stop(trainee: Trainee) -> Gesture:
        if trainee.action is Action.HOLD and not stopped:
            stopped.append(len(trainee.said))
            trainee.practice.runner.hear(Stop())
        if not stopped:
            return obedient(trainee)
        if len(trainee.said) - stopped[0] < 50:
            return Pushed(TARGET)
        trainee.practice.runner.hear(Quit())
        return LetGo()

    trainee = Trainee(path)
    view = trainee.run(stop)
    assert (Action.STOP, Why.THERAPIST_STOP) in trainee.said
    assert view.summary is not None
    assert 0.9 < view.summary.after_cue_s < 1.4
    said = [read_input(each.data) for each in read_record(path).payloads if each.channel is Channel.INPUT]
    assert said[0] == Stop()


def test_after_the_end_the_door_takes_nothing(path: Path) -> None:
    trainee = Trainee(path)
    trainee.run(obedient)
    with pytest.raises(RuntimeError):
        trainee.practice.hand.feel(Nudged(1.0))


def test_signs_of_life_keep_a_press(path: Path) -> None:
    trainee = Trainee(path)

    def keeping(each: Trainee) -> Gesture:
        first = each.practice.hand.wanted_n == 0
        pressing = obedient(each) != LetGo()
        return (Pushed(TARGET) if first else Kept()) if pressing else LetGo()

    view = trainee.run(keeping)
    assert view.summary is not None
    assert view.summary.outcome == "All holds are done."
