"""A rehearsal in the window: the loop in its thread, Qt in the main one."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Final

from device.loop_thread import LoopThread
from gui.app import run
from palpate.runs import run_document
from session.rehearsal import Rehearsal, rehearse
from session.run_documents import RunDocument
from session.runner import Runner
from session.view import View
from simulator.virtual_time import loop_at

START_S: Final = 30.0
"""For the virtual air, real seconds: it takes well under one."""


def run_windowed(
    rehearsal: Rehearsal, close_after_s: float, follow: Callable[[Runner], None] = lambda _: None
) -> RunDocument:
    """Show the run until the window closes; closing it early, or Ctrl-C, ends the treatment.

    `follow` gets the runner before it starts.
    """
    started_s = time.monotonic()
    thread = LoopThread(lambda: loop_at(rehearsal.speed))
    thread.start()
    try:
        tool = rehearsal.tool()
        shown: Future[Runner] = Future()

        def show(runner: Runner) -> None:
            follow(runner)
            shown.set_result(runner)

        running = thread.submit(rehearse(rehearsal, tool, attended=True, show=show))
        running.add_done_callback(lambda over: _pass_on(over, shown))
        runner = shown.result(START_S)
        try:
            run(runner, close_after_s=close_after_s, broken=lambda: running.done() and not runner.view().summary)
        finally:
            running.result()
    finally:
        thread.stop()
    return run_document(rehearsal, tool, time.monotonic() - started_s)


def _pass_on(over: Future[View | None], shown: Future[Runner]) -> None:
    """A run that ends before there is anything to show says why."""
    if not shown.done():
        why = None if over.cancelled() else over.exception()
        shown.set_exception(why or KeyboardInterrupt())
