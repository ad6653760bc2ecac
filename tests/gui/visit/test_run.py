"""A treatment inside of a page that breaks off leaves nothing behind that nobody closed."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from clinic.way.said import Treated
from gui.app import application
from gui.source import Source
from gui.speaker import Speaker
from gui.visit.live import LiveRun
from session.errors import InputError
from session.tool_desk import ToolDesk
from tests.gui.stage import Held, view


class BrokenOff:
    """It ended, without a summary, and nothing can be said of it."""

    over = False

    def shown(self) -> tuple[Source, ToolDesk | None]:
        return Held(view()), None

    def result(self) -> Treated:
        raise InputError("the loop is gone")

    def cancel(self) -> None:
        """Nothing looks for a tool."""


def test_what_breaks_off_is_said_and_lets_the_screen_lock_again(qtbot: QtBot) -> None:
    application()
    run, treating = LiveRun(Speaker(lambda: 0.0, null=True)), BrokenOff()
    qtbot.addWidget(run)
    why: list[str] = []
    run.broke.connect(why.append)
    run.run(treating, lambda: None)
    window = run.window_
    assert window is not None
    held = [window.awake.holds]
    treating.over = True
    run.poll()
    assert why == ["The treatment broke off: the loop is gone"]
    assert [*held, window.awake.holds] == [True, False]
    assert not run.running
