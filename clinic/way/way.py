"""The way itself: a value. Each step makes a new one; whoever keeps it writes it down after each."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Final, Literal, NamedTuple, Self, TypeVar, assert_never
from uuid import UUID, uuid4

from pydantic import AwareDatetime, ConfigDict, Field

from clinic.entries.entry import Value
from clinic.people import OnMap, Pseudonym
from clinic.screening.answers import Examiner, Spot
from clinic.screening.chart import of_visit
from clinic.way.beside import Beside
from clinic.way.motion import Moved
from clinic.way.said import Begun, Chosen, Entry, Ordered, Planned, Said, Skipped, Station, Step, Treated
from protocol.sentence import Sentence
from session.errors import InputError
from session.threshold import Area

BEFORE: Final = (Step.QUESTIONS, Step.COMPLAINT, Step.CONSENT, Step.BASELINE, Step.MOVEMENT, Step.POINTS)
EXAMINED: Final = (Step.FINDINGS, Step.PLACE, Step.THRESHOLD, Step.PLAN)
"""At each point, before the first one is treated."""
WORKED: Final = (Step.TREATMENT, Step.BESIDE, Step.RESPONSE, Step.RETEST)
"""At each point, in the order that was agreed on."""
AT_EACH_POINT: Final = (*EXAMINED, *WORKED)
AFTER: Final = (Step.MOVEMENT_AFTER, Step.AFTERCARE, Step.NOTE, Step.REPORT)

NEEDS: Final[dict[Step, tuple[Step, ...]]] = {
    Step.FINDINGS: (Step.CONSENT,),
    Step.THRESHOLD: (Step.CONSENT, Step.PLACE),
    Step.PLAN: (Step.CONSENT, Step.PLACE),
    Step.TREATMENT: (Step.CONSENT, Step.PLACE, Step.PLAN),
    Step.BESIDE: (Step.CONSENT, Step.PLACE),
    Step.RESPONSE: (Step.TREATMENT,),
    Step.RETEST: (Step.TREATMENT,),
}
"""What has to be done, and not only skipped, before a station opens; besides the questions, which open all others."""

PRESSES: Final = frozenset({Step.THRESHOLD, Step.PLAN, Step.TREATMENT})
"""Stations on the way to force: where the chart refuses, they are only left out."""

_Kind = TypeVar("_Kind", bound=Value)


class Open(NamedTuple):
    """It can be filled in."""


class Done(NamedTuple):
    """It was filled in."""

    entry: Entry


class LeftOut(NamedTuple):
    """Somebody skipped it."""

    why: str


class Cut(NamedTuple):
    """A treatment that began, and of whose end nobody knows."""

    began_at: datetime


class Closed(NamedTuple):
    """Something before it is missing."""

    why: str


Standing = Open | Done | LeftOut | Cut | Closed


class Way(Value):
    """One visit: where it stands, and everything that was said at its stations, oldest first."""

    model_config = ConfigDict(hide_input_in_errors=True)

    schema_name: Annotated[Literal["palpate.visit/1"], Field(alias="schema")] = "palpate.visit/1"
    id: UUID = Field(default_factory=uuid4)
    pseudonym: Pseudonym
    began_at: AwareDatetime
    by: Examiner
    tip_cm2: Area
    here: Station = Station(step=Step.QUESTIONS)
    paused_at: AwareDatetime | None = None
    entries: tuple[Entry, ...] = ()

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The points of this visit, in the order in which they were chosen; none before."""
        chosen = self.said(Station(step=Step.POINTS), Chosen)
        return () if chosen is None else chosen.spots

    def on_map(self, spot: Spot) -> OnMap | None:
        """Where somebody put a point; None: in the middle of its site."""
        chosen = self.said(Station(step=Step.POINTS), Chosen)
        marks = () if chosen is None else chosen.marks
        return next((mark.at for mark in marks if mark.spot == spot), None)

    @property
    def order(self) -> tuple[Spot, ...]:
        """The points as they are pressed: in the order that was agreed on, then those that it does not name."""
        agreed = self.said(Station(step=Step.ORDER), Ordered)
        first = () if agreed is None else tuple(spot for spot in agreed.spots if spot in self.spots)
        return (*first, *(spot for spot in self.spots if spot not in first))

    @property
    def planned(self) -> tuple[Spot, ...]:
        """Points that have a plan, in the order in which they are pressed."""
        return tuple(spot for spot in self.order if self.said(Station(step=Step.PLAN, spot=spot), Planned) is not None)

    @property
    def stations(self) -> tuple[Station, ...]:
        """All of them, in the order of the visit: every point is examined before the first one is treated."""
        examined = [Station(step=step, spot=spot) for spot in self.spots for step in EXAMINED]
        worked = [Station(step=step, spot=spot) for spot in self.order for step in WORKED]
        order = [Station(step=Step.ORDER)] if self.spots else []
        moved = self.said(Station(step=Step.MOVEMENT), Moved)
        after = AFTER if moved is not None and moved.reaches else AFTER[1:]
        before, last = ([Station(step=step) for step in steps] for steps in (BEFORE, after))
        return (*before, *examined, *order, *worked, *last)

    def newest(self, station: Station) -> Entry | None:
        """What was said there last."""
        return next((entry for entry in reversed(self.entries) if entry.station == station), None)

    def said(self, station: Station, kind: type[_Kind]) -> _Kind | None:
        """What was said there last, where it is of this kind."""
        entry = self.newest(station)
        return entry.said if entry is not None and isinstance(entry.said, kind) else None

    def standing(self, station: Station) -> Standing:
        """What became of a station so far."""
        entry = self.newest(station)
        match entry and entry.said:
            case None:
                missing = self._missing(station)
                return Open() if missing is None else Closed(_undone(missing))
            case Skipped(why=why):
                return LeftOut(why)
            case Begun():
                assert entry is not None
                return Cut(entry.at)
            case _:
                assert entry is not None
                return Done(entry)

    @property
    def next(self) -> Station | None:
        """The first one that waits to be filled in, after where we are and then from the begin; None at the end."""
        stations = self.stations
        at = stations.index(self.here) if self.here in stations else 0
        waiting = [each for each in (*stations[at + 1 :], *stations[: at + 1]) if self._waits(each)]
        return next(iter(waiting), None)

    @property
    def complete(self) -> bool:
        """Whether nothing waits any more."""
        return not any(self._waits(station) for station in self.stations)

    def of_today(self, now: datetime) -> bool:
        """Whether it can be gone on with: consent and acknowledgements last no longer."""
        return of_visit(self.began_at, now)

    def noted(self, said: Said, at: datetime, station: Station | None = None) -> Self:
        """With what was said, here or there, and at the next station that waits.

        Raises `InputError` where the station is closed, `ValueError` where it does not belong there.
        """
        station = station or self.here
        self._check(station)
        entries = (*self.entries, Entry(station=station, at=at, said=said))
        kept = self.model_copy(update={"entries": entries, "here": station, "paused_at": None})
        return kept if isinstance(said, Begun) else kept.model_copy(update={"here": kept.next or station})

    def skipped(self, why: str, at: datetime) -> Self:
        """The same, without this station; raises `InputError` for the questions, and without a reason."""
        if self.here.step is Step.QUESTIONS:
            raise InputError(
                Sentence("the questions come first and cannot be left out: nobody is pressed without them")
            )
        if not why.strip():
            raise InputError(Sentence("say why it is left out: it stands in the record of the visit"))
        beside = self.said(self.here, Beside)
        if beside is not None and beside.done:
            raise InputError(Sentence("something was done here and stays in the record of the visit: go on with Next"))
        return self.noted(Skipped(why=why), at)

    def at(self, station: Station) -> Self:
        """Back, or ahead: what was said there can be said anew. Raises `InputError` where it is closed."""
        self._check(station)
        return self.model_copy(update={"here": station, "paused_at": None})

    def back(self) -> Self:
        """At the station before this one that is not closed; at the first one it stays."""
        stations = self.stations
        before = stations[: stations.index(self.here)] if self.here in stations else ()
        found = [each for each in before if not isinstance(self.standing(each), Closed)]
        return self.at(found[-1]) if found else self

    def paused(self, at: datetime) -> Self:
        """Nobody works on it for a while."""
        return self.model_copy(update={"paused_at": at})

    def resumed(self) -> Self:
        """Somebody does again."""
        return self.model_copy(update={"paused_at": None})

    def since_treatment(self, spot: Spot, now: datetime) -> timedelta | None:
        """How long ago hands or the tool left a point; None where nothing was done there."""
        entries = (self.newest(Station(step=step, spot=spot)) for step in (Step.TREATMENT, Step.BESIDE))
        done = [entry.at for entry in entries if entry is not None and _worked(entry.said)]
        return now - max(done) if done else None

    def _check(self, station: Station) -> None:
        if station not in self.stations:
            raise InputError(
                Sentence("“{step}” is no station of this visit: choose the point first", step=station.step)
            )
        match self.standing(station):
            case Closed(why=why):
                raise InputError(_closed(station, why))
            case Open() | Done() | LeftOut() | Cut():
                missing = self._missing(station)
                if missing is not None:
                    raise InputError(_closed(station, _undone(missing)))
            case never:
                assert_never(never)

    def _waits(self, station: Station) -> bool:
        return isinstance(self.standing(station), Open | Cut)

    def _missing(self, station: Station) -> Station | None:
        """What has to be done before this one and is not."""
        if station.step is Step.QUESTIONS:
            return None
        for step in (Step.QUESTIONS, *NEEDS.get(station.step, ())):
            needed = Station(step=step, spot=station.spot if step in AT_EACH_POINT else None)
            if not isinstance(self.standing(needed), Done) and not self._done_beside(needed):
                return needed
        return Station(step=Step.PLAN) if station.step is Step.ORDER and not self.planned else None

    def _done_beside(self, station: Station) -> bool:
        """Whether instead of a treatment something else was done there."""
        beside = self.newest(Station(step=Step.BESIDE, spot=station.spot))
        return station.step is Step.TREATMENT and beside is not None and _worked(beside.said)


def _undone(missing: Station) -> Sentence:
    return Sentence("“{step}” is not done", step=missing.step)


def _closed(station: Station, why: str) -> Sentence:
    return Sentence("“{step}” is closed: {why}", step=station.step, why=why)


def _worked(said: Said) -> bool:
    """Whether it is the end of something that was done at a point."""
    return isinstance(said, Treated) or (isinstance(said, Beside) and bool(said.done))
