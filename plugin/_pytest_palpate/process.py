"""Another process, spoken to in lines; nothing here waits without a bound."""

from __future__ import annotations

import contextlib
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from queue import Empty, SimpleQueue
from typing import IO, Final

from _pytest_palpate.command import surroundings
from _pytest_palpate.errors import SimulatorFailed

__tracebackhide__ = True

ANSWER_S: Final = 60.0
"""It answers within a second; a busy machine that starts many at once is given more."""
END_S: Final = 10.0
"""To end by itself."""
TAIL: Final = 4000
"""Bytes of standard error that are shown."""


class LineProcess:
    """A process that runs until `end`; its standard error is kept for the day something goes wrong."""

    def __init__(self, command: Sequence[str], answer_s: float = ANSWER_S) -> None:
        self._answer_s = answer_s
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `end`
        try:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors, env=surroundings()
            )
        except OSError as error:
            self._errors.close()
            raise SimulatorFailed(f"{command[0]} does not start: {error.strerror}") from error
        self._lines: SimpleQueue[bytes | None] = SimpleQueue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    @property
    def running(self) -> bool:
        """Whether it can still be spoken to."""
        return self._process.poll() is None

    @property
    def pid(self) -> int:
        """Its number in the operating system."""
        return self._process.pid

    def say(self, line: str) -> None:
        """Write one line, short enough for a pipe that nobody empties."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(line.encode() + b"\n")
            self._process.stdin.flush()
        except (OSError, ValueError) as error:
            raise SimulatorFailed(self._obituary()) from error

    def hear(self) -> str:
        """The next line. Raises `SimulatorFailed` when it has ended, or says nothing for too long."""
        try:
            line = self._lines.get(timeout=self._answer_s)
        except Empty:
            self._kill()
            raise SimulatorFailed(
                f"palpate said nothing for {self._answer_s:g} s and was ended{self._last_words()}"
            ) from None
        if line is None:
            raise SimulatorFailed(self._obituary())
        return line.decode(errors="replace")

    def end(self) -> None:
        """Close its standard input, at which it ends by itself; kill it if it does not."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        try:
            self._process.wait(END_S)
        except subprocess.TimeoutExpired:
            self._kill()
        self._listener.join(END_S)
        if not self._listener.is_alive():  # a child of it might hold the pipe
            self._process.stdout.close()
        self._errors.close()

    def _kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put(None)

    def _obituary(self) -> str:
        try:
            code = self._process.wait(END_S)
        except subprocess.TimeoutExpired:
            self._kill()
            return f"palpate closed its pipes and was ended{self._last_words()}"
        return f"palpate has ended (exit code {code}){self._last_words()}"

    def _last_words(self) -> str:
        if self._errors.closed:
            return ""
        self._errors.seek(0, 2)
        self._errors.seek(max(self._errors.tell() - TAIL, 0))
        said = self._errors.read().decode(errors="replace").strip()
        return f"; it said:\n{said}" if said else "; it said nothing on standard error"
