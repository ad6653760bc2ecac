"""On a full disk nothing is lost and it is said: wherever a file must end, and on a true disk."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from clinic.people import Client
from clinic.store import backup as backup_module
from clinic.store import restore as restore_module
from clinic.store import succession
from clinic.store.accounts import set_passphrase
from clinic.store.backup import back_up, read_backup
from clinic.store.cipher import check_whole
from clinic.store.clients import list_clients
from clinic.store.errors import NoRoom
from clinic.store.new_key import change_key
from clinic.store.opened import Passphrase
from clinic.store.restore import Target, restore
from clinic.store.sealed import read_envelope
from clinic.store.trail import breaks
from clinic.store.transfer import plain_zip, write_export
from tests.clinic.store.older import make_older
from tests.clinic.store.people import CHEAP, WORD, again, begun, treated, zoe
from tests.session.test_record import files_end_at

WORKS: dict[str, Callable[[Path], None]] = {}
SIZES = (1, 900, 24_000, 71_000, 130_000, 400_000)
"""Bytes at which files end: no multiples of a page."""
TELLS = ("make room and do it again", "look at it and do it again")


def work(of: Callable[[Path], None]) -> Callable[[Path], None]:
    WORKS[of.__name__] = of
    return of


@work
def add_people(folder: Path) -> None:
    with again(folder / "clinic") as clinic:
        treated(clinic, Client(name="New", note="n" * 50_000), visits=2, record="b.mcap")


@work
def change_the_key(folder: Path) -> None:
    with again(folder / "clinic") as clinic:
        change_key(clinic)


@work
def change_a_passphrase(folder: Path) -> None:
    with again(folder / "clinic") as clinic:
        set_passphrase(clinic, "anna", WORD, CHEAP)


@work
def make_a_backup(folder: Path) -> None:
    with again(folder / "clinic") as clinic:
        back_up(clinic, folder / "new.palpate-backup", folder / "records")


@work
def export_everything(folder: Path) -> None:
    with again(folder / "clinic") as clinic, plain_zip(folder / "all.zip") as content:
        write_export(clinic, content, folder / "records", None)


@work
def restore_a_backup(folder: Path) -> None:
    restore(
        folder / "old.palpate-backup", Passphrase("anna", WORD), Target(folder / "clinic", folder / "records", True)
    )


@work
def migrate(folder: Path) -> None:
    again(folder / "clinic").close()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("full")
    (folder / "records").mkdir()
    (folder / "records" / "a.mcap").write_bytes(b"r" * 30_000)
    with begun(folder / "clinic") as clinic:
        treated(clinic, zoe(), visits=3, record="a.mcap")
        back_up(clinic, folder / "old.palpate-backup", folder / "records")
    return folder


@pytest.fixture
def without_asking_for_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk fills up while it is written, not before."""
    for module in (succession, backup_module, restore_module):
        monkeypatch.setattr(module, "require_room", lambda _folder, _size: None)


def nothing_is_lost(folder: Path) -> None:
    with again(folder / "clinic") as clinic:
        with clinic.work() as desk:
            assert check_whole(desk.connection) == ()
            assert list(breaks(desk.connection)) == []
            assert "Zoë Quaife" in [each.client.name for each in list_clients(desk)]
        assert list((folder / "clinic").glob(".*.part")) == []
    assert (folder / "records" / "a.mcap").read_bytes() == b"r" * 30_000
    for path in folder.glob("*.palpate-backup"):
        envelope = read_envelope(path)
        assert read_backup(envelope, envelope.key("anna", WORD)).records == ("a.mcap",)


@pytest.mark.usefixtures("without_asking_for_room")
@pytest.mark.parametrize("name", WORKS)
def test_wherever_a_file_must_end_it_is_said_and_nothing_is_lost(template: Path, tmp_path: Path, name: str) -> None:
    said = []
    for size in SIZES:
        folder = begin(name, template, tmp_path / str(size))
        with files_end_at(size), suppress_full() as told:
            WORKS[name](folder)
        said += told
        nothing_is_lost(folder)
        shutil.rmtree(folder)
    assert 0 < len(said) < len(SIZES)
    assert [text for text in said if not text.endswith(TELLS)] == []


@contextmanager
def suppress_full() -> Iterator[list[str]]:
    """What was said, where it was."""
    told: list[str] = []
    try:
        yield told
    except NoRoom as error:
        told.append(str(error))


def begin(name: str, template: Path, folder: Path) -> Path:
    shutil.copytree(template, folder, dirs_exist_ok=True)
    if name == "migrate":
        make_older(folder / "clinic")
    return folder


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own with little room."""
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "palpate", str(place)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("no file system can be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.mark.parametrize("name", WORKS)
def test_on_a_full_disk_it_is_said_and_nothing_is_lost(
    template: Path, small_disk: Path, name: str, request: pytest.FixtureRequest
) -> None:
    begin(name, template, small_disk)
    filler = small_disk / "filler"
    filled(filler)
    with pytest.raises(NoRoom, match=r"MB are free|the disk is full"):
        WORKS[name](small_disk)
    request.getfixturevalue("without_asking_for_room")
    with pytest.raises(NoRoom, match="the disk is full"):
        WORKS[name](small_disk)
    filler.unlink()
    nothing_is_lost(small_disk)
    WORKS[name](small_disk)


def filled(path: Path) -> None:
    """Take every byte that is free."""
    try:
        with path.open("wb", buffering=0) as file:
            while True:
                file.write(b"\0" * 4096)
    except OSError:
        return
