"""A simulated tool in real time, for applications that use Bluetooth."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Sequence
from typing import Any

from _pytest_palpate.errors import SimulatorFailed
from _pytest_palpate.hand import AnyTool
from _pytest_palpate.process import ANSWER_S, LineProcess
from _pytest_palpate.server import Said, answer_in, said_in

__tracebackhide__ = True

ANYWHERE = "127.0.0.1:0"
"""Any free port that only this machine can reach."""


class ServedTool(AnyTool):
    """A tool behind a Bluetooth controller that an application opens; time passes by itself."""

    def __init__(self, command: Sequence[str], scenario: str, seed: int) -> None:
        ports = ("--transport", f"tcp-server:{ANYWHERE}", "--control", ANYWHERE)
        self._process = LineProcess(
            (*command, "serve", scenario, *ports, "--seed", str(seed), "--json", "--until-eof"), ANSWER_S
        )
        try:
            ready = said_in(self._process.hear())
            host, _, port = ready["control"].rpartition(":")
            self._control = socket.create_connection((host, int(port)), ANSWER_S)
        except BaseException:
            self._process.end()
            raise
        self._answers = self._control.makefile("r", encoding="utf-8")
        self.hci: str = ready["client"]
        """Where the application's Bluetooth stack finds its controller, as bumble writes it: tcp-client:HOST:PORT."""

    @property
    def pid(self) -> int:
        """The number of its process in the operating system."""
        return self._process.pid

    def end(self) -> None:
        """Switch it off."""
        self._answers.close()
        self._control.close()
        self._process.end()

    def _ask(self, do: str, **how: Any) -> Said:
        try:
            self._control.sendall(json.dumps({"do": do} | how).encode() + b"\n")
            line = self._answers.readline()
        except OSError as error:
            raise SimulatorFailed(f"palpate does not answer: {error}") from error
        if not line:
            self._process.hear()  # says why it ended
        return answer_in(said_in(line))


class ServedTools:
    """Serves as many as the test wants."""

    def __init__(self, command: Callable[[], Sequence[str]]) -> None:
        self._command = command
        self._served: list[ServedTool] = []

    def __call__(self, scenario: str = "untouched", *, seed: int = 1) -> ServedTool:
        """A tool that was just switched on and advertises; `scenario` is a name or a file that ends in .toml."""
        tool = ServedTool(self._command(), scenario, seed)
        self._served.append(tool)
        return tool

    def end(self) -> None:
        """Switch all off."""
        while self._served:
            self._served.pop().end()
