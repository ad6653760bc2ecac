"""`palpate train class`: several trainees at one computer, each with a tool."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

import click

from palpate import options
from palpate.choosing import known_serials, note
from palpate.clock import clock
from palpate.keys import HELP, Keys
from palpate.train.doing import bench_cap
from palpate.train.on_person import PAD
from palpate.version import VERSION
from session.choice import Choice
from session.errors import InputError
from session.inputs import Input
from session.links import LinkName
from session.zero_book import ZeroBook
from simulator.virtual_time import loop_at
from training.classroom import Class, Seat
from training.course import own_course, read_course
from training.drill import Drill
from training.exercise import Exercise
from training.result import TrialResult
from training.run import Run, run_with_hand, run_with_tool, scenario_for
from training.sentences import told
from training.trainee import append, trainee_path

MOST: Final = 8
"""Tools at one radio; more have not been tried."""
LADDER: Final = ("novice", "trained", "expert")


class Lesson(NamedTuple):
    """What a class does."""

    exercise: Exercise
    seed: int
    speed: float | None
    """Of simulated trainees; None: as fast as the machine can."""
    folder: Path | None
    page: str | None
    """The address of the page; None: there is none."""


@click.command("class")
@click.argument("exercise")
@click.option("--seat", "seats", multiple=True, metavar="PSEUDONYM=SERIAL", help="A trainee and their tool; up to 8.")
@click.option("--hands", type=click.IntRange(1, MOST), help="So many simulated trainees with simulated tools instead.")
@click.option("--course", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Own exercises (TOML).")
@click.option("--page", metavar="ADDRESS", help="Show live traces in a browser: 127.0.0.1, or this computer's address.")
@options.seed
@options.speed("max")
@options.data
def class_(
    exercise: str,
    seats: tuple[str, ...],
    *,
    hands: int | None,
    course: Path | None,
    **rest: float | Path | None,
) -> None:
    """Have several trainees do EXERCISE at once, each with a tool. STOP and its keys stop all of them."""
    chosen = (read_course(course) if course else own_course()).chosen(exercise)
    _teach(Lesson(chosen, **rest), seats, hands)  # type: ignore[arg-type]  # click has read them


def _teach(lesson: Lesson, seats: tuple[str, ...], hands: int | None) -> None:
    if bool(seats) == bool(hands):
        raise InputError("who is in the class? Write --seat PSEUDONYM=SERIAL for each trainee, or --hands 3")
    if lesson.page and hands and lesson.speed is None:
        raise InputError("nobody could follow a page as fast as the machine can: add --speed 1")
    Drill.of(lesson.exercise, lesson.seed, bench_cap(clock().now()))  # what nobody may do is said once
    click.echo(f"palpate: {PAD}", err=True)
    taught = Class(_simulated(lesson, hands) if hands else _held(lesson, seats))
    with asyncio.Runner(loop_factory=(lambda: loop_at(lesson.speed)) if hands else clock().loop) as loop:
        loop.run(_run(taught, lesson, keys=not hands))
    for line in _kept(taught, lesson):
        click.echo(line)


async def _run(taught: Class, lesson: Lesson, *, keys: bool) -> None:
    async with AsyncExitStack() as stack:
        if lesson.page:
            from training.page.server import page
            from training.page.told import told

            address = await stack.enter_async_context(page(lambda: told(taught.seats), lesson.page))
            click.echo(f"palpate: the class is at {address.url} – whoever has this address sees it", err=True)
        await _through(taught, keys=keys)


async def _through(taught: Class, *, keys: bool) -> None:
    if not keys:
        await taught.run()
        return
    click.echo(f"palpate: looking for the tools. {HELP}", err=True)

    def hear(value: Input) -> None:
        for seat in taught.seats:
            if seat.practice is not None and not seat.over:
                seat.practice.runner.hear(value)

    with Keys(hear):
        await taught.run()


def _simulated(lesson: Lesson, count: int) -> list[Seat]:
    """Simulated trainees with different hands; their results are marked."""

    def sit(number: int) -> Callable[[Seat], Awaitable[tuple[TrialResult, ...]]]:
        def run(seat: Seat) -> Awaitable[tuple[TrialResult, ...]]:
            doing = _doing(lesson, lesson.seed + number, seat)
            scenario = scenario_for(doing.drill, LADDER[(number - 1) % len(LADDER)])
            return run_with_hand(doing, scenario.model_copy(update={"serial": f"SIM-{number:04d}"}), lesson.speed)

        return run

    return [Seat(f"S-{number}", sit(number)) for number in range(1, count + 1)]


def _held(lesson: Lesson, words: Iterable[str]) -> list[Seat]:
    zeros = ZeroBook(options.data_folder(lesson.folder))

    def sit(serial: str) -> Callable[[Seat], Awaitable[tuple[TrialResult, ...]]]:
        choice = Choice(
            known_serials(), say=lambda text: click.echo(f"palpate: {serial}: {text}", err=True), reached=note
        )
        return lambda seat: run_with_tool(_doing(lesson, lesson.seed, seat), LinkName.of(serial), zeros, choice)

    seats = [Seat(name, sit(serial)) for name, serial in map(_seat, words)]
    if len(seats) > MOST:
        raise InputError(f"{len(seats)} tools are more than one radio was tried with: take {MOST} at most")
    for seat in seats:
        trainee_path(options.data_folder(lesson.folder), seat.trainee)
    return seats


def _seat(words: str) -> tuple[str, str]:
    name, sign, serial = words.partition("=")
    if not (name and sign and serial) or LinkName.of(serial).scheme != "ble":
        raise InputError(f"“{words}” is no seat: write a pseudonym, = and a tool's serial number, as in A-1=P-0042")
    return name, serial


def _doing(lesson: Lesson, seed: int, seat: Seat) -> Run:
    now = clock().now()
    drill = Drill.of(lesson.exercise, seed, bench_cap(now))
    return Run(drill, now, partial(options.new_record, None, lesson.folder), VERSION, seat.follow)


def _kept(taught: Class, lesson: Lesson) -> Iterator[str]:
    """Each trainee's results, kept in their own file, and told where the schedule tells them at all."""
    for seat in taught.seats:
        file = trainee_path(options.data_folder(lesson.folder) / "training", seat.trainee)
        append(file, seat.results)
        yield f"{seat.trainee}: {len(seat.results)} trials in {file}"
        if lesson.exercise.schedule.result != "never":
            yield from (f"  {told(each)}" for each in seat.results)
        if seat.trouble:
            yield f"  ended: {seat.trouble}"
