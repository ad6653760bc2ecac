"""A made-up client over four visits: pain, thresholds of both sides, motion, index, doses, a soreness diary."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from analysis.algometry.threshold import Method
from clinic.entries.places import Position, View
from clinic.history.course import Course
from clinic.people import OnMap, Point
from clinic.screening.answers import Examiner, Role, Side, Spot
from clinic.visits import (
    AboveCap,
    At,
    FollowUp,
    HoldResult,
    Motion,
    Observation,
    PainScore,
    Palpation,
    Phase,
    Provoked,
    Response,
    Score,
    ThresholdReading,
    Visit,
)

CLIENT = UUID(int=1)
LEFT = Spot(site="upper-trapezius-border", side=Side.LEFT)
RIGHT = Spot(site="upper-trapezius-border", side=Side.RIGHT)
SHOULDER = Spot(site="infraspinatus-fossa", side=Side.RIGHT)
BY = Examiner(name="R. Vogt", role=Role.PRACTITIONER)
OTHER = Examiner(name="T. Sander", role=Role.TRAINEE)
FIRST = datetime(2026, 9, 1, 10, 0, tzinfo=UTC)


def visit(number: int, **more: object) -> Visit:
    """The visit of this number, a week apart, from 0 on."""
    at = FIRST + timedelta(days=7 * number)
    return Visit.model_validate(
        {"id": UUID(int=100 + number), "client": CLIENT, "at": at, "by": BY, "complaints": ["neck-complaint"]} | more
    )


def seen(kind: type, number: int, minutes: float, **more: object) -> Observation:
    """Something observed so many minutes into a visit."""
    at = FIRST + timedelta(days=7 * number, minutes=minutes)
    made: Observation = kind(client=CLIENT, visit=UUID(int=100 + number), at=at, **({"by": BY} | more))
    return made


def reading(number: int, minutes: float, spot: Spot, kpa: float, **more: object) -> Observation:
    """One ramp of 1 cm² at 30 kPa/s."""
    phase = Phase.BEFORE if minutes < 20 else Phase.AFTER
    settings = {"area_cm2": 1.0, "rate_kpa_per_s": 30.0, "method": Method.BUTTON, "script": "en-1"}
    found = {"found": At(kpa=kpa, force_n=kpa / 10), "position": Position.PRONE, "phase": phase}
    return seen(ThresholdReading, number, minutes, **(settings | found | {"spot": spot} | more))


def readings(number: int, minutes: float, spot: Spot, kpa: float, **more: object) -> list[Observation]:
    """Three ramps around a mean."""
    return [
        reading(number, minutes + index, spot, kpa + offset, **more) for index, offset in enumerate((-12.0, 0.0, 12.0))
    ]


def course(record: str = "2026-09-22.mcap") -> Course:
    """All of it; the holds of the last visit are those of a record."""
    found: list[Observation] = []
    names = ["0.mcap", "1.mcap", "2.mcap", record]
    for number, (pain, kpa, motion, index) in enumerate(
        ((6, 210, 32, 18), (5, 232, 34, 16), (4, 268, 39, 13), (3, 300, 43, 7))
    ):
        found += [
            seen(PainScore, number, 2, nrs=pain, entered_by="patient", phase=Phase.BEFORE),
            seen(PainScore, number, 45, nrs=pain - 1, entered_by="patient", phase=Phase.AFTER),
            seen(Motion, number, 4, movement="neck-side-flexion", side=Side.LEFT, degrees=motion, phase=Phase.BEFORE),
            seen(
                Motion, number, 46, movement="neck-side-flexion", side=Side.LEFT, degrees=motion + 4, phase=Phase.AFTER
            ),
            seen(Score, number, 1, scale="ndi", value=index),
            *readings(number, 10, LEFT, kpa),
            *readings(number, 14, RIGHT, kpa + 110 - 20 * number),
            *readings(number, 48, LEFT, kpa + 40),
        ]
        found += [
            seen(
                HoldResult, number, 30 + 2 * hold, spot=LEFT, index=hold, record=names[number],
                target_n=20 + number, area_cm2=1.0, duration_s=34.0, in_band_s=30.0, mean_kpa=200.0 + 10 * number,
                peak_n=25.0, dose_kpa_s=6500.0 + 300 * number, simulated=True,
            )
            for hold in range(2)
        ]  # fmt: skip
    found += [
        reading(1, 12.5, SHOULDER, 400, found=AboveCap(cap_kpa=600)),
        reading(2, 49.5, LEFT, 190, by=OTHER),
        seen(PainScore, 3, 44, nrs=2, entered_by="therapist", at_what=Provoked.PRESS, spot=LEFT, phase=Phase.AFTER),
        seen(Palpation, 3, 6, spot=LEFT, taut_band=True, hypersensitive=True, referred_pain=False, familiar=True),
        seen(Response, 3, 44, words="Warm, and the head turns more easily."),
        seen(FollowUp, 1, 60 * 24, due="24 h", soreness_nrs=3, words="like after sport"),
        seen(FollowUp, 1, 60 * 48, due="48 h", soreness_nrs=1),
        seen(FollowUp, 2, 60 * 24, due="24 h", soreness_nrs=2),
    ]
    return Course(
        pseudonym="K7QF-3M2P",
        points=(
            Point(client=CLIENT, spot=LEFT, on_map=OnMap(view=View.BACK, x=0.385, y=0.183), marked_at=FIRST),
        ),
        visits=(
            visit(0), visit(1), visit(2, next_visit=date(2026, 9, 22)),
            visit(3, next_visit=date(2026, 9, 29), goals="Look over the shoulder in the car", note="Turns 10° further",
                  aftercare=["stretch", "diary"]),
        ),
        observations=tuple(found),
    )  # fmt: skip
