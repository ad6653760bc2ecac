from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from clinic.people import Account
from clinic.screening.answers import Role
from clinic.store.accounts import accounts, add_account, close_account, set_passphrase
from clinic.store.clients import add_client, client_of, list_clients
from clinic.store.errors import Absent, Busy, Damaged, Locked, Newer, NotAllowed, WrongKey
from clinic.store.head import HEAD_FILE, read_head
from clinic.store.keys import new_key
from clinic.store.new_key import change_key
from clinic.store.opened import Clinic, PrivateKey, open_clinic
from clinic.store.trail import breaks, lines
from tests.clinic.store.older import run
from tests.clinic.store.people import ANNA, BEN, BEN_WORD, CHEAP, WORD, Clock, again, begun, treated, zoe


def people(clinic: Clinic) -> list[str]:
    with clinic.work() as desk:
        return [each.client.name for each in list_clients(desk)]


def test_what_was_kept_is_there_when_it_is_opened_again(clinic: Clinic, place: Path) -> None:
    client = zoe()
    treated(clinic, client)
    clinic.close()
    with again(place) as opened, opened.work() as desk:
        assert client_of(desk, client.id) == client
        assert opened.account == ANNA


def test_there_is_no_clinic_where_nobody_began_one(place: Path) -> None:
    with pytest.raises(Absent, match="“palpate clinic init” makes one"):
        again(place)


def test_nobody_begins_a_second_one_in_the_same_place(clinic: Clinic, place: Path) -> None:
    clinic.close()
    before = (place / HEAD_FILE).read_bytes()
    with pytest.raises(NotAllowed, match="there is a clinic"):
        begun(place)
    assert (place / HEAD_FILE).read_bytes() == before


@pytest.mark.parametrize(
    ("login", "word", "says"),
    [
        ("anna", "wrong horse battery", "this is not the passphrase of anna"),
        ("clara", WORD, "nobody here is called clara: there are anna"),
    ],
)
def test_a_wrong_key_is_said_and_changes_nothing(clinic: Clinic, place: Path, login: str, word: str, says: str) -> None:
    treated(clinic, zoe())
    clinic.close()
    before = contents(place)
    with pytest.raises(WrongKey, match=says):
        again(place, login=login, word=word)
    assert contents(place) == before


def test_a_remembered_key_of_another_clinic_opens_nothing(clinic: Clinic, place: Path) -> None:
    clinic.close()
    with pytest.raises(WrongKey, match="opens another clinic"):
        open_clinic(place, PrivateKey("anna", new_key()))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_damaged_page_is_said_and_nothing_is_changed(clinic: Clinic, place: Path) -> None:
    treated(clinic, zoe(), visits=5)
    clinic.close()
    path = place / read_head(place).database
    content = bytearray(path.read_bytes())
    for page in range(len(content) // 4096):
        content[page * 4096 + 1000] ^= 1
    path.write_bytes(content)
    before = contents(place)
    with pytest.raises(Damaged, match=r"is damaged .*nothing was changed: restore a backup"):
        again(place)
    assert contents(place) == before


@pytest.mark.parametrize("size", [0, 100, 4096, 5000])
def test_a_database_that_was_cut_is_damaged_and_no_new_one(clinic: Clinic, place: Path, size: int) -> None:
    clinic.close()
    path = place / read_head(place).database
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(Damaged, match="restore a backup"):
        again(place)
    assert path.stat().st_size == size


def test_a_database_that_is_gone_is_said_and_no_new_one_takes_its_place(clinic: Clinic, place: Path) -> None:
    clinic.close()
    path = place / read_head(place).database
    path.unlink()
    with pytest.raises(Absent, match="is not there: restore a backup"):
        again(place)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b'{"format":"palpate.clinic/1"}'])
def test_a_damaged_head_is_said(clinic: Clinic, place: Path, content: bytes) -> None:
    clinic.close()
    (place / HEAD_FILE).write_bytes(content)
    with pytest.raises(Damaged, match="nothing was changed: restore a backup"):
        again(place)


def test_a_head_of_a_newer_version_is_no_damaged_one(clinic: Clinic, place: Path) -> None:
    clinic.close()
    text = json.loads((place / HEAD_FILE).read_text("utf-8")) | {"format": "palpate.clinic/2", "more": 1}
    (place / HEAD_FILE).write_text(json.dumps(text, separators=(",", ":")), "utf-8")
    with pytest.raises(Newer, match="update it, nothing was changed"):
        again(place)


