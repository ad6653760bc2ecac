from __future__ import annotations

from pathlib import Path

import pytest

from clinic.people import Client
from clinic.store.accounts import add_account, set_passphrase
from clinic.store.backup import back_up, read_backup
from clinic.store.clients import add_client, list_clients
from clinic.store.erase import erase
from clinic.store.errors import Busy, Damaged, Newer, NoRoom, NotAllowed, WrongKey
from clinic.store.head import HEAD_FILE, read_head
from clinic.store.new_key import change_key
from clinic.store.opened import Clinic, Passphrase
from clinic.store.restore import Target, restore
from clinic.store.schema import BACKUP
from clinic.store.sealed import read_envelope
from clinic.store.trail import breaks, lines, tip
from tests.clinic.store.older import SINCE
from tests.clinic.store.people import BEN, BEN_WORD, CHEAP, WORD, Clock, again, treated, zoe

ANNA_S = Passphrase("anna", WORD)


@pytest.fixture
def records(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    folder.mkdir()
    for name in ("a.mcap", "b.mcap"):
        (folder / name).write_bytes(name.encode() * 20_000)
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "all.palpate-backup"


def names(clinic: Clinic) -> list[str]:
    with clinic.work() as desk:
        return [each.client.name for each in list_clients(desk)]


def test_a_clinic_comes_back_whole_on_another_computer(
    clinic: Clinic, records: Path, out: Path, tmp_path: Path
) -> None:
    client = zoe()
    treated(clinic, client, visits=2, record="a.mcap")
    with clinic.work() as desk:
        before = tip(desk.connection)
    manifest = back_up(clinic, out, records)
    assert manifest.records == ("a.mcap",)
    assert manifest.lines == before.number + 1
    target = Target(tmp_path / "new", tmp_path / "new records")
    done = restore(out, ANNA_S, target, clock=Clock())
    assert done.aside is None
    assert done.other_records == ()
    assert [path.name for path in target.records.iterdir()] == ["a.mcap"]
    assert (target.records / "a.mcap").read_bytes() == (records / "a.mcap").read_bytes()
    with again(target.folder) as opened:
        assert names(opened) == ["Zoë Quaife"]
        assert opened.head.id == clinic.head.id
        with opened.work() as desk:
            assert list(breaks(desk.connection)) == []
            assert lines(desk.connection)[manifest.lines - 1].hash == manifest.tip
            assert [line.did for line in lines(desk.connection)][-3:] == [
                "restored a backup",
                "unlocked",
                "saw the list",
            ]


def test_it_is_listed_with_the_hash_of_the_file(clinic: Clinic, records: Path, out: Path) -> None:
    import hashlib

    back_up(clinic, out, records)
    with clinic.work() as desk:
        row = desk.connection.execute(BACKUP.select()).one()
    assert (row.path, row.sha256) == (str(out), hashlib.sha256(out.read_bytes()).hexdigest())


def test_nothing_in_the_file_can_be_read_without_a_passphrase(clinic: Clinic, records: Path, out: Path) -> None:
    treated(clinic, zoe(), record="a.mcap")
    back_up(clinic, out, records)
    content = out.read_bytes()
    for secret in (b"Quaife", b"temple", b"a.mcap", b"Petrosyan", clinic.key, clinic.key.hex().encode()):
        assert secret not in content


def test_nothing_is_written_over(clinic: Clinic, records: Path, out: Path) -> None:
    out.write_bytes(b"holiday pictures")
    with pytest.raises(NoRoom, match="is there already, and nothing is written over it"):
        back_up(clinic, out, records)
    assert out.read_bytes() == b"holiday pictures"


def test_where_it_cannot_be_written_nothing_is_left(clinic: Clinic, records: Path, tmp_path: Path) -> None:
    with pytest.raises(NoRoom, match="choose another place"):
        back_up(clinic, tmp_path / "nowhere" / "all.palpate-backup", records)
    assert names(clinic) == []


def test_a_record_that_is_gone_is_told(clinic: Clinic, records: Path, out: Path) -> None:
    treated(clinic, zoe(), record="gone.mcap")
    assert back_up(clinic, out, records).missing == ("gone.mcap",)


def test_of_a_damaged_clinic_no_backup_is_made(clinic: Clinic, records: Path, out: Path, place: Path) -> None:
    treated(clinic, zoe(), visits=30)
    clinic.close()
    path = place / "clinic-1.db"
    content = bytearray(path.read_bytes())
    content[len(content) - 2000] ^= 1
    path.write_bytes(content)
    with again(place) as opened, pytest.raises(Damaged, match="restore a backup, it was made before this"):
        back_up(opened, out, records)
    assert not out.exists()


def test_a_backup_with_any_changed_byte_is_not_restored_and_nothing_changes(
    clinic: Clinic, records: Path, out: Path, place: Path
) -> None:
    treated(clinic, zoe(), record="a.mcap")
    back_up(clinic, out, records)
    clinic.close()
    content = out.read_bytes()
    before = {path.name: path.read_bytes() for path in place.iterdir()}
    for position in range(0, len(content), len(content) // 40):
        changed = bytearray(content)
        changed[position] ^= 0x40
        out.write_bytes(changed)
        with pytest.raises((Damaged, WrongKey)):
            restore(out, ANNA_S, Target(place, records, replace=True))
    assert {path.name: path.read_bytes() for path in place.iterdir()} == before


def test_a_wrong_passphrase_restores_nothing(clinic: Clinic, records: Path, out: Path, tmp_path: Path) -> None:
    back_up(clinic, out, records)
    with pytest.raises(WrongKey, match="not the passphrase of anna"):
        restore(out, Passphrase("anna", "wrong horse battery"), Target(tmp_path / "new", records))
    assert not (tmp_path / "new").exists()


def test_a_clinic_that_is_there_is_set_aside_only_where_somebody_says_so(
    clinic: Clinic, records: Path, out: Path, place: Path
) -> None:
    treated(clinic, zoe(), record="a.mcap")
    back_up(clinic, out, records)
    with clinic.work() as desk:
        add_client(desk, Client(name="Came Later"))
    with pytest.raises(Busy):
        restore(out, ANNA_S, Target(place, records, replace=True))
    clinic.close()
    with pytest.raises(NotAllowed, match="holds a clinic: say --replace"):
        restore(out, ANNA_S, Target(place, records))
    with again(place) as opened:
        assert names(opened) == ["Came Later", "Zoë Quaife"]
    done = restore(out, ANNA_S, Target(place, records, replace=True), clock=Clock())
    with again(place) as opened:
        assert names(opened) == ["Zoë Quaife"]
    assert done.aside is not None
    (place / HEAD_FILE).write_bytes(done.aside.read_bytes())
    with again(place) as opened:
        assert names(opened) == ["Came Later", "Zoë Quaife"]


@pytest.mark.parametrize("content", [b"", b"{}", b'{"format":"palpate.clinic/9","a":1}'])
def test_a_clinic_whose_head_is_damaged_is_restored_and_the_head_is_kept(
    clinic: Clinic, records: Path, out: Path, place: Path, content: bytes
) -> None:
    treated(clinic, zoe(), record="a.mcap")
    back_up(clinic, out, records)
    clinic.close()
    (place / HEAD_FILE).write_bytes(content)
    done = restore(out, ANNA_S, Target(place, records, replace=True), clock=Clock())
    assert done.aside is not None
    assert done.aside.read_bytes() == content
    assert (place / "clinic-1.db").exists()
    with again(place) as opened:
        assert names(opened) == ["Zoë Quaife"]


def test_who_was_deleted_does_not_come_back_with_an_old_backup(
    clinic: Clinic, records: Path, out: Path, place: Path
) -> None:
    client = zoe()
    treated(clinic, client, record="a.mcap")
    treated(clinic, Client(name="Stays"), record="b.mcap")
    back_up(clinic, out, records)
    erase(clinic, client.id, records)
    clinic.close()
    restore(out, ANNA_S, Target(place, records, replace=True), clock=Clock())
    assert [path.name for path in records.iterdir()] == ["b.mcap"]
    with again(place) as opened:
        assert names(opened) == ["Stays"]
        with opened.work() as desk:
            told = [(line.did, line.what) for line in lines(desk.connection, client.id)]
            assert told[-1] == ("deleted", "again, after a restored backup")
    assert read_head(place).erased == (client.id,)


def test_a_record_that_changed_since_then_is_left_as_it_is(
    clinic: Clinic, records: Path, out: Path, place: Path
) -> None:
    treated(clinic, zoe(), record="a.mcap")
    back_up(clinic, out, records)
    clinic.close()
    (records / "a.mcap").write_bytes(b"recorded anew")
    done = restore(out, ANNA_S, Target(place, records, replace=True), clock=Clock())
    assert done.other_records == ("a.mcap",)
    assert (records / "a.mcap").read_bytes() == b"recorded anew"


def test_a_backup_opens_with_the_passphrases_of_its_day(
    clinic: Clinic, records: Path, out: Path, tmp_path: Path
) -> None:
    add_account(clinic, BEN, BEN_WORD, CHEAP)
    back_up(clinic, out, records)
    set_passphrase(clinic, "anna", "a passphrase of later", CHEAP)
    change_key(clinic)
    restore(out, Passphrase("ben", BEN_WORD), Target(tmp_path / "new", records), clock=Clock())
    for login, word in (("anna", WORD), ("ben", BEN_WORD)):
        with again(tmp_path / "new", login=login, word=word) as opened:
            assert opened.account.login == login


def test_a_backup_of_an_older_version_comes_back_and_is_migrated(
    clinic: Clinic, records: Path, out: Path, tmp_path: Path
) -> None:
    treated(clinic, zoe(), record="a.mcap")
    with clinic.work() as desk:
        for statement in SINCE:
            desk.connection.exec_driver_sql(statement)
    assert back_up(clinic, out, records).revision == "0001"
    restore(out, ANNA_S, Target(tmp_path / "new", records), clock=Clock())
    with again(tmp_path / "new") as restored:
        assert names(restored) == ["Zoë Quaife"]
        with restored.work() as desk:
            assert "migrated" in [line.did for line in lines(desk.connection)]


def test_a_backup_of_a_newer_version_is_not_restored(clinic: Clinic, records: Path, out: Path, place: Path) -> None:
    with clinic.work() as desk:
        desk.connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0099'")
    back_up(clinic, out, records)
    clinic.close()
    before = {path.name: path.read_bytes() for path in place.iterdir()}
    with pytest.raises(Newer, match="made by a newer version of this program: update it; nothing was changed"):
        restore(out, ANNA_S, Target(place, records, replace=True))
    assert {path.name: path.read_bytes() for path in place.iterdir()} == before


def test_only_a_practitioner_makes_backups(clinic: Clinic, records: Path, out: Path, place: Path) -> None:
    add_account(clinic, BEN, BEN_WORD, CHEAP)
    clinic.close()
    with again(place, login="ben", word=BEN_WORD) as opened, pytest.raises(NotAllowed, match="a trainee does not"):
        back_up(opened, out, records)


def test_a_whole_backup_says_so_without_being_restored(clinic: Clinic, records: Path, out: Path) -> None:
    treated(clinic, zoe(), record="a.mcap")
    made = back_up(clinic, out, records)
    envelope = read_envelope(out)
    assert read_backup(envelope, envelope.key("anna", WORD)) == made
