"""Run by the benchmark in a process of its own: until the first picture of a window that can stop is painted."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # they take their time to load
    from session.rehearsal import Rehearsal
    from session.run_documents import RunDocument

LOOK_MS: Final = 2


def first(begin: Callable[[], object]) -> None:
    """Print the processor seconds from the interpreter's start to that picture, children included, and close it.

    `begin` loads Qt and shows a window, which stands in an event loop of its own.
    """
    import click
    from PySide6.QtCore import Qt, QTimer

    from gui.app import application

    app, watch = application(), QTimer()

    def look() -> None:
        for window in app.topLevelWidgets():
            if window.isVisible() and not window.testAttribute(Qt.WidgetAttribute.WA_PendingUpdate):
                click.echo(time.process_time() + sum(os.times()[2:4]))
                watch.stop()
                window.close()

    watch.timeout.connect(look)
    watch.start(LOOK_MS)
    begin()


def window() -> None:
    """The live window as every command shows it."""
    import palpate.cli  # noqa: F401 - what every command loads
    from gui.app import run
    from palpate.contests.window.stream import Pressed

    first(lambda: run(Pressed(100), muted=True))


def practise(folder: str) -> None:
    """The whole of `palpate practise`: the display is asked, plan, simulated tool and record are made."""
    from palpate import practising
    from palpate.cli import run

    whole = practising.in_the_window

    def watched(rehearsal: Rehearsal) -> RunDocument:
        done: list[RunDocument] = []
        first(lambda: done.append(whole(rehearsal)))
        return done[0]

    practising.in_the_window = watched
    run(["practise", "--data", folder])


if __name__ == "__main__":
    practise(sys.argv[1]) if len(sys.argv) > 1 else window()
