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
    """How much the tool's clock is fast: at least and at most, as two groups of probes prove it."""
    first_us = early[0].received_us
    before = offset_s([_unwrapped(each, first_us) for each in early])
    after = offset_s([_unwrapped(each, first_us) for each in late])
    apart_s = late[0].sent_s - early[0].sent_s
    return Bounds((after.least - before.most) / apart_s * 1e6, (after.most - before.least) / apart_s * 1e6)


def _unwrapped(probe: Probe, first_us: int) -> Probe:
    received_us = (probe.received_us - first_us) % WRAP
    return probe._replace(received_us=received_us, queued_us=received_us + (probe.queued_us - probe.received_us) % WRAP)
