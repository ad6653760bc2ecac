"""The tests for any tool, as somebody runs them who has one: here it is a simulated one in another process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.palpate.serving import serving

TESTS = str(Path(__file__).with_name("test_any_tool.py"))
STORIES = "heard or before_start or without_a_gap or goes_on"
"""In real time: the others take half a minute more, and nothing else is between them and the tool."""


def test_the_clients_tests_pass_against_a_served_tool() -> None:
    with serving() as served:
        tool = f"ble:{served.ready['serial']}"
        tests = [sys.executable, "-m", "pytest", TESTS, "-m", "radio", "--tool", tool, "-k", STORIES, "-q"]
        done = subprocess.run(
            [*tests, "-p", "no:cacheprovider"],
            cwd=Path(__file__).parents[2],
            env=served.environment,
            capture_output=True,
            text=True,
            timeout=110,
            check=False,
        )
    assert done.returncode == 0, done.stdout
    assert "4 passed" in done.stdout
