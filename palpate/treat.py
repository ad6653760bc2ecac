"""`palpate treat`: guide with a real tool."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

import click
from pydantic import ValidationError

from clinic.presets import PRESETS, preset
from palpate import options
from palpate.choosing import TerminalSearch, known_serials, note
from palpate.demo import choose_window
from palpate.keys import HELP, Keys
from palpate.measuring import measure
from palpate.tables import show_holds
from palpate.terminal import TerminalGuide
from palpate.version import VERSION
from session.choice import Choice, Search
from session.errors import InputError
from session.links import FIND_S, LinkName
from session.offline.measure import analyse_record
from session.plan import Plan
from session.preflight import Check, Verdict
from session.reading import Reading
from session.runner import Runner
from session.view import View
from session.with_tool import Treatment, treat_with
from session.zero_book import ZeroBook

Ended = tuple[View, Path]

BENCH: Final = (
    "Bench only: press no person. Nobody can be screened yet, and this is not a medical device (docs/intended-use.md)."
)
CLOSE_S: Final = 10.0
"""Seconds that a window gives the tool to say good-bye."""


@click.command()
@click.option(
    "--tool",
    metavar="TOOL",
    help="Which one: its serial number, ble:SERIAL, sim:SCENARIO; DRIVER:ADDRESS or sim:DRIVER for an instrument of "
    "another make, which is only read. “palpate scan” names those in range.",
)
@click.option("--plan", default="demonstration", show_default=True, metavar="FILE|PRESET", help="What to treat with.")
@click.option("--headless", is_flag=True, help="In the terminal, although there is a display.")
@click.option(
    "--for", "for_s", type=click.FloatRange(min=0.1), metavar="S", help="How long to read; for --tool DRIVER."
)
@options.data
def treat(tool: str | None, plan: str, headless: bool, for_s: float | None, folder: Path | None) -> None:
    """Guide with a tool in range, by a plan; on the bench, until people can be screened.

    An instrument of another make guides nobody: what it measures is shown and recorded.
    """
    name = LinkName.of(tool)
    record = partial(options.new_record, None, folder)
    if name.reads:
        measure(Reading(name, record, VERSION, for_s=for_s), in_window=choose_window(headless))
        return
    if for_s is not None:
        raise InputError("--for is for an instrument that is only read: a plan says itself how long it lasts")
    zeros = ZeroBook(options.data_folder(folder))
    _guide(Treatment(name, _plan(plan), record, VERSION, zeros=zeros, checked=_say), headless)


def _guide(treatment: Treatment, headless: bool) -> None:
    click.echo(f"palpate: {BENCH}", err=True)
    view, path = _in_window(treatment) if choose_window(headless) else _in_terminal(treatment)
    if view.summary is not None:
        click.echo(view.summary.outcome)
    with options.naming(path):
        show_holds([analyse_record(path)])
    click.echo(f"Record: {path}")


def _say(checks: tuple[Check, ...]) -> None:
    """What is not as it should be; nothing else has to be read."""
    for check in checks:
        if check.verdict is not Verdict.OK:
            click.echo(f"palpate: {check.verdict.value}: {check.name}: {check.text}", err=True)


def _plan(name: str) -> Plan:
    """A preset, or a plan in a JSON file; raises `InputError`."""
    if name in PRESETS or not Path(name).suffix:
        return preset(name)
    try:
        return Plan.model_validate_json(Path(name).read_bytes())
    except OSError as error:
        raise InputError(f"{name}: it cannot be read: {error.strerror}") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InputError(f"{name}: this is no plan: {place + ': ' if place else ''}{first['msg']}") from error


def _in_terminal(treatment: Treatment) -> Ended:
    click.echo(f"palpate: looking for the tool, up to {FIND_S:.0f} s. {HELP}", err=True)
    with TerminalGuide() as guide, asyncio.Runner() as loop:
        return loop.run(_guided(treatment, guide))


async def _guided(treatment: Treatment, guide: TerminalGuide) -> Ended:
    runners: list[Runner] = []

    def show(runner: Runner) -> None:
        runners.append(runner)
        guide.follow(runner)

    search = TerminalSearch()
    with Keys(lambda value: runners[0].hear(value) if runners else None, search.press):
        return await treat_with(replace(treatment, choice=_choice(search)), show)


def _choice(search: Search) -> Choice:
    return Choice(known_serials(), search.ask, search.say, note)


def _in_window(treatment: Treatment) -> Ended:
    """The loop in its thread, Qt in the main one; closing the window ends the treatment."""
    from device.loop_thread import LoopThread
    from gui.app import find, run

    thread, search = LoopThread(asyncio.new_event_loop), Search()
    thread.start()
    try:
        shown: Future[Runner] = Future()
        running = thread.submit(treat_with(replace(treatment, choice=_choice(search)), shown.set_result))
        running.add_done_callback(lambda over: _pass_on(over, shown))
        if not find(search, shown):
            running.cancel()
            raise KeyboardInterrupt
        runner = shown.result()
        run(runner, broken=lambda: running.done() and not runner.view().summary)
        return running.result(CLOSE_S)
    finally:
        thread.stop()


def _pass_on(over: Future[Ended], shown: Future[Runner]) -> None:
    """What ends before there is anything to show says why."""
    if not shown.done():
        shown.set_exception((None if over.cancelled() else over.exception()) or KeyboardInterrupt())
