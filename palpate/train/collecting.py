"""`palpate train collect`: the results of several computers, by files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from analysis.lacking import Lacking
from session.errors import InputError, NotKept
from training.collected import Class, Trainee, collect, compare, rows
from training.lines import figure, progress_lines, skill_line
from training.ranking import TESTS, Ranking, rankings


@click.command("collect")
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="All trials as .csv or .parquet.")
@click.option("--ranking", is_flag=True, help="Also the order of trainees by their latest steadiness tests.")
def collect_(folders: tuple[Path, ...], out: Path | None, *, ranking: bool) -> None:
    """Put the results of several computers together: copy their “training” folders here, and name them.

    Trainees have pseudonyms, and there are no names in these files.
    """
    found = collect(folders)
    if out is not None:
        write(out, rows(found))
        click.echo(f"{out}: {sum(map(len, found.values()))} trials of {len(found)} trainees, by pseudonym")
    compared = compare(found)
    for line in (*_lines(compared), *(ranking_lines(compared.trainees) if ranking else ())):
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
    told = f"not known: {icc.text}" if isinstance(icc, Lacking) else f"{icc:.2f}"
    yield f"Between trainees, points of the pre-test on two days: ICC(A,1) = {told}."


def ranking_lines(trainees: Sequence[Trainee]) -> Iterator[str]:
    """The order by each test, and who is in none."""
    made = rankings(trainees)
    for ranking in made:
        yield from _places(ranking)
    known = {name for each in made for name in (*each.waiting, *(place.pseudonym for place in each.places))}
    yield ""
    for name in sorted({each.pseudonym for each in trainees} - known):
        yield f"  –  {name}  no whole steadiness test yet"


def _places(ranking: Ranking) -> Iterator[str]:
    yield ""
    yield f"{skill_line(ranking.test.skill)}: places by the mean of the latest {TESTS} whole tests, each on another day"
    for number, place in enumerate(ranking.places, 1):
        points = place.points
        interval = f"({figure(points.mean_low, '.0f')} to {figure(points.mean_high, '.0f')})"
        noise = "" if place.apart else "  not told apart from the place above"
        yield f"{number:3}. {place.pseudonym}  {points.constant:.1f} points {interval}{noise}"
    for name, count in ranking.waiting.items():
        yield f"  –  {name}  on {count} of {TESTS} days"
    if ranking.places:
        yield "Places say who pressed more evenly in these tests, and nothing else."
