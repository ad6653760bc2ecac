"""`palpate bench`: how fast the parts are, as ratios to something measured in the same run."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable
from typing import Final, NamedTuple

import click
import numpy as np
from rich.console import Console

from analysis.settings import Settings
from analysis.stream import Analysis
from palpate import options
from palpate.tables import empty_table
from protocol.blocks import SampleBlock
from protocol.control import Command, Request
from protocol.link import Channel, Payload
from session.documents import BenchDocument, BenchMachine, BenchResult
from session.tool_stream import ToolStream
from simulator.scenario import SCENARIOS
from simulator.tool import Tool

REPEATS: Final = 7
"""The minimum of seven interleaved runs is steady to a few percent on a busy machine."""
BLOCK: Final = 8192
"""Readings in a block offline: they fit the second-level cache."""


class Contest(NamedTuple):
    """Something to measure, what it is compared with, and the most that the ratio may be."""

    name: str
    work: Callable[[], object]
    versus: str
    yardstick: Callable[[], object]
    limit: float


@click.command()
@click.argument("area", type=click.Choice(["core", "link"]), required=False)
@options.as_json
@click.pass_context
def bench(context: click.Context, area: str | None, as_json: bool) -> None:
    """Measure the speed of AREA, or of everything; exit code 1 when a figure is over its limit."""
    makers = {"core": _core, "link": _link}
    results = tuple(_run(makers[name]()) for name in makers if area in (None, name))
    document = BenchDocument(machine=_machine(), results=results)
    if as_json:
        click.echo(document.to_json())
    else:
        _show(document)
    context.exit(0 if all(result.ok for result in results) else 1)


def _run(contest: Contest) -> BenchResult:
    ratios: list[float] = []
    best_work_s = best_yardstick_s = float("inf")
    for _ in range(REPEATS):
        work_s, yardstick_s = _seconds(contest.work), _seconds(contest.yardstick)
        ratios.append(work_s / yardstick_s)
        best_work_s, best_yardstick_s = min(best_work_s, work_s), min(best_yardstick_s, yardstick_s)
    value = best_work_s / best_yardstick_s
    return BenchResult(
        name=contest.name,
        value=value,
        unit="x",
        versus=contest.versus,
        limit=contest.limit,
        ok=value <= contest.limit,
        repeats=REPEATS,
        spread=(min(ratios), max(ratios)),
        seconds=best_work_s,
    )


def _seconds(work: Callable[[], object]) -> float:
    start_s = time.process_time()
    work()
    return max(time.process_time() - start_s, 1e-9)


def _core() -> Contest:
    """Ten minutes at 1 kHz: holds of 30 s with a tremor, rests of 10 s."""
    t_s = np.arange(600_000) / 1000
    force_n = np.where(t_s % 40 < 30, 30 + np.sin(2 * np.pi * 9 * t_s), 0.0)
    block = SampleBlock.of(np.arange(600_000), np.arange(600_000) * 1000, force_n)
    settings = Settings(period_us=1000, area_cm2=1.0, target_n=30.0, band_percent=10.0, full_scale_n=150.0)

    def measure() -> None:
        analysis = Analysis(settings)
        for start in range(0, len(block), BLOCK):
            analysis.update(block[start : start + BLOCK])
        analysis.finish()

    return Contest(
        "core.offline.10min_1khz",
        measure,
        "numpy.add.reduce, same readings as float64",
        lambda: np.add.reduce(force_n),
        300.0,
    )


def _link() -> Contest:
    """One minute of a tool's notifications, from bytes to tared readings."""
    tool = Tool(SCENARIOS["scripted"], seed=1)
    tool.connect(0.0, 247)
    tool.write_control(0.0, bytes(Request.of(Command.START, 1, 0)))
    first = [Payload(Channel.LAYOUT, 0.0, tool.layout), Payload(Channel.STATUS, 0.0, tool.status(0.0))]
    payloads = first + [Payload(note.channel, 0.0, note.data) for note in tool.advance(62.0)]

    def decode() -> None:
        stream = ToolStream()
        for payload in payloads:
            stream.update(payload)

    return Contest(
        "link.decode.1min_100hz",
        decode,
        "numpy.frombuffer and astype, same payloads",
        lambda: [np.frombuffer(p.data, np.uint8).astype(np.float64) for p in payloads],
        120.0,
    )


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
        table.add_row(each.name, f"{each.value:.1f}{mark}", f"{each.limit:g}", f"{low:.1f}–{high:.1f}", each.versus)
    Console(highlight=False).print(table)
