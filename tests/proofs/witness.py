"""A simulated tool that keeps what it gave to the radio, and whose radio garbles what it carries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final, NamedTuple

import numpy as np
from numpy.random import Generator

from protocol.layout import Layout
from protocol.link import Channel
from simulator.clock import ToolClock
from simulator.outbox import Notification
from simulator.resend import QUEUED
from simulator.scenario import Scenario
from simulator.tissue_kind import STEP_S
from simulator.tool import Tool
from simulator.truth import Truth, truth_of

_WRAP: Final = 1 << 32
"""Counters are u32 on the air; the sampler counts on."""


class Damage(StrEnum):
    """What may become of a notification on its way."""

    TWICE = "twice"
    SWAPPED = "swapped"
    """With the one behind it."""
    CUT_SHORT = "cut short"
    FLIPPED = "flipped"
    """One bit; no link layer lets this through, since it has a check sum."""


class Garbling(NamedTuple):
    """For some time a share of all frames is damaged."""

    damage: Damage
    at_s: float
    for_s: float
    share: float


class _Stream(NamedTuple):
    """A slot of a stream, and when it is sampled; no more, so that the proof itself holds little."""

    clock: ToolClock
    counter: int
    clock_us: int
    rate_hz: int


class Witness(Tool):
    """A tool of which everything is known that left it."""

    def __init__(self, scenario: Scenario, seed: int, garblings: Iterable[Garbling]) -> None:
        super().__init__(scenario, seed)
        self.carried_frames = set[bytes]()
        """Each frame of the channel of samples that the radio was given."""
        self.columns = Layout.from_bytes(self.layout).columns
        """How wide the values in its frames are."""
        self._garblings = tuple(garblings)
        self._random = np.random.default_rng([8, seed])
        self._streams = dict[int, _Stream]()
        """When what was sampled, since each start of the tool."""

    def advance(self, t_s: float, room: int = QUEUED) -> list[Notification]:
        """What the tool says, damaged."""
        said = super().advance(t_s, room)
        if (sampler := self._boot.sampler) is not None:
            following = sampler.next_counter
            stream = _Stream(self._boot.clock, following, sampler.clock_us(following), sampler.rate_hz)
            self._streams[self._boot.number] = stream
        for garbling in self._garblings:
            if garbling.at_s <= self.simulated_s < garbling.at_s + garbling.for_s:
                said = list(_garbled(said, garbling, self._random))
        self.carried_frames.update(note.data for note in said if note.channel is Channel.SAMPLES)
        return said

    def truth_to(self, boot_id: int, counter: int) -> Truth:
        """What happened at the tip until this slot was sampled."""
        stream = self._streams[boot_id]
        whole = counter + (stream.counter - counter) // _WRAP * _WRAP
        clock_us = stream.clock_us + (whole - stream.counter) * 1_000_000 // stream.rate_hz
        steps = int(self._life.world_s(stream.clock.s(clock_us)) / STEP_S)
        return truth_of(self._life.world.trace_n[: steps + 1], self._area_cm2)


def _garbled(said: list[Notification], garbling: Garbling, random: Generator) -> Iterator[Notification]:
    waiting: list[Notification] = []
    for note in said:
        if note.channel is not Channel.SAMPLES or random.random() >= garbling.share:
            yield note
            yield from waiting
            waiting = []
            continue
        match garbling.damage:
            case Damage.TWICE:
                yield from (note, note)
            case Damage.SWAPPED:
                waiting.append(note)
            case Damage.CUT_SHORT:
                yield note._replace(data=note.data[: random.integers(2, len(note.data))])
            case Damage.FLIPPED:
                yield note._replace(data=_flipped(note.data, int(random.integers(8 * len(note.data)))))
    yield from waiting


def _flipped(data: bytes, bit: int) -> bytes:
    return bytes(byte ^ (1 << bit % 8) * (bit // 8 == place) for place, byte in enumerate(data))
