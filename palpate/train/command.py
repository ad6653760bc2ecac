"""`palpate train`: its commands."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Final, TypedDict, Unpack

import click

from palpate import options
from palpate.clock import clock
from palpate.person import PersonOptions, on_person
from palpate.train.classes import class_
from palpate.train.collecting import collect_
from palpate.train.corridors import corridor
from palpate.train.doing import How, bench_cap, do, held_tool
from palpate.train.on_person import NOBODY, UNNAMED, pressed_client, require_for_person
from palpate.train.pages import course_table
from palpate.train.rehearsing import do_rehearsal, rehearse, rehearsing
from palpate.version import VERSION
from session.errors import InputError
from simulator.hand_kind import PERSONAS
from simulator.virtual_time import loop_at
from training.course import Course, own_course, read_course
from training.drill import Drill
from training.due import due
from training.exercise import Exercise, Rehearse
from training.from_record import judged_again
from training.lines import break_lines, due_lines, judged_lines, progress_lines, verdict_lines
from training.progress import progress
from training.rehearsal import rehearse_with_hand, trainee, treated_of
from training.result import TrialResult
from training.run import Run, run_with_hand, scenario_for
from training.trainee import append, read_results, trainee_path
from training.whole import Outing, WholeCourse

RUN: Final = "run"
ON_PERSONS: Final = (RUN, "corridor", "window")
"""What may be done on a person."""


class Training(click.Group):
    """Its first command is understood without its name: `palpate train hold-20`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the name of the first command before what is no other one; refuses a person where none is pressed."""
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = [RUN, *args]
        if args[0] not in ON_PERSONS and any(each.partition("=")[0] == "--person" for each in args):
            raise InputError(NOBODY)
        return super().parse_args(ctx, args)


class Whose(TypedDict):
    """Whose results, of which course, kept where."""

    trainee: str
    course: Path | None
    folder: Path | None


class Doing(PersonOptions):
    """The same, and who is pressed."""

    trainee: str
    course: Path | None


_course = click.option(
    "--course",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Own exercises or an own course (TOML) instead of those that come with Palpate.",
)
_trainee = click.option(
    "--trainee", default="me", show_default=True, metavar="PSEUDONYM", help="Whose results they are; no name."
)


@click.group(cls=Training)
def train() -> None:
    """Practise an even hand: exercises, tests without feedback, and what has changed (docs/training.md).

    “palpate train” goes on with the course; “palpate train EXERCISE” does one exercise.
    """


for each in (corridor, class_, collect_, rehearse):
    train.add_command(each)


@train.command(RUN)
@click.argument("exercise", required=False)
@click.option("--tool", metavar="TOOL", help="Its serial number, ble:SERIAL or sim:SCENARIO; else the one in range.")
@click.option("--hand", type=click.Choice(list(PERSONAS)), help="A simulated person presses a simulated tool.")
@click.option("--seed", type=click.IntRange(min=0), help="Of all that is random; else another one each time.")
@options.speed("max")
@_trainee
@_course
@on_person
@options.data
def run(
    exercise: str | None,
    tool: str | None,
    hand: str | None,
    seed: int | None,
    speed: float | None,
    **given: Unpack[Doing],
) -> None:
    """Do an exercise; without one, what comes next in the course.

    On a pad, or with --person on somebody who was screened, whose threshold is known and who agreed.
    """
    course, file = _opened(Whose(trainee=given["trainee"], course=given["course"], folder=given["folder"]))
    if given["person"] is not None and exercise is None:
        raise InputError(UNNAMED)
    chosen = course.chosen(exercise) if exercise else _next(course, file)
    if chosen is None:
        return
    _echo(break_lines(read_results(file), clock().now()))
    drawn = int(clock().now().timestamp()) if seed is None else seed
    results = _did(chosen, drawn, How(tool, hand, speed, given["folder"]), given)
    append(file, results)
    _echo(verdict_lines(results))
    _echo(break_lines(read_results(file), clock().now()))
    click.echo(f"Results: {file}")


@train.command("window")
@click.option("--tool", metavar="TOOL", help="Its serial number or ble:SERIAL; else the one in range.")
@click.option("--hand", type=click.Choice(list(PERSONAS)), help="A simulated person presses a simulated tool.")
@options.speed("1")
@_trainee
@_course
@on_person
@options.data
def window(tool: str | None, hand: str | None, speed: float | None, **given: Unpack[Doing]) -> None:
    """Show the course, the exercises and the progress in a window.

    With --person its exercises are done on somebody who was screened, whose threshold is known and who agreed.
    """
    from gui.display import why_no_window

    if why := why_no_window():
        raise InputError(f"no window, {why}: “palpate train” does the same in the terminal")
    if speed is None:
        raise InputError("nobody could follow a window as fast as the machine can: give a speed in numbers")
    how = How(tool, hand, speed, given["folder"])
    client = pressed_client(given, held_tool(how))
    course, file = _opened(Whose(trainee=given["trainee"], course=given["course"], folder=given["folder"]))
    from palpate.train.windowed import show

    show(how, client, trainee=given["trainee"], course=course, file=file)


@train.command("list")
@_trainee
@_course
@options.data
def list_(**whose: Unpack[Whose]) -> None:
    """Show the exercises, and what is due."""
    course, file = _opened(whose)
    results, now = read_results(file), clock().now()
    course_table(course, results)
    _echo(break_lines(results, now))
    _echo(due_lines(course, results, now))


@train.command("progress")
@_trainee
@_course
@options.data
def progress_(**whose: Unpack[Whose]) -> None:
    """Show how the hand has developed, and whether that is more than its own error."""
    course, file = _opened(whose)
    results, now = read_results(file), clock().now()
    if not results:
        raise InputError(f"{file}: there is no result yet: begin with “palpate train --trainee {whose['trainee']}”")
    _echo(progress_lines(progress(results)))
    _echo(due_lines(course, results, now))


@train.command("judge")
@click.argument("record", type=click.Path(path_type=Path))
@click.option("--losses", is_flag=True, help="Each lost point, with its second and its cause.")
def judge(record: Path, losses: bool) -> None:
    """Judge the trials of a record again: the numbers are those of the day, to the last digit."""
    with options.naming(record):
        found = judged_again(record)
    for each in found:
        _echo(judged_lines(each, losses=losses))


@train.command("simulate")
@click.option("--hand", type=click.Choice(list(PERSONAS)), default="novice", show_default=True, help="Who presses.")
@click.option("--until", type=click.IntRange(0, 90), default=7, show_default=True, help="Days after the course.")
@options.seed
@_trainee
@_course
@options.data
def simulate(hand: str, until: int, seed: int, **whose: Unpack[Whose]) -> None:
    """Have a simulated person do a whole course with its tests, in virtual time. They do not learn by it."""
    course, file = _opened(whose)
    if read_results(file):
        raise InputError(f"{file}: there are results already: simulated ones belong to a trainee of their own")
    whole = WholeCourse(course, until, clock().now())
    while (outing := whole.next(read_results(file))) is not None:
        with asyncio.Runner(loop_factory=lambda: loop_at(None)) as loop:
            results = loop.run(_done(outing, hand, seed + outing.number, whose["folder"]))
        append(file, results)
        click.echo(_outing(outing, results))
    _echo(progress_lines(progress(read_results(file))))
    click.echo(f"Results: {file}")


def _did(exercise: Exercise, seed: int, how: How, person: PersonOptions) -> tuple[TrialResult, ...]:
    if person["person"] is not None:
        require_for_person(exercise, named=True)
    if isinstance(exercise.press, Rehearse):
        return do_rehearsal(exercise, seed, how)
    return do(exercise, seed, how, pressed_client(person, held_tool(how)))


async def _done(outing: Outing, hand: str, seed: int, folder: Path | None) -> tuple[TrialResult, ...]:
    exercise = outing.exercise
    if isinstance(exercise.press, Rehearse):
        asked = rehearsing(exercise.press, folder, outing.at)
        return (treated_of(await rehearse_with_hand(asked, trainee(hand), seed, None), exercise),)
    drill = Drill.of(exercise, seed, bench_cap(outing.at))
    doing = Run(drill, outing.at, partial(options.new_record, None, folder), VERSION)
    return await run_with_hand(doing, scenario_for(drill, hand), None)


def _outing(outing: Outing, results: tuple[TrialResult, ...]) -> str:
    points = [each.score.points for each in results if each.score]
    mean = f"{sum(points) / len(points):5.1f} points" if points else _unscored(results)
    exercise = outing.exercise
    return f"{outing.at:%Y-%m-%d %H:%M}  {exercise.purpose:9}  {exercise.id:16} {len(results):2} trials  {mean}"


def _unscored(results: tuple[TrialResult, ...]) -> str:
    return "rehearsed" if any(each.rehearsed for each in results) else "no score"


def _opened(whose: Whose) -> tuple[Course, Path]:
    course = own_course() if whose["course"] is None else read_course(whose["course"])
    return course, trainee_path(options.data_folder(whose["folder"]) / "training", whose["trainee"])


def _next(course: Course, file: Path) -> Exercise | None:
    """What is due now; where nothing is, says when something will be."""
    results, now = read_results(file), clock().now()
    ready = next((each for each in due(course, results, now) if each.is_due(now)), None)
    if ready is None:
        _echo(due_lines(course, results, now))
        return None
    return course.as_test(ready.exercise, ready.purpose)


def _echo(lines: Iterable[str]) -> None:
    for each in lines:
        click.echo(each)
