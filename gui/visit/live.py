"""The live window of a treatment inside a page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from gui.source import Source
from gui.speaker import Speaker
from gui.tongue import mark
from gui.visit.run import Run
from gui.visit.tool import Treating
from gui.window import LiveWindow


class LiveRun(Run[Treating, LiveWindow]):
    """Runs a `Treating`; ends with a `Treated`."""

    BROKE_OFF = mark("The treatment broke off: {why}")

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(speaker, parent)
        self._begins: Callable[[], None] = lambda: None
        self._close_after_s: float | None = None
        self._source: Source | None = None
        self.leads_on = False
        """Whether what ended last did so as it should."""

    def run(self, treating: Treating, begins: Callable[[], None], *, close_after_s: float | None = None) -> None:
        """Look for the tool, then show it; `begins` writes down that it does, and nothing is shown where it cannot.

        `close_after_s` closes its summary so long after the end, unless somebody touches it.
        """
        self._begins, self._close_after_s = begins, close_after_s
        self.leads_on = False
        self._watch_over(treating)

    def _found(self, begun: Treating) -> Callable[[], LiveWindow] | None:
        found = begun.shown()
        if found is None:
            return None
        self._begins()
        self._source, desk = found
        return partial(LiveWindow, self._source, self._speaker, close_after_s=self._close_after_s, desk=desk)

    def _stop_of(self, window: LiveWindow) -> QWidget:
        return window.live.stop

    def _seen(self, window: LiveWindow) -> bool:
        """Where it shows a summary somebody closes that; without one nothing more will come."""
        return super()._seen(window) or self._source is None or self._source.view().summary is None

    def _end(self, begun: Treating) -> None:
        summary = None if self._source is None else self._source.view().summary
        self.leads_on = summary is not None and summary.leads_on
        super()._end(begun)

    def _over(self) -> None:
        self._source = None
        super()._over()
