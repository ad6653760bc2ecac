"""The one door to what is kept of a person: chart, doses, visits and results, wherever they lie."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple, Protocol, TypeAlias
from uuid import UUID

from clinic.screening.adverse import AdverseEvent
from clinic.screening.answers import Examiner
from clinic.screening.chart import Chart, Signed
from clinic.screening.doses import Dose, Doses
from clinic.visits import Observation
from clinic.way.way import Way


class Whose(NamedTuple):
    """What every observation says of itself."""

    client: UUID
    visit: UUID
    by: Examiner


Results: TypeAlias = Callable[[Whose], tuple[Observation, ...]]
"""What was found, once it is known whose it is."""


class Lock(Protocol):
    """What a window asks for before it shows somebody's file again after nobody touched it for a while."""

    @property
    def login(self) -> str:
        """Whose passphrase."""
        ...

    @property
    def after_s(self) -> float:
        """How long nobody has to touch it."""
        ...

    def opens(self, passphrase: str) -> bool:
        """Whether it is the right one."""
        ...


class CaseFile(Protocol):
    """One person's. Whatever is kept is on the disk when the call returns; from any thread, one after the other.

    Raises `InputError` and `NotKept`, and is as before then.
    """

    @property
    def rehearsal(self) -> bool:
        """Whether anybody can read it: then it is for simulated tools alone."""
        ...

    @property
    def signs(self) -> Examiner | None:
        """Who signs here; None where anybody says who they are."""
        ...

    @property
    def lock(self) -> Lock | None:
        """What is asked for once nobody touched the window for a while; None where anybody can read the file."""
        ...

    @property
    def chart(self) -> Chart:
        """Answers, clearances, consents and the register of adverse events."""
        ...

    @property
    def doses(self) -> Doses:
        """What was pressed where."""
        ...

    def add(self, *entries: Signed | AdverseEvent) -> None:
        """Write into the chart."""
        ...

    def keep_dose(self, dose: Dose, results: Results | None = None) -> None:
        """A dose, or what became of it, together with what was found."""
        ...

    def unfinished(self, now: datetime) -> Way | None:
        """The newest visit of today that is not complete."""
        ...

    def keep_way(self, way: Way) -> None:
        """A visit as it stands now, and what it tells."""
        ...

    def place_of(self, way: Way) -> str:
        """Where a visit is kept, in words."""
        ...
