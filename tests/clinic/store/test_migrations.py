from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from clinic.cases.kept import KeptFile
from clinic.store import opened as opened_module
from clinic.store.cipher import engine_of
from clinic.store.clients import list_clients
from clinic.store.errors import NoRoom
from clinic.store.history import history
from clinic.store.keys import new_key
from clinic.store.migrate import MIGRATIONS, upgrade
from clinic.store.opened import Clinic
from clinic.store.schema import METADATA, REVISIONS
from clinic.store.search import search
from clinic.store.trail import breaks, lines
from tests.clinic.cases.test_kept import dose
from tests.clinic.screening.charts import NOW
from tests.clinic.store.older import SINCE, SINCE_0002, make_older
from tests.clinic.store.people import Clock, again, treated, zoe
from tests.clinic.way.visits import begun


def structure(connection: Connection) -> set[tuple[str, str]]:
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {(name, " ".join(sql.split())) for name, sql in rows}


def test_the_steps_are_those_that_the_program_knows() -> None:
    steps = list(ScriptDirectory(str(MIGRATIONS)).walk_revisions())
    assert tuple(step.revision for step in reversed(steps)) == REVISIONS


def test_the_steps_make_the_tables_of_the_schema(clinic: Clinic) -> None:
    with clinic.work() as desk:
        found = compare_metadata(MigrationContext.configure(desk.connection), METADATA)
    assert {change[0] for change in found} <= {"remove_table"}
    assert {change[1].name.split("_")[0] for change in found} == {"words"}  # the index, which is no table of ours


def test_what_an_older_version_made_is_what_the_first_step_makes(clinic: Clinic, tmp_path: Path) -> None:
    """The older clinics of these tests are true ones."""
    engine = engine_of(tmp_path / "first.db", new_key())
    with engine.begin() as connection:
        upgrade(connection, "0001")
        first = structure(connection)
    engine.dispose()
    with clinic.work() as desk:
        for statement in SINCE:
            desk.connection.exec_driver_sql(statement)
        assert structure(desk.connection) == first


def test_an_older_clinic_is_brought_up_to_date_and_nothing_is_lost(clinic: Clinic, place: Path, clock: Clock) -> None:
    client = zoe()
    treated(clinic, client, visits=2)
    with clinic.work() as desk:
        before, whole = history(desk, client.id), structure(desk.connection)
    clinic.close()
    make_older(place)
    with again(place, clock) as opened:
        assert opened.database.name == "clinic-2.db"
        with opened.work() as desk:
            assert structure(desk.connection) == whole
            assert [each.client for each in list_clients(desk)] == [client]
            assert history(desk, client.id) == before
            for word in ("Zoë", "0151", "temple", "loose", "mole"):
                assert [match.client for match in search(desk, word)] == [client.id]
            assert list(breaks(desk.connection)) == []
            assert "migrated" in [line.did for line in lines(desk.connection)]
    assert [path.name for path in place.glob("*.db*")] == ["clinic-2.db"]


def test_a_clinic_from_before_doses_and_visits_in_progress_keeps_them_from_then_on(
    clinic: Clinic, place: Path, clock: Clock
) -> None:
    client = zoe()
    treated(clinic, client, visits=2)
    with clinic.work() as desk:
        before, whole = history(desk, client.id), structure(desk.connection)
    clinic.close()
    make_older(place, SINCE_0002)
    with again(place, clock) as opened:
        with opened.work() as desk:
            assert structure(desk.connection) == whole
            assert history(desk, client.id) == before
        case = KeptFile(opened, client.pseudonym)
        assert (case.doses.doses, case.unfinished(NOW)) == ((), None)
        case.keep_dose(dose())
        case.keep_way(way := begun(NOW))
        assert KeptFile(opened, client.pseudonym).doses.doses == case.doses.doses != ()
        assert case.unfinished(NOW) == way


def test_a_migration_that_fails_leaves_the_older_clinic_as_it_was(
    clinic: Clinic, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    treated(clinic, zoe())
    clinic.close()
    make_older(place)
    before = (place / "clinic-1.db").read_bytes()

    def fails(connection: Connection) -> None:
        upgrade(connection)
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
        connection.exec_driver_sql(
            "INSERT INTO told(subject, client, text) SELECT zeroblob(9), id, zeroblob(9000000) FROM client"
        )

    monkeypatch.setattr(opened_module, "upgrade", fails)
    with pytest.raises(NoRoom, match="the disk is full; nothing of this was kept"):
        again(place)
    monkeypatch.undo()
    assert (place / "clinic-1.db").read_bytes() == before
    assert [path.name for path in place.glob("*.db*")] == ["clinic-1.db"]
    with again(place) as opened, opened.work() as desk:
        assert len(list_clients(desk)) == 1
