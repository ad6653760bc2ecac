"""`palpate practise`: press without a tool, by mouse, touchpad, pen or keys."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypedDict, Unpack

import click

from clinic.library import library
from clinic.plans.steps import edited
from clinic.screening.asked import Bench
from clinic.screening.effective import require_cap
from palpate import options
from palpate.demo import choose_window
from palpate.person import on_bench
from palpate.runs import report
from palpate.version import VERSION
from session.errors import InputError
from session.plan import Plan
from session.rehearsal import Rehearsal
from session.simulation import Air
from simulator.hand_kind import PERSONAS
from simulator.physics import Part
from simulator.scenario import Scenario
from simulator.tissue_kind import SITES

LASTS_S: Final = 4 * 3600.0
"""Then the simulated tool ends its stream; nobody practises longer."""


class Choices(TypedDict):
    """How to run it."""

    hand: str
    site: str
    tremor: bool
    impedance: bool
    delay: bool
    seed: int


@click.command()
@click.option("--headless", is_flag=True, help="In the terminal, with its keys, although there is a display.")
@click.option("--plan", default="demonstration", show_default=True, metavar="FILE|PRESET", help="What to practise.")
@click.option("--target-n", type=float, metavar="N", help="Another target than the plan's, under the bench's cap.")
@click.option("--hand", type=click.Choice(list(PERSONAS)), default="practised", help="Whose hand is simulated.")
@click.option("--site", type=click.Choice(list(SITES)), default="trapezius", help="What is pressed.")
@click.option("--tremor/--no-tremor", default=True, help="Whether the simulated hand trembles and wanders.")
@click.option("--impedance/--no-impedance", default=True, help="Whether it gives way, and takes its time to press.")
@click.option("--delay/--no-delay", default=False, help="Whether it reacts late; you have a delay of your own.")
@options.seed
@options.data
@options.as_json
def practise(
    headless: bool,
    plan: str,
    target_n: float | None,
    folder: Path | None,
    as_json: bool,
    **choices: Unpack[Choices],
) -> None:
    """Practise a plan without a tool: press by mouse, touchpad, pen or keys.

    A simulated hand does what you do, and a simulated tool measures it; everything is marked so.
    """
    in_window = choose_window(headless)
    if not in_window and not sys.stdin.isatty():
        raise InputError("there is no window, and standard input is no terminal: nothing here has keys to press with")
    scenario = scenario_of(choices)
    rehearsal = Rehearsal(
        scenario=scenario,
        seed=choices["seed"],
        plan=practice_plan(plan, target_n),
        air=Air.STRAIGHT,
        speed=1.0,
        record=options.new_record(None, folder, scenario.serial),
        software=VERSION,
        practised=True,
    )
    from palpate.practising import in_terminal, in_the_window

    report(in_the_window(rehearsal) if in_window else in_terminal(rehearsal), as_json)


def practice_plan(name: str, target_n: float | None) -> Plan:
    """A preset or a file under the bench's cap, with another target where one is given; raises `InputError`."""
    plan = on_bench(name)
    if target_n is None:
        return plan
    return edited(plan, require_cap(library(), Bench(), None, datetime.now(UTC)), target_n)


def scenario_of(choices: Choices) -> Scenario:
    """Nobody presses in it but the person who practises."""
    off = {
        Part.UNSTEADINESS: not choices["tremor"],
        Part.IMPEDANCE: not choices["impedance"],
        Part.REACTION: not choices["delay"],
        Part.CORRECTION: True,  # the eyes that correct are a person's
    }
    return Scenario(
        name="practice",
        text="A person presses without a tool, by mouse or keys.",
        simulated_s=LASTS_S,
        persona=choices["hand"],
        site=choices["site"],
        without=tuple(part for part, is_off in off.items() if is_off),
    )
