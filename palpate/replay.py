"""`palpate replay`: a record through the live path."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from palpate import options
from palpate.demo import choose_window
from palpate.tables import show_holds
from palpate.terminal import TerminalGuide
from session.offline.measure import analyse_record
from session.plan import Plan
from session.playback import FileLink, Recorded, read_record
from session.runner import Runner
from session.truth import markers, sentence
from simulator.virtual_time import loop_at


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--headless", is_flag=True, help="In the terminal, although there is a display.")
@options.speed("1")
def replay(file: Path, headless: bool, speed: float | None) -> None:
    """Show the record FILE again, guided by the plan that it was made with."""
    with options.naming(file):
        recorded = read_record(file)
    for marker in markers(recorded):
        click.echo(f"palpate: simulated on purpose at {sentence(marker)}", err=True)
    plan = recorded.header.plan
    if plan is None:
        click.echo("palpate: this record was made without a plan: its holds are shown, nobody is guided", err=True)
    elif speed is not None and choose_window(headless):
        _in_window(recorded, plan, speed)
    else:
        _in_terminal(recorded, plan, speed)
    show_holds([analyse_record(file)])


def _in_terminal(recorded: Recorded, plan: Plan, speed: float | None) -> None:
    with TerminalGuide() as guide, asyncio.Runner(loop_factory=lambda: loop_at(speed)) as loop:
        loop.run(_run(recorded, plan, speed, guide))


def _runner(recorded: Recorded, plan: Plan, speed: float | None) -> Runner:
    runner = Runner(FileLink(recorded), plan, None, speed=speed)
    runner.practised = recorded.header.practised
    return runner


async def _run(recorded: Recorded, plan: Plan, speed: float | None, guide: TerminalGuide) -> None:
    runner = _runner(recorded, plan, speed)
    guide.follow(runner)
    await runner.run()


def _in_window(recorded: Recorded, plan: Plan, speed: float) -> None:
    from device.loop_thread import LoopThread
    from gui.app import run

    async def make() -> Runner:
        return _runner(recorded, plan, speed)

    thread = LoopThread(lambda: loop_at(speed))
    thread.start()
    try:
        runner = thread.submit(make()).result()
        running = thread.submit(runner.run())
        run(runner)
        running.cancel()
    finally:
        thread.stop()
