"""How far the reading of a long file has come, on standard error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

PATIENCE_S: Final = 1.0
"""What is done sooner needs no bar."""

REDRAWN_S: Final = 0.1
"""Often enough to look alive."""

Clock = Callable[[], float]


@contextmanager
def reading(file: str, console: Console | None = None, clock: Clock = monotonic) -> Iterator[Callable[[int], None]]:
    """Yield what is to be told of each byte of a table that was read, in two passes; the bar goes when it is done.

    Nothing appears where standard error is no terminal.
    """
    bar = _Bar(file, console or Console(stderr=True), clock)
    try:
        yield bar.advance
    finally:
        bar.close()


class _Bar:
    """A bar that appears when there was something to wait for."""

    def __init__(self, file: str, console: Console, clock: Clock) -> None:
        self._path, self._console, self._clock = Path(file), console, clock
        self._began_s = self._drawn_s = clock()
        self._read = 0
        self._bar: Progress | None = None

    def advance(self, count: int) -> None:
        """Count the bytes, and draw when it is time."""
        self._read += count
        now_s = self._clock()
        if not self._console.is_terminal or now_s - self._began_s < PATIENCE_S or now_s - self._drawn_s < REDRAWN_S:
            return
        self._drawn_s = now_s
        if self._bar is None:
            self._bar = self._opened()
        self._bar.update(self._bar.task_ids[0], completed=self._read, refresh=True)

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()

    def _opened(self) -> Progress:
        columns = TextColumn("{task.description}", markup=False), BarColumn(), TimeRemainingColumn()
        bar = Progress(*columns, console=self._console, transient=True, auto_refresh=False)
        bar.add_task(self._path.name, total=2 * self._path.stat().st_size)
        bar.start()
        return bar
