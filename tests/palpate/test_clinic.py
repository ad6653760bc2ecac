"""A whole visit at the command line, and what a stranger finds afterwards: nothing of anybody."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from clinic.cases.kept import KeptFile
from clinic.store.clients import client_called
from clinic.store.history import history
from clinic.store.opened import utc_now
from palpate.cli import run
from tests.clinic.store.older import run as run_sql
from tests.clinic.store.people import WORD, again
from tests.gui.visit.conftest import Opened, opened
from tests.gui.visit.room import visit_of
from tests.gui.visit.test_whole_visit import after_it, at_the_point, before_points, treated
from tests.palpate.clinic_desk import added, cheap, place, tell

__all__ = ["cheap", "opened", "place"]

SECRETS = (
    "Quaife",
    "Zebulon",
    "1961-03-07",
    "07.03.1961",
    "0151 7734",
    "sleeps badly",
    "ache at the temple",
    "warm and loose",
    "beside the sea",
)
"""What nobody may find: name, birthday, contact, notes, words."""


def test_people_are_added_listed_shown_changed_and_found(place: Path) -> None:
    assert "Nobody yet" in tell("people", "list")
    called = added()
    other = added("Bob Stone")
    assert [line.split()[0] for line in tell("people", "list").splitlines()] == [other, called]
    shown = tell("people", "show", called.lower())
    assert f"{called}  Zebulon Quaife  born 1961-03-07  0151 7734" in shown
    assert "sleeps badly" in shown
    assert called in tell("people", "search", "zeb", "slee")
    assert tell("people", "search", "nobody") == ""
    assert "Changed." in tell("people", "change", called, text="\n\n0000\n\n\n")
    assert "born 1961-03-07  0000" in tell("people", "show", called)
    assert "nobody here is called" in tell("people", "show", "0000-0000", code=2)


def test_what_is_typed_wrong_is_said(place: Path) -> None:
    assert "born: it should be a valid date" in tell("people", "add", text="A\n7.3.61\n\n\n\n", code=2)
    assert "name: it should have at least 1 character" in tell("people", "add", text="\n\n\n\n\n", code=2)
    assert "there is a clinic" in tell("init", "--login", "b", "--name", "B", code=2)
    assert "not the passphrase of anna" in tell("people", "list", word="other", code=2)
    assert "no passphrase can be read" in tell("people", "list", word="none", code=2)


def test_keys_and_accounts_change(place: Path) -> None:
    shown = tell("accounts", "add", "ben", "--name", "Ben", "--trainee", "--new-passphrase-file", "other")
    assert shown.splitlines()[1].split() == ["ben", "trainee", "Ben"]
    assert "say who you are: --as anna|ben" in tell("people", "list", code=2)
    os.environ["PALPATE_LOGIN"] = "anna"
    try:
        assert "encrypted with a new key" in tell("change-key")
        assert "anna has a new passphrase" in tell(
            "change-key", "--passphrase", "anna", "--new-passphrase-file", "other"
        )
        assert "not the passphrase" in tell("people", "list", code=2)
        assert "Nobody yet" in tell("people", "list", word="other")
        assert "ben              trainee       Ben (closed)" in tell("accounts", "close", "ben", word="other")
    finally:
        del os.environ["PALPATE_LOGIN"]


def test_the_recovery_code_opens_what_a_forgotten_passphrase_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "word").write_text(f"{WORD}\n", "utf-8")
    code = tell("init", "--login", "anna", "--name", "Anna").partition("Recovery code: ")[2].split()[0]
    (tmp_path / "code").write_text(code, "utf-8")
    (tmp_path / "other").write_text("another passphrase", "utf-8")
    arguments = ["change-key", "--as", "recovery", "--passphrase", "anna", "--new-passphrase-file", "other"]
    assert "anna has a new passphrase" in tell(*arguments, word="code")
    assert "Nobody yet" in tell("people", "list", word="other")


def test_a_backup_comes_back_and_a_deleted_person_does_not(place: Path) -> None:
    called, other = added(), added("Bob Stone")
    assert "read back and whole" in tell("backup", "-o", "all.palpate-backup")
    assert "whole; of " in tell("restore", "all.palpate-backup", "--check")
    done = tell("delete", called, "--for-good")
    assert "Deleted, with 0 records." in done
    assert "all.palpate-backup (of " in done
    assert "say --replace" in tell("restore", "all.palpate-backup", code=2)
    assert "What was there before is kept" in tell("restore", "all.palpate-backup", "--replace")
    assert [line.split()[0] for line in tell("people", "list").splitlines()] == [other]


def test_nobody_is_deleted_who_was_not_meant(place: Path) -> None:
    called = added()
    for answer in ("n\n", "\n", ""):
        tell("delete", called, text=answer, code=1)
    assert called in tell("people", "list")


@pytest.mark.parametrize("how", [(), ("--open",), ("--hand-over", "--new-passphrase-file", "other")])
def test_an_export_comes_into_another_clinic(place: Path, how: tuple[str, ...]) -> None:
    called = added()
    added("Bob Stone")
    assert "values" in tell("export", "-o", "one.export", "--client", called, *how)
    assert tell("import", "one.export", *own(how)).startswith("0 new, ")
    assert "Deleted" in tell("delete", called, "--for-good")
    assert tell("import", "one.export", *own(how)).startswith("1 new, ")
    assert called in tell("people", "list")


def own(how: tuple[str, ...]) -> tuple[str, ...]:
    return ("--file-passphrase", "other" if "--hand-over" in how else "word") if "--open" not in how else ()


def test_the_trail_is_shown_and_checked(place: Path) -> None:
    called = added()
    shown = tell("audit")
    assert "added" in shown
    assert shown.splitlines()[-1].endswith("as it was written")
    assert "Quaife" not in shown
    about = tell("audit", "--client", called)
    assert [line.split()[3] for line in about.splitlines()[:-1]] == ["added"]
    assert tell("audit", "--check").count("\n") == 1


def test_a_damaged_trail_is_exit_code_one(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from clinic.store import trail

    monkeypatch.setattr(trail, "breaks", lambda _connection: iter(("line 2 was changed",)))
    assert "NOT as it was written" in tell("audit", code=1)


class Found(Exception):
    """A secret was found."""


def searched(folder: Path) -> None:
    """Look through every byte of every file, in the ways in which text may lie there; raises `Found`."""
    forms = [(word, form) for word in SECRETS for form in forms_of(word)]
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes().lower()
            for word, form in forms:
                if form in content:
                    raise Found(f"{word} in {path}")


def forms_of(word: str) -> set[bytes]:
    low = word.lower()
    return {low.encode(), low.encode("utf-16-le"), low.encode("utf-16-be"), low.encode().hex().encode()}


def test_the_search_finds_what_lies_open(tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        (tmp_path / "a").write_bytes(b"x" + "QUAIFE".encode(encoding))
        with pytest.raises(Found, match="Quaife"):
            searched(tmp_path)
    (tmp_path / "a").write_bytes(b"nobody")
    searched(tmp_path)


@pytest.fixture
def strange(place: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> Iterator[Path]:
    """Where a stranger looks: data, temporary files, caches, settings, and a log as talkative as it can be."""
    (place / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place / "tmp"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(place / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(place / "elsewhere"))
    caplog.set_level(logging.DEBUG)
    yield place
    caplog.clear()


def test_after_a_whole_visit_nothing_of_a_person_lies_open_anywhere(
    strange: Path, opened: Opened, qtbot: QtBot, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the window, from the questions to the note; then everything that copies, changes, deletes or goes wrong."""
    place = strange
    called = visited(place, opened, qtbot)
    moved_about(called)
    assert "Zebulon" in tell("people", "show", called)
    for field in ("born", "name", "language"):
        assert "internal fault (ValidationError" in (said := faulty(place, field, capsys))
        assert not [word for word in SECRETS if word in said]
    assert "internal fault (ValidationError" in (said := faulty_chart(place, called, capsys))
    assert not [word for word in SECRETS if word in said]
    reports = [path.read_text("utf-8") for path in (place / "tmp").glob("palpate-*.log")]
    assert ["ValidationError" in report for report in reports] == [True] * 4
    assert len(caplog.records) > 10
    (place / "log.txt").write_text(caplog.text, "utf-8")
    searched(place)
    searched(Path(os.environ["XDG_CONFIG_HOME"]))


