"""Every table comes back from a backup, row by row; one that is added later has to stand in this test."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from clinic.screening.asked import Use
from clinic.screening.doses import Dose
from clinic.store.backup import back_up
from clinic.store.charts import chart_of, keep_chart
from clinic.store.clients import client_called
from clinic.store.doses import keep_dose
from clinic.store.opened import Clinic, Passphrase
from clinic.store.restore import Target, restore
from clinic.store.schema import BACKUP, METADATA, TRAIL
from clinic.store.ways import keep_way
from clinic.way.said import Step
from tests.clinic.store.people import ANNA, NECK, START, WORD, Clock, again, treated, zoe
from tests.clinic.way.visits import up_to


def fill(clinic: Clinic, records: Path) -> None:
    """Put something into each table."""
    treated(clinic, client := zoe(), visits=2, record="a.mcap")
    with clinic.work() as desk:
        known = client_called(desk, client.pseudonym)
        dose = Dose(use=Use.TREATMENT, spot=NECK, area_cm2=1.0, began_at=START, most_s=90.0, pressed_s=61.5)
        keep_dose(desk, known, dose)
        way = up_to(Step.NOTE).model_copy(update={"pseudonym": client.pseudonym, "by": ANNA.examiner})
        keep_way(desk, known, way)
        keep_chart(desk, known, chart_of(desk, known).model_copy(update={"pseudonym": client.pseudonym}))
    back_up(clinic, records.parent / "the first.palpate-backup", records)


def rows(clinic: Clinic, *, lines: int) -> dict[str, list[Any]]:
    """Every row of every table; of the trail so many lines, since to restore and to look adds more.

    The newest backup is left out: the hash of its file cannot stand in it.
    """
    with clinic.work() as desk:
        found = {table.name: list(desk.connection.execute(table.select())) for table in METADATA.sorted_tables}
    found[TRAIL.name] = found[TRAIL.name][:lines]
    found[BACKUP.name] = sorted(found[BACKUP.name], key=lambda row: row.at)[:-1]
    return found


def test_a_backup_brings_back_each_row_of_each_table(clinic: Clinic, tmp_path: Path, clock: Clock) -> None:
    records = tmp_path / "records"
    records.mkdir()
    (records / "a.mcap").write_bytes(b"a record")
    fill(clinic, records)
    clock.now += timedelta(minutes=1)
    manifest = back_up(clinic, out := tmp_path / "all.palpate-backup", records)
    before = rows(clinic, lines=manifest.lines - 1)
    assert [name for name, found in before.items() if not found] == []
    target = Target(tmp_path / "new", tmp_path / "new records")
    restore(out, Passphrase("anna", WORD), target, clock=clock)
    with again(target.folder, clock) as opened:
        after = rows(opened, lines=manifest.lines - 1)
    assert after == before
