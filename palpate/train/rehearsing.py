"""`palpate train rehearse`: a whole treatment on a patient who is not there."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import Final, TypedDict, Unpack

import click

from palpate import options
from palpate.clock import clock
from palpate.keys import HELP, Keys
from palpate.person import on_bench
from palpate.terminal import TerminalGuide
from palpate.train.doing import PAD
from palpate.version import VERSION
from session.inputs import Input
from session.links import LinkName
from session.runner import Runner
from session.zero_book import ZeroBook
from simulator.hand_kind import PERSONAS
from simulator.patient_kind import PATIENTS
from simulator.scenario import Scenario
from simulator.virtual_time import loop_at
from training.rehearsal import Rehearsed, Rehearsing, rehearse_with_hand, rehearse_with_tool
from training.virtual_patient import judgement

LASTS_S: Final = 3600.0
"""Then the simulated tool ends its stream."""


class With(TypedDict):
    """With what it is done."""

    tool: str | None
    hand: str | None
    seed: int
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
def rehearse(patient: str, plan: str, **how: Unpack[With]) -> None:
    """Rehearse a whole treatment on a virtual patient, who has pain, answers, and says stop.

    The pad is pressed and nobody else. Ask the patient's pain when the guide says so: the answer comes by itself.
    """
    click.echo(f"palpate: {PAD}", err=True)
    kind = PATIENTS[patient]
    with TerminalGuide() as guide:
        record = partial(options.new_record, None, how["folder"])
        asked = Rehearsing(on_bench(plan), kind, clock().now(), record, VERSION, guide.follow)
        found = _simulated(asked, how) if how["hand"] else _held(asked, how)
    summary = found.view.summary
    if summary is not None:
        for line in judgement(found.patient, summary):
            click.echo(line)
    click.echo(f"Record: {found.record}")


def _simulated(asked: Rehearsing, how: With) -> Rehearsed:
    scenario = Scenario(
        name="rehearsal", text="A simulated trainee treats.", simulated_s=LASTS_S, persona=how["hand"] or "trained"
    )
    with asyncio.Runner(loop_factory=lambda: loop_at(how["speed"])) as loop:
        return loop.run(rehearse_with_hand(asked, scenario, how["seed"], how["speed"]))


def _held(asked: Rehearsing, how: With) -> Rehearsed:
    click.echo(f"palpate: looking for the tool. {HELP}", err=True)
    runners: list[Runner] = []
    asked = Rehearsing(asked.plan, asked.patient, asked.at, asked.record, asked.software, _both(asked, runners))

    def hear(value: Input) -> None:
        for runner in runners:
            runner.hear(value)

    async def held() -> Rehearsed:
        with Keys(hear):
            zeros = ZeroBook(options.data_folder(how["folder"]))
            return await rehearse_with_tool(asked, LinkName.of(how["tool"]), zeros)

    with asyncio.Runner(loop_factory=clock().loop) as loop:
        return loop.run(held())


def _both(asked: Rehearsing, runners: list[Runner]) -> partial[None]:
    def show(runner: Runner) -> None:
        runners.append(runner)
        asked.show(runner)

    return partial(show)
