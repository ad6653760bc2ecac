"""Where the window of training has its exercises done: one at a time, in the loop's thread."""

from __future__ import annotations

from collections.abc import Coroutine
from concurrent.futures import Future, wait
from datetime import datetime
from pathlib import Path
from typing import Any, Final, TypedDict, Unpack

from device.loop_thread import LoopThread
from gui.tongue import mark
from gui.training.course_page import Book
from palpate import options
from palpate.choosing import known_serials, note
from palpate.clock import clock
from palpate.keeping import keeping
from palpate.person import Client
from palpate.train.doing import How, drill_for, held_tool, run_for, simulated
from palpate.train.on_person import require_for_person
from palpate.train.rehearsing import rehearsing
from session.choice import Choice
from session.errors import InputError
from session.links import LinkName
from session.runner import Runner
from session.whom import Whom
from session.zero_book import ZeroBook
from training.course import Course
from training.drill import Drill
from training.due import Due
from training.exercise import Exercise, Rehearse
from training.practice import Practice
from training.rehearsal import rehearse_with_hand, rehearse_with_tool, trainee, treated_of
from training.rehearsal_stand import RehearsalStand, Standing
from training.result import TrialResult
from training.run import run_with_hand, run_with_tool
from training.stand import Stand
from training.trainee import append, read_results
from training.virtual_patient import VirtualPatient

ENDS_S: Final = 10.0
"""Real seconds: an exercise that is over keeps its results within this time."""
LOOKING: Final = mark("looking for the tool")
DEAF: Final = mark("the tool does not answer: switch it off and on again")


Doing = Coroutine[Any, Any, tuple[TrialResult, ...]]


class Whose(TypedDict):
    """Whose results, of which course."""

    trainee: str
    course: Course
    file: Path


class ThreadedGym:
    """Does exercises in a loop of its own; every call is one of the GUI thread, and all but `close` return at once."""

    def __init__(self, thread: LoopThread, how: How, client: Client | None = None, **whose: Unpack[Whose]) -> None:
        self._thread, self._how, self._whose = thread, how, whose
        self._named = client
        self._stand: Standing | None = None
        self._running: Future[None] | None = None
        self._searched = ""

    def book(self) -> Book:
        """The results as they stand; those of an exercise that is over are in it."""
        if self._running is not None and self._ended():
            wait([self._running], ENDS_S)
        whose = self._whose
        results = read_results(whose["file"])
        return Book(whose["trainee"], whose["course"], results, clock().now(), *self._pressed())

    def begin(self, what: Due | str) -> None:
        """Begin an exercise, unless one runs; raises `InputError`."""
        if self._running is not None and not self._running.done():
            return
        course = self._whose["course"]
        exercise = course.chosen(what) if isinstance(what, str) else course.as_test(what.exercise, what.purpose)
        if self._named is not None:
            require_for_person(exercise, named=isinstance(what, str))
        doing = self._rehearsal(exercise) if isinstance(exercise.press, Rehearse) else self._trials(exercise)
        self._stand, self._searched = None, LOOKING if self._how.hand is None else ""
        self._running = self._thread.submit(self._keep(doing))

    def stand(self) -> Standing | None:
        """The exercise that runs, or ended last; None where it broke down before its end."""
        return self._stand if not self.fault() or self._ended() else None

    def said(self) -> str:
        """What the search says, or why an exercise broke down."""
        return self.fault() or self._searched

    def fault(self) -> str:
        """Why the last exercise broke down, or was not kept; "" where it did neither."""
        running = self._running
        if running is None or not running.done() or running.cancelled() or (error := running.exception()) is None:
            return ""
        return str(error) or DEAF

    def close(self) -> None:
        """Wait until an exercise that somebody ended has let go and is kept; a search for a tool ends at once."""
        if self._running is not None:
            if self._stand is None:
                self._running.cancel()
            wait([self._running], ENDS_S)

    def _ended(self) -> bool:
        return self._stand is not None and bool(self._stand.now().over)

    async def _keep(self, doing: Doing) -> None:
        append(self._whose["file"], await doing)

    @property
    def _client(self) -> Client | None:
        """The person who was named, with what was done up to now."""
        named = self._named
        return None if named is None else named._replace(chart=named.case.chart, doses=named.case.doses)

    def _pressed(self) -> tuple[Whom | None, str]:
        """Who is pressed where, or why nobody is."""
        client = self._client
        try:
            return (None, "") if client is None else (client.whom, "")
        except InputError as error:
            return None, error.args[0]

    def _trials(self, exercise: Exercise) -> Doing:
        client, now = self._client, clock().now()
        return self._drilled(drill_for(client, exercise, int(now.timestamp())), client, now)

    async def _drilled(self, drill: Drill, client: Client | None, now: datetime) -> tuple[TrialResult, ...]:
        how, scenario = self._how, simulated(drill, self._how)
        with keeping(client, drill.plan(drill.hardest)) as kept:
            run = run_for(drill, kept, how.folder, now, self._show)
            if scenario is not None:
                return await run_with_hand(run, scenario, how.speed)
            return await run_with_tool(run, LinkName.of(how.tool), self._zeros(), self._choice())

    async def _rehearsal(self, exercise: Exercise) -> tuple[TrialResult, ...]:
        assert isinstance(exercise.press, Rehearse)
        how = self._how
        asked = rehearsing(exercise.press, how.folder, clock().now(), self._show_rehearsal)
        name = held_tool(how)
        if name is None:
            found = await rehearse_with_hand(asked, trainee(how.hand or ""), int(asked.at.timestamp()), how.speed)
        else:
            found = await rehearse_with_tool(asked, name, self._zeros(), self._choice())
        return (treated_of(found, exercise),)

    def _zeros(self) -> ZeroBook:
        return ZeroBook(options.data_folder(self._how.folder))

    def _choice(self) -> Choice:
        return Choice(known_serials(), say=self._say, reached=note)

    def _show(self, practice: Practice) -> None:
        self._searched = ""
        self._stand = Stand(practice)

    def _show_rehearsal(self, runner: Runner, patient: VirtualPatient) -> None:
        self._searched = ""
        self._stand = RehearsalStand(runner, patient)

    def _say(self, sentence: str) -> None:
        self._searched = sentence
