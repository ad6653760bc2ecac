"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from palpate.options import Speed, new_record


@pytest.mark.parametrize(("text", "speed"), [("max", None), ("1", 1.0), ("0.25", 0.25), ("1000", 1000.0), (2.0, 2.0)])
def test_a_speed_is_a_number_or_max(text: object, speed: float | None) -> None:
    assert Speed().convert(text, None, None) == speed


@pytest.mark.parametrize("text", ["0", "-1", "1000.1", "nan", "inf", "fast", ""])
def test_no_speed_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(click.BadParameter, match="is no speed: give a number above 0, or max"):
        Speed().convert(text, None, None)


def test_runs_that_begin_in_one_second_have_records_of_their_own(tmp_path: Path) -> None:
    paths = []
    for _ in range(3):
        paths.append(new_record(None, tmp_path, "SIM-0001"))
        paths[-1].touch(exist_ok=False)
    assert len(set(paths)) == 3
