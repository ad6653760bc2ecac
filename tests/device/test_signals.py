from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that a parent may send to one child")
def test_a_program_that_is_interrupted_lets_go_of_the_tool() -> None:
    command = [sys.executable, "-m", "tests.device.hold_on"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "online\n"
        program.send_signal(signal.SIGINT)
        rest, _ = program.communicate(timeout=30)
    assert rest == "('disconnect', 0)\n"
