"""How far work of several stages has come, on standard error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn


@contextmanager
def stages(count: int, console: Console | None = None) -> Iterator[Callable[[str], None]]:
    """Yield what is to be called with the name of each of `count` stages as it begins; the bar goes when all is done.

    Nothing appears where standard error is no terminal.
    """
    console = console or Console(stderr=True)
    columns = TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task, begun = bar.add_task("", total=count), 0

        def tell(stage: str) -> None:
            nonlocal begun
            bar.update(task, description=stage, completed=begun)
            begun += 1

        yield tell
