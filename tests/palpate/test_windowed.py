"""Runs in the window: how they end, and what is left then."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from palpate.cli import INTERRUPTED, run
from protocol.link import Channel
from session.inputs import Quit, Stop, read_input
from session.playback import read_record


def test_ctrl_c_in_the_window_ends_the_treatment_and_leaves_a_whole_record(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.SIGINT))
    assert run(["demo", "--data", str(tmp_path)]) == INTERRUPTED
    out, err = capsys.readouterr()
    assert (out, err.strip()) == ("", "palpate: interrupted")
    recorded = read_record(next((tmp_path / "records").iterdir()))
    said = [read_input(payload.data) for payload in recorded.payloads if payload.channel is Channel.INPUT]
    assert recorded.whole
    assert said == [Stop(), Quit()]


@pytest.mark.parametrize("speed", ["max", "5.1"])
def test_a_window_at_no_speed_that_eyes_can_follow_is_refused_before_it_opens(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str], speed: str
) -> None:
    assert run(["demo", "--speed", speed, "--data", str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("palpate: a window needs a speed that eyes can follow: ")
    assert "add --headless" in err
    assert err.count("\n") == 1
    assert list((tmp_path / "records").iterdir()) == []
