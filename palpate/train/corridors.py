"""`palpate train corridor`: an expert's band, and the own last repetition."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Unpack

import click

from clinic.screening.asked import Use
from palpate import options
from palpate.clock import clock
from palpate.person import Client, PersonOptions, client_of, on_person
from palpate.train.doing import How, bench_cap, do, held_tool
from palpate.train.on_person import ppt_n, pressed_client, require_of
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


class With(PersonOptions):
    """With what it is pressed, and on whom."""

    tool: str | None
    hand: str | None
    speed: float | None


@click.group()
def corridor() -> None:
    """Press where an expert pressed: the median and the spread of their holds, as a band."""


@corridor.command()
@click.argument("name")
@click.argument("record", nargs=-1, required=True, type=click.Path(path_type=Path))
@on_person
@options.data
def make(name: str, record: tuple[Path, ...], **person: Unpack[PersonOptions]) -> None:
    """Make the corridor NAME of an expert's RECORDs: one hold, repeated at least three times.

    On a pad, or with --person on somebody whose threshold was measured in that visit.
    """
    path = corridor_path(_folder(person["folder"]), name)
    trials: list[Judged] = []
    for each in record:
        with options.naming(each):
            trials += judged_again(each)
    client = client_of(person, Use.EXERCISE)
    headers = [read_record(each).header for each in record]
    for each, header in zip(record, headers, strict=True):
        with options.naming(each):
            require_of(client, header)
    first = headers[0]
    made = corridor_of(trials, Made(name, first.started_at, first.simulated, ppt_n(client, first.started_at)))
    keep_corridor(path, made)
    _say(made, _band(made, client))
    click.echo(f"Kept: {path}")


@corridor.command()
@click.argument("name")
@on_person
@options.data
def show(name: str, **person: Unpack[PersonOptions]) -> None:
    """Show the corridor NAME as it is on a pad, or with --person on somebody, under the limit there."""
    found = read_corridor(corridor_path(_folder(person["folder"]), name))
    _say(found, _band(found, client_of(person, Use.EXERCISE)))


@corridor.command()
@click.argument("name")
@click.option("--tool", metavar="TOOL", help="Its serial number, ble:SERIAL or sim:SCENARIO; else the one in range.")
@click.option("--hand", type=click.Choice(list(PERSONAS)), help="A simulated person presses a simulated tool.")
@options.seed
@options.speed("max")
@_trainee
@on_person
@options.data
def press(name: str, *, trainee: str, seed: int, **given: Unpack[With]) -> None:
    """Hold the corridor NAME five times on a pad, or with --person on somebody, as a share of their threshold."""
    folder = given["folder"]
    found = read_corridor(corridor_path(_folder(folder), name))
    file = trainee_path(_training(folder), trainee)
    how = How(given["tool"], given["hand"], given["speed"], folder)
    client = pressed_client(given, held_tool(how))
    results = do(exercise_in(found, _band(found, client), TRIALS), seed, how, client)
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


def _band(found: Corridor, client: Client | None) -> Band:
    """Where it is to be pressed; raises `InputError`."""
    if client is None:
        return band_on(found, bench_cap(clock().now()))
    return band_on(found, client.cap().cap, ppt_n(client, client.clock()))


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
