"""A plain chart and what lies beside it, into the clinic: what earlier versions and rehearsals left as files."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from clinic.screening.chart import Chart
from clinic.screening.doses import doses_path, read_doses
from clinic.screening.files import read_chart
from clinic.store.charts import keep_foreign_chart
from clinic.store.clients import client_called, client_of
from clinic.store.doses import keep_dose
from clinic.store.opened import Clinic
from clinic.store.trail import Did, note
from clinic.store.ways import keep_way
from clinic.way.files import read_way, way_paths


class TakenIn(NamedTuple):
    """What came in, and the files that hold it still."""

    doses: int
    visits: int
    files: tuple[Path, ...]


def take_in_chart(clinic: Clinic, pseudonym: str, path: Path) -> TakenIn:
    """Keep it as that of a person who has no chart yet; all of it or nothing.

    Raises `InputError` for a file that cannot be read, `NotAllowed` for a trainee and where there is a chart.
    """
    chart, doses, ways = read_chart(path), read_doses(path).doses, tuple(map(read_way, way_paths(path)))
    with clinic.work() as desk:
        desk.require_practitioner("take charts in")
        client: UUID = client_called(desk, pseudonym)
        called = client_of(desk, client).pseudonym
        keep_foreign_chart(desk, client, Chart.model_validate(dict(chart) | {"pseudonym": called}))
        for dose in doses:
            keep_dose(desk, client, dose)
        for way in ways:
            keep_way(desk, client, way.model_copy(update={"pseudonym": called}))
        note(desk, Did.IMPORTED, client, f"a chart in a file, {len(doses)} doses, {len(ways)} visits")
    there = (path, doses_path(path), *way_paths(path))
    return TakenIn(len(doses), len(ways), tuple(file for file in there if file.exists()))
