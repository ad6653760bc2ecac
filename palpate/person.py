"""Who is treated: nobody (the bench), or a person whose chart allows it; the command line's only door to a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, NamedTuple, TypedDict

import click
from pydantic import ValidationError

from analysis.live import Live
from clinic.library import Library, library
from clinic.plans.build import build, confirm_rise, under
from clinic.presets import PRESETS, preset
from clinic.screening.answers import Side, Spot
from clinic.screening.asked import Asked, Bench, Measured, Use
from clinic.screening.chart import Chart
from clinic.screening.effective import EffectiveCap, require_cap
from clinic.screening.files import read_chart, write_chart
from clinic.screening.stops import Stops
from palpate.options import Command
from session.cue import Cue
from session.errors import InputError
from session.inputs import Input
from session.plan import Plan
from session.runner import Runner

SIDES: Final = {"left": Side.LEFT, "right": Side.RIGHT, "middle": Side.MIDDLE}
CHART = click.Path(dir_okay=False, path_type=Path)


class PersonOptions(TypedDict):
    """What `on_person` adds to a command."""

    person: Path | None
    at: Spot | None
    tip_cm2: float | None
    ppt_kpa: float | None
    last_n: float | None
    confirmed: bool
    acknowledged: bool
    own: Path | None


class SpotType(click.ParamType[Spot]):
    """A site and its side."""

    name = "SITE:SIDE"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Spot:
        """Read it."""
        if isinstance(value, Spot):
            return value
        site, _, side = str(value).partition(":")
        if side not in SIDES:
            self.fail(f"“{value}” is no place: write SITE:SIDE, with the client's left, right or middle", param, ctx)
        if site not in library().sites:
            self.fail(f"there is no site “{site}”: “palpate knowledge list sites” shows all", param, ctx)
        return Spot(site=site, side=SIDES[side])


_OPTIONS: Final = (
    click.option("--person", type=CHART, metavar="CHART", help="A person, by the chart of “palpate screen”."),
    click.option("--at", type=SpotType(), help="Where, for --person: site and the client's side."),
    click.option("--tip", "tip_cm2", type=click.FloatRange(0.1, 10), metavar="CM2", help="The tip, for --person."),
    click.option(
        "--ppt",
        "ppt_kpa",
        type=click.FloatRange(min=0, min_open=True),
        metavar="KPA",
        help="Threshold of this visit, point and tip.",
    ),
    click.option("--last", "last_n", type=float, metavar="N", help="The last visit's target at this point."),
    click.option("--confirm", "confirmed", is_flag=True, help="A target above the last visit's is meant."),
    click.option("--acknowledge", "acknowledged", is_flag=True, help="What the plan asks to be acknowledged is."),
    click.option("--own", type=CHART, metavar="FILE", help="The clinic's own file, which tightens limits."),
)


def on_person(command: Command) -> Command:
    """Add the options that name a person, a place and a tip."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


class Client(NamedTuple):
    """A person in front of the tool."""

    known: Library
    file: Path
    chart: Chart
    asked: Asked
    options: PersonOptions
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    @property
    def notice(self) -> str:
        """Said before the first press; site and side large."""
        site = self.known.sites[self.asked.spot.site]
        return (
            f"{site.name.upper()}, {self.asked.spot.side.upper()}. This is not a medical device (docs/intended-use.md)."
        )

    def cap(self) -> EffectiveCap:
        """What holds now; raises `InputError` with every reason where nobody may be pressed."""
        return require_cap(self.known, self.chart, self.asked, self.clock())

    def plan(self, name: str) -> Plan:
        """The plan of this name or file under the effective cap; says what was lowered."""
        cap = self.cap()
        if name in self.known.presets:
            built = build(self.known.presets[name], cap, acknowledged=self.options["acknowledged"])
            plan, told = built.plan, built.told
        else:
            plan, told = under(_named(name), cap), ()
        confirm_rise(plan, self.options["last_n"], confirmed=self.options["confirmed"])
        for line in (*told, *(finding.sentence for finding in cap.findings)):
            click.echo(f"palpate: {line}", err=True)
        click.echo(f"palpate: at most {cap.force_n:.1f} N for {cap.hold_s:g} s: {'; '.join(cap.cap.reasons)}", err=True)
        return plan


def client_of(given: PersonOptions) -> Client | None:
    """The person that was named; None is the bench. Raises `InputError` where site, side or tip are missing."""
    file, spot, tip_cm2 = given["person"], given["at"], given["tip_cm2"]
    if file is None:
        if spot is not None or given["ppt_kpa"] is not None:
            raise InputError("a place or a threshold belongs to a person: name the chart with --person")
        return None
    if spot is None or tip_cm2 is None:
        raise InputError("a person is pressed at a named place with a known tip: say --at SITE:SIDE and --tip CM2")
    known = library() if given["own"] is None else library().with_own(given["own"])
    ppt_kpa = given["ppt_kpa"]
    threshold = None
    if ppt_kpa is not None:
        threshold = Measured(kpa=ppt_kpa, area_cm2=tip_cm2, spot=spot, at=datetime.now(UTC))
    asked = Asked(use=Use.TREATMENT, spot=spot, area_cm2=tip_cm2, threshold=threshold)
    return Client(known, file, read_chart(file), asked, given)


def on_bench(name: str) -> Plan:
    """A preset or a file for the bench, under its low cap; raises `InputError`."""
    return under(_named(name), require_cap(library(), Bench(), None, datetime.now(UTC)))


@contextmanager
def keeping_stops(client: Client | None) -> Iterator[Callable[[Runner], None]]:
    """Follow a treatment and put its STOPs into the chart's register, however it ends."""
    if client is None:
        yield lambda _runner: None
        return
    stops = Stops(client.asked.spot, lambda: datetime.now(UTC))
    try:
        yield lambda runner: _listen(runner, stops)
    finally:
        if stops.events:
            chart = read_chart(client.file)
            write_chart(client.file, chart.model_copy(update={"stops": stops.into(chart.stops)}))
            click.echo(
                f"palpate: {len(stops.events)} STOP: ask the client again after 24 h (palpate screen show)", err=True
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


def _named(name: str) -> Plan:
    """A preset of the bench, or a plan in a JSON file; raises `InputError`."""
    if name in PRESETS or not Path(name).suffix:
        return preset(name)
    try:
        return Plan.model_validate_json(Path(name).read_bytes())
    except OSError as error:
        raise InputError(f"{name}: it cannot be read: {error.strerror}") from error
    except ValidationError as error:
        first: Any = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InputError(f"{name}: this is no plan: {place + ': ' if place else ''}{first['msg']}") from error
