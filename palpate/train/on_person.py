"""An exercise on a person: who was screened and agreed, under the one cap, and counted like a treatment."""

from __future__ import annotations

from datetime import datetime
from typing import Final

import click

from analysis.doses import pressure_kpa
from clinic.plans.build import confirm_rise, under
from clinic.screening.asked import Use
from clinic.screening.effective import EffectiveCap
from palpate.case import require_fit
from palpate.person import Client, PersonOptions, client_of
from palpate.treat import say_whom
from protocol.sentence import Sentence
from session.errors import InputError
from session.links import LinkName
from session.record import RecordHeader
from training.drill import Drill, OnPerson
from training.exercise import Exercise, Rehearse

PAD: Final = "Press a pad, no person: this is practice, and not a medical device (docs/intended-use.md)."
NOBODY: Final = Sentence("this presses a pad, and nobody: on a person there are single exercises and corridors")
UNNAMED: Final = Sentence("on a person an exercise is named: the course is done on a pad")
PRACTICE: Final = "Practice on a person: STOP ends it, and so does pain. The point then waits as after a treatment."


def pressed_client(person: PersonOptions, name: LinkName | None) -> Client | None:
    """Who is pressed, with a tool of this name, None a simulated one of its own; None is a pad. Raises `InputError`."""
    client = client_of(person, Use.EXERCISE)
    if client is not None and name is not None:
        require_fit(client.case, name)
    return client


def require_for_person(exercise: Exercise, *, named: bool) -> None:
    """Raises `InputError` for what nobody chose, and for a whole treatment."""
    if not named:
        raise InputError(UNNAMED)
    if isinstance(exercise.press, Rehearse):
        raise InputError(NOBODY)


def drill_on(client: Client, exercise: Exercise, seed: int) -> Drill:
    """The exercise under the cap that holds at the client's place now; raises `InputError` where it asks for more."""
    cap = client.cap()
    assert cap.area_cm2 is not None, "a person is pressed with a known tip"
    person = OnPerson(cap.area_cm2, cap.capped, cap.pain_limit_nrs, cap.shortest_rest_s)
    drill = Drill.of(exercise, seed, cap.cap, person=person)
    _check_time(drill, cap)
    for plan in map(drill.plan, drill.tasks):
        assert under(plan, cap) == plan, "a drill on a person is under every limit that a plan is under"
    last_n = client.options["last_n"] or client.doses.last_target_n(client.asked, client.clock())
    confirm_rise(drill.plan(drill.hardest), last_n, confirmed=client.options["confirmed"])
    return drill


def _check_time(drill: Drill, cap: EffectiveCap) -> None:
    pressed_s = len(drill.tasks) * drill.longest_s
    if cap.point_left_s is not None and pressed_s > cap.point_left_s:
        raise InputError(
            Sentence(
                "“{name}” presses this point for up to {pressed_s:.0f} s, and {left_s:.0f} s are left in this visit: "
                "choose a shorter exercise",
                name=drill.exercise.name,
                pressed_s=pressed_s,
                left_s=cap.point_left_s,
            )
        )


def say_on(client: Client | None, drill: Drill) -> None:
    """Before the first press: a pad, or who and where."""
    if client is None:
        click.echo(f"palpate: {PAD}", err=True)
        return
    say_whom(client, drill.plan(drill.hardest))
    click.echo(f"palpate: {PRACTICE}", err=True)


def ppt_n(client: Client | None, at: datetime) -> float | None:
    """The client's threshold with this tip, in N, in the visit of `at`; None for a pad. Raises `InputError`."""
    if client is None:
        return None
    asked = client.doses.at(client.asked, at)
    kpa = asked.known_kpa(asked.threshold, at)
    if kpa is None:
        raise InputError(
            "a corridor on a person is a share of the pain threshold of that visit, point and tip: measure it first"
        )
    return kpa / pressure_kpa(1.0, asked.area_cm2)


def require_of(client: Client | None, header: RecordHeader) -> None:
    """Raises `InputError` for a record of somebody else, or of a pad instead of a person."""
    on_somebody = header.plan is not None and header.plan.tip_cm2 is not None
    if client is None and on_somebody:
        raise InputError("it was recorded on a person: say who with --person, --at and --tip")
    if client is not None and not on_somebody:
        raise InputError("it was recorded on a pad: leave --person out")
    if client is not None and header.subject != client.chart.pseudonym:
        raise InputError("it was recorded on somebody else")
