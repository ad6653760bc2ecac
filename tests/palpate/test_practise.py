"""`palpate practise`: what is refused, what is simulated, and how it ends in a window and in a terminal."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from gui.practice_window import PracticeWindow
from palpate.cli import run
from palpate.practise import Choices, practice_plan, scenario_of
from palpate.practising import NUDGE_N, PracticeKeys, in_terminal
from palpate.terminal import picture
from session.errors import InputError
from session.inputs import Quit
from session.playback import read_record
from session.practice import Practice, practise
from session.rehearsal import Rehearsal
from session.simulation import Air
from session.view import View
from simulator.physics import Part
from tests.gui.stage import view
from tests.session.rooms import LIGHT
from tests.virtual import run_virtual

CHOICES = Choices(hand="novice", site="forearm", tremor=True, impedance=True, delay=True, seed=1)


def test_without_a_window_and_without_a_terminal_there_is_nothing_to_press_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["practise", "--headless", "--data", str(tmp_path)]) == 2
    assert "nothing here has keys to press with" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--target-n", "58"], "58.0 N is above the limit"),
        (["--target-n", "0"], "a target is above 0 N"),
        (["--plan", "none"], "there is no preset “none”"),
        (["--hand", "nobody"], "'nobody' is not one of"),
        (["--site", "moon"], "'moon' is not one of"),
    ],
)
def test_what_cannot_be_practised_is_one_line(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    assert run(["practise", "--data", str(tmp_path), *arguments]) == 2
    said = capsys.readouterr().err
    assert says in said
    assert said.count("\n") == 1


def test_a_target_takes_the_place_of_the_plans_and_stays_under_the_cap_of_the_bench() -> None:
    plan = practice_plan("demonstration", 20.0)
    assert (plan.target_n, plan.cap.force_n) == (20.0, 60.0)
    assert practice_plan("demonstration", None).target_n == 30.0
    with pytest.raises(InputError):
        practice_plan("demonstration", 55.0)


@pytest.mark.parametrize(
    ("switched_off", "part"),
    [("tremor", Part.UNSTEADINESS), ("impedance", Part.IMPEDANCE), ("delay", Part.REACTION)],
)
def test_tremor_impedance_and_delay_can_be_switched_off(switched_off: str, part: Part) -> None:
    whole = scenario_of(CHOICES)
    assert set(whole.without) == {Part.CORRECTION}
    assert (whole.persona, whole.site, whole.presses, whole.plan) == ("novice", "forearm", (), None)
    changed = {**CHOICES, switched_off: False}
    assert set(scenario_of(cast("Choices", changed)).without) == {Part.CORRECTION, part}


def test_in_the_window_a_run_that_is_closed_leaves_a_whole_record_that_is_marked(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In real time, as short as can be."""
    closer = QTimer()
    closer.timeout.connect(lambda: [each.close() for each in qapp.topLevelWidgets() if is_practice(each)])
    closer.start(300)
    assert run(["practise", "--data", str(tmp_path)]) == 0
    closer.stop()
    path = next((tmp_path / "records").iterdir())
    assert f"Record: {path}" in capsys.readouterr().out
    assert read_record(path).whole
    assert read_record(path).header.practised
    assert run(["records", "show", str(path)]) == 0
    assert "SIMULATED, practised without a tool" in capsys.readouterr().out
    assert run(["replay", "--headless", "--speed", "max", str(path)]) == 0


def is_practice(widget: QWidget) -> bool:
    return isinstance(widget, PracticeWindow)


def rehearsal(path: Path, simulated_s: float = 60.0) -> Rehearsal:
    scenario = scenario_of(CHOICES | {"delay": False}).model_copy(update={"simulated_s": simulated_s})
    return Rehearsal(scenario, 1, LIGHT, Air.STRAIGHT, None, path, "test", practised=True)


def test_the_keys_of_a_terminal_press_keep_and_let_go(tmp_path: Path) -> None:
    keys, wanted_n = PracticeKeys(), list[float]()

    async def story() -> View:
        shown = asyncio.Event()

        def show(practice: Practice) -> None:
            keys.practice = practice
            shown.set()

        run = rehearsal(tmp_path / "a.mcap")
        running = asyncio.create_task(practise(run, run.tool(), show))
        await shown.wait()
        for typed, wait_s in (("up up + down", 0.1), ("k", 0.9), ("k", 0.9), ("", 0.3), ("up k l", 0.1)):
            assert all(keys.press(key) for key in typed.split())
            await asyncio.sleep(wait_s)
            assert keys.practice is not None
            wanted_n.append(keys.practice.hand.wanted_n)
        assert not keys.press("q")
        keys.hear(Quit())
        return await running

    assert not keys.press("up")
    run_virtual(story())
    assert wanted_n == [2 * NUDGE_N, 2 * NUDGE_N, 2 * NUDGE_N, 0.0, 0.0]


def test_in_a_terminal_a_run_ends_with_its_plan_or_its_tool(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = in_terminal(rehearsal(tmp_path / "a.mcap", simulated_s=5.0))
    assert document.truth.holds == 0
    assert document.simulated_s == pytest.approx(5.0, abs=0.02)
    said = capsys.readouterr().err
    assert "without any of them for 1 s the hand lets go" in said
    assert "STOP" in said


def test_the_terminal_says_that_no_tool_is_there() -> None:
    marks = str(picture(view(practised=True), 10.0).renderables[0])
    assert "SIMULATED" in marks
    assert "practised without a tool" in marks
    assert "practised" not in str(picture(view(), 10.0).renderables[0])
