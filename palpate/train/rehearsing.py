"""A whole treatment on a patient who is not there: `palpate train rehearse`, and the rehearsals of a course."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypedDict, Unpack

import click

from palpate import options
from palpate.choosing import TerminalSearch, known_serials, note
from palpate.clock import clock
from palpate.keys import HELP, Keys
from palpate.person import on_bench
from palpate.terminal import TerminalGuide
from palpate.train.doing import How, held_tool
from palpate.train.on_person import PAD
from palpate.version import VERSION
from session.choice import Choice
from session.inputs import Input
from session.links import LinkName
from session.runner import Runner
from session.zero_book import ZeroBook
from simulator.hand_kind import PERSONAS
from simulator.patient_kind import PATIENTS
from simulator.virtual_time import loop_at
from training.exercise import Exercise, Rehearse
from training.rehearsal import (
    Rehearsed,
    Rehearsing,
    Show,
    nobody,
    rehearse_with_hand,
    rehearse_with_tool,
    trainee,
    treated_of,
)
from training.result import TrialResult
from training.virtual_patient import VirtualPatient, judgement


class With(TypedDict):
    """With what it is done."""

    tool: str | None
    hand: str | None
    speed: float | None
    folder: Path | None


@click.command()
@click.option("--patient", type=click.Choice(list(PATIENTS)), default="tender", show_default=True, help="Who it is.")
@click.option("--plan", default="demonstration", show_default=True, metavar="FILE|PRESET", help="What is done.")
@click.option("--tool", metavar="TOOL", help="A tool to press a pad with; else the one in range.")
@click.option("--hand", type=click.Choice(list(PERSONAS)), help="A simulated trainee with a simulated tool instead.")
@options.seed
@options.speed("max")
@options.data
def rehearse(patient: str, plan: str, seed: int, **how: Unpack[With]) -> None:
    """Rehearse a whole treatment on a virtual patient, who has pain, answers, and says stop.

    The pad is pressed and nobody else. Ask the patient's pain when the guide says so: the answer comes by itself.
    """
    _told(Rehearse(patient=patient, plan=plan), seed, How(**how))


def do_rehearsal(exercise: Exercise, seed: int, how: How) -> tuple[TrialResult, ...]:
    """Do the rehearsal of a course, as the command does; raises `InputError`, and what the link raises."""
    assert isinstance(exercise.press, Rehearse)
    click.echo(f"{exercise.name}: {exercise.text}", err=True)
    return (treated_of(_told(exercise.press, seed, how), exercise),)


def rehearsing(press: Rehearse, folder: Path | None, at: datetime, show: Show = nobody) -> Rehearsing:
    """What is rehearsed now; raises `InputError` where there is no such plan, or it asks for too much."""
    record = partial(options.new_record, None, folder)
    return Rehearsing(on_bench(press.plan), PATIENTS[press.patient], at, record, VERSION, show)


def _told(press: Rehearse, seed: int, how: How) -> Rehearsed:
    click.echo(f"palpate: {PAD}", err=True)
    name = held_tool(how)
    with TerminalGuide() as guide:

        def show(runner: Runner, _patient: VirtualPatient) -> None:
            guide.follow(runner)

        asked = rehearsing(press, how.folder, clock().now(), show)
        found = _simulated(asked, how, seed) if name is None else _held(asked, how, name)
    if found.view.summary is not None:
        for line in judgement(found.patient, found.view.summary):
            click.echo(line)
    click.echo(f"Record: {found.record}")
    return found


def _simulated(asked: Rehearsing, how: How, seed: int) -> Rehearsed:
    with asyncio.Runner(loop_factory=lambda: loop_at(how.speed)) as loop:
        return loop.run(rehearse_with_hand(asked, trainee(how.hand or ""), seed, how.speed))


def _held(asked: Rehearsing, how: How, name: LinkName) -> Rehearsed:
    click.echo(f"palpate: looking for the tool. {HELP}", err=True)
    runners: list[Runner] = []
    zeros, search = ZeroBook(options.data_folder(how.folder)), TerminalSearch()
    choice = Choice(known_serials(), search.ask, search.say, note)

    def show(runner: Runner, patient: VirtualPatient) -> None:
        runners.append(runner)
        asked.show(runner, patient)

    def hear(value: Input) -> None:
        for runner in runners:
            runner.hear(value)

    async def held() -> Rehearsed:
        with Keys(hear, search.press):
            return await rehearse_with_tool(replace(asked, show=show), name, zeros, choice)

    with asyncio.Runner(loop_factory=clock().loop) as loop:
        return loop.run(held())
