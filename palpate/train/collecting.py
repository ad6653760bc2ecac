"""`palpate train collect`: the results of several computers, by files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from analysis.lacking import Lacking
from session.errors import InputError, NotKept
from training.collected import Class, Trainee, collect, compare, rows
from training.exercise import Purpose
from training.lines import progress_lines


@click.command("collect")
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="All trials as .csv or .parquet.")
@click.option("--ranking", is_flag=True, help="Also the order of trainees by their latest test.")
def collect_(folders: tuple[Path, ...], out: Path | None, *, ranking: bool) -> None:
    """Put the results of several computers together: copy their “training” folders here, and name them.

    Trainees have pseudonyms, and there are no names in these files.
    """
    found = collect(folders)
    if out is not None:
        write(out, rows(found))
        click.echo(f"{out}: {sum(map(len, found.values()))} trials of {len(found)} trainees, by pseudonym")
    compared = compare(found)
    for line in (*_lines(compared), *(_ranking(compared.trainees) if ranking else ())):
        click.echo(line)


def write(path: Path, table: list[dict[str, Any]]) -> None:
    """Write rows as CSV or Parquet, by the suffix; raises `InputError` and `NotKept`."""
    import pyarrow as pa
    import pyarrow.csv
    import pyarrow.parquet

    if path.suffix not in {".csv", ".parquet"}:
        raise InputError(f"{path}: end its name in .csv or .parquet")
    if path.exists():
        raise InputError(f"{path} exists already: choose another name")
    made = pa.Table.from_pylist(table)
    try:
        pa.csv.write_csv(made, path) if path.suffix == ".csv" else pa.parquet.write_table(made, path)
    except OSError as error:
        raise NotKept(f"{path}: it cannot be written: {error.strerror or error}") from error


def _lines(compared: Class) -> Iterator[str]:
    for trainee in compared.trainees:
        yield from ("", f"== {trainee.pseudonym}", *progress_lines(trainee.progress))
    between = compared.between
    yield ""
    if isinstance(between, Lacking):
        yield f"Whether the test tells trainees apart is not known: {between.text}."
        return
    icc = between.iccs.icc_a_1.value
    figure = f"not known: {icc.text}" if isinstance(icc, Lacking) else f"{icc:.2f}"
    yield f"Between trainees, points of the pre-test on two days: ICC(A,1) = {figure}."


def _ranking(trainees: Iterable[Trainee]) -> Iterator[str]:
    """By the mean points of the latest test without feedback: a person's score is that of a test."""
    latest = {each.pseudonym: _latest_points(each) for each in trainees}
    known = sorted(((points, name) for name, points in latest.items() if points is not None), reverse=True)
    yield ""
    for place, (points, name) in enumerate(known, 1):
        yield f"{place:3}. {name}  {points:.1f} points in the latest test"
    for name in sorted(latest.keys() - {name for _, name in known}):
        yield f"  –  {name}  no test yet"


def _latest_points(trainee: Trainee) -> float | None:
    tests = [
        session
        for sessions in trainee.progress.curves.values()
        for session in sessions
        if session.purpose in (Purpose.PRE_TEST, Purpose.RETENTION)
    ]
    return max(tests, key=lambda each: each.at).points.constant if tests else None
