"""`palpate bench`: how fast the parts are, as ratios to something measured in the same run."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final, assert_never

import click
import numpy as np
from rich.console import Console

from palpate import options
from palpate.contests.contest import REPEATS, Contest, Measured, Outcome, Skipped
from palpate.contests.core import core
from palpate.contests.exports import exports
from palpate.contests.link import link
from palpate.contests.peers import peers
from palpate.contests.simulator import simulator
from palpate.tables import empty_table
from session.documents import BenchDocument, BenchMachine, BenchResult, SkippedBench


def _clinic() -> Iterator[Outcome]:
    from palpate.contests.clinic import clinic

    return clinic()


def _window() -> Iterator[Outcome]:
    from palpate.contests.window.figures import window

    return window()


AREAS: Final[dict[str, Callable[[], Iterator[Outcome]]]] = {
    "core": lambda: chain(core(), peers()),
    "exports": exports,
    "link": link,
    "simulator": simulator,
    "clinic": _clinic,
    "window": _window,
}


@click.command()
@click.argument("area", type=click.Choice(list(AREAS)), required=False)
@options.as_json
@click.pass_context
def bench(context: click.Context, area: str | None, as_json: bool) -> None:
    """Measure the speed of AREA, or of everything; exit code 1 when a figure is over its limit."""
    contests = chain.from_iterable(makers() for name, makers in AREAS.items() if area in (None, name))
    outcomes = [_outcome(contest) for contest in contests]
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


def _outcome(contest: Outcome) -> BenchResult | Skipped:
    match contest:
        case Contest():
            return _result(_run(contest))
        case Measured():
            return _result(contest)
        case Skipped():
            return contest
        case _ as never:
            assert_never(never)


def _run(contest: Contest) -> Measured:
    """Measure the yardstick and the work by turns."""
    ours: list[float] = []
    yardstick: list[float] = []
    for _ in range(REPEATS):
        yardstick.append(_seconds(contest.yardstick))
        ours.append(_seconds(contest.work))
    return Measured(contest.name, tuple(ours), contest.versus, tuple(yardstick), contest.limit)


def _result(measured: Measured) -> BenchResult:
    ratios = [ours / yardstick for ours, yardstick in zip(measured.ours, measured.yardstick, strict=True)]
    value = min(measured.ours) / min(measured.yardstick)
    return BenchResult(
        name=measured.name,
        value=value,
        unit="x",
        versus=measured.versus,
        limit=measured.limit,
        ok=measured.limit is None or value <= measured.limit,
        repeats=len(ratios),
        spread=(min(ratios), max(ratios)),
        seconds=min(measured.ours),
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
