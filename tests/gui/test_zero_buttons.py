"""Measuring the zero, and taking it back, from the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.app import application
from gui.tool_panel import WAITING, ToolPanel
from protocol.control import Result
from session.cue import Action
from session.inputs import MeasureZero, UndoZero
from session.tare import Refused, Tared
from session.tool_health import ZeroHealth
from session.view import View
from session.zero_card import NO_EARLIER
from simulator.physics import Part
from tests.gui.conftest import Open
from tests.gui.practice_room import PracticeRoom
from tests.gui.stage import HEALTH, Gone, Held, view
from tests.gui.test_tool_panel import CARD, Told
from tests.session.rooms import LIGHT

FIRST, SECOND = Tared(1.0, 0.12, 0.01, 1, 0), Tared(9.0, -0.04, 0.01, 1, 800)


def resting(*standing: Tared, refused: Refused | None = None, contact: bool = False) -> View:
    zero = ZeroHealth((*standing, *((refused,) if refused else ())), standing, Result.OK)
    return replace(view(Action.REST, contact=contact), health=HEALTH._replace(zero=zero))


def test_the_button_asks_for_a_measurement_and_says_what_came_of_it(opened: Open) -> None:
    source = Held(resting(FIRST))
    window = opened(source, Told())
    panel = window.live.tool
    panel.zero.click()
    window.bridge.poll()
    assert source.asked == [MeasureZero()]
    assert panel.said.text() == WAITING
    source.shown = resting(FIRST, SECOND)
    window.bridge.poll()
    assert panel.said.text() == "Zero measured: 0.0 N from the factory's zero."


def test_a_refusal_is_shown_with_its_reason(opened: Open) -> None:
    source = Held(resting(FIRST))
    window = opened(source, Told())
    window.live.tool.zero.click()
    source.shown = resting(FIRST, refused=Refused(9.0, Result.LOADED, 3.21, 0.0))
    window.bridge.poll()
    assert "the tool reads +3.2 N, too much for a zero. Take it off the skin" in window.live.tool.said.text()


def test_undo_waits_until_there_is_an_earlier_zero(opened: Open) -> None:
    source = Held(resting(FIRST))
    window = opened(source, Told())
    undo = window.live.tool.undo
    undo.click()
    assert (undo.isEnabled(), undo.toolTip()) == (False, NO_EARLIER)
    source.shown = resting(FIRST, SECOND)
    window.bridge.poll()
    assert undo.isEnabled()
    undo.click()
    assert source.asked == [UndoZero()]


def test_contact_greys_both_and_says_why(opened: Open) -> None:
    source = Held(resting(FIRST, SECOND, contact=True))
    window = opened(source, Told())
    panel = window.live.tool
    panel.zero.click()
    panel.undo.click()
    assert source.asked == []
    assert panel.said.text() == "Not during contact: take the tool off the skin first."


def test_an_errand_that_is_under_way_greys_both(opened: Open) -> None:
    source = Held(resting(FIRST, SECOND))
    panel = opened(source, Told(CARD._replace(busy=True, said="busy"))).live.tool
    panel.zero.click()
    panel.undo.click()
    assert source.asked == []


def test_what_was_asked_last_is_answered(opened: Open) -> None:
    """An errand's answer and a zero's stand in one place."""
    source, desk = Held(resting(FIRST)), Told(CARD._replace(said="The tool shows itself now."))
    window = opened(source, desk)
    panel = window.live.tool
    panel.zero.click()
    source.shown = resting(FIRST, SECOND)
    window.bridge.poll()
    assert panel.said.text().startswith("Zero measured")
    panel.identify.click()
    window.bridge.poll()
    assert panel.said.text() == "The tool shows itself now."


def test_a_session_that_is_gone_says_so(opened: Open) -> None:
    window = opened(Gone(resting(FIRST)), Told())
    window.live.tool.zero.click()
    window.bridge.poll()
    assert window.notice.text().startswith("The session does not answer any more")


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[PracticeRoom]:
    """A real session with a simulated tool, its panel open."""
    application()
    room = PracticeRoom(tmp_path / "one.mcap", LIGHT, (Part.IMPEDANCE, Part.UNSTEADINESS, Part.REACTION))
    qtbot.addWidget(room.window)
    room.window.show()
    room.go_on(lambda: room.action is Action.PRESS)
    room.window.top.tool.click()
    room.wait(0.02)
    yield room
    room.close()


def after(room: PracticeRoom, panel: ToolPanel) -> str:
    room.wait(0.1)
    assert panel.said.text() == WAITING
    room.go_on(lambda: panel.said.text() != WAITING)
    return panel.said.text()


def test_with_a_tool_a_zero_is_measured_and_taken_back(room: PracticeRoom) -> None:
    panel = room.window.live.tool
    assert not panel.undo.isEnabled()
    panel.zero.click()
    assert after(room, panel).startswith("Zero measured: ")
    assert panel.undo.isEnabled()
    panel.undo.click()
    room.wait(0.1)
    assert panel.said.text() == "The last zero is taken back: the one before it holds from now on."
    assert not panel.undo.isEnabled()
    assert room.action is Action.PRESS


def test_a_tool_that_moves_refuses_and_is_measured_once_it_is_still(room: PracticeRoom) -> None:
    """Too light for a contact, too unsteady for a zero."""
    panel = room.window.live.tool
    room.press(0.6)
    panel.zero.click()
    for force_n in (1.8, 0.6) * 20:
        room.drag(force_n)
        room.wait(0.02)
    assert panel.said.text().startswith("Zero refused: the force varies by ")
    assert "Zero refused" in room.window.notice.text()
    room.release()
    room.go_on(lambda: panel.said.text().startswith("Zero measured"))
