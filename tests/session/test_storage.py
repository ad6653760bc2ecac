from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from session.storage import look_at, needed_bytes
from session.unknown import Unknown


def test_a_folder_that_is_missing_is_made_and_left_empty(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "records"
    storage = look_at(folder)
    assert storage.folder == str(folder)
    assert isinstance(storage.free_bytes, int)
    assert storage.free_bytes == pytest.approx(shutil.disk_usage(tmp_path).free, rel=0.1)
    assert list(folder.iterdir()) == []


def test_a_place_where_no_folder_can_be_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    storage = look_at(tmp_path / "file" / "records")
    assert isinstance(storage.free_bytes, Unknown)
    assert storage.free_bytes.reason


def test_an_hour_of_a_hundred_readings_a_second_needs_ninety_megabytes() -> None:
    assert needed_bytes(3600, 100) == 50_000_000 + 50_400_000
