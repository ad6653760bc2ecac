"""Somebody practises: the real window, the real session and the simulated tool, in virtual time in one thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.pad_picture import SKIN, TOP
from gui.practice_window import PracticeWindow
from gui.speaker import Speaker
from session.cue import Action
from session.plan import Plan
from session.practice import Practice, practise
from session.rehearsal import Rehearsal
from session.simulation import Air
from session.view import View
from simulator.physics import Part
from simulator.scenario import Scenario
from simulator.tool import Tool
from simulator.virtual_time import VirtualLoop

FRAME_S = 0.02
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
PRESSING = frozenset({Action.PRESS, Action.MORE, Action.HOLD, Action.LESS})


class PracticeRoom:
    """One run; `go_on` lets virtual time pass and draws each frame."""

    def __init__(self, path: Path, plan: Plan, without: tuple[Part, ...] = ()) -> None:
        scenario = Scenario(name="practice", text="A person presses.", simulated_s=120, without=without)
        self.path, self.plan = path, plan
        rehearsal = Rehearsal(scenario, 1, plan, Air.STRAIGHT, None, path, "test", practised=True)
        self.tool: Tool = rehearsal.tool()
        self.loop = VirtualLoop()
        self._shown: list[Practice] = []
        self._running = self.loop.create_task(practise(rehearsal, self.tool, self._shown.append))
        while not self._shown:
            self._live()
        self.practice = self._shown[0]
        self.window = PracticeWindow(
            self.practice.runner, Speaker(lambda: 0.0, null=True), self.practice.hand, desk=self.practice.desk
        )
        self.actions: list[Action] = []

    def close(self) -> None:
        """End what still runs."""
        self.window.close()
        while not self._running.done():
            self._live()
        self._running.result()
        self.loop.close()

    @property
    def action(self) -> Action:
        """What the session asks for."""
        return self.practice.runner.view().cue.action

    @property
    def view(self) -> View:
        """The latest state."""
        return self.practice.runner.view()

    def touches(self) -> bool:
        """Whether the tool is on the skin."""
        return self.view.contact

    def go_on(self, until: Callable[[], bool], at_most_s: float = 60.0) -> float:
        """Let time pass, and draw, until something is so; how long it took. Fails where it takes too long."""
        passed_s = 0.0
        while not until():
            assert passed_s < at_most_s, f"still {self.action}, {self.view.cue.why}"
            self._live()
            self.window.bridge.poll()
            self.actions.append(self.action)
            passed_s += FRAME_S
        return passed_s

    def wait(self, for_s: float) -> None:
        """Let time pass."""
        end_s = self.loop.time() + for_s
        self.go_on(lambda: self.loop.time() >= end_s - 1e-9, for_s + 1)

    def share(self, force_n: float) -> float:
        """Of the pad's scale."""
        return force_n / self.practice.hand.full_n

    def place(self, force_n: float) -> QPoint:
        """Where the pad means this force."""
        height = self.window.pad.height()
        return QPoint(90, round(height * (SKIN - self.share(force_n) * (SKIN - TOP))))

    def press(self, force_n: float) -> None:
        """Press the button at this height of the pad."""
        QTest.mousePress(self.window.pad, LEFT, NONE, self.place(force_n))

    def drag(self, force_n: float) -> None:
        """Move there with the button down."""
        QTest.mouseMove(self.window.pad, self.place(force_n))

    def release(self) -> None:
        """Let the button come up."""
        QTest.mouseRelease(self.window.pad, LEFT, NONE, self.place(0.0))

    def _live(self) -> None:
        self.loop.run_until_complete(asyncio.sleep(FRAME_S))
