"""`palpate measure`: a person's pain threshold or tolerance, guided, for the plans of this visit."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final, TypedDict, Unpack

import click

from analysis.algometry.threshold import Above, Reached
from analysis.algometry.verdicts import Missing
from clinic.plans.measuring import ramp
from clinic.screening.answers import Spot
from clinic.screening.asked import Use
from palpate import options
from palpate.choosing import TerminalSearch, known_serials, note
from palpate.clock import clock
from palpate.keeping import KeptOfPerson, measuring
from palpate.keys import Keys
from palpate.person import CHART, Client, PersonOptions, SpotType, client_of, own
from palpate.ramp_terminal import RampTerminal, reading_line, series_line
from palpate.version import VERSION
from session.choice import Choice
from session.errors import InputError
from session.inputs import Now
from session.links import FIND_S, LinkName
from session.threshold import ThresholdPlan
from session.threshold_run import ThresholdRun
from session.with_threshold import Measuring, measure_with

USES: Final = {"threshold": Use.THRESHOLD, "tolerance": Use.TOLERANCE, "pain-3": Use.LIGHT_READING}
KEYS: Final = (
    "m: the client said “now” · space, Enter, F12: STOP · p n u o: after a STOP · q: end. "
    "The client's button says “now” in a ramp, and is a STOP at any other time."
)
LIGHTEST_S: Final = 1.0
"""What a ramp presses at least, to be counted before it is known."""


class Choices(TypedDict):
    """Whom, where, with what."""

    person: Path
    at: Spot
    tip_cm2: float
    ppt_kpa: float | None
    own: Path | None


@click.command()
@click.option("--tool", metavar="TOOL", help="Which one: its serial number, ble:SERIAL or sim:SCENARIO.")
@click.option(
    "--person", type=CHART, required=True, metavar="CHART", help="A person, by the chart of “palpate screen”."
)
@click.option("--at", type=SpotType(), required=True, help="Where: site and the client's side.")
@click.option("--tip", "tip_cm2", type=click.FloatRange(0.1, 10), required=True, metavar="CM2", help="The tip.")
@click.option("--of", "what", type=click.Choice(list(USES)), default="threshold", show_default=True, help="Of what.")
@click.option("--ppt", "ppt_kpa", type=float, metavar="KPA", help="For the tolerance: the threshold of this visit.")
@own
@options.data
def measure(tool: str | None, what: str, folder: Path | None, **given: Unpack[Choices]) -> None:
    """Measure a person's pain threshold (or tolerance, or a reading at pain 3) under the effective cap.

    Three ramps with rests; “treat --person” takes what was found from beside the chart for the rest of the visit.
    """
    name = LinkName.of(tool)
    if name.reads:
        raise InputError("an instrument of another make guides nobody, and ramps are guided: take the tool")
    client = _client(given, USES[what])
    plan = ramp_of(client)
    _say(client, plan)
    with measuring(client, plan.most_ramps * max(plan.longest_s, LIGHTEST_S)) as kept:
        record = kept.noting(partial(options.new_record, None, folder))
        run = _in_terminal(Measuring(name, plan, record, VERSION), client, kept)
        _report(run, plan, what, kept)


def ramp_of(client: Client) -> ThresholdPlan:
    """The ramps at this client's place, under the cap that holds now; raises `InputError`."""
    cap = client.cap()
    painkiller = any(finding.restriction.keeps_target for finding in cap.findings)
    return ramp(client.known, client.asked.spot, cap, painkiller=painkiller)


def _client(given: Choices, use: Use) -> Client:
    options_of = PersonOptions(
        person=given["person"],
        at=given["at"],
        tip_cm2=given["tip_cm2"],
        ppt_kpa=given["ppt_kpa"],
        tolerance_kpa=None,
        last_n=None,
        confirmed=False,
        acknowledged=False,
        own=given["own"],
    )
    client = client_of(options_of, use)
    if client is None:
        raise InputError("a threshold is a person's: name the chart with --person")
    return client


def _say(client: Client, plan: ThresholdPlan) -> None:
    whom = client.whom
    lines = (
        f"{whom.place.upper()}. {whom.who}. This is not a medical device (docs/intended-use.md).",
        *whom.cautions,
        f"each ramp ends at {plan.end.force_n:.1f} N ({plan.end_kpa:.0f} kPa): {'; '.join(plan.end.reasons)}",
        f"Read out: “{plan.script}”",
    )
    for line in lines:
        click.echo(f"palpate: {line}", err=True)


def _in_terminal(measured: Measuring, client: Client, kept: KeptOfPerson) -> ThresholdRun:
    click.echo(f"palpate: looking for the tool, up to {FIND_S:.0f} s. {KEYS}", err=True)
    search = TerminalSearch()
    runs: list[ThresholdRun] = []

    def show(run: ThresholdRun) -> None:
        runs.append(run)
        kept.follow_ramps(run)
        terminal.follow(run)

    def first(key: str) -> bool:
        if key == "m" and runs:
            runs[0].hear(Now(by="therapist"))
            return True
        return search.press(key)

    async def guided() -> ThresholdRun:
        with Keys(lambda value: runs[0].hear(value) if runs else None, first):
            chosen = Choice(known_serials(), search.ask, search.say, note)
            return await measure_with(replace(measured, choice=chosen), show)

    with RampTerminal(client.place) as terminal, asyncio.Runner(loop_factory=clock().loop) as loop:
        return loop.run(guided())


def _report(run: ThresholdRun, plan: ThresholdPlan, what: str, kept: KeptOfPerson) -> None:
    """Say what was found, and keep it for the plans of this visit."""
    click.echo(run.sentence)
    for number, reading in enumerate(run.guide.readings, 1):
        click.echo(reading_line(number, reading))
    kpa, above_kpa = found_in(run, plan)
    if plan.readings > 1:
        click.echo(series_line(run.guide.result, what))
    kept.found(kpa, above_kpa)
    click.echo(f"Record: {kept.path}")


def found_in(run: ThresholdRun, plan: ThresholdPlan) -> tuple[float | None, float | None]:
    """The figure in kPa, or X of "> X"; neither where nothing counts."""
    valid = [reading.outcome for reading in run.guide.readings if reading.valid]
    above = [outcome.cap_kpa for outcome in valid if isinstance(outcome, Above)]
    if above:
        return None, min(above)
    if plan.readings == 1:
        return next((outcome.pressure_kpa for outcome in valid if isinstance(outcome, Reached)), None), None
    mean = run.guide.result.mean_kpa
    return (None if isinstance(mean, Missing) else mean), None
