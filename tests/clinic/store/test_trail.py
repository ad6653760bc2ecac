from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from clinic.store.cipher import check_whole
from clinic.store.clients import change_client, client_called, client_of, list_clients
from clinic.store.history import history
from clinic.store.opened import Clinic
from clinic.store.search import search
from clinic.store.trail import BEGIN, Line, breaks, lines, tip
from tests.clinic.store.older import run
from tests.clinic.store.people import ANNA, Clock, again, treated, zoe


def told(clinic: Clinic) -> list[tuple[str, str]]:
    with clinic.work() as desk:
        return [(line.did, line.what) for line in lines(desk.connection)]


def test_it_tells_who_saw_and_changed_what(clinic: Clinic) -> None:
    client = zoe()
    treated(clinic, client)
    with clinic.work() as desk:
        seen = client_of(desk, client.id)
        change_client(desk, seen.model_copy(update={"note": "moved", "contact": "none"}))
        list_clients(desk)
        search(desk, "quaife")
        history(desk, client.id, kind="hold")
    assert told(clinic)[3:] == [
        ("added", "client"),
        ("added", "point"),
        ("added", "visit"),
        ("added", "pain"),
        ("added", "hold"),
        ("added", "pain"),
        ("added", "response"),
        ("saw", "client"),
        ("saw", "client"),
        ("changed", "client: contact, note"),
        ("saw the list", "clients"),
        ("searched", "1 found"),
        ("saw", "history of hold"),
    ]
    with clinic.work() as desk:
        all_lines = lines(desk.connection)
        assert {line.account for line in all_lines} == {ANNA.id}
        assert {line.at for line in all_lines} == {"2026-11-23T09:30:00.000000+00:00"}
        assert len(lines(desk.connection, client.id)) == 11


def test_it_says_nothing_of_a_person(clinic: Clinic) -> None:
    client = zoe()
    treated(clinic, client)
    with clinic.work() as desk:
        search(desk, "quaife")
        client_called(desk, client.pseudonym)
        text = repr(lines(desk.connection))
    for secret in ("Zo", "Quaife", "quaife", client.pseudonym, "temple", "warm", "1961"):
        assert secret not in text


def test_the_hash_of_a_line_is_that_of_its_page(clinic: Clinic) -> None:
    with clinic.work() as desk:
        first, second, _ = lines(desk.connection)
    text = [BEGIN, 1, first.at, str(ANNA.id), "began the clinic", str(ANNA.id), ""]
    assert first.hash == hashlib.sha256(json.dumps(text).encode()).hexdigest()
    text = [first.hash, 2, second.at, str(ANNA.id), "unlocked", "None", ""]
    assert second.hash == hashlib.sha256(json.dumps(text).encode()).hexdigest()


@pytest.mark.parametrize(
    "change", ["UPDATE trail SET what = 'x'", "DELETE FROM trail", "DELETE FROM trail WHERE number = 2"]
)
def test_no_line_is_ever_changed_or_deleted(clinic: Clinic, change: str) -> None:
    with pytest.raises(DBAPIError, match="the audit trail is never changed"), clinic.work() as desk:
        desk.connection.exec_driver_sql(change)
    assert [did for did, _ in told(clinic)] == ["began the clinic", "unlocked", "unlocked"]


OPEN = ("DROP TRIGGER trail_UPDATE", "DROP TRIGGER trail_DELETE")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("UPDATE trail SET what = 'x' WHERE number = 3", ["line 3 was changed"]),
        ("UPDATE trail SET account = NULL WHERE number = 1", ["line 1 was changed"]),
        ("UPDATE trail SET at = '2026' WHERE number = 2", ["line 2 was changed"]),
        ("DELETE FROM trail WHERE number = 2", ["behind line 1 lines are missing"]),
        ("DELETE FROM trail WHERE number IN (1, 2)", ["behind line 0 lines are missing"]),
        ("SELECT 1", []),
    ],
)
def test_whoever_changes_it_past_the_program_is_found(
    clinic: Clinic, place: Path, change: str, says: list[str]
) -> None:
    treated(clinic, zoe())
    clinic.close()
    run(place, *OPEN, change)
    with again(place) as opened, opened.work() as desk:
        assert list(breaks(desk.connection))[:1] == says


def test_that_its_end_was_cut_off_is_told_by_the_noted_last_line(clinic: Clinic, place: Path) -> None:
    treated(clinic, zoe())
    with clinic.work() as desk:
        noted = tip(desk.connection)
    clinic.close()
    run(place, *OPEN, f"DELETE FROM trail WHERE number >= {noted.number}")
    with again(place) as opened, opened.work() as desk:
        assert list(breaks(desk.connection)) == []
        assert lines(desk.connection)[noted.number - 1].hash != noted.hash


def test_a_line_follows_only_the_line_before_it() -> None:
    line = Line(1, "2026", None, "saw", None, "", "0" * 64)
    assert not line.follows(BEGIN)


def test_a_page_that_nobody_reads_is_found_damaged_too(clinic: Clinic, place: Path, clock: Clock) -> None:
    treated(clinic, zoe(), visits=30)
    with clinic.work() as desk:
        assert check_whole(desk.connection) == ()
    clinic.close()
    path = place / "clinic-1.db"
    content = bytearray(path.read_bytes())
    content[len(content) - 2000] ^= 1
    path.write_bytes(content)
    with again(place, clock) as opened, opened.work() as desk:
        assert "HMAC verification failed" in check_whole(desk.connection)[0]
