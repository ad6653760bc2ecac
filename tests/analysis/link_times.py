"""A radio link with its truth: two crystals, a grid of connection events, retransmissions, a busy host."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.clock_delays import Arrival
from analysis.clock_exchanges import Exchange

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Air:
    """What the link is like."""

    interval_s: float = 0.015
    lost: float = 0.05
    tail_s: float = 0.002
    stall: float = 0.003
    rate_hz: float = 100.0
    per_packet: int = 10
    wander_ppm: float = 0.5


class Crystal:
    """The truth about two clocks: the tool's rate wanders around `ppm`."""

    def __init__(self, ppm: float, wander_ppm: float, lasts_s: float, rng: np.random.Generator) -> None:
        steps = int(lasts_s / 10) + 3
        walk = np.cumsum(rng.normal(0, wander_ppm / np.sqrt(6), steps))
        self._tool_s = np.arange(steps) * 10.0
        self._skew_ppm = ppm + walk
        rates = 1 - (self._skew_ppm[:-1] + np.diff(self._skew_ppm) / 2) * 1e-6
        self._host_s = rng.uniform(0, 1) + np.concatenate([[0.0], np.cumsum(rates * 10.0)])

    def host_s(self, tool_s: Floats | float) -> Floats:
        """The host's clock when the tool's shows this."""
        return np.asarray(np.interp(tool_s, self._tool_s, self._host_s))

    def tool_s(self, host_s: Floats | float) -> Floats:
        """The tool's clock when the host's shows this."""
        return np.asarray(np.interp(host_s, self._host_s, self._tool_s))

    def skew_ppm(self, tool_s: float) -> float:
        return float(np.interp(tool_s, self._tool_s, self._skew_ppm))


class Times(NamedTuple):
    """What a client sees, and the truth."""

    readings: list[Arrival]
    radio: list[Arrival]
    exchanges: list[Exchange]
    crystal: Crystal


def link_times(air: Air, ppm: float, lasts_s: float, seed: int) -> Times:
    """One link; every packet is announced by a sync frame."""
    rng = np.random.default_rng(seed)
    crystal = Crystal(ppm, air.wander_ppm, lasts_s + 5, rng)
    phase_s = rng.uniform(0, air.interval_s)
    period_s = air.per_packet / air.rate_hz
    ready_s = np.asarray(np.arange(1, int(lasts_s / period_s)) * period_s, np.float64)
    queued_s = crystal.host_s(ready_s) + rng.uniform(0.0002, 0.0008, len(ready_s))
    events_s = np.maximum.accumulate(_event_s(queued_s, phase_s, air, rng))
    arrivals_s = np.maximum.accumulate(_heard_s(events_s, air, rng))
    radio_s = crystal.tool_s(events_s) + rng.uniform(-15e-6, 15e-6, len(events_s))
    return Times(
        [Arrival(int(t), float(a)) for t, a in zip(np.rint(ready_s * 1e6), arrivals_s, strict=True)],
        [Arrival(int(t), float(a)) for t, a in zip(np.rint(radio_s * 1e6), arrivals_s, strict=True)],
        _exchanges(crystal, phase_s, air, lasts_s, rng),
        crystal,
    )


def _exchanges(crystal: Crystal, phase_s: float, air: Air, lasts_s: float, rng: np.random.Generator) -> list[Exchange]:
    """Eight at once, then one every 10 s; the answer waits for a connection event too."""
    asked_s = np.concatenate([np.full(8, 0.5), np.arange(11.0, lasts_s - 2, 10.0)])
    now_s, exchanges = 0.0, []
    for due_s in asked_s + float(crystal.host_s(0.0)):
        sent_s = max(now_s, due_s)
        receipt_s = _event_s(np.array([sent_s + 0.0005]), phase_s, air, rng) + 0.0002
        queued_s = receipt_s + rng.uniform(0.0001, 0.003)
        now_s = float(_heard_s(_event_s(queued_s, phase_s, air, rng), air, rng)[0])
        clocks_us = [int(crystal.tool_s(moment)[0] * 1e6) for moment in (receipt_s, queued_s)]
        exchanges.append(Exchange(float(sent_s), clocks_us[0], clocks_us[1], now_s))
    return exchanges


def _event_s(ready_s: Floats, phase_s: float, air: Air, rng: np.random.Generator) -> Floats:
    """The connection event that carries what is ready; some are lost and repeated at later ones."""
    n = len(ready_s)
    repeats = (rng.random(n) < air.lost) * rng.geometric(0.6, n)
    return np.asarray(phase_s + (np.ceil((ready_s - phase_s) / air.interval_s) + repeats) * air.interval_s)


def _heard_s(events_s: Floats, air: Air, rng: np.random.Generator) -> Floats:
    """1 ms of stack, a tail of the host's scheduler, a stall now and then."""
    n = len(events_s)
    stalls = (rng.random(n) < air.stall) * rng.uniform(0.02, 0.3, n)
    return np.asarray(events_s + 0.001 + rng.exponential(air.tail_s, n) + stalls)
