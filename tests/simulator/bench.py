"""A tool on the bench: requests in, answers and frames out, without any link."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np

from protocol.control import RESEND_DONE, Command, Number, Reply, Request, ResendDone
from protocol.events import ToolEvent
from protocol.frames import Frame, SampleFrame, Width, read_frame
from protocol.link import Channel
from simulator.happenings.every import Happening
from simulator.happenings.people import Press
from simulator.scenario import Scenario
from simulator.tool import Tool

WIDE = 247


class Said(NamedTuple):
    """What the tool said in a while, sorted by channel."""

    replies: list[Reply]
    frames: list[SampleFrame]
    events: list[ToolEvent]
    order: list[Channel]
    late: list[SampleFrame]
    ends: list[ResendDone]
    others: list[Frame]
    """Sync and slow frames."""
    sequence: list[int]
    """Types of frames, in their order."""

    def then(self, more: Said) -> Said:
        return Said(
            self.replies + more.replies,
            self.frames + more.frames,
            self.events + more.events,
            self.order + more.order,
            self.late + more.late,
            self.ends + more.ends,
            self.others + more.others,
            self.sequence + more.sequence,
        )

    @property
    def counts(self) -> list[int]:
        return [int(count) for frame in self.frames for count in frame.counts[:, 0]]

    @property
    def counters(self) -> list[int]:
        return [frame.counter + i for frame in self.frames for i in range(len(frame.counts))]


def scenario(*happenings: Happening, for_s: float = 20, presses: Iterable[Press] = (), **more: Any) -> Scenario:
    """Nobody presses unless asked, and the crystal is exact."""
    values: dict[str, Any] = {"name": "test", "text": "A test.", "simulated_s": for_s, "clock_ppm": 0.0} | more
    return Scenario.model_validate(values | {"happenings": happenings, "presses": tuple(presses)})


class Bench:
    """A connected tool; `echo` counts by itself."""

    def __init__(self, setting: Scenario | None = None, mtu: int = WIDE, seed: int = 1) -> None:
        self.tool = Tool(setting or scenario(), seed)
        self.tool.connect(0.0, mtu)
        self.asked_s = 0.0
        self._echo = 0

    def request(self, command: Command, *parameters: Number) -> Request:
        self._echo = self._echo % 255 + 1
        return Request.of(command, self._echo, *parameters)

    def ask(self, t_s: float, command: Command, *parameters: Number) -> Reply:
        """The one answer that comes at once."""
        return self.write(t_s, bytes(self.request(command, *parameters)))

    def write(self, t_s: float, data: bytes) -> Reply:
        self.tool.write_control(t_s, data)
        (reply,) = self.until(t_s).replies
        return reply

    def start(self, t_s: float = 0.0, rate_mhz: int = 0) -> Reply:
        return self.ask(t_s, Command.START, rate_mhz)

    def until(self, t_s: float) -> Said:
        self.asked_s = t_s
        said = Said([], [], [], [], [], [], [], [])
        for channel, data in self.tool.advance(t_s):
            said.order.append(channel)
            match channel:
                case Channel.CONTROL_REPLY if data[0] == RESEND_DONE:
                    said.ends.append(ResendDone.from_bytes(data))
                case Channel.CONTROL_REPLY:
                    said.replies.append(Reply.from_bytes(data))
                case Channel.EVENTS:
                    said.events.append(ToolEvent.from_bytes(data))
                case _:
                    said.sequence.append(data[0])
                    _sort(read_frame(data, (Width.I24,)), said)
        return said

    def steps(self, until_s: float, step_s: float = 0.04) -> Said:
        """Ask every `step_s` from the last time on, as a pump does, and put together what was said."""
        together = self.until(self.asked_s)
        while self.asked_s < until_s:
            together = together.then(self.until(min(self.asked_s + step_s, until_s)))
        return together


def slots_of(frames: list[SampleFrame]) -> dict[int, int]:
    """Count of each slot, by its counter."""
    return {(f.counter + i) % 2**32: int(count) for f in frames for i, count in enumerate(f.counts[:, 0])}


def _sort(frame: Frame, said: Said) -> None:
    match frame:
        case SampleFrame(late=False):
            said.frames.append(frame)
        case SampleFrame():
            said.late.append(frame)
        case _:
            said.others.append(frame)


def settled(values: Iterable[float]) -> tuple[float, float]:
    """Mean and standard deviation."""
    array = np.array(list(values), np.float64)
    return float(array.mean()), float(array.std())
