"""What the tool is asked from the window: a real session in its thread, a simulated tool, real widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from device.backend import Backend
from device.loop_thread import LoopThread
from gui.app import application
from gui.button import SMALLEST_PX, Button
from gui.speaker import Speaker
from gui.window import LiveWindow
from protocol.layout import Layout
from session.cue import Action, Why
from session.inputs import Stop
from session.links import LinkName
from session.runner import Runner
from session.tool_desk import PAIRING, SHOWING, Errand, ToolCard, ToolDesk, why_not
from session.view import LinkState
from session.with_tool import Treatment, treat_with
from simulator.air import VirtualTools, virtual_tool
from simulator.library import SCENARIOS
from simulator.tool import Tool
from simulator.virtual_time import loop_at
from tests.device.test_pairing import stubborn
from tests.gui.conftest import Open
from tests.gui.stage import Held, view
from tests.session.rooms import LIGHT

SPEED = 2.0
SCENARIO = SCENARIOS["untouched"].model_copy(update={"serial": "PT-1"})
CARD = ToolCard(Layout.from_bytes(Tool(SCENARIO, 1).layout), busy=False, said="")


class Told(ToolDesk):
    """A desk that shows what the test puts there and writes down what it is asked."""

    def __init__(self, card: ToolCard = CARD) -> None:
        self.held = card
        self.asked: list[Errand] = []

    def card(self) -> ToolCard:
        return self.held

    def ask(self, errand: Errand) -> None:
        self.asked.append(errand)


class Ended(Told):
    """A desk whose loop is gone."""

    def ask(self, errand: Errand) -> None:
        raise RuntimeError("Event loop is closed")


Treat = Callable[[str, Callable[[VirtualTools], Backend] | None], LiveWindow]


@pytest.fixture
def treated(qtbot: QtBot, tmp_path: Path) -> Iterator[Treat]:
    """Treats with a simulated tool in a thread of its own, and shows it with the tool's panel open."""
    application()
    thread = LoopThread(lambda: loop_at(SPEED))
    thread.start()
    windows: list[LiveWindow] = []

    def treat(name: str, backend: Callable[[VirtualTools], Backend] | None = None) -> LiveWindow:
        shown: Future[Runner] = Future()
        desks: list[ToolDesk] = []
        treatment = Treatment(LinkName.of(name), LIGHT, lambda _: tmp_path / "one.mcap", "1", desk=desks.append)
        thread.submit(_session(treatment, shown.set_result, backend))
        runner = shown.result(60)
        window = LiveWindow(runner, Speaker(lambda: 0.0, null=True), desk=desks[0])
        qtbot.addWidget(window)
        window.start()
        window.show()
        windows.append(window)
        window.top.tool.click()
        qtbot.waitUntil(window.live.tool.pair.isEnabled, timeout=60_000)
        return window

    yield treat
    for window in windows:
        window.close()
    thread.stop()


async def _session(
    treatment: Treatment, show: Callable[[Runner], None], backend: Callable[[VirtualTools], Backend] | None
) -> None:
    if backend is None:
        await treat_with(treatment, show)
        return
    tools = await virtual_tool(Tool(SCENARIO, 1))
    try:
        await treat_with(replace(treatment, backend=backend(tools)), show)
    finally:
        await tools.close()


def pressed(button: Button, window: LiveWindow, qtbot: QtBot) -> str:
    """The sentence that comes of it; pressed again where a slow machine's readings were too old just then."""
    panel, before = window.live.tool, window.live.tool.said.text()
    button.click()

    def over() -> bool:
        text = panel.said.text()
        if button.isEnabled() and text.startswith("No fresh reading"):
            button.click()
        return button.isEnabled() and text not in ("", PAIRING, SHOWING, before) and not text.startswith("No fresh")

    qtbot.waitUntil(over, timeout=60_000)
    return panel.said.text()


def test_pairing_over_the_air_says_that_it_is_paired_and_then_that_it_was_already(treated: Treat, qtbot: QtBot) -> None:
    window = treated("PT-1", lambda tools: tools.backend)
    assert pressed(window.live.tool.pair, window, qtbot) == "This computer is paired with PT-1."
    assert pressed(window.live.tool.pair, window, qtbot) == "This computer was paired with PT-1 already."
    assert window.bridge._source.view().malformed == 0


def test_a_system_that_does_not_pair_says_why_and_the_treatment_goes_on(treated: Treat, qtbot: QtBot) -> None:
    window = treated("PT-1", stubborn)
    assert "the pairing did not come about: try again and accept what the system asks" in pressed(
        window.live.tool.pair, window, qtbot
    )
    assert window.bridge._source.view().link is LinkState.ONLINE


