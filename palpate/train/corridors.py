"""`palpate train corridor`: an expert's band, and the own last repetition."""

from __future__ import annotations

from pathlib import Path
from typing import Final, TypedDict, Unpack

import click

from palpate import options
from palpate.clock import clock
from palpate.train.doing import How, bench_cap, do
from session.errors import InputError
from session.playback import read_record
from simulator.hand_kind import PERSONAS
from training.corridor import (
    Band,
    Corridor,
    Made,
    band_on,
    corridor_of,
    corridor_path,
    exercise_in,
    keep_corridor,
    read_corridor,
)
from training.from_record import judged_again
from training.judge import Judged
from training.lines import verdict_lines
from training.sketch import sketch
from training.trainee import append, read_results, trainee_path

TRIALS: Final = 5
"""As many as the course asks of a hold."""

_trainee = click.option(
    "--trainee", default="me", show_default=True, metavar="PSEUDONYM", help="Whose results they are; no name."
)


class With(TypedDict):
    """With what it is pressed."""

    tool: str | None
    hand: str | None
    speed: float | None
    folder: Path | None


@click.group()
def corridor() -> None:
    """Press where an expert pressed: the median and the spread of their holds, as a band."""


@corridor.command()
@click.argument("name")
@click.argument("record", nargs=-1, required=True, type=click.Path(path_type=Path))
@options.data
def make(name: str, record: tuple[Path, ...], folder: Path | None) -> None:
    """Make the corridor NAME of an expert's RECORDs: one hold, repeated at least three times on a pad."""
    path = corridor_path(_folder(folder), name)
    trials: list[Judged] = []
    for each in record:
        with options.naming(each):
            trials += judged_again(each)
    first = read_record(record[0]).header
    made = corridor_of(trials, Made(name, first.started_at, first.simulated))
    keep_corridor(path, made)
    _say(made, band_on(made, bench_cap(clock().now())))
    click.echo(f"Kept: {path}")


@corridor.command()
@click.argument("name")
@options.data
def show(name: str, folder: Path | None) -> None:
    """Show the corridor NAME as it is on a pad, under the limit of the bench."""
    found = read_corridor(corridor_path(_folder(folder), name))
    _say(found, band_on(found, bench_cap(clock().now())))


@corridor.command()
@click.argument("name")
@click.option("--tool", metavar="TOOL", help="Its serial number, ble:SERIAL or sim:SCENARIO; else the one in range.")
@click.option("--hand", type=click.Choice(list(PERSONAS)), help="A simulated person presses a simulated tool.")
@options.seed
@options.speed("max")
@_trainee
@options.data
def press(name: str, *, trainee: str, seed: int, **how: Unpack[With]) -> None:
    """Hold the corridor NAME five times on a pad."""
    folder = how["folder"]
    found = read_corridor(corridor_path(_folder(folder), name))
    file = trainee_path(_training(folder), trainee)
    exercise = exercise_in(found, band_on(found, bench_cap(clock().now())), TRIALS)
    results = do(exercise, seed, How(**how))
    append(file, results)
    for line in verdict_lines(results):
        click.echo(line)
    click.echo(f"Results: {file}")


@corridor.command()
@click.argument("exercise")
@_trainee
@options.data
def ghost(exercise: str, trainee: str, folder: Path | None) -> None:
    """Show the trainee's own last repetition of EXERCISE."""
    results = read_results(trainee_path(_training(folder), trainee))
    last = next((each for each in reversed(results) if each.exercise == exercise and each.score), None)
    if last is None:
        raise InputError(f"{trainee} has no scored repetition of “{exercise}” yet: do it once")
    path = options.records_folder(folder) / last.run
    with options.naming(path):
        trials = judged_again(path)
    found = next((each for each in trials if each.go.task.number == last.number), None)
    if found is None:
        raise InputError(f"{path}: trial {last.number} is not in this record")
    click.echo(f"{last.at:%Y-%m-%d %H:%M}  {exercise}, trial {last.number} of {last.of}, {last.target_n:g} N")
    for line in sketch(found):
        click.echo(line)


def _training(folder: Path | None) -> Path:
    return options.data_folder(folder) / "training"


def _folder(folder: Path | None) -> Path:
    return _training(folder) / "corridors"


def _say(found: Corridor, band: Band) -> None:
    mark = "SIMULATED, " if found.simulated else ""
    click.echo(
        f"{found.name}: {mark}{found.repetitions} repetitions of {found.asked_n:g} N for {found.for_s:.0f} s, "
        f"{found.at:%Y-%m-%d}"
    )
    click.echo(f"band {band.low_n:.1f} to {band.high_n:.1f} N, median {band.middle_n:.1f} N")
    if band.lowered:
        click.echo(f"lowered: {band.lowered}")
