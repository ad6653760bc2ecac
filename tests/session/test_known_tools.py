from __future__ import annotations

import json
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from session.errors import NotKept
from session.known_tools import MOST_KNOWN, forget, known_tools, remember


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "known_tools.json"


def serials(file: Path) -> list[str]:
    return [tool.serial for tool in known_tools(file)]


def test_without_a_file_nothing_is_known(file: Path) -> None:
    assert known_tools(file) == ()
    assert not file.parent.exists()


def test_the_tool_used_last_comes_first_and_each_is_there_once(file: Path) -> None:
    for serial in ("A", "B", "A", "C", "B"):
        remember(file, serial)
    assert serials(file) == ["B", "C", "A"]
    assert isinstance(known_tools(file)[0].used_on, date)
    assert known_tools(file)[0].used_on == datetime.now(UTC).date()


def test_a_tool_that_is_forgotten_is_gone_and_the_others_stay(file: Path) -> None:
    for serial in ("A", "B"):
        remember(file, serial)
    assert forget(file, "B")
    assert serials(file) == ["A"]
    assert not forget(file, "B")


def test_the_tool_unused_for_longest_makes_room(file: Path) -> None:
    for number in range(MOST_KNOWN + 1):
        remember(file, f"PT-{number}")
    assert len(serials(file)) == MOST_KNOWN
    assert serials(file)[-1] == "PT-1"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": "palpate.known-tools/2", "tools": []}', '{"tools": [{}]}'])
def test_a_damaged_file_says_what_to_do_and_is_not_written_over(text: str, file: Path) -> None:
    file.parent.mkdir()
    file.write_text(text, "utf-8")
    with pytest.raises(NotKept, match="it is damaged; delete the file"):
        known_tools(file)
    with pytest.raises(NotKept):
        remember(file, "A")
    assert file.read_text("utf-8") == text


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid"), reason="folders are protected in another way")
def test_a_place_where_nothing_can_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", "utf-8")
    with pytest.raises(NotKept, match="taken"):
        remember(tmp_path / "taken" / "known_tools.json", "A")


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remember(file, "A")

    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotKept, match="No space left on device"):
        remember(file, "B")
    assert serials(file) == ["A"]
    assert list(file.parent.iterdir()) == [file]


def test_the_file_is_json_that_says_its_format(file: Path) -> None:
    remember(file, "A")
    assert json.loads(file.read_text("utf-8"))["format"] == "palpate.known-tools/1"


@given(st.lists(st.text(min_size=1, max_size=64), max_size=5, unique=True))
def test_what_is_remembered_is_known_whatever_the_serial_numbers_are(names: list[str]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "known_tools.json"
        usable = [name for name in names if name.encode("utf-8", "ignore").decode() == name]
        for name in usable:
            remember(file, name)
        assert serials(file) == usable[::-1]
