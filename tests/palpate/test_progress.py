from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from itertools import count
from pathlib import Path

import pytest
from rich.console import Console

from palpate import analyze
from palpate.cli import INTERRUPTED, run
from palpate.progress import reading


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "long [1].csv"
    path.write_bytes(b"0" * 500)
    return path


def terminal() -> Console:
    return Console(file=StringIO(), force_terminal=True, width=80)


def shown(console: Console) -> str:
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def ticking(step_s: float) -> Iterator[float]:
    return count(0.0, step_s)


def test_what_takes_long_has_a_bar_that_goes_when_it_is_done(file: Path) -> None:
    console, clock = terminal(), ticking(0.4)
    with reading(str(file), console, lambda: next(clock)) as advance:
        for _ in range(2):
            advance(100)
        assert shown(console) == ""
        advance(100)
        assert "long [1].csv" in shown(console)
        assert "━" in shown(console)
    assert shown(console).endswith("\x1b[2K")


def test_what_is_done_within_a_second_has_none(file: Path) -> None:
    console, clock = terminal(), ticking(0.09)
    with reading(str(file), console, lambda: next(clock)) as advance:
        for _ in range(10):
            advance(50)
    assert shown(console) == ""


def test_a_bar_is_not_drawn_more_often_than_ten_times_a_second(file: Path) -> None:
    console, clock = terminal(), ticking(0.01)
    with reading(str(file), console, lambda: next(clock)) as advance:
        for _ in range(200):
            advance(5)
    # from 1.0 to 2.0 s
    assert 10 <= shown(console).count("long") <= 13


def test_where_standard_error_is_no_terminal_nothing_appears(file: Path) -> None:
    console, clock = Console(file=StringIO()), ticking(1.0)
    with reading(str(file), console, lambda: next(clock)) as advance:
        advance(500)
        advance(500)
    assert shown(console) == ""


def test_an_interruption_takes_the_bar_away_and_is_one_line(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(analyze, "open_source", interrupted)
    assert run(["analyze", str(file), "--json"]) == INTERRUPTED
    captured = capsys.readouterr()
    assert (captured.out, captured.err.strip()) == ("", "palpate: interrupted")
