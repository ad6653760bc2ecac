"""What the tool's clock may be like beside the host's (docs/protocol.md §6, §8.3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

WRAP: Final = 1 << 32
WORST_PPM: Final = 500.0
"""Bluetooth lets no sleep clock be worse (Core, Vol 6, Part B, 4.2.2); the page asks for microseconds only."""


class Probe(NamedTuple):
    """One TIME: when it was written and answered, by the host, and what the tool's clock said between."""

    sent_s: float
    heard_s: float
    received_us: int
    queued_us: int


class Bounds(NamedTuple):
    """What a quantity is at least and at most."""

    least: float
    most: float


def offset_s(probes: Sequence[Probe]) -> Bounds:
    """How far the tool's clock is ahead: at least and at most, by the tightest of the probes, none of them wrapped."""
    return Bounds(
        max(each.queued_us * 1e-6 - each.heard_s for each in probes),
        min(each.received_us * 1e-6 - each.sent_s for each in probes),
    )


def rate_ppm(early: Sequence[Probe], late: Sequence[Probe]) -> Bounds:
    """How much the tool's clock is fast: at least and at most, as two groups of probes prove it.

    The second group begins after the first has ended.
    """
    pairs = [_pair_ppm(first, second) for first in early for second in late]
    return Bounds(max(each.least for each in pairs), min(each.most for each in pairs))


def _pair_ppm(first: Probe, second: Probe) -> Bounds:
    """The tool received each somewhere between its writing and its answer."""
    passed_us = (second.received_us - first.received_us) % WRAP
    longest_s, shortest_s = second.heard_s - first.sent_s, second.sent_s - first.heard_s
    return Bounds(passed_us / longest_s - 1e6, passed_us / shortest_s - 1e6)
