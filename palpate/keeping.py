"""What a treatment of a person leaves behind beside its record: its STOPs, what was pressed where, what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

import click

from analysis.live import Live
from clinic.cases.case_file import Results
from clinic.cases.results import holds_of
from clinic.report.measured import measured
from clinic.screening.doses import Dose
from clinic.screening.stops import Stops
from palpate.event_book import EventBook
from palpate.person import Client
from palpate.version import VERSION
from session.cue import Cue
from session.errors import InputError
from session.inputs import Input
from session.plan import Plan
from session.runner import Runner
from session.threshold_cue import RampCue
from session.threshold_guide import Sight
from session.threshold_run import ThresholdRun

Place: TypeAlias = Callable[[str], Path]
"""Where the record of a tool goes, by its serial number."""


class Kept:
    """Nothing, on the bench."""

    path: Path | None = None
    """Of the record, once there is one."""
    subject: str | None = None
    """Whose pseudonym stands in the record; nobody's on the bench."""

    def noting(self, place: Place) -> Place:
        """The same place, and a note of what it was."""

        def record(serial: str) -> Path:
            self.path = place(serial)
            return self.path

        return record

    def follow(self, runner: Runner) -> None:
        """Listen to a treatment that begins."""

    def end(self) -> None:
        """Write down what is known, however it ended."""


class KeptOfPerson(Kept):
    """Of a person: a dose that is open until it is known, and an entry for each STOP at the moment when it happens."""

    def __init__(self, client: Client, most_s: float, target_n: float | None = None) -> None:
        self._client, self._whom, self._case = client, client.whom, client.case
        self._register = EventBook(client.case)
        self._stops = Stops(client.asked.spot, client.clock, self._register.note)
        self._dose = Dose(
            use=client.asked.use,
            spot=client.asked.spot,
            area_cm2=client.asked.area_cm2,
            began_at=client.clock(),
            most_s=most_s,
            target_n=target_n,
        )
        self.subject = client.chart.pseudonym
        self._begun = False
        self._results: Results | None = None
        self._felt: Results = lambda _whose: ()

    def follow(self, runner: Runner) -> None:
        """Listen to a treatment that begins."""
        runner.press(self._whom)
        self._begin()
        _listen(runner, self._stops)

    def follow_ramps(self, run: ThresholdRun) -> None:
        """Listen to a measurement that begins."""
        self._begin()
        before = run.on_cue

        def see(cue: RampCue, sight: Sight) -> None:
            before(cue, sight)
            self._stops.see(cue)

        run.on_cue, run.on_input = see, self._stops.hear

    def found(self, kpa: float | None, above_kpa: float | None, results: Results) -> None:
        """What was measured."""
        self._dose = self._dose.model_copy(update={"kpa": kpa, "above_kpa": above_kpa})
        self._results = results

    def felt(self, results: Results) -> None:
        """What was told afterwards, beside what the record holds."""
        self._felt = results

    def _begin(self) -> None:
        """From here on somebody may be pressed: even if this program is killed, that is known of the person."""
        if self.path is not None:
            self._dose = self._dose.model_copy(update={"record": self.path.name})
        self._case.keep_dose(self._dose)
        self._begun = True

    def end(self) -> None:
        """Close the dose with what the record holds; the STOPs stand in the register already."""
        self._register.close()
        if self._stops.events:
            count = len(self._stops.events)
            click.echo(f"palpate: {count} STOP: ask the client again after 24 h (palpate screen show)", err=True)
        if self._begun:
            self._case.keep_dose(*self._known())

    def _known(self) -> tuple[Dose, Results | None]:
        """The dose as its record has it, and what was found; what was planned where the record says nothing."""
        if self.path is None:
            return self._dose, None
        known = {"ended_at": self._client.clock(), "record": self.path.name}
        try:
            found = measured(self.path)
        except InputError:
            return self._dose.model_copy(update=known), self._results
        pressed_s = sum(hold.figures.duration_s for hold in found.holds)
        dose = self._dose.model_copy(update={**known, "pressed_s": pressed_s, "simulated": found.simulated})
        measured_too = self._results or holds_of(found, dose.spot, VERSION)
        return dose, lambda whose: (*measured_too(whose), *self._felt(whose))


@contextmanager
def keeping(client: Client | None, plan: Plan) -> Iterator[Kept]:
    """What to follow a treatment with; whatever it was is written down at the end."""
    if client is None:
        yield Kept()
        return
    with measuring(client, plan.most_holds * plan.hold_s, plan.target_n) as kept:
        yield kept


@contextmanager
def measuring(client: Client, most_s: float, target_n: float | None = None) -> Iterator[KeptOfPerson]:
    """The same for a person, pressed for at most so long."""
    kept = KeptOfPerson(client, most_s, target_n)
    try:
        yield kept
    finally:
        kept.end()
        _say_left(client)


def _say_left(client: Client) -> None:
    """What the point still bears today, or why nothing."""
    now = client.clock()
    asked = client.case.doses.at(client.asked, now)
    left_s = max(client.known.limits["point-time"].value - asked.pressed_s, 0.0)
    click.echo(
        f"palpate: {client.place}: pressed for {asked.pressed_s:.0f} s in this visit, {left_s:.0f} s are left",
        err=True,
    )


def _listen(runner: Runner, stops: Stops) -> None:
    before = runner.on_cue

    def see(cue: Cue, live: Live) -> None:
        if before:
            before(cue, live)
        stops.see(cue)

    def hear(value: Input) -> None:
        stops.hear(value)

    runner.on_cue, runner.on_input = see, hear