def test_a_tool_that_has_forgotten_this_computer_says_what_to_do(treated: Treat, qtbot: QtBot) -> None:
    window = treated("PT-1", lambda tools: stubborn(tools, pairing=None))
    assert "remove PT-1 from the system's list of Bluetooth devices" in pressed(window.live.tool.pair, window, qtbot)


def test_a_tool_within_the_program_shows_itself_and_has_nothing_to_pair(treated: Treat, qtbot: QtBot) -> None:
    window = treated("sim:untouched", None)
    panel = window.live.tool
    assert pressed(panel.identify, window, qtbot) == "The tool shows itself now."
    assert pressed(panel.pair, window, qtbot).startswith("Nothing to pair: ")


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_F12])
def test_the_stop_keys_stop_while_the_panel_is_open_and_has_the_focus(key: Qt.Key, opened: Open) -> None:
    source, desk = Held(view(contact=False)), Told()
    window = opened(source, desk)
    window.top.tool.click()
    window.bridge.poll()
    window.live.tool.pair.setFocus()
    assert window.live.tool.isVisible()
    assert window.live.stop.isVisible()
    QTest.keyClick(window.live.tool.pair, key)
    assert source.asked == [Stop()]
    assert desk.asked == []
    assert window.live.go_on.isVisible()
    assert not window.live.tool.isVisible()


def test_the_panel_says_which_tool_it_is(opened: Open) -> None:
    window = opened(Held(view(contact=False)), Told())
    assert CARD.layout is not None
    held = CARD.layout.calibration
    assert window.live.tool.who.text() == f"PT-1 · firmware {CARD.layout.firmware}"
    assert window.live.tool.calibration.text() == f"calibration {held.id} of {held.day} · due {held.due}"


def test_contact_closes_the_panel_and_greys_it_with_the_reason(opened: Open) -> None:
    source, desk = Held(view(contact=False)), Told()
    window = opened(source, desk)
    window.top.tool.click()
    window.bridge.poll()
    source.shown = view(contact=True)
    window.bridge.poll()
    assert window.live.facts.isVisible()
    window.top.tool.click()
    window.bridge.poll()
    panel = window.live.tool
    assert panel.isVisible()
    assert panel.said.text() == "Not during contact: take the tool off the skin first."
    for button in (panel.identify, panel.pair):
        button.click()
    assert desk.asked == []


@pytest.mark.parametrize(
    ("changes", "age_s", "reason"),
    [
        ({"contact": False}, 0.49, ""),
        ({"contact": True}, 0.0, "Not during contact"),
        ({"contact": False, "link": LinkState.LOST}, 0.0, "The tool is not connected"),
        ({"contact": False}, 0.5, "No fresh reading"),
        ({"contact": False}, None, "No fresh reading"),
    ],
)
def test_nothing_is_asked_unless_the_tool_is_surely_off_the_skin(
    changes: dict[str, Any], age_s: float | None, reason: str
) -> None:
    found = why_not(view(**changes), age_s)
    assert found.startswith(reason)
    assert bool(found) is bool(reason)


def test_an_errand_that_is_under_way_takes_no_other(opened: Open) -> None:
    desk = Told(CARD._replace(busy=True, said=PAIRING))
    panel = opened(Held(view(contact=False)), desk).live.tool
    panel.identify.click()
    assert desk.asked == []
    assert panel.said.text() == PAIRING


def test_a_session_that_is_gone_says_so(opened: Open) -> None:
    window = opened(Held(view(contact=False)), Ended())
    window.live.tool.pair.click()
    window.bridge.poll()
    assert window.notice.text().startswith("The session does not answer any more")


def test_without_a_desk_there_is_no_button(opened: Open) -> None:
    assert not opened(Held(view())).top.tool.isVisible()


@pytest.mark.parametrize("size", [(900, 600), (1000, 700)])
def test_every_button_of_the_panel_is_large_enough_and_inside(
    size: tuple[int, int], opened: Open, qtbot: QtBot
) -> None:
    window = opened(Held(view(Action.PRESS, Why.PATIENT_STOP, contact=False)), Told())
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    window.top.tool.click()
    window.bridge.poll()
    panel = window.live.tool
    for button in (window.top.tool, panel.identify, panel.pair, panel.back):
        assert min(button.width(), button.height()) >= SMALLEST_PX, button.text()
        assert window.rect().contains(QRect(button.mapTo(window, QPoint(0, 0)), button.size())), button.text()
    panel.back.click()
    window.bridge.poll()
    assert window.live.facts.isVisible()
