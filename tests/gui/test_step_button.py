"""A step up in the window: shown with its reason, and refused with its reason by whoever guides."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.words import left
from session.cue import Action, MayStep, NotYet, Step, Why
from session.inputs import StepUp
from tests.gui.conftest import Open
from tests.gui.stage import Held, cue, view


def stepping(step: Step | None, action: Action = Action.HOLD, **more: Any) -> Held:
    return Held(view(cue=cue(action, step=step), **more))


@pytest.mark.parametrize(
    ("step", "text"),
    [
        (MayStep(44.0, "the pain is gone"), "R: step up to 44.0 N – the pain is gone"),
        (NotYet("the treatment is over"), "R: no step up – the treatment is over"),
    ],
)
def test_it_says_what_it_would_do_or_why_not_and_asks_whoever_guides(
    step: Step, text: str, opened: Open, qtbot: QtBot
) -> None:
    source = stepping(step)
    window = opened(source)
    button = window.live.step
    assert (button.isVisible(), button.text(), button.accessibleName()) == (True, text, text)
    button.click()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_R)
    qtbot.waitUntil(lambda: source.asked == [StepUp(), StepUp()])  # a key presses the button for a moment


def test_a_plan_without_steps_has_no_button(opened: Open) -> None:
    assert not opened(stepping(None)).live.step.isVisible()


def test_while_the_tool_is_looked_at_the_window_says_wait_and_how_long(opened: Open) -> None:
    source = Held(view(cue=cue(Action.WAIT, Why.LOOKING, left_s=7.2), contact=False, force_n=0.0))
    window = opened(source)
    assert (window.live.cue.face.word, window.live.cue.face.reason) == ("wait", "Looking at the tool, 8 s")
    assert left(source.shown.cue) == "–"
    source.shown = view(cue=cue(Action.LET_GO, Why.NOT_YET))
    window.bridge.poll()
    assert window.live.cue.face.word == "let go slowly"
    assert window.live.cue.face.reason == "Not yet: the tool is still being looked at"
