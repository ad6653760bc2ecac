"""Who is treated: nobody (the bench), or a person whose chart allows it; the command line's only door to a plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Final, NamedTuple, TypedDict

import click
from pydantic import ValidationError

from clinic.cases.case_file import CaseFile
from clinic.library import Library, library
from clinic.plans.build import build, confirm_rise, under
from clinic.presets import PRESETS, preset
from clinic.screening.answers import Side, Spot
from clinic.screening.asked import Asked, Bench, Measured, Use
from clinic.screening.chart import Chart
from clinic.screening.doses import Doses
from clinic.screening.effective import EffectiveCap, require_cap
from palpate.case import PERSON_HELP, case_of
from palpate.clock import clock
from palpate.course import DoorOptions, from_door
from palpate.options import Command
from protocol.sentence import Sentence
from session.errors import InputError
from session.plan import Plan
from session.whom import Whom

SIDES: Final = {"left": Side.LEFT, "right": Side.RIGHT, "middle": Side.MIDDLE}
CHART = click.Path(dir_okay=False, path_type=Path)


class PersonOptions(TypedDict):
    """What `on_person` adds to a command."""

    person: str | None
    at: Spot | None
    tip_cm2: float | None
    ppt_kpa: float | None
    tolerance_kpa: float | None
    last_n: float | None
    confirmed: bool
    acknowledged: bool
    own: Path | None
    folder: Path | None
    login: str | None
    passphrase_file: Path | None


NOTHING_SAID: Final = PersonOptions(
    person=None,
    at=None,
    tip_cm2=None,
    ppt_kpa=None,
    tolerance_kpa=None,
    last_n=None,
    confirmed=True,
    acknowledged=True,
    own=None,
    folder=None,
    login=None,
    passphrase_file=None,
)
"""In a visit the pages ask."""


class SpotType(click.ParamType[Spot]):
    """A site and its side."""

    name = "SITE:SIDE"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Spot:
        """Read it."""
        if isinstance(value, Spot):
            return value
        site, _, side = str(value).partition(":")
        given = ctx.params.get("own") if ctx else None
        if side not in SIDES:
            self.fail(f"“{value}” is no place: write SITE:SIDE, with the client's left, right or middle", param, ctx)
        if site not in known_library(given if isinstance(given, Path) else None).sites:
            self.fail(f"there is no site “{site}”: “palpate knowledge list sites” shows all", param, ctx)
        return Spot(site=site, side=SIDES[side])


def known_library(own: Path | None) -> Library:
    """What the program knows, with the clinic's own file where there is one; raises `InputError`."""
    return library() if own is None else library().with_own(own)


own = click.option(
    "--own", type=CHART, metavar="FILE", is_eager=True, help="The clinic's own file, which adds questions and tightens."
)
"""Read before the other options: a place may be one of the clinic's."""

_OPTIONS: Final = (
    click.option("--person", metavar="PSEUDONYM", help=PERSON_HELP),
    click.option("--at", type=SpotType(), help="Where, for --person: site and the client's side."),
    click.option("--tip", "tip_cm2", type=click.FloatRange(0.1, 10), metavar="CM2", help="The tip, for --person."),
    click.option(
        "--ppt",
        "ppt_kpa",
        type=click.FloatRange(min=0, min_open=True),
        metavar="KPA",
        help="Threshold of this visit, point and tip, instead of the one that “palpate measure” found.",
    ),
    click.option(
        "--tolerance",
        "tolerance_kpa",
        type=click.FloatRange(min=0, min_open=True),
        metavar="KPA",
        help="Tolerance, likewise.",
    ),
    click.option("--last", "last_n", type=float, metavar="N", help="The last visit's target at this point."),
    click.option("--confirm", "confirmed", is_flag=True, help="A target above the last visit's is meant."),
    click.option("--acknowledge", "acknowledged", is_flag=True, help="What the plan asks to be acknowledged is."),
    own,
    *from_door,
)


def on_person(command: Command) -> Command:
    """Add the options that name a person, a place and a tip."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


class Client(NamedTuple):
    """A person in front of the tool."""

    known: Library
    case: CaseFile
    chart: Chart
    asked: Asked
    options: PersonOptions
    clock: Callable[[], datetime] = lambda: clock().now()
    doses: Doses = Doses()
    """What was done with this person before."""

    def cap(self) -> EffectiveCap:
        """What holds now; raises `InputError` with every reason where nobody may be pressed."""
        now = self.clock()
        return require_cap(self.known, self.chart, self.doses.at(self.asked, now), now)

    @property
    def place(self) -> str:
        """Site and side, by name."""
        return f"{self.known.sites[self.asked.spot.site].name}, {self.asked.spot.side}"

    @property
    def whom(self) -> Whom:
        """Who is pressed where, as it is said before the first press and shown with it."""
        cap = self.cap()
        return Whom(
            who=self.chart.pseudonym or Sentence("a person without a pseudonym"),
            site=Sentence(self.known.sites[self.asked.spot.site].name),
            side=self.asked.spot.side,
            limit=Sentence(
                "at most {force_n:.1f} N ({kpa:.0f} kPa) for {hold_s:g} s",
                force_n=cap.force_n,
                kpa=cap.pressure_kpa,
                hold_s=cap.hold_s,
            ),
            reasons=cap.cap.reasons,
            cautions=tuple(finding.sentence for finding in cap.findings),
        )

    def plan(self, name: str) -> Plan:
        """The plan of this name or file under the effective cap; says what was lowered."""
        cap = self.cap()
        if name in self.known.presets:
            built = build(self.known.presets[name], cap, acknowledged=self.options["acknowledged"])
            plan, told = built.plan, built.told
        else:
            plan, told = under(_named(name), cap), ()
        last_n = self.options["last_n"] or self.doses.last_target_n(self.asked, self.clock())
        confirm_rise(plan, last_n, confirmed=self.options["confirmed"])
        for line in told:
            click.echo(f"palpate: {line}", err=True)
        return plan


def client_of(given: PersonOptions, use: Use = Use.TREATMENT) -> Client | None:
    """The person that was named; None is the bench. Raises `InputError` where site, side or tip are missing.

    What was measured in this visit is known from there, unless an option says another figure.
    """
    named, spot, tip_cm2 = given["person"], given["at"], given["tip_cm2"]
    if named is None:
        if spot is not None or given["ppt_kpa"] is not None:
            raise InputError("a place or a threshold belongs to a person: name who it is with --person")
        return None
    if spot is None or tip_cm2 is None:
        raise InputError("a person is pressed at a named place with a known tip: say --at SITE:SIDE and --tip CM2")

    def measured(kpa: float | None) -> Measured | None:
        return None if kpa is None else Measured(kpa=kpa, area_cm2=tip_cm2, spot=spot, at=clock().now())

    asked = Asked(
        use=use,
        spot=spot,
        area_cm2=tip_cm2,
        threshold=measured(given["ppt_kpa"]),
        tolerance=measured(given["tolerance_kpa"]),
    )
    case = case_of(named, door_of(given))
    return Client(known_library(given["own"]), case, case.chart, asked, given, doses=case.doses)


def door_of(given: PersonOptions) -> DoorOptions:
    """The part that opens the clinic."""
    return DoorOptions(folder=given["folder"], login=given["login"], passphrase_file=given["passphrase_file"])


def on_bench(name: str) -> Plan:
    """A preset or a file for the bench, under its low cap; raises `InputError`."""
    return under(_named(name), require_cap(library(), Bench(), None, clock().now()))


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
