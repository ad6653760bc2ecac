"""A screen of its own, and a keyboard that somebody types on: Xvfb and xdotool."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

SIZE: Final = "1400x900x24"
BEGINS_S: Final = 240.0
LOOK_S: Final = 0.05


def missing() -> str:
    """What a screen of its own lacks here, "" where nothing."""
    names = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
    return f"{' and '.join(names)} not installed" if names else ""


@contextmanager
def screen() -> Iterator[str]:
    """The name of a display that nobody else uses."""
    reads, writes = os.pipe()
    command = ["Xvfb", "-displayfd", str(writes), "-screen", "0", SIZE, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(writes,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        os.close(writes)
        if not select.select([reads], [], [], BEGINS_S)[0]:
            raise TimeoutError("Xvfb did not begin")
        yield f":{os.read(reads, 20).decode().strip()}"
    finally:
        os.close(reads)
        server.terminate()
        server.wait(BEGINS_S)


class Keyboard:
    """Types into the window that has the focus on one display."""

    def __init__(self, display: str) -> None:
        self._env = os.environ | {"DISPLAY": display}

    def focus(self, title: str) -> None:
        """Give the keys to the window of this title, once there is one."""
        found = self._run("search", "--sync", "--onlyvisible", "--name", title).split()
        self._run("windowfocus", "--sync", found[0])

    def key(self, *names: str) -> None:
        """Press keys one after the other, as "Return" or "ctrl+Return"."""
        self._run("key", "--clearmodifiers", *names)

    def type(self, text: str) -> None:
        """Type a text."""
        self._run("type", "--clearmodifiers", "--delay", "8", text)

    def _run(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self._env, check=True, capture_output=True, text=True, timeout=BEGINS_S
        )
        return done.stdout


def until(holds: Callable[[], bool], limit_s: float, what: str) -> None:
    """Wait for another program; raises `TimeoutError` with what did not come."""
    end_s = time.monotonic() + limit_s
    while not holds():
        if time.monotonic() > end_s:
            raise TimeoutError(what)
        time.sleep(LOOK_S)
