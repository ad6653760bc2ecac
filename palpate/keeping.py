"""What a treatment of a person leaves behind beside its record: its STOPs, and what was pressed where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeAlias

import click

from analysis.live import Live
from clinic.screening.adverse import Register
from clinic.screening.doses import Dose, keep_dose, read_doses
from clinic.screening.files import read_chart, write_chart
from clinic.screening.stops import Stops
from palpate.person import Client
from session.cue import Cue
from session.errors import InputError
from session.inputs import Input, Quit
from session.offline.measure import analyse_record
from session.plan import Plan
from session.preflight import Check, Verdict
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

    def noting(self, place: Place) -> Place:
        """The same place, and a note of what it was."""

        def record(serial: str) -> Path:
            self.path = place(serial)
            return self.path

        return record

    def follow(self, runner: Runner) -> None:
        """Listen to a treatment that begins."""

    def checked(self, checks: tuple[Check, ...]) -> None:
        """Hear what the pre-flight found."""

    def end(self) -> None:
        """Write down what is known, however it ended."""


class KeptOfPerson(Kept):
    """Of a person: a dose that is open until it is known, and an entry for each STOP."""

    def __init__(self, client: Client, most_s: float, target_n: float | None = None) -> None:
        self._client, self._whom = client, client.whom
        self._stops = Stops(client.asked.spot, client.clock)
        self._dose = Dose(
            use=client.asked.use,
            spot=client.asked.spot,
            area_cm2=client.asked.area_cm2,
            began_at=client.clock(),
            most_s=most_s,
            target_n=target_n,
        )
        self._begun = False
        self._runner: Runner | None = None

    def checked(self, checks: tuple[Check, ...]) -> None:
        """With a tool that is not fit for it nobody is pressed on; on the bench the same is only told."""
        unfit = [check.text for check in checks if check.verdict is Verdict.STOP]
        if not unfit or self._runner is None:
            return
        with suppress(RuntimeError):  # it is over
            self._runner.say(f"Nobody is treated with this tool now: {' '.join(unfit)}")
            self._runner.hear(Quit())

    def follow(self, runner: Runner) -> None:
        """Listen to a treatment that begins."""
        self._runner = runner
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

    def found(self, kpa: float | None, above_kpa: float | None) -> None:
        """What was measured."""
        self._dose = self._dose.model_copy(update={"kpa": kpa, "above_kpa": above_kpa})

    def _begin(self) -> None:
        """From here on somebody may be pressed: even if this program is killed, that stands beside the chart."""
        keep_dose(self._client.file, self._dose)
        self._begun = True

    def end(self) -> None:
        """Close the dose with what the record holds, and put the STOPs into the chart's register."""
        if self._begun:
            keep_dose(self._client.file, self._known())
        if self._stops.events:
            _register(self._client.file, self._stops)

    def _known(self) -> Dose:
        """The dose as its record has it; what was planned where the record says nothing."""
        if self.path is None:
            return self._dose
        known = {"ended_at": self._client.clock(), "record": self.path.name}
        try:
            analysed = analyse_record(self.path)
        except InputError:
            return self._dose.model_copy(update=known)
        pressed_s = sum(hold.duration_s for hold in analysed.holds)
        return self._dose.model_copy(update={**known, "pressed_s": pressed_s, "simulated": analysed.simulated})


@contextmanager
def keeping(client: Client | None, plan: Plan) -> Iterator[Kept]:
    """What to follow a treatment with; whatever it was is written down at the end."""
    if client is None:
        yield Kept()
        return
    with measuring(client, plan.repetitions * plan.hold_s, plan.target_n) as kept:
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
    asked = read_doses(client.file).at(client.asked, now)
    left_s = max(client.known.limits["point-time"].value - asked.pressed_s, 0.0)
    click.echo(
        f"palpate: {client.place}: pressed for {asked.pressed_s:.0f} s in this visit, {left_s:.0f} s are left",
        err=True,
    )


def _register(file: Path, stops: Stops) -> None:
    chart = read_chart(file)
    register: Register = stops.into(chart.stops)
    write_chart(file, chart.model_copy(update={"stops": register}))
    click.echo(f"palpate: {len(stops.events)} STOP: ask the client again after 24 h (palpate screen show)", err=True)


def _listen(runner: Runner, stops: Stops) -> None:
    before = runner.on_cue

    def see(cue: Cue, live: Live) -> None:
        if before:
            before(cue, live)
        stops.see(cue)

    def hear(value: Input) -> None:
        stops.hear(value)

    runner.on_cue, runner.on_input = see, hear
