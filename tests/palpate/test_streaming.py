from __future__ import annotations

import sys
from typing import Any

import click
import pytest
from click.testing import CliRunner

from palpate import options
from palpate.cli import BAD_INPUT, run
from palpate.demo import demo
from palpate.streaming import lsl, pace, streamed
from palpate.treat import treat
from session.runner import Runner


def asked(*arguments: str) -> Any:
    """What a command with these arguments makes of them: its speed, and who follows."""

    @click.command()
    @lsl
    @options.speed("2")
    def command(speed: float | None) -> tuple[float | None, object]:
        return pace(speed), streamed(nobody)

    return CliRunner().invoke(command, arguments, standalone_mode=False)


def nobody(_: Runner) -> None:
    pass


def test_without_the_option_nothing_changes() -> None:
    assert asked().return_value == (2.0, nobody)
    assert asked("--speed", "max").return_value == (None, nobody)


def test_a_simulation_that_is_streamed_runs_in_real_time() -> None:
    try:
        import pylsl  # noqa: F401 - whether it is there
    except (ImportError, RuntimeError) as error:
        pytest.skip(f"the Lab Streaming Layer is not installed: {error}")
    for arguments in (["--lsl"], ["--lsl", "--speed", "1"]):
        speed, follow = asked(*arguments).return_value
        assert speed == 1.0
        assert follow is not nobody


def test_another_speed_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["demo", "--headless", "--lsl", "--speed", "5"]) == BAD_INPUT
    assert "streams for the laboratory are in real time: leave out --speed, or --lsl" in capsys.readouterr().err


def test_where_there_is_no_pylsl_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pylsl", None)
    monkeypatch.delitem(sys.modules, "session.lsl", raising=False)
    assert "install the extra “lsl” (pip install palpate-app[lsl])" in str(asked("--lsl").exception)


@pytest.mark.parametrize("command", [demo, treat])
def test_both_that_guide_can_stream(command: click.Command) -> None:
    assert "--lsl" in {option for parameter in command.params for option in parameter.opts}
