"""A session that presses for ever: what the window is shown while it is measured."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import Final

import numpy as np

from protocol.blocks import SampleBlock
from session.cue import Action, Cue
from session.inputs import Input
from session.view import LinkState, Recording, View

TARGET_N: Final = 30.0
KPA_PER_N: Final = 10.0
SWAY_S: Final = 8.0
"""Slow enough that word and colour change a few times a minute, as they do in a treatment."""

_CUE: Final = Cue(Action.HOLD, None, TARGET_N, 27.0, 33.0, 40.0, repetition=2, repetitions=3, left_s=0.0)
_VIEW: Final = View(
    simulated=True,
    tool="PT-1",
    speed=1.0,
    link=LinkState.ONLINE,
    link_text="",
    last_valid_s=0.0,
    rate_hz=100.0,
    samples=0,
    lost_samples=0,
    malformed=0,
    battery_percent=82,
    recording=Recording("benchmark.mcap"),
    plan_name="Benchmark",
    kpa_per_n=KPA_PER_N,
    force_n=0.0,
    contact=True,
    in_band_s=0.0,
    dose_kpa_s=0.0,
    dose_high_kpa_s=0.0,
    cue=_CUE,
    notice="",
    summary=None,
)


class Pressed:
    """A source of the window whose readings come when `send` is called; every figure moves with them."""

    def __init__(self, rate_hz: int) -> None:
        self._rate_hz = rate_hz
        self._index = 0
        self._waiting: deque[SampleBlock] = deque()
        self._view = replace(_VIEW, rate_hz=float(rate_hz))

    def send(self, count: int) -> SampleBlock:
        """Let `count` readings come now."""
        index = np.arange(self._index, self._index + count)
        time_s = index / self._rate_hz
        force_n = TARGET_N + 4 * np.sin(2 * np.pi * time_s / SWAY_S) + np.sin(2 * np.pi * 9 * time_s)
        block = SampleBlock.of(index, index * (1_000_000 // self._rate_hz), force_n)
        self._index += count
        self._view = self._seen(float(block.force_n[-1]))
        self._waiting.append(block)
        return block

    def view(self) -> View:
        """The state after the newest reading."""
        return self._view

    def take_samples(self) -> tuple[SampleBlock, ...]:
        """What came since the last call."""
        return tuple(self._waiting.popleft() for _ in range(len(self._waiting)))

    def take_events(self) -> tuple[str, ...]:
        """Nothing is reported."""
        return ()

    def hear(self, value: Input) -> None:
        """Nobody listens."""

    def clock_s(self) -> float:
        """The time of the newest reading."""
        return self._index / self._rate_hz

    def _seen(self, force_n: float) -> View:
        now_s = self.clock_s()
        held_s = now_s % 60
        action = Action.LESS if force_n > _CUE.high_n else Action.MORE if force_n < _CUE.low_n else Action.HOLD
        dose_kpa_s = held_s * TARGET_N * KPA_PER_N
        return replace(
            self._view,
            last_valid_s=now_s,
            samples=self._index,
            force_n=force_n,
            in_band_s=held_s,
            dose_kpa_s=dose_kpa_s,
            dose_high_kpa_s=dose_kpa_s,
            cue=_CUE._replace(action=action, left_s=60 - held_s),
        )
