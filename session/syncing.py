"""Having a growing file on the disk again and again, without making the one who writes it wait."""

from __future__ import annotations

import os
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

SYNC_S: Final = 0.25
"""From the end of one sync to the beginning of the next."""
BEHIND_S: Final = 1.0
"""A disk that takes longer is told: what came meanwhile would be lost with the power."""


class Syncing:
    """Syncs a file every `SYNC_S` in a thread of its own, until closed or until the disk refuses."""

    def __init__(self, stream: IO[bytes], path: Path) -> None:
        self._number, self._path = stream.fileno(), path
        self._error: Exception | None = None
        self._began_s = time.monotonic()  # of the last sync that is over
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="record sync", daemon=True)
        self._thread.start()

    def behind(self, now_s: float) -> bool:
        """Whether, at `now_s` on the monotonic clock, something older than `BEHIND_S` may not be on the disk."""
        return now_s - self._began_s > BEHIND_S

    def check(self) -> None:
        """Raise what the disk answered instead of keeping the file."""
        if self._error is not None:
            raise self._error

    def close(self) -> None:
        """End the thread, after the sync that is under way; the last one is the writer's own."""
        self._closing.set()
        self._thread.join()

    def _run(self) -> None:
        keep_name(self._path)
        try:
            while not self._closing.wait(SYNC_S):
                began_s = time.monotonic()
                os.fsync(self._number)
                self._began_s = began_s
        except Exception as error:
            self._error = error


def keep_name(path: Path) -> None:
    """Have the name of a new file on the disk too, where the system can do that."""
    with suppress(OSError):
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