def test_a_database_of_a_newer_version_is_left_as_it_is(clinic: Clinic, place: Path) -> None:
    clinic.close()
    run(place, "UPDATE alembic_version SET version_num = '0099'")
    before = contents(place)
    with pytest.raises(Newer, match="made by a newer version of this program: update it; nothing was changed"):
        again(place)
    assert contents(place) == before


def test_two_programs_do_not_open_it_at_once(clinic: Clinic, place: Path) -> None:
    treated(clinic, zoe())
    code = (
        "from pathlib import Path; from clinic.store.errors import Busy\n"
        "from tests.clinic.store.people import again\n"
        f"try: again(Path({str(place)!r}))\n"
        "except Busy as error: print(error)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert told.stdout == "another program has the clinic open: close it there, then do it again\n"
    assert people(clinic) == ["Zoë Quaife"]


def test_once_it_is_closed_another_one_may_open_it(clinic: Clinic, place: Path) -> None:
    with pytest.raises(Busy):
        again(place)
    clinic.close()
    again(place).close()


def test_a_failed_opening_keeps_nobody_out(clinic: Clinic, place: Path) -> None:
    clinic.close()
    for _ in range(2):
        with pytest.raises(WrongKey, match="not the passphrase"):
            again(place, word="wrong horse battery")
    again(place).close()


def test_it_locks_by_itself_when_nobody_used_it(clinic: Clinic, clock: Clock) -> None:
    clock.pass_min(9.9)
    assert people(clinic) == []
    clock.pass_min(9.9)
    assert not clinic.lock_if_idle(clock.now)
    clock.pass_min(0.2)
    with pytest.raises(Locked, match="unlock it"):
        people(clinic)
    assert not clinic.is_open
    assert clinic._key == b""


def test_a_window_may_look_whether_it_is_time_to_lock(clinic: Clinic, clock: Clock, place: Path) -> None:
    clock.pass_min(10)
    assert clinic.lock_if_idle(clock.now)
    again(place, clock).close()


def test_a_clock_that_was_set_back_locks_it(clinic: Clinic, clock: Clock) -> None:
    clock.pass_min(-1)
    with pytest.raises(Locked):
        people(clinic)


def test_what_fails_in_the_middle_of_a_step_leaves_nothing_of_it(clinic: Clinic) -> None:
    class Interrupted(Exception):
        pass

    def step() -> None:
        with clinic.work() as desk:
            add_client(desk, zoe())
            raise Interrupted

    with pytest.raises(Interrupted):
        step()
    assert people(clinic) == []
    with clinic.work() as desk:
        assert [line.did for line in lines(desk.connection)] == [
            "began the clinic",
            "unlocked",
            "unlocked",
            "saw the list",
        ]


def test_a_new_key_reads_everything_and_the_old_one_nothing(clinic: Clinic, place: Path, clock: Clock) -> None:
    treated(clinic, zoe())
    add_account(clinic, BEN, BEN_WORD, CHEAP)
    old_key, old_file = clinic.key, clinic.database
    change_key(clinic)
    assert clinic.key != old_key
    assert not old_file.exists()
    assert people(clinic) == ["Zoë Quaife"]
    clinic.close()
    for login, word in (("anna", WORD), ("ben", BEN_WORD)):
        with again(place, clock, login, word) as opened:
            assert people(opened) == ["Zoë Quaife"]
            with opened.work() as desk:
                assert list(breaks(desk.connection)) == []
                assert "changed a key" in [line.did for line in lines(desk.connection)]
    with pytest.raises(Exception, match=r"file is not a database|damaged"):
        _read_with(place / read_head(place).database, old_key)


def _read_with(path: Path, key: bytes) -> None:
    from clinic.store.cipher import connect
    from clinic.store.keys import Key

    connect(path, Key(key)).execute("SELECT * FROM client").fetchall()


def test_a_new_passphrase_opens_and_the_old_one_does_not(clinic: Clinic, place: Path) -> None:
    set_passphrase(clinic, "anna", "a new one, with more signs", CHEAP)
    clinic.close()
    with pytest.raises(WrongKey):
        again(place)
    again(place, word="a new one, with more signs").close()


def test_a_trainee_has_an_account_that_may_not_do_everything(clinic: Clinic, place: Path, clock: Clock) -> None:
    add_account(clinic, BEN, BEN_WORD, CHEAP)
    clinic.close()
    with again(place, clock, "ben", BEN_WORD) as opened:
        assert opened.account == BEN
        stranger = Account(login="c", name="C", role=Role.PRACTITIONER)
        with pytest.raises(NotAllowed, match="a trainee does not change the key"):
            change_key(opened)
        with pytest.raises(NotAllowed, match="a trainee does not open accounts"):
            add_account(opened, stranger, WORD, CHEAP)
        with pytest.raises(NotAllowed, match="a trainee does not close accounts"):
            close_account(opened, "anna")
        with pytest.raises(NotAllowed, match="a trainee does not set other people's passphrases"):
            set_passphrase(opened, "anna", "mine from now on", CHEAP)
        set_passphrase(opened, "ben", "my own new one", CHEAP)
    again(place, clock).close()


def test_who_leaves_gets_in_no_more_and_stays_in_the_list(clinic: Clinic, place: Path) -> None:
    add_account(clinic, BEN, BEN_WORD, CHEAP)
    close_account(clinic, "ben")
    with clinic.work() as desk:
        assert [(each.login, each.active) for each in accounts(desk)] == [("anna", True), ("ben", False)]
    with pytest.raises(NotAllowed, match="the account ben is closed"):
        set_passphrase(clinic, "ben", BEN_WORD, CHEAP)
    clinic.close()
    with pytest.raises(WrongKey, match="nobody here is called ben"):
        again(place, login="ben", word=BEN_WORD)


def test_a_door_that_an_old_head_still_has_does_not_open_a_closed_account(clinic: Clinic, place: Path) -> None:
    add_account(clinic, BEN, BEN_WORD, CHEAP)
    old = (place / HEAD_FILE).read_bytes()
    close_account(clinic, "ben")
    clinic.close()
    (place / HEAD_FILE).write_bytes(old)
    with pytest.raises(WrongKey, match="this account is closed"):
        again(place, login="ben", word=BEN_WORD)


def test_the_last_practitioner_cannot_leave(clinic: Clinic) -> None:
    add_account(clinic, BEN, BEN_WORD, CHEAP)
    with pytest.raises(NotAllowed, match="this is the last practitioner"):
        close_account(clinic, "anna")


def test_two_people_have_two_logins(clinic: Clinic) -> None:
    with pytest.raises(NotAllowed, match="there already under this name"):
        add_account(clinic, Account(login="anna", name="Another", role=Role.TRAINEE), BEN_WORD, CHEAP)
    assert [door.account for door in clinic.head.doors] == [ANNA.id]


def test_only_the_owner_may_look_into_the_folder(clinic: Clinic, place: Path) -> None:
    treated(clinic, zoe())
    change_key(clinic)
    assert place.stat().st_mode & 0o077 == 0
    assert [path.name for path in place.glob("*.db") if path.stat().st_mode & 0o077] == []
    assert (place / HEAD_FILE).stat().st_mode & 0o077 == 0


def test_the_head_names_nobody_and_the_database_has_no_header_of_its_own(clinic: Clinic, place: Path) -> None:
    treated(clinic, zoe())
    clinic.close()
    assert b"Petrosyan" not in (place / HEAD_FILE).read_bytes()
    assert not (place / read_head(place).database).read_bytes().startswith(b"SQLite")


def test_what_an_interrupted_change_left_is_cleared_and_nothing_else(clinic: Clinic, place: Path) -> None:
    head = clinic.head
    clinic.close()
    for name in ("clinic-7.db", "clinic-7.db-journal", "clinic-8.db", ".clinic-9.db.abc.part", "notes.txt"):
        (place / name).write_bytes(b"?")
    (place / HEAD_FILE).write_text(
        head.model_copy(update={"coming": "clinic-7.db", "former": None}).model_dump_json(), "utf-8"
    )
    again(place).close()
    assert {path.name for path in place.iterdir()} - {"clinic.lock"} == {
        "clinic.json",
        "clinic-1.db",
        "clinic-8.db",
        "notes.txt",
    }
    assert read_head(place).coming is None


def test_a_head_that_names_its_own_database_as_left_over_does_not_lose_it(clinic: Clinic, place: Path) -> None:
    head = clinic.head.model_copy(update={"former": clinic.head.database})
    clinic.close()
    (place / HEAD_FILE).write_text(head.model_dump_json(), "utf-8")
    database = place / clinic.head.database
    again(place).close()
    assert database.exists()
