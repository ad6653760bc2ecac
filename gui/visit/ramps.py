"""The live window of a measurement inside a page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from gui.ramp_window import RampWindow
from gui.speaker import Speaker
from gui.tongue import mark, say
from gui.visit.run import Run
from gui.visit.tool import Ramping


class RampRun(Run[Ramping, RampWindow]):
    """Runs a `Ramping` at a place; ends with a `Found`."""

    BROKE_OFF = mark("The measurement broke off: {why}")

    def __init__(self, place: str, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(speaker, parent)
        self._place = place

    def run(self, ramping: Ramping) -> None:
        """Look for the tool, then show it."""
        self._watch_over(ramping)

    def _found(self, begun: Ramping) -> Callable[[], RampWindow] | None:
        source = begun.shown()
        if source is None:
            return None
        return partial(RampWindow, source, self._place, say(begun.script), self._speaker)

    def _stop_of(self, window: RampWindow) -> QWidget:
        return window.stop
