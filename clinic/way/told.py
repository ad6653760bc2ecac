"""A visit as history, report and export know it: a course with one visit, and what was observed in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, assert_never
from uuid import NAMESPACE_URL, UUID, uuid5

from clinic.history.course import Course
from clinic.people import Point
from clinic.visits import (
    At,
    Motion,
    Observation,
    PainScore,
    Palpation,
    Phase,
    Provoked,
    Response,
    Technique,
    ThresholdReading,
    Visit,
)
from clinic.way.beside import Beside, Needled, Pressed, Released, Timed
from clinic.way.motion import Moved
from clinic.way.ordering import position
from clinic.way.said import (
    Advised,
    Answered,
    Complained,
    Entry,
    Felt,
    Noted,
    Ordered,
    Rated,
    Retested,
    Station,
    Step,
    Threshold,
)
from clinic.way.way import Way
from session.threshold import TREATMENT_RATE_KPA_PER_S

Of = Callable[[Phase, int], dict[str, Any]]

SCRIPT = "typed in"
"""Of a threshold that somebody measured and typed; nobody knows by which words it was asked for."""
WITH_TOOL = "myofascial release with the tool"


def course_of(way: Way, client: UUID | None = None) -> Course:
    """All that this visit tells; ids follow from the visit's own, so the same visit always tells the same.

    Without a client, as in a rehearsal, one that follows from the pseudonym.
    """
    client = client or uuid5(NAMESPACE_URL, f"palpate:{way.pseudonym}")
    complained = way.said(Station(step=Step.COMPLAINT), Complained) or Complained()
    advised = way.said(Station(step=Step.AFTERCARE), Advised) or Advised()
    noted = way.said(Station(step=Step.NOTE), Noted) or Noted(text="")
    ordered = way.said(Station(step=Step.ORDER), Ordered)
    visit = Visit(
        id=way.id,
        client=client,
        at=way.began_at,
        by=way.by,
        complaints=complained.complaints,
        goals=complained.goals,
        aftercare=advised.aftercare,
        next_visit=advised.next_visit,
        appointment_min=None if ordered is None else ordered.appointment_min,
        note=noted.text,
    )
    entries = (entry for station in way.stations if (entry := way.newest(station)) is not None)
    return Course(
        pseudonym=way.pseudonym,
        points=tuple(_points(way, client)),
        visits=(visit,),
        observations=tuple(told for entry in entries for told in _observed(way, client, entry)),
    )


def _points(way: Way, client: UUID) -> Iterator[Point]:
    """The points of this visit; another visit at the same site has its own, since skin is marked anew each time."""
    chosen = way.newest(Station(step=Step.POINTS))
    if chosen is None:
        return
    for spot in way.spots:
        yield Point(
            id=uuid5(way.id, f"point {spot.site}, {spot.side}"),
            client=client,
            spot=spot,
            on_map=way.on_map(spot),
            position=position(way, spot),
            marked_at=chosen.at,
        )


def _observed(way: Way, client: UUID, entry: Entry) -> Iterator[Observation]:
    """What one entry tells; an entry that observes nothing tells nothing."""

    def of(phase: Phase, number: int = 0) -> dict[str, Any]:
        """What all observations have."""
        name = f"{entry.station}, {entry.at.isoformat()}, {number}"
        where = {"client": client, "visit": way.id, "spot": entry.station.spot}
        return {"id": uuid5(way.id, name), **where, "at": entry.at, "by": way.by, "phase": phase}

    match entry.said:
        case Rated() | Felt() | Threshold():
            yield from _before(entry.said, of)
        case Answered() | Retested():
            yield from _after(entry.said, of)
        case Moved(reaches=reaches):
            phase = Phase.BEFORE if entry.station.step is Step.MOVEMENT else Phase.AFTER
            for number, reach in enumerate(reaches):
                yield Motion(**of(phase, number), **reach.model_dump())
        case Beside(done=done):
            for number, each in enumerate(done):
                yield _technique(each, of(Phase.DURING, number))
        case _:
            pass


def _technique(done: Timed | Released | Needled, of: dict[str, Any]) -> Technique:
    match done:
        case Timed(technique=technique, lasted_s=lasted_s, note=note):
            return Technique(**of, what=f"{technique}, by hand", lasted_s=lasted_s, note=note)
        case Released(pressed=pressed):
            return _released(pressed, of)
        case Needled(by=by, qualification=qualification, where=where, reaction=reaction):
            note = f"{where}; reaction: {reaction}"
            return Technique(**of, what="dry needling", done_by=f"{by}, {qualification}", note=note)
        case _:
            assert_never(done)


def _released(pressed: Pressed | None, of: dict[str, Any]) -> Technique:
    if pressed is None:
        return Technique(**of, what=WITH_TOOL, note="its end is not known")
    note = f"{pressed.outcome} Record: {pressed.record}"
    return Technique(**of, what=WITH_TOOL, lasted_s=pressed.in_band_s, note=note)


def _before(said: Rated | Felt | Threshold, of: Of) -> Iterator[Observation]:
    match said:
        case Rated(nrs=nrs):
            yield PainScore(**of(Phase.BEFORE, 0), nrs=nrs, entered_by="therapist")
        case Felt() as felt:
            yield _palpation(felt, of(Phase.BEFORE, 0))
            if felt.nrs is not None:
                yield PainScore(**of(Phase.BEFORE, 1), nrs=felt.nrs, at_what=Provoked.PRESS, entered_by="therapist")
        case Threshold(kpa=kpa, area_cm2=area_cm2, trusted=trusted):
            yield _reading(kpa, area_cm2, of(Phase.BEFORE, 0), () if trusted else ("not trusted by the examiner",))


def _after(said: Answered | Retested, of: Of) -> Iterator[Observation]:
    yield PainScore(**of(Phase.AFTER, 0), nrs=said.nrs, entered_by="therapist")
    match said:
        case Answered(words=words) if words:
            yield Response(**of(Phase.AFTER, 1), words=words)
        case Retested(kpa=float() as kpa, area_cm2=float() as area_cm2):
            yield _reading(kpa, area_cm2, of(Phase.AFTER, 1), ())
        case _:
            pass


def _palpation(felt: Felt, of: dict[str, Any]) -> Palpation:
    """The twitch, which no other page asks for, stands in the note."""
    twitch = {True: "local twitch", False: "no local twitch", None: ""}[felt.twitch]
    return Palpation(
        **of,
        taut_band=felt.taut_band,
        hypersensitive=felt.tender,
        referred_pain=felt.referred_pain,
        familiar=felt.familiar,
        note="; ".join(part for part in (felt.note, twitch) if part),
    )


def _reading(kpa: float, area_cm2: float, of: dict[str, Any], verdicts: tuple[str, ...]) -> ThresholdReading:
    """Typed in: neither method nor record is known, and a verdict says so."""
    return ThresholdReading(
        **of,
        found=At(kpa=kpa, force_n=kpa * area_cm2 / 10),
        area_cm2=area_cm2,
        rate_kpa_per_s=TREATMENT_RATE_KPA_PER_S,
        method=None,
        script=SCRIPT,
        verdicts=(*verdicts, "typed in: method and rate are not known"),
    )
