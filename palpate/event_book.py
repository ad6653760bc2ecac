"""Adverse events on their way into the register, written by a thread of its own: no disk holds up a treatment."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor

from clinic.cases.case_file import CaseFile
from clinic.screening.adverse import AdverseEvent


class EventBook:
    """Writes what it is told at once, one after the other."""

    def __init__(self, case: CaseFile) -> None:
        self._case = case
        self._pen = ThreadPoolExecutor(1, "register")
        self._notes: list[tuple[AdverseEvent, Future[None]]] = []

    def note(self, event: AdverseEvent) -> Future[None]:
        """An event, or the same one with its reason; never waits."""
        written = self._pen.submit(self._case.add, event)
        self._notes.append((event, written))
        return written

    def close(self) -> None:
        """Wait until all is written; what was not is tried once more. Raises `NotKept` or what the clinic raises."""
        self._pen.shutdown()
        missing = [event for event, written in self._notes if written.exception() is not None]
        if missing:
            self._case.add(*missing)
