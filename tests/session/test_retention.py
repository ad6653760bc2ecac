from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from session.errors import InputError
from session.record import record_path
from session.records import clock_doubt
from session.retention import Rule, judge, read_rule
from tests.session.tracks import STARTED, payloads, write

OLD = STARTED + timedelta(days=400)


def record(folder: Path, name: str, touched: datetime) -> Path:
    path = folder / name
    write(path, payloads())
    os.utime(path, (touched.timestamp(), touched.timestamp()))
    return path


def test_a_record_is_due_once_more_days_than_the_rule_keeps_have_passed(tmp_path: Path) -> None:
    path = record(tmp_path, "a.mcap", STARTED)
    assert judge(tmp_path, Rule(keep_days=30), STARTED + timedelta(days=30, hours=23)) == ()
    (found,) = judge(tmp_path, Rule(keep_days=30), STARTED + timedelta(days=31))
    assert (found.file, found.due, found.deleted, found.text) == (str(path), True, False, "31 days old")
    assert path.exists()


def test_a_record_whose_file_just_changed_is_kept(tmp_path: Path) -> None:
    record(tmp_path, "a.mcap", OLD - timedelta(hours=23))
    (found,) = judge(tmp_path, Rule(keep_days=30), OLD)
    assert not found.due
    assert found.text == "kept, as its file changed in the last day, although it is 400 days old"


def test_a_record_that_cannot_be_read_is_kept_and_told(tmp_path: Path) -> None:
    (tmp_path / "a.mcap").write_bytes(b"something else")
    (found,) = judge(tmp_path, Rule(keep_days=1), OLD)
    assert (found.due, found.text) == (False, "kept, as its age is not known: this is no record (no MCAP file)")


def test_no_age_is_certain_while_the_clock_stands_before_a_record(tmp_path: Path) -> None:
    record(tmp_path, "a.mcap", STARTED)
    with pytest.raises(InputError, match=r"before the newest record \(2026-01-02 03:04 UTC\): set it right"):
        judge(tmp_path, Rule(keep_days=1), STARTED - timedelta(seconds=1))


def test_the_rule_stands_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "retention.toml").write_text("keep_days = 3650\n", encoding="utf-8")
    assert read_rule(tmp_path) == Rule(keep_days=3650)


def test_without_a_rule_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nobody said how long records are kept: give --keep-days"):
        read_rule(tmp_path)


@pytest.mark.parametrize("text", ["", "keep_days = 0", "keep_days = true", "keep_days = '9'", "days = 3", "=", "\0"])
def test_what_is_no_rule_deletes_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "retention.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="this is no rule"):
        read_rule(tmp_path)


def test_a_clock_that_was_set_back_is_told_by_the_names(tmp_path: Path) -> None:
    for days in (0, 3, 2):
        record_path(tmp_path, "PT-1", STARTED + timedelta(days=days)).touch()
    (tmp_path / "notes.mcap").touch()
    assert clock_doubt(tmp_path, STARTED + timedelta(days=3)) is None
    doubt = clock_doubt(tmp_path, STARTED + timedelta(days=2))
    assert doubt is not None
    assert doubt.startswith("the clock of this computer stands before the newest record (2026-01-05 03:04 UTC): set it")


def test_without_records_no_clock_is_doubted(tmp_path: Path) -> None:
    assert clock_doubt(tmp_path, datetime(1970, 1, 1, tzinfo=UTC)) is None
