"""Runs of the simulator without a window, and how their results are printed."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import click
from rich.console import Console

from palpate import options
from palpate.tables import show_holds
from session.offline.measure import analyse_record
from session.rehearsal import Rehearsal, rehearse
from session.run_documents import RunDocument, TruthDocument
from session.runner import Runner
from simulator.tool import Tool
from simulator.virtual_time import loop_at


def run_headless(rehearsal: Rehearsal, show: Callable[[Runner], None] | None = None) -> RunDocument:
    """Run in this thread; raises `InputError` where the record cannot be written."""
    started_s = time.monotonic()
    tool = rehearsal.tool()
    with asyncio.Runner(loop_factory=lambda: loop_at(rehearsal.speed)) as runner:
        runner.run(rehearse(rehearsal, tool, show=show))
    return run_document(rehearsal, tool, time.monotonic() - started_s)


def run_document(rehearsal: Rehearsal, tool: Tool, wall_s: float) -> RunDocument:
    """What a finished run says; its numbers come from the record, its truth from the model."""
    with options.naming(rehearsal.record):
        analysed = analyse_record(rehearsal.record)
    truth = tool.truth
    return RunDocument(
        record=str(rehearsal.record),
        seed=rehearsal.seed,
        payload_sha256=tool.payload_sha256,
        samples=analysed.signal.samples,
        lost_samples=analysed.signal.lost_samples,
        truth=TruthDocument(dose_kpa_s=truth.dose_kpa_s, holds=truth.holds, release_s=truth.release_s),
        analysis=analysed,
        wall_s=wall_s,
        simulated_s=tool.simulated_s,
    )


def report(run: RunDocument, as_json: bool) -> None:
    """Print the document, or what a person wants to know of it."""
    if as_json:
        click.echo(run.to_json())
        return
    show_holds([run.analysis])
    console = Console(highlight=False, markup=False)
    dose = run.analysis.totals.dose_kpa_s
    console.print(
        f"Simulated: {run.simulated_s:.1f} s, run in {run.wall_s:.1f} s; dose {_number(dose)} kPa·s, "
        f"in the model {_number(run.truth.dose_kpa_s)} kPa·s; {run.lost_samples} readings lost.",
        soft_wrap=True,
    )
    console.print(f"Record: {run.record}", soft_wrap=True)


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:,.0f}".replace(",", " ")
