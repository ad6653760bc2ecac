"""`palpate measure`: a person's pain threshold or tolerance, guided, for the plans of this visit."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final, TypedDict, Unpack, cast

import click

from analysis.algometry.threshold import Above, Reached
from analysis.algometry.verdicts import Missing
from clinic.cases.results import Of, Ramps, readings_of
from clinic.plans.measuring import ramp
from clinic.screening.answers import Spot
from clinic.screening.asked import Use
from palpate import options
from palpate.case import PERSON_HELP, require_fit
from palpate.choosing import TerminalSearch, known_serials, note
from palpate.clock import clock
from palpate.course import from_clinic
from palpate.keeping import KeptOfPerson, measuring
from palpate.keys import Keys
from palpate.person import Client, PersonOptions, SpotType, client_of, own
from palpate.probing import probing
from palpate.ramp_terminal import RampTerminal, reading_line, series_line
from palpate.treat import say_checks
from palpate.version import VERSION
from session.choice import Choice
from session.errors import InputError
from session.inputs import Now
from session.links import FIND_S, LinkName
from session.threshold import ThresholdPlan
from session.threshold_run import ThresholdRun
from session.with_threshold import Measuring, measure_with

USES: Final = {
    "threshold": Use.THRESHOLD,
    "tolerance": Use.TOLERANCE,
    "pain-3": Use.LIGHT_READING,
    "probe": Use.PROBE,
}
OF: Final[dict[str, Of]] = {"threshold": "threshold", "tolerance": "tolerance", "pain-3": "pain 3"}
"""As a history calls it."""
KEYS: Final = (
    "m: the client said “now” · space, Enter, F12: STOP · p n u o: after a STOP · q: end. "
    "The client's button says “now” in a ramp, and is a STOP at any other time."
)
LIGHTEST_S: Final = 1.0
"""What a ramp presses at least, to be counted before it is known."""


class Choices(TypedDict):
    """Whom, where, with what."""

    person: str
    at: Spot
    tip_cm2: float
    ppt_kpa: float | None
    own: Path | None
    folder: Path | None
    login: str | None
    passphrase_file: Path | None


@click.command()
@click.option("--tool", metavar="TOOL", help="Which one: its serial number, ble:SERIAL or sim:SCENARIO.")
@click.option("--person", required=True, metavar="PSEUDONYM", help=PERSON_HELP)
@click.option("--at", type=SpotType(), required=True, help="Where: site and the client's side.")
@click.option("--tip", "tip_cm2", type=click.FloatRange(0.1, 10), required=True, metavar="CM2", help="The tip.")
@click.option("--of", "what", type=click.Choice(list(USES)), default="threshold", show_default=True, help="Of what.")
@click.option("--ppt", "ppt_kpa", type=float, metavar="KPA", help="For the tolerance: the threshold of this visit.")
@own
@from_clinic
def measure(tool: str | None, what: str, **given: Unpack[Choices]) -> None:
    """Measure a person's pain threshold (or tolerance, a reading at pain 3, a fixed probe) under the effective cap.

    Three ramps with rests; “treat --person” takes what was found for the rest of the visit. The fixed probe is one
    short hold, after which the pain is asked for.
    """
    name = LinkName.of(tool)
    if name.reads:
        raise InputError("an instrument of another make guides nobody, and ramps are guided: take the tool")
    client = _client(given, USES[what])
    require_fit(client.case, name)
    if client.asked.use is Use.PROBE:
        probing(client, name)
        return
    plan = ramp_of(client)
    _say(client, plan)
    with measuring(client, plan.most_ramps * max(plan.longest_s, LIGHTEST_S)) as kept:
        record = kept.noting(partial(options.new_record, None, given["folder"]))
        run = _in_terminal(Measuring(name, plan, record, VERSION, kept.subject, checked=say_checks), client, kept)
        _report(run, plan, what)
        if kept.path is not None:
            kept.found(*found_in(run, plan), readings_of(ramps_of(run, client, what, kept.path)))
        click.echo(f"Record: {kept.path}")


def ramp_of(client: Client) -> ThresholdPlan:
    """The ramps at this client's place, under the cap that holds now; raises `InputError`."""
    cap = client.cap()
    painkiller = any(finding.restriction.keeps_target for finding in cap.findings)
    return ramp(client.known, client.asked.spot, cap, painkiller=painkiller)


def _client(given: Choices, use: Use) -> Client:
    nothing_else = {"tolerance_kpa": None, "last_n": None, "confirmed": False, "acknowledged": False}
    client = client_of(cast("PersonOptions", {**given, **nothing_else}), use)
    if client is None:
        raise InputError("a threshold is a person's: say who it is with --person")
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


def _report(run: ThresholdRun, plan: ThresholdPlan, what: str) -> None:
    """Say what was found."""
    click.echo(run.sentence)
    for number, reading in enumerate(run.guide.readings, 1):
        click.echo(reading_line(number, reading))
    if plan.readings > 1:
        click.echo(series_line(run.guide.result, what))


def ramps_of(run: ThresholdRun, client: Client, what: str, record: Path) -> Ramps:
    """What was measured, as the person's history knows it."""
    return Ramps(
        plan=run.guide.plan,
        readings=run.guide.readings,
        of=OF[what],
        spot=client.asked.spot,
        at=client.clock(),
        record=record.name,
        simulated=run.simulated,
    )


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
