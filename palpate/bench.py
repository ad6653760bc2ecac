"""`palpate bench`: how fast the parts are, as ratios to something measured in the same run."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final

import click
import numpy as np
from rich.console import Console

from palpate import options
from palpate.contests.contest import Contest, Skipped
from palpate.contests.core import core
from palpate.contests.link import link
from palpate.contests.peers import peers
from palpate.tables import empty_table
from session.documents import BenchDocument, BenchMachine, BenchResult, SkippedBench

REPEATS: Final = 7
"""The minimum of seven interleaved runs is steady to a few percent on a busy machine."""

AREAS: Final[dict[str, Callable[[], Iterator[Contest | Skipped]]]] = {
    "core": lambda: chain(core(), peers()),
    "link": link,
}


@click.command()
@click.argument("area", type=click.Choice(list(AREAS)), required=False)
@options.as_json
@click.pass_context
def bench(context: click.Context, area: str | None, as_json: bool) -> None:
    """Measure the speed of AREA, or of everything; exit code 1 when a figure is over its limit."""
    contests = chain.from_iterable(makers() for name, makers in AREAS.items() if area in (None, name))
    outcomes = [_run(contest) if isinstance(contest, Contest) else contest for contest in contests]
    document = BenchDocument(
        machine=_machine(),
        results=tuple(outcome for outcome in outcomes if isinstance(outcome, BenchResult)),
        skipped=tuple(SkippedBench.model_validate(each) for each in outcomes if isinstance(each, Skipped)),
    )
    if as_json:
        click.echo(document.to_json())
    else:
        _show(document)
    context.exit(0 if all(result.ok for result in document.results) else 1)


def _run(contest: Contest) -> BenchResult:
    ratios: list[float] = []
    best_work_s = best_yardstick_s = float("inf")
    for _ in range(REPEATS):
        yardstick_s, work_s = _seconds(contest.yardstick), _seconds(contest.work)
        ratios.append(work_s / yardstick_s)
        best_work_s, best_yardstick_s = min(best_work_s, work_s), min(best_yardstick_s, yardstick_s)
    value = best_work_s / best_yardstick_s
    return BenchResult(
        name=contest.name,
        value=value,
        unit="x",
        versus=contest.versus,
        limit=contest.limit,
        ok=contest.limit is None or value <= contest.limit,
        repeats=REPEATS,
        spread=(min(ratios), max(ratios)),
        seconds=best_work_s,
    )


def _seconds(work: Callable[[], object]) -> float:
    start_s = time.process_time()
    work()
    return max(time.process_time() - start_s, 1e-9)


def _machine() -> BenchMachine:
    return BenchMachine(
        system=platform.system(),
        processor=platform.machine(),
        python=platform.python_version(),
        numpy=np.__version__,
    )


def _show(document: BenchDocument) -> None:
    table = empty_table()
    for heading in ("what", "ratio", "limit", "spread", "versus"):
        table.add_column(heading)
    for each in document.results:
        low, high = each.spread
        mark = "" if each.ok else " OVER"
        limit = "–" if each.limit is None else f"{each.limit:g}"
        table.add_row(each.name, f"{each.value:.1f}{mark}", limit, f"{low:.1f}–{high:.1f}", each.versus)
    console = Console(highlight=False, markup=False)
    console.print(table)
    for skipped in document.skipped:
        console.print(f"not measured: {skipped.name}: {skipped.reason}")
