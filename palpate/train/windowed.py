"""`palpate train window`: the course in a window, exercises in the loop's thread."""

from __future__ import annotations

import time
from collections.abc import Coroutine
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any, Final, TypedDict, Unpack

import click

from device.loop_thread import LoopThread
from gui.app import remembering, show_until_closed, sounding
from gui.training.course_page import Book
from gui.training.window import TrainingWindow
from palpate import options
from palpate.choosing import known_serials, note
from palpate.clock import clock
from palpate.train.doing import How, bench_cap, simulated
from palpate.version import VERSION
from session.choice import Choice
from session.links import LinkName
from session.zero_book import ZeroBook
from simulator.virtual_time import loop_at
from training.course import Course
from training.drill import Drill
from training.due import Due
from training.practice import Practice
from training.result import TrialResult
from training.run import Run, run_with_hand, run_with_tool
from training.stand import Stand
from training.trainee import append, read_results

ENDS_S: Final = 10.0
"""An exercise that is over keeps its results within this time."""


class Whose(TypedDict):
    """Whose results, of which course."""

    trainee: str
    course: Course
    file: Path


class ThreadedGym:
    """Does exercises in a loop of its own; every call is one of the GUI thread and returns at once."""

    def __init__(self, thread: LoopThread, how: How, **whose: Unpack[Whose]) -> None:
        self._thread, self._how, self._whose = thread, how, whose
        self._stand: Stand | None = None
        self._running: Future[None] | None = None
        self._said = ""

    def book(self) -> Book:
        """The results as they stand; those of an exercise that is over are in it."""
        if self._running is not None and self._stand is not None and self._stand.now().over:
            self._running.result(ENDS_S)
        whose = self._whose
        return Book(whose["trainee"], whose["course"], read_results(whose["file"]), clock().now())

    def begin(self, what: Due | str) -> None:
        """Begin an exercise, unless one runs; raises `InputError`."""
        if self._running is not None and not self._running.done():
            return
        course = self._whose["course"]
        exercise = course.chosen(what) if isinstance(what, str) else course.as_test(what.exercise, what.purpose)
        now = clock().now()
        drill = Drill.of(exercise, int(now.timestamp()), bench_cap(now))
        self._said = "looking for the tool" if self._how.hand is None else ""
        self._running = self._thread.submit(self._do(drill))

    def stand(self) -> Stand | None:
        """The exercise that runs, or ended last."""
        return self._stand

    def said(self) -> str:
        """What the search says, or why an exercise ended."""
        running = self._running
        if running is not None and running.done() and not running.cancelled() and (error := running.exception()):
            return str(error) or "the tool does not answer: switch it off and on again"
        return self._said

    def runs(self) -> bool:
        """Whether an exercise is under way."""
        return self._running is not None and not self._running.done()

    async def _do(self, drill: Drill) -> None:
        run = Run(drill, clock().now(), partial(options.new_record, None, self._how.folder), VERSION, self._show)
        append(self._whose["file"], await self._results(run, drill))

    def _results(self, run: Run, drill: Drill) -> Coroutine[Any, Any, tuple[TrialResult, ...]]:
        scenario = simulated(drill, self._how)
        if scenario is not None:
            return run_with_hand(run, scenario, self._how.speed)
        choice = Choice(known_serials(), say=self._say, reached=note)
        zeros = ZeroBook(options.data_folder(self._how.folder))
        return run_with_tool(run, LinkName.of(self._how.tool), zeros, choice)

    def _show(self, practice: Practice) -> None:
        self._said = ""
        self._stand = Stand(practice)

    def _say(self, sentence: str) -> None:
        self._said = sentence


def show(how: How, **whose: Unpack[Whose]) -> None:
    """Show the course until the window is closed."""
    thread = LoopThread(lambda: loop_at(how.speed if how.hand else 1.0))
    thread.start()
    gym = ThreadedGym(thread, how, **whose)
    remembering()
    try:
        with sounding() as speaker:
            show_until_closed(TrainingWindow(gym, speaker))
        end_s = time.monotonic() + ENDS_S
        while gym.runs() and time.monotonic() < end_s:
            time.sleep(0.05)
    finally:
        thread.stop()
    if gym.said():
        click.echo(f"palpate: {gym.said()}", err=True)
