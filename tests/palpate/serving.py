"""`palpate serve` in a process of its own."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

PALPATE = [sys.executable, "-m", "palpate"]


class Served:
    """A tool that another process serves."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, process.communicate()[1]
        self.ready: dict[str, Any] = json.loads(line)
        self.environment = os.environ | {"PALPATE_HCI": self.ready["client"]}
        """What makes our programs use it."""

    def ask(self, *requests: dict[str, Any]) -> list[dict[str, Any]]:
        """Ask over the control socket, one after the other."""
        host, port = self.ready["control"].rsplit(":", 1)
        with socket.create_connection((host, int(port)), timeout=60) as talk, talk.makefile("rw") as lines:
            answers = []
            for request in requests:
                lines.write(json.dumps(request) + "\n")
                lines.flush()
                answers.append(json.loads(lines.readline()))
            return answers


@contextmanager
def serving(
    *arguments: str, transport: str = "tcp-server:127.0.0.1:0", before: tuple[str, ...] = ()
) -> Iterator[Served]:
    """Serve in another process until the block ends; `before` is put before the command."""
    command = [*before, *PALPATE, "serve", *arguments, "--transport", transport, "--control", "127.0.0.1:0", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield Served(process)
        finally:
            process.terminate()
            process.communicate(timeout=60)
