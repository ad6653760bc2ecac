"""A simulated tool whose time stands still until the test moves it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from _pytest_palpate.hand import AnyTool
from _pytest_palpate.heard import Heard, Span
from _pytest_palpate.server import Said, Server
from _pytest_palpate.values import LINK_LOST, Gap, Payload

__tracebackhide__ = True

START: Final = bytes.fromhex("0101")
"""Command and echo id; the rate in mHz follows."""


class Tool(AnyTool):
    """One tool and its one client, the test; nothing passes but by `advance` and `listen`."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._heard = Heard()
        self._fresh: list[Payload] = []
        self.connected = False
        """Whether there is a connection now; the tool may drop it."""

    def __repr__(self) -> str:
        return f"<simulated tool at {self.t_s:.2f} s>"

    # time

    def advance(self, s: float) -> None:
        """Let so many seconds pass; what the tool says waits in `payloads`."""
        self._ask("advance", s=s)

    def payloads(self) -> list[Payload]:
        """What the tool said since the last call, oldest first."""
        fresh, self._fresh = self._fresh, []
        return fresh

    def listen(self, for_s: float, *, every_s: float = 0.05) -> Iterator[list[Payload]]:
        """Let `for_s` pass in steps, and yield after each what the tool said: an application that runs beside it."""
        steps = max(round(for_s / every_s), 1)
        for _ in range(steps):
            self.advance(for_s / steps)
            yield self.payloads()

    # the client's side of the link

    def connect(self, mtu: int = 247) -> None:
        """Connect; layout, status and battery come as payloads, as if they had been read."""
        self.connected = True
        self._ask("connect", mtu=mtu)

    def start(self, rate_hz: float = 0) -> None:
        """Have it sample: START with a rate, 0 for the tool's own. The answer comes as a payload."""
        self.write(START + round(1000 * rate_hz).to_bytes(4, "little"))

    def write(self, data: bytes) -> None:
        """Write a request of docs/protocol.md to Control or Setup; the answer comes as a payload."""
        self._ask("write", hex=data.hex())

    def read(self, what: str) -> bytes:
        """Read `layout`, `status` or `battery`."""
        return bytes.fromhex(self._ask("read", what=what)["hex"])

    def disconnect(self) -> None:
        """Hang up."""
        self._ask("disconnect")
        self.connected = False

    # what came of it

    @property
    def gaps(self) -> list[Gap]:
        """Times of which no sample was heard, after some were; oldest first."""
        return self._heard.gaps(self._first_s(), self.t_s)

    @property
    def heard(self) -> list[Span]:
        """Times of which samples were heard, in the order of their arrival."""
        return self._heard.spans(self._first_s())

    def _first_s(self) -> float:
        """When the first sample was taken."""
        return float(self._ask("truth")["first_s"] or 0.0)

    def _ask(self, do: str, **how: Any) -> Said:
        return self._server.ask({"do": do} | how, self._hear)

    def _hear(self, said: Said) -> None:
        if "link" in said:
            self.connected = False
            payload = Payload(said["t_s"], LINK_LOST, b"")
        else:
            payload = Payload(said["t_s"], said["channel"], bytes.fromhex(said["hex"]))
        self._heard.hear(payload)
        self._fresh.append(payload)
