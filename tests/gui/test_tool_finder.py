"""The window of a search."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from device.loop_thread import LoopThread
from gui.app import application, find
from gui.button import SMALLEST_PX
from gui.tool_finder import LOOKING, QUESTION, ToolFinder
from session.choice import Search, ToolInRange

TWO = (ToolInRange("PT-1", "", -48, 80, known=True), ToolInRange("PT-2", "", None, None, known=False))


class Answered(Search):
    """A search that writes down what a person chose."""

    def __init__(self, *tools: ToolInRange) -> None:
        super().__init__()
        self.tools = tools
        self.chosen: list[str | None] = []

    def choose(self, serial: str | None) -> None:
        self.chosen.append(serial)


def opened(search: Search, qtbot: QtBot) -> ToolFinder:
    application()
    finder = ToolFinder(search, lambda: False)
    qtbot.addWidget(finder)
    finder.show()
    finder.poll()
    return finder


def test_while_nobody_is_asked_it_says_how_the_search_stands(qtbot: QtBot) -> None:
    search = Answered()
    search.say("A tool is searched for: switch it on and bring it closer.")
    finder = opened(search, qtbot)
    assert (finder.title.text(), finder.sentence.text()) == (LOOKING, search.sentence)
    assert finder.choices == ()


def test_each_tool_is_a_button_that_chooses_it(qtbot: QtBot) -> None:
    search = Answered(*TWO)
    finder = opened(search, qtbot)
    assert finder.title.text() == QUESTION
    assert [button.text() for button in finder.choices] == [
        "PT-1 · used before · -48 dBm · battery 80 %",
        "PT-2 · new here · signal – · battery –",
    ]
    assert min(button.height() for button in finder.choices) >= SMALLEST_PX
    finder.choices[1].click()
    assert search.chosen == ["PT-2"]


def test_once_it_is_answered_the_buttons_are_gone(qtbot: QtBot) -> None:
    search = Answered(*TWO)
    finder = opened(search, qtbot)
    search.tools = ()
    finder.poll()
    assert (finder.title.text(), finder.choices) == (LOOKING, ())


def test_closing_it_chooses_none_and_ends_the_search(qtbot: QtBot) -> None:
    search = Answered(*TWO)
    finder = opened(search, qtbot)
    finder.close()
    assert search.chosen == [None]
    assert finder.closed_by_hand


def test_a_search_that_is_over_at_once_shows_nothing(qtbot: QtBot) -> None:
    over: Future[int] = Future()
    over.set_result(1)
    application()
    assert find(Search(), over)


def finder_in_sight() -> ToolFinder | None:
    return next(
        (each for each in application().topLevelWidgets() if isinstance(each, ToolFinder) and each.isVisible()), None
    )


@pytest.mark.parametrize("closed", [False, True])
def test_a_person_chooses_in_the_window_while_the_search_waits_in_its_thread(closed: bool, qtbot: QtBot) -> None:
    search, thread = Search(), LoopThread(asyncio.new_event_loop)
    thread.start()
    timer = QTimer()

    def act() -> None:
        finder = finder_in_sight()
        if finder is not None and finder.choices:
            timer.stop()
            if closed:
                finder.close()
            else:
                finder.choices[1].click()

    try:
        asked = thread.submit(search.ask(TWO))
        timer.timeout.connect(act)
        application()
        timer.start(5)
        assert find(search, asked) is not closed
        assert asked.result(5.0) == (None if closed else "PT-2")
    finally:
        thread.stop()
