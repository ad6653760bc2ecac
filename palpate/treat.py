"""`palpate treat`: guide with a real tool."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final, Unpack

import click

from clinic.screening.asked import Use
from palpate import options
from palpate.case import require_fit
from palpate.choosing import TerminalSearch, known_serials, note
from palpate.clock import clock
from palpate.demo import choose_window
from palpate.keeping import Kept, keeping
from palpate.keys import HELP, Keys
from palpate.measuring import measure
from palpate.person import Client, PersonOptions, client_of, on_bench, on_person
from palpate.streaming import lsl, streamed
from palpate.tables import after_let_go, show_holds
from palpate.terminal import TerminalGuide
from palpate.version import VERSION
from session.choice import Choice, Search
from session.errors import InputError
from session.finding import Check, Verdict
from session.links import FIND_S, LinkName
from session.offline.measure import analyse_record
from session.plan import Plan
from session.reading import Reading
from session.runner import Runner
from session.tool_desk import ToolDesk
from session.view import View
from session.with_tool import Treatment, treat_with
from session.zero_book import ZeroBook

Ended = tuple[View, Path]

BENCH: Final = (
    "Bench, no person: nobody was screened (--person), and this is not a medical device (docs/intended-use.md)."
)
USES: Final = {"treatment": Use.TREATMENT, "release": Use.RELEASE, "exercise": Use.EXERCISE}
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
@click.option(
    "--use",
    type=click.Choice(list(USES)),
    default="treatment",
    show_default=True,
    help="What it is to a person: a slow release or an exercise has limits of its own.",
)
@lsl
@on_person
@options.data
def treat(
    tool: str | None,
    plan: str,
    headless: bool,
    for_s: float | None,
    use: str,
    **person: Unpack[PersonOptions],
) -> None:
    """Guide with a tool in range, by a plan; on the bench, or with --person a person who was screened.

    An instrument of another make guides nobody: what it measures is shown and recorded.
    """
    name = LinkName.of(tool)
    record = partial(options.new_record, None, person["folder"])
    if name.reads:
        measure(Reading(name, record, VERSION, for_s=for_s), in_window=choose_window(headless))
        return
    if for_s is not None:
        raise InputError("--for is for an instrument that is only read: a plan says itself how long it lasts")
    zeros = ZeroBook(options.data_folder(person["folder"]))
    client = client_of(person, USES[use])
    if client is not None:
        require_fit(client.case, name)
    made = on_bench(plan) if client is None else client.plan(plan)
    say_whom(client, made)
    with keeping(client, made) as kept:
        treatment = Treatment(
            name, made, kept.noting(record), VERSION, zeros=zeros, subject=kept.subject, checked=say_checks
        )
        _guide(treatment, headless, kept)


def say_whom(client: Client | None, made: Plan) -> None:
    """Before the first press; site and side large."""
    if client is None:
        click.echo(f"palpate: {BENCH}", err=True)
        return
    whom = client.whom
    lines = (
        f"{whom.place.upper()}. {whom.who}. This is not a medical device (docs/intended-use.md).",
        *whom.cautions,
        f"{whom.limit}: {'; '.join(whom.reasons)}",
        *((made.rise.sentence,) if made.rise else ()),
    )
    for line in lines:
        click.echo(f"palpate: {line}", err=True)


def _guide(treatment: Treatment, headless: bool, kept: Kept) -> None:
    run = _in_window if choose_window(headless) else in_terminal
    view, path = run(treatment, streamed(kept.follow))
    if view.summary is not None:
        click.echo(view.summary.outcome)
        for line in after_let_go(view.summary):
            click.echo(line)
    with options.naming(path):
        show_holds([analyse_record(path)])
    click.echo(f"Record: {path}")


def say_checks(checks: tuple[Check, ...]) -> None:
    """What is not as it should be; nothing else has to be read."""
    for check in checks:
        if check.verdict is not Verdict.OK:
            click.echo(f"palpate: {check.verdict.value}: {check.name}: {check.text}", err=True)


def in_terminal(treatment: Treatment, follow: Callable[[Runner], None]) -> Ended:
    """Guide to the end in the terminal; raises what `treat_with` raises."""
    click.echo(f"palpate: looking for the tool, up to {FIND_S:.0f} s. {HELP}", err=True)
    with TerminalGuide() as guide, asyncio.Runner(loop_factory=clock().loop) as loop:
        return loop.run(_guided(treatment, guide, follow))


async def _guided(treatment: Treatment, guide: TerminalGuide, follow: Callable[[Runner], None]) -> Ended:
    runners: list[Runner] = []

    def show(runner: Runner) -> None:
        runners.append(runner)
        follow(runner)
        guide.follow(runner)

    search = TerminalSearch()
    with Keys(lambda value: runners[0].hear(value) if runners else None, search.press):
        return await treat_with(replace(treatment, choice=_choice(search)), show)


def _choice(search: Search) -> Choice:
    return Choice(known_serials(), search.ask, search.say, note)


def _in_window(treatment: Treatment, follow: Callable[[Runner], None]) -> Ended:
    """The loop in its thread, Qt in the main one; closing the window ends the treatment."""
    from device.loop_thread import LoopThread
    from gui.app import find, run

    thread, search = LoopThread(asyncio.new_event_loop), Search()
    thread.start()
    try:
        shown: Future[Runner] = Future()

        def show(runner: Runner) -> None:
            follow(runner)
            shown.set_result(runner)

        desks: list[ToolDesk] = []
        asked = replace(treatment, choice=_choice(search), desk=desks.append)
        running = thread.submit(treat_with(asked, show))
        running.add_done_callback(lambda over: _pass_on(over, shown))
        if not find(search, shown):
            running.cancel()
            raise KeyboardInterrupt
        runner = shown.result()
        run(runner, desk=desks[0], broken=lambda: running.done() and not runner.view().summary)
        return running.result(CLOSE_S)
    finally:
        thread.stop()


def _pass_on(over: Future[Ended], shown: Future[Runner]) -> None:
    """What ends before there is anything to show says why."""
    if not shown.done():
        shown.set_exception((None if over.cancelled() else over.exception()) or KeyboardInterrupt())
