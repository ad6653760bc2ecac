"""A trainee's file only grows, and a line that a crash cut off costs nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from session.errors import InputError, NotKept
from tests.training.results import later, result
from training.trainee import append, read_results, trainee_path


def test_what_is_appended_is_read_again(tmp_path: Path) -> None:
    path = trainee_path(tmp_path / "training", "T-07")
    assert read_results(path) == ()
    first, second = result(points=81.25), result(at=later(1), points=None)
    append(path, [first])
    before = path.read_bytes()
    append(path, [second])
    assert path.read_bytes().startswith(before)
    assert read_results(path) == (first, second)


@pytest.mark.parametrize("cut", [1, 2, 40, 400])
def test_a_line_that_was_cut_off_holds_none_and_the_next_one_stands_by_itself(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "a.jsonl"
    append(path, [result(), result(at=later(1))])
    path.write_bytes(path.read_bytes()[:-cut])
    whole = (result(), result(at=later(1))) if cut == 1 else (result(),)
    assert read_results(path) == whole
    append(path, [result(at=later(2))])
    assert read_results(path) == (*whole, result(at=later(2)))


def test_a_whole_line_that_is_none_of_ours_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    append(path, [result()])
    with path.open("a") as file:
        file.write('{"format": "palpate.trial/9"}\n')
    with pytest.raises(InputError, match=r"line 2 is no result"):
        read_results(path)


@pytest.mark.parametrize("name", ["", "../etc", "Anna Holt", "a" * 33, "-x", "ä"])
def test_what_is_no_pseudonym_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="no pseudonym"):
        trainee_path(tmp_path, name)


def test_what_cannot_be_kept_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotKept, match="the record has them"):
        append(tmp_path / "file" / "a.jsonl", [result()])
    with pytest.raises(InputError, match="cannot be read"):
        read_results(tmp_path)
