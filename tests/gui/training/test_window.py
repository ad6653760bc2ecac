"""The window between its two pages, where an exercise did not end as it should."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from session.record import Recorder, RecordHeader
from simulator.in_process import InProcessLink
from simulator.scenario import Scenario
from simulator.tool import Tool
from tests.gui.training.rooms import NOON, Gym, opened
from tests.training.rooms import drill, exercise
from tests.virtual import run_virtual
from training.practice import Practice
from training.stand import Stand

DEAF = "the tool does not answer: switch it off and on again"


def standing(folder: Path) -> Stand:
    """An exercise before its first step."""

    async def made() -> Stand:
        tool, planned = Tool(Scenario(name="test", text="A test.", simulated_s=60.0), 1), drill(exercise())
        header = RecordHeader(
            started_at=NOON, started_loop_s=0.0, software="test", simulated=True, plan=planned.plan(planned.tasks[0])
        )
        with Recorder(folder / "a.mcap", header) as recorder:
            return Stand(Practice(InProcessLink(tool), planned, recorder))

    return run_virtual(made())


def test_an_exercise_that_broke_down_leads_back_to_the_course_and_says_why(tmp_path: Path) -> None:
    gym = Gym()
    window = opened(gym)
    gym.here = standing(tmp_path)
    window.poll()
    assert window.exercise.isVisible()
    gym.here, gym.words = None, DEAF
    window.poll()
    assert window.course.isVisible()
    assert window.said.text() == DEAF
    window.course.table.selectRow(0)
    window.course.chosen.click()
    assert gym.wanted == ["light"]
    QTest.keyClick(window, Qt.Key.Key_Escape)  # armed, it would be a STOP, with nobody to hear it
    assert not window._latched
    assert window.close()


def test_a_stop_that_nobody_hears_any_more_is_said(tmp_path: Path) -> None:
    gym = Gym()
    window = opened(gym)
    gym.here = standing(tmp_path)
    window.poll()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.exercise.cue.face.word == "STOP"
    assert window.said.text() == "The session does not answer any more: let go, then close the window."
    window.keys.disarm()  # the keys of other tests are their own
