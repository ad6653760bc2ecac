"""`palpate measure --of probe`: the same pressure for everybody, and how much it hurts."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import click

from analysis.algometry.probe import Probe, Stimulus
from analysis.algometry.verdicts import Missing
from clinic.cases.results import Probed, pain_of_probe
from clinic.plans.measuring import probe, probe_plan
from palpate import options
from palpate.keeping import KeptOfPerson, keeping
from palpate.person import Client
from palpate.treat import in_terminal, say_checks, say_whom
from palpate.version import VERSION
from protocol.blocks import SampleBlock
from session.in_order import is_late
from session.inputs import WORST_PAIN
from session.links import LinkName
from session.plan import Plan
from session.runner import Runner
from session.threshold import ProbePlan
from session.with_tool import Treatment


class Delivered:
    """The stimuli that a treatment delivers, in the order in which they ended."""

    def __init__(self, planned: ProbePlan) -> None:
        self.stimuli: list[Stimulus] = []
        self._probe = Probe(planned.settings)

    def follow(self, runner: Runner) -> None:
        """Listen to its readings; what comes late was not felt now."""
        before = runner.on_block

        def take(block: SampleBlock, arrival_s: float) -> None:
            if before:
                before(block, arrival_s)
            if not is_late(block):
                self.stimuli += self._probe.update(block)

        runner.on_block = take


class Planned(NamedTuple):
    """The stimulus, and the hold that delivers it."""

    stimulus: ProbePlan
    hold: Plan


def probe_of(client: Client) -> Planned:
    """The stimulus at this client's place under the cap that holds now; raises `InputError`."""
    cap = client.cap()
    stimulus = probe(client.known, client.asked.spot, cap)
    return Planned(stimulus, probe_plan(stimulus, cap))


def probing(client: Client, name: LinkName) -> None:
    """Deliver it once, ask for the pain, and keep both."""
    planned = probe_of(client)
    say_whom(client, planned.hold)
    delivered = Delivered(planned.stimulus)
    with keeping(client, planned.hold) as kept:
        assert isinstance(kept, KeptOfPerson)
        record = kept.noting(partial(options.new_record, None, client.options["folder"]))
        treatment = Treatment(name, planned.hold, record, VERSION, subject=kept.subject, checked=say_checks)

        def follow(runner: Runner) -> None:
            kept.follow(runner)
            delivered.follow(runner)

        view, path = in_terminal(treatment, follow)
        click.echo(view.summary.outcome if view.summary else "The link ended before it was complete.")
        if (nrs := pain_of(delivered.stimuli)) is not None:
            kept.felt(pain_of_probe(Probed(nrs, client.asked.spot, client.clock(), path.name)))
        click.echo(f"Record: {path}")


def pain_of(stimuli: list[Stimulus]) -> int | None:
    """Say what was delivered, and ask how much it hurt; None where that belongs to nothing, or nobody answers."""
    if not stimuli:
        click.echo("probe: nothing was delivered")
        return None
    last = stimuli[-1]
    mean = last.mean_kpa.text if isinstance(last.mean_kpa, Missing) else f"{last.mean_kpa:.0f} kPa"
    click.echo(f"probe: {mean}, {last.in_band_s:.1f} s in the band, {last.peak_kpa:.0f} kPa at most")
    if not last.valid:
        click.echo(f"It does not count: {'; '.join(verdict.text for verdict in last.verdicts)}.")
        return None
    try:
        nrs: int = click.prompt("Pain of it, 0 to 10", type=click.IntRange(0, WORST_PAIN), err=True)
    except click.Abort:
        click.echo("The pain was not told.")
        return None
    click.echo(f"pain {nrs} of 10 at {mean}")
    return nrs
