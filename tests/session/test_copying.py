from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from session.copying import copy_record
from session.errors import InputError
from tests.session.test_record import files_end_at
from tests.session.tracks import payloads, write


@pytest.fixture
def record(tmp_path: Path) -> Path:
    write(tmp_path / "a.mcap", payloads())
    return tmp_path / "a.mcap"


def test_a_copy_is_the_same_and_has_the_check_sum_that_is_told(tmp_path: Path, record: Path) -> None:
    checksum = copy_record(record, tmp_path / "new" / "stick")
    assert (tmp_path / "new" / "stick" / "a.mcap").read_bytes() == record.read_bytes()
    assert checksum == hashlib.sha256(record.read_bytes()).hexdigest()


def test_the_same_record_may_be_copied_again_and_another_one_of_this_name_stays(tmp_path: Path, record: Path) -> None:
    to = tmp_path / "stick"
    assert copy_record(record, to) == copy_record(record, to)
    (to / "a.mcap").write_bytes(b"another")
    with pytest.raises(InputError, match="exists already and is another record"):
        copy_record(record, to)
    assert (to / "a.mcap").read_bytes() == b"another"


def test_a_full_disk_leaves_no_half_copy(tmp_path: Path, record: Path) -> None:
    with files_end_at(1000), pytest.raises(InputError, match="File too large"):
        copy_record(record, tmp_path / "stick")
    assert list((tmp_path / "stick").iterdir()) == []


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="only Linux has a folder that nobody may write to")
def test_a_folder_that_nobody_may_write_to_is_said(record: Path) -> None:
    with pytest.raises(InputError, match=r"/sys/kernel/a\.mcap cannot be written"):
        copy_record(record, Path("/sys/kernel"))


def test_a_record_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        copy_record(tmp_path / "none.mcap", tmp_path)
