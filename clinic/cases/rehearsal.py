"""A person of a rehearsal: plain files beside each other, which anybody can read. For simulated tools alone."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from threading import RLock

from clinic.cases.case_file import Lock, Results
from clinic.people import new_pseudonym
from clinic.screening.adverse import AdverseEvent
from clinic.screening.chart import Chart, Signed
from clinic.screening.doses import Dose, Doses, keep_dose, read_doses
from clinic.screening.files import read_chart, write_chart
from clinic.way.files import keep_way, unfinished, way_path
from clinic.way.way import Way


class RehearsalFile:
    """`CaseFile` in a chart's file; what was found stays in the record, and nowhere else."""

    rehearsal = True
    signs = None
    lock: Lock | None = None

    def __init__(self, path: Path) -> None:
        self.path = path
        self._guard = RLock()

    @classmethod
    def begun(cls, path: Path) -> RehearsalFile:
        """The same; a chart that is not there is made, and one without a pseudonym gets one."""
        chart = read_chart(path) if path.exists() else Chart()
        if chart.pseudonym is None:
            write_chart(path, chart.model_copy(update={"pseudonym": new_pseudonym()}))
        return cls(path)

    @property
    def chart(self) -> Chart:
        """As the file has it."""
        return read_chart(self.path)

    @property
    def doses(self) -> Doses:
        """As the file beside it has them."""
        return read_doses(self.path)

    def add(self, *entries: Signed | AdverseEvent) -> None:
        """Write into the chart."""
        with self._guard:
            write_chart(self.path, self.chart.plus(*entries))

    def keep_dose(self, dose: Dose, results: Results | None = None) -> None:
        """A dose, or what became of it; without what was found."""
        del results
        with self._guard:
            keep_dose(self.path, dose)

    def unfinished(self, now: datetime) -> Way | None:
        """The newest visit of today that is not complete."""
        return unfinished(self.path, now)

    def keep_way(self, way: Way) -> None:
        """A visit as it stands now."""
        keep_way(self.path, way)

    def place_of(self, way: Way) -> str:
        """Its file."""
        return str(way_path(self.path, way))
