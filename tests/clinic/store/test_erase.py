from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlalchemy import inspect

from clinic.cases.kept import KeptFile
from clinic.people import Client
from clinic.screening.chart import Chart
from clinic.store.accounts import add_account
from clinic.store.backup import back_up
from clinic.store.charts import keep_chart
from clinic.store.clients import add_client, list_clients
from clinic.store.erase import erase
from clinic.store.errors import Absent, NoRoom, NotAllowed
from clinic.store.head import read_head
from clinic.store.history import records_about
from clinic.store.opened import Clinic
from clinic.store.search import search
from clinic.store.trail import breaks, lines
from clinic.way.said import Step
from session.record import Recorder
from tests.clinic.cases.test_kept import dose
from tests.clinic.store.people import BEN, BEN_WORD, CHEAP, Clock, again, treated, zoe
from tests.clinic.way.visits import up_to
from tests.session.tracks import HEADER


@pytest.fixture
def records(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    folder.mkdir()
    for name in ("a.mcap", "b.mcap"):
        (folder / name).write_bytes(name.encode())
    return folder


def everything(clinic: Clinic) -> str:
    """All that stands in any table."""
    with clinic.work() as desk:
        names = [name for name in inspect(desk.connection).get_table_names() if not name.startswith("words_")]
        return "".join(repr(desk.connection.exec_driver_sql(f"SELECT * FROM {name}").all()) for name in names)


def in_the_middle(clinic: Clinic, client: Client) -> str:
    """A chart, a dose and a visit in progress; the pseudonym that stands in the visit."""
    with clinic.work() as desk:
        keep_chart(desk, client.id, Chart())
    case, way = KeptFile(clinic, client.pseudonym), up_to(Step.TREATMENT)
    case.keep_dose(dose(record="a.mcap"))
    case.keep_way(way)
    return way.pseudonym


def test_of_a_person_nothing_stays_but_an_id_in_the_trail(clinic: Clinic, records: Path) -> None:
    client, other = zoe(), Client(name="Other One", note="knees")
    treated(clinic, client, record="a.mcap")
    treated(clinic, other, record="b.mcap")
    visiting = in_the_middle(clinic, client)
    assert visiting in everything(clinic)
    done = erase(clinic, client.id, records)
    assert done.records == ("a.mcap",)
    assert done.compacted
    assert [path.name for path in records.iterdir()] == ["b.mcap"]
    with clinic.work() as desk:
        assert [each.client for each in list_clients(desk)] == [other]
        assert search(desk, "zoe") == search(desk, "quaife") == ()
        assert [match.client for match in search(desk, "knees")] == [other.id]
        last = lines(desk.connection, client.id)[-1]
        assert (last.did, last.what) == ("deleted", "client, 1 records")
        assert list(breaks(desk.connection)) == []
    text = everything(clinic)
    assert "Other One" in text
    for secret in ("Quaife", "Zo", client.pseudonym, "a.mcap", visiting):
        assert secret not in text
    path, key = clinic.database, clinic.key
    clinic.close()
    pages = decrypted(path, key)
    assert b"Other One" in pages
    assert b"knees" in pages
    for word in (b"Quaife", b"quaife", b"0151 7734", b"sleeps badly"):
        assert word not in pages


def test_a_recovered_copy_that_nobody_noted_goes_along_and_those_of_others_stay(clinic: Clinic, records: Path) -> None:
    client, other = zoe(), Client(name="Other One")
    for each in (client, other):
        with clinic.work() as desk:
            add_client(desk, each)
    names = {"a_recovered.mcap": client.pseudonym, "b_recovered.mcap": other.pseudonym, "bench.mcap": None}
    for name, subject in names.items():
        with Recorder(records / name, HEADER.model_copy(update={"subject": subject})):
            pass
    assert erase(clinic, client.id, records).records == ("a_recovered.mcap",)
    assert {path.name for path in records.iterdir()} == {"a.mcap", "b.mcap", "b_recovered.mcap", "bench.mcap"}
    with clinic.work() as desk:
        assert records_about(desk, other.id) == ("b_recovered.mcap",)


def test_pages_that_are_free_now_hold_nothing_of_it_either(
    clinic: Clinic, records: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is no room to write the file anew: decrypted page by page, as SQLCipher itself does it."""
    client = zoe()
    treated(clinic, client, visits=20, record="a.mcap")
    key, path = clinic.key, clinic.database
    assert b"ache at the temple" in decrypted(path, key)

    def refuse(_clinic: Clinic) -> None:
        raise NoRoom("full")

    monkeypatch.setattr(Clinic, "compact", refuse)
    assert not erase(clinic, client.id, records).compacted
    with clinic.work() as desk:
        assert desk.connection.exec_driver_sql("PRAGMA freelist_count").scalar_one() > 0
    clinic.close()
    pages = decrypted(path, key)
    assert b"CREATE TABLE client" in pages
    for word in (b"Quaife", b"quaife", b"ache at the temple", b"warm and loose"):
        assert word not in pages


def decrypted(path: Path, key: bytes) -> bytes:
    """AES-256-CBC, the vector behind the text (https://www.zetetic.net/sqlcipher/design/), by another library."""
    content = path.read_bytes()
    pages = []
    for start in range(0, len(content), 4096):
        page = content[start : start + 4096]
        text, vector = page[16 if start == 0 else 0 : 4096 - 80], page[4096 - 80 : 4096 - 64]
        cipher = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
        pages.append(cipher.update(text) + cipher.finalize())
    return b"".join(pages)


def test_files_go_first_so_that_it_can_be_done_again(clinic: Clinic, records: Path) -> None:
    client = zoe()
    treated(clinic, client, record="a.mcap")
    (records / "a.mcap").unlink()
    (records / "a.mcap").mkdir()
    with pytest.raises(NoRoom, match=r"a\.mcap"):
        erase(clinic, client.id, records)
    with clinic.work() as desk:
        assert [each.client for each in list_clients(desk)] == [client]
    (records / "a.mcap").rmdir()
    assert erase(clinic, client.id, records).records == ("a.mcap",)
    with clinic.work() as desk:
        assert list_clients(desk) == ()


def test_backups_since_the_person_came_are_listed(clinic: Clinic, records: Path, tmp_path: Path, clock: Clock) -> None:
    back_up(clinic, tmp_path / "before.palpate-backup", records)
    clock.pass_min(5)
    client = zoe()
    treated(clinic, client, record="a.mcap")
    clock.pass_min(5)
    for name in ("kept", "gone"):
        back_up(clinic, tmp_path / f"{name}.palpate-backup", records)
    (tmp_path / "gone.palpate-backup").unlink()
    (clinic.folder / "clinic-9.db").write_bytes(b"set aside")
    (clinic.folder / "set-aside-1.json").write_bytes(b"{}")
    copies = erase(clinic, client.id, records).copies
    assert [(Path(copy.path).name, copy.there) for copy in copies] == [
        ("kept.palpate-backup", True),
        ("gone.palpate-backup", False),
        ("clinic-9.db", True),
        ("set-aside-1.json", True),
    ]


def test_only_a_practitioner_deletes_and_only_who_is_there(clinic: Clinic, records: Path, place: Path) -> None:
    client = zoe()
    treated(clinic, client, record="a.mcap")
    with pytest.raises(Absent):
        erase(clinic, Client(name="B").id, records)
    add_account(clinic, BEN, BEN_WORD, CHEAP)
    clinic.close()
    with again(place, login="ben", word=BEN_WORD) as opened, pytest.raises(NotAllowed, match="a trainee does not"):
        erase(opened, client.id, records)
    assert (records / "a.mcap").exists()


def test_the_head_remembers_who_must_not_come_back(clinic: Clinic, records: Path, place: Path) -> None:
    client = zoe()
    treated(clinic, client, record="a.mcap")
    erase(clinic, client.id, records)
    assert read_head(place).erased == (client.id,)
