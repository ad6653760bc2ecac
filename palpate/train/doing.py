"""One run of an exercise in a terminal: with a tool, or with a simulated hand."""

from __future__ import annotations

import asyncio
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

import click

from clinic.library import library
from clinic.screening.asked import Bench
from clinic.screening.effective import require_cap
from palpate import options
from palpate.choosing import TerminalSearch, known_serials, note
from palpate.clock import clock
from palpate.keeping import Kept, keeping
from palpate.keys import HELP, Keys
from palpate.person import Client
from palpate.train.on_person import drill_on, say_on
from palpate.train.screen import TrainingScreen
from palpate.treat import say_checks
from palpate.version import VERSION
from protocol.sentence import Sentence
from session.choice import Choice
from session.errors import InputError
from session.inputs import Input
from session.links import LinkName
from session.plan import Cap
from session.scenarios import scenario_of
from session.zero_book import ZeroBook
from simulator.scenario import Scenario
from simulator.virtual_time import loop_at
from training.drill import Drill
from training.exercise import Exercise
from training.judge import Judged
from training.practice import Practice
from training.result import Done, TrialResult, result_of
from training.run import Run, Show, run_with_hand, run_with_tool, scenario_for
from training.telling import Telling

ASK_KEY: Final = "f"
KEYS_HELP: Final = f"{ASK_KEY}: see the force, where the exercise leaves that to you · {HELP}"


class How(NamedTuple):
    """With what an exercise is done; no tool and no hand: with the tool in range."""

    tool: str | None
    hand: str | None
    speed: float | None
    folder: Path | None


def bench_cap(now: datetime) -> Cap:
    """The most that an exercise on a pad may ask for: what limits every force on the bench."""
    return require_cap(library(), Bench(), None, now).cap


def do(exercise: Exercise, seed: int, how: How, client: Client | None = None) -> tuple[TrialResult, ...]:
    """Do it on a pad, or on a person, shown as its schedule allows; raises `InputError`, and what the link raises."""
    now = clock().now()
    drill = drill_for(client, exercise, seed)
    say_on(client, drill)
    click.echo(f"{exercise.name}: {exercise.text} ({drill.schedule.text})", err=True)
    doing = _Doing(drill)
    with keeping(client, drill.plan(drill.hardest)) as kept, doing.screen:
        run = run_for(drill, kept, how.folder, now, doing.show)
        if (scenario := simulated(drill, how)) is not None:
            with asyncio.Runner(loop_factory=lambda: loop_at(how.speed)) as loop:
                return loop.run(run_with_hand(run, scenario, how.speed))
        return _held(run, doing, how)


def drill_for(client: Client | None, exercise: Exercise, seed: int) -> Drill:
    """On a person, or on a pad; raises `InputError` where it asks for more than the cap there."""
    if client is None:
        return Drill.of(exercise, seed, bench_cap(clock().now()))
    return drill_on(client, exercise, seed)


def run_for(drill: Drill, kept: Kept, folder: Path | None, at: datetime, show: Show) -> Run:
    """Its run, recorded in the data folder, and followed for the person who is pressed."""

    def followed(practice: Practice) -> None:
        kept.follow(practice.runner)
        show(practice)

    record = kept.noting(partial(options.new_record, None, folder))
    return Run(drill, at, record, VERSION, followed, subject=kept.subject, checked=say_checks)


def held_tool(how: How) -> LinkName | None:
    """The tool that is pressed with; None for a simulated hand with a tool of its own. Raises `InputError`."""
    if how.hand and how.tool:
        raise InputError(Sentence("a simulated hand presses a tool of its own: leave out --tool, or --hand"))
    if how.hand:
        return None
    name = LinkName.of(how.tool)
    if name.reads:
        raise InputError(Sentence("an instrument of another make only measures: an exercise needs the tool, or --hand"))
    return name


def simulated(drill: Drill, how: How) -> Scenario | None:
    """The scenario of a simulated tool; None for a real one."""
    name = held_tool(how)
    if name is None:
        return scenario_for(drill, how.hand or "")
    return scenario_of(name.which or "") if name.scheme == "sim" else None


def _held(run: Run, doing: _Doing, how: How) -> tuple[TrialResult, ...]:
    click.echo(f"palpate: looking for the tool. {KEYS_HELP}", err=True)
    zeros, search = ZeroBook(options.data_folder(how.folder)), TerminalSearch()
    choice = Choice(known_serials(), search.ask, search.say, note)

    async def held() -> tuple[TrialResult, ...]:
        with Keys(doing.hear, lambda key: doing.press(key) or search.press(key)):
            return await run_with_tool(run, LinkName.of(how.tool), zeros, choice)

    with asyncio.Runner(loop_factory=clock().loop) as loop:
        return loop.run(held())


class _Doing:
    """Joins a practice with the screen and the keys."""

    def __init__(self, drill: Drill) -> None:
        self.screen = TrainingScreen()
        self._drill = drill
        self._practice: Practice | None = None
        self._telling = Telling(drill)

    def show(self, practice: Practice) -> None:
        """Take the practice before it starts."""
        self._practice = practice
        practice.on_judged = self._judged
        self.screen.follow(practice)

    def hear(self, value: Input) -> None:
        """Pass on what a key means."""
        if self._practice is not None:
            self._practice.runner.hear(value)

    def press(self, key: str) -> bool:
        """Ask for feedback; False where the key means something else."""
        if key.lower() != ASK_KEY or self._practice is None:
            return False
        self._practice.coach.ask()
        return True

    def _judged(self, judged: Judged) -> None:
        """Tell results when the schedule lets them be told."""
        done = Done(clock().now(), "", simulated=False, tool="")
        for each in self._telling.take(judged):
            result = result_of(each, self._drill, done)
            self.screen.tell(result, each, self._drill.schedule.delay_s)
