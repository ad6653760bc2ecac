"""A person of the clinic: read once, and written into the encrypted database step by step."""

from __future__ import annotations

from datetime import datetime
from threading import RLock
from uuid import UUID

from clinic.cases.case_file import Results, Whose
from clinic.cases.lock import DoorLock
from clinic.screening.adverse import AdverseEvent
from clinic.screening.answers import Examiner
from clinic.screening.chart import Chart, Signed
from clinic.screening.doses import Dose, Doses
from clinic.store.charts import chart_of, keep_chart
from clinic.store.clients import client_called
from clinic.store.doses import doses_of, keep_dose
from clinic.store.history import keep_results, visit_of_day
from clinic.store.opened import Clinic
from clinic.store.ways import keep_way, ways_of
from clinic.way.way import Way
from protocol.sentence import Sentence


class KeptFile:
    """`CaseFile` in a clinic that is open, and stays so: no other program changes what was read."""

    rehearsal = False

    def __init__(self, clinic: Clinic, pseudonym: str) -> None:
        self._clinic, self._guard = clinic, RLock()
        with clinic.work() as desk:
            self.client: UUID = client_called(desk, pseudonym)
            chart = chart_of(desk, self.client)
            self._doses = doses_of(desk, self.client)
        self._chart = chart.model_copy(update={"pseudonym": pseudonym.upper()})

    @property
    def signs(self) -> Examiner:
        """Whoever opened the clinic."""
        return self._clinic.account.examiner

    @property
    def lock(self) -> DoorLock:
        """The passphrase of whoever opened the clinic; a changed one from the next start on."""
        head = self._clinic.head
        return DoorLock(head.door(self._clinic.account.login), 60 * head.lock_after_min)

    @property
    def chart(self) -> Chart:
        """As it was kept last."""
        return self._chart

    @property
    def doses(self) -> Doses:
        """As they were kept last."""
        return self._doses

    def add(self, *entries: Signed | AdverseEvent) -> None:
        """Write into the chart; raises `NotAllowed` where somebody else signs."""
        with self._guard, self._clinic.work() as desk:
            chart = self._chart.plus(*entries)
            keep_chart(desk, self.client, chart)
        self._chart = chart

    def keep_dose(self, dose: Dose, results: Results | None = None) -> None:
        """A dose, or what became of it, together with what was found: in the visit of its day."""
        with self._guard, self._clinic.work() as desk:
            keep_dose(desk, self.client, dose)
            if results is not None:
                visit = visit_of_day(desk, self.client, dose.last_at)
                keep_results(desk, visit, *results(Whose(self.client, visit.id, self.signs)))
        self._doses = self._doses.with_dose(dose)

    def unfinished(self, now: datetime) -> Way | None:
        """The newest visit of today that is not complete."""
        with self._guard, self._clinic.work() as desk:
            ways = ways_of(desk, self.client)
        open_ones = [way for way in ways if not way.complete and way.of_today(now)]
        return open_ones[-1] if open_ones else None

    def keep_way(self, way: Way) -> None:
        """A visit as it stands now, and what it tells."""
        with self._guard, self._clinic.work() as desk:
            keep_way(desk, self.client, way)

    def place_of(self, way: Way) -> str:
        """The clinic: whoever may open it finds the visit by the pseudonym."""
        del way
        return Sentence("the clinic")