def visited(place: Path, opened: Opened, qtbot: QtBot) -> str:
    """Somebody new comes, is treated with a simulated tool, and says something; the pseudonym."""
    called = added()
    with again(place / "data" / "clinic", clock=utc_now) as clinic:
        clinic.stay_open()
        window = opened(place / "data", visit_of(KeptFile(clinic, called)))
        before_points(window, goals="sleep again beside the sea")
        at_the_point(window)
        treated(window, qtbot)
        after_it(window, words="warm and loose", note="ache at the temple")
        assert not window.isVisible(), window.notice.text()
        with clinic.work() as desk:
            kinds = [each.kind for each in history(desk, client_called(desk, called))]
    assert {"hold", "response", "pain", "threshold", "palpation"} <= set(kinds)
    assert called in tell("people", "search", "loose")
    assert called in tell("people", "search", "temple", "sea")
    return called


def moved_about(called: str) -> None:
    """Everything that copies, changes or deletes."""
    tell("people", "search", "zebulon")
    tell("backup", "-o", "all.palpate-backup")
    tell("export", "-o", "all.palpate-export")
    tell("change-key")
    assert "Deleted, with 1 records" in tell("delete", called, "--for-good")
    tell("restore", "all.palpate-backup", "--replace")
    tell("import", "all.palpate-export", "--file-passphrase", "word")


def faulty_chart(place: Path, called: str, capsys: pytest.CaptureFixture[str]) -> str:
    """The same of a chart."""
    wrong = "json_set(body, '$.consents', json('[\"Quaife sleeps badly\"]'))"
    run_sql(place / "data" / "clinic", f"UPDATE chart SET body = {wrong}")
    capsys.readouterr()
    where = ("--at", "infraspinatus-fossa:left", "--tip", "1", "--data", "data", "--passphrase-file", "word")
    assert run(["screen", "show", called, *where]) == 70
    return capsys.readouterr().err


def faulty(place: Path, field: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What the program says where a value in the database is of a wrong kind."""
    wrong = f"json_set(body, '$.{field}', json('[\"Quaife 1961-03-07\"]'))"
    run_sql(place / "data" / "clinic", f"UPDATE client SET body = {wrong}")
    capsys.readouterr()
    assert run(["clinic", "people", "--data", "data", "--passphrase-file", "word", "list"]) == 70
    return capsys.readouterr().err
