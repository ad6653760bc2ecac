"""A visit at a simulated tool in virtual time: a treatment is over as soon as it is begun, and shown from its end."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from clinic.cases.case_file import CaseFile
from clinic.cases.rehearsal import RehearsalFile
from clinic.library import library
from clinic.way.visit import Room, Visit
from gui.speaker import Speaker
from gui.visit.window import VisitWindow
from palpate.visiting import VisitPlace, VisitTool
from session.links import LinkName
from simulator.virtual_time import loop_at
from tests.clinic.screening.charts import ANNA

Answer = TypeVar("Answer")


def at_once(coroutine: Coroutine[Any, Any, Answer]) -> Future[Answer]:
    """Run to the end in virtual time, in this thread."""
    done: Future[Answer] = Future()
    try:
        with asyncio.Runner(loop_factory=lambda: loop_at(None)) as runner:
            done.set_result(runner.run(coroutine))
    except Exception as error:
        done.set_exception(error)
    return done


def visit_in(folder: Path) -> Visit:
    """A visit of a chart in this folder; the one that was begun there, where there is one."""
    return visit_of(RehearsalFile.begun(folder / "chart.json"))


def visit_of(case: CaseFile) -> Visit:
    """A visit of a person; today's unfinished one, where there is one."""
    return Visit(Room(case, library(), case.signs or ANNA, 1.0, lambda: datetime.now(UTC)))


def window_of(visit: Visit, folder: Path, clock_s: Callable[[], float] = time.monotonic) -> VisitWindow:
    """Its window, with a simulated tool; a visit of the clinic prints nothing."""
    papers = folder if visit.room.case.rehearsal else None
    tool = VisitTool(VisitPlace(LinkName.of("sim:treatment"), folder, papers=papers), at_once)
    return VisitWindow(visit, tool, Speaker(lambda: 0.0, null=True), clock_s)


def press(window: QWidget, letters: str) -> None:
    """Type into whatever has the focus."""
    QTest.keyClicks(_focused(window), letters)


def key(window: QWidget, what: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press one key on whatever has the focus."""
    QTest.keyClick(_focused(window), what, modifier)


def go_next(window: QWidget) -> None:
    """Ctrl+Enter, as a shortcut: it goes to the window, whatever has the focus."""
    handle = window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def _focused(window: QWidget) -> QWidget:
    return QApplication.focusWidget() or window
