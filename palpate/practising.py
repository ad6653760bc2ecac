"""Practice without a tool, in the window and in the terminal."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import Future
from typing import Final

import click

from device.loop_thread import LoopThread
from palpate.keys import HELP, Keys
from palpate.runs import run_document
from palpate.terminal import TerminalGuide
from session.grip import Gesture, Kept, LetGo, Nudged
from session.inputs import Input
from session.practice import Practice, practise
from session.rehearsal import Rehearsal
from session.run_documents import RunDocument
from session.view import View
from simulator.tool import Tool
from simulator.virtual_time import loop_at

START_S: Final = 30.0
"""Real seconds until there is something to show: it takes well under one."""
NUDGE_N: Final = 0.5
"""*Assumed*: a key of a terminal repeats about 30 times a second, so that a force rises by 15 N/s at most."""
PRESSING: Final[dict[str, Gesture]] = {
    "up": Nudged(NUDGE_N),
    "+": Nudged(NUDGE_N),
    "down": Nudged(-NUDGE_N),
    "-": Nudged(-NUDGE_N),
    "k": Kept(),
    "l": LetGo(),
}
PRESSING_HELP: Final = (
    "↑ ↓ or + −: press harder, softer · k, held down: keep · l: let go · without any of them for 1 s the hand lets go"
)


def in_the_window(rehearsal: Rehearsal) -> RunDocument:
    """Practise until the window closes; closing it early, or Ctrl-C, ends the run."""
    from gui.app import run_practice

    started_s, tool = time.monotonic(), rehearsal.tool()
    thread = LoopThread(lambda: loop_at(rehearsal.speed))
    thread.start()
    try:
        shown: Future[Practice] = Future()
        running = thread.submit(practise(rehearsal, tool, shown.set_result))
        running.add_done_callback(lambda over: _pass_on(over, shown))
        runner, hand, desk = shown.result(START_S)
        try:
            run_practice(runner, hand, desk, broken=lambda: running.done() and not runner.view().summary)
        finally:
            running.result()
    finally:
        thread.stop()
    return run_document(rehearsal, tool, time.monotonic() - started_s)


def in_terminal(rehearsal: Rehearsal) -> RunDocument:
    """Practise with the keys of the terminal."""
    started_s, tool = time.monotonic(), rehearsal.tool()
    click.echo(f"palpate: {PRESSING_HELP}", err=True)
    click.echo(f"palpate: {HELP}", err=True)
    with TerminalGuide() as guide, asyncio.Runner(loop_factory=lambda: loop_at(rehearsal.speed)) as loop:
        loop.run(_with_keys(rehearsal, tool, guide))
    return run_document(rehearsal, tool, time.monotonic() - started_s)


class PracticeKeys:
    """What the keys of a terminal do, once there is a run."""

    def __init__(self) -> None:
        self.practice: Practice | None = None

    def press(self, key: str) -> bool:
        """Press, keep or let go with this key; False where it means something else."""
        gesture = PRESSING.get(key.lower())
        if gesture is None or self.practice is None:
            return False
        self.practice.hand.feel(gesture)
        return True

    def hear(self, value: Input) -> None:
        """Pass on what any other key means."""
        if self.practice is not None:
            self.practice.runner.hear(value)


async def _with_keys(rehearsal: Rehearsal, tool: Tool, guide: TerminalGuide) -> View:
    keys = PracticeKeys()

    def show(practice: Practice) -> None:
        keys.practice = practice
        guide.follow(practice.runner)

    with Keys(keys.hear, keys.press):
        return await practise(rehearsal, tool, show)


def _pass_on(over: Future[View], shown: Future[Practice]) -> None:
    """A run that ends before there is anything to show says why."""
    if not shown.done():
        why = None if over.cancelled() else over.exception()
        shown.set_exception(why or KeyboardInterrupt())
