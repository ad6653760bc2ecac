"""The readings of one instrument over all its connections, as one stream."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from protocol.blocks import SampleBlock
from protocol.errors import FrameError
from protocol.instruments.ability import Ability
from protocol.instruments.driver import Driver, Value
from protocol.instruments.stream import InstrumentDecoder, Introduction
from protocol.link import Channel, Payload
from session.inputs import MeasureZero, UndoZero, read_input


class _Latest(NamedTuple):
    """The newest reading, as it was passed on."""

    number: int
    time_us: int
    arrival_s: float


class InstrumentStream:
    """Decodes payloads in order; the same live and in replay. Asks no clock.

    A conversation that begins anew counts from 0 and its instrument may too: here index and time go on. The host's
    clock says how long it was away, and what was missed is missing: at least one reading.
    """

    def __init__(self, named: Callable[[str], Driver]) -> None:
        """`named` finds a driver by its name."""
        self._decoder = InstrumentDecoder(named)
        self._latest: _Latest | None = None
        self._anew = False
        """Whether a conversation began and none of its readings came yet."""
        self._later, self._later_us = 0, 0
        """What index and time of this conversation are moved by."""
        self._raw_q = 0
        """What the instrument said last."""
        self.zero_q = 0
        """What the instrument says, on the grid of forces, where nothing is on it: measured on this side when asked."""

    @property
    def ability(self) -> Ability | None:
        """What the instrument can do, None before it was introduced."""
        return self._decoder.ability

    @property
    def introduction(self) -> Introduction | None:
        """Which instrument it is."""
        return self._decoder.introduction

    def update(self, payload: Payload) -> tuple[Value, ...]:
        """Decode one payload; raises `FrameError`."""
        if payload.channel is Channel.INPUT:
            self._zero(payload.data)
            return ()
        values = tuple(self._decoder.feed(payload))
        self._anew |= payload.channel is Channel.INSTRUMENT
        return tuple(self._moved(value, payload.arrival_s) if _holds(value) else value for value in values)

    def _zero(self, data: bytes) -> None:
        """From the next reading on the newest one counts as nothing, or again nothing is taken off."""
        try:
            asked = read_input(data)
        except ValueError as error:
            raise FrameError("an input that is none of those that people can give") from error
        match asked:
            case MeasureZero():
                self.zero_q = self._raw_q
            case UndoZero():
                self.zero_q = 0
            case _:
                pass

    def _moved(self, block: Value, arrival_s: float) -> SampleBlock:
        assert isinstance(block, SampleBlock)
        if self._anew:
            self._anew = False
            self._join(block, arrival_s)
        self._raw_q = int(block.force_q[-1])
        force_q = block.force_q - np.int32(self.zero_q)
        later = SampleBlock(block.index + self._later, block.time_us + self._later_us, force_q, block.flags)
        self._latest = _Latest(int(later.index[-1]), int(later.time_us[-1]), arrival_s)
        return later

    def _join(self, block: SampleBlock, arrival_s: float) -> None:
        """Place the first readings of a conversation behind the last of the one before."""
        latest, ability = self._latest, self.ability
        if latest is None or ability is None:
            return
        away_us = max(0, round((arrival_s - latest.arrival_s) * 1e6))
        begins_us = latest.time_us + away_us - int(np.ptp(block.time_us))
        begins_us = max(begins_us, latest.time_us + 1)
        missed = max(1, round((begins_us - latest.time_us) / ability.period_us) - 1)
        self._later = latest.number + 1 + missed - int(block.index[0])
        self._later_us = begins_us - int(block.time_us[0])


def _holds(value: Value) -> bool:
    return isinstance(value, SampleBlock) and len(value) > 0
