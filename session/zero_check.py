"""Whether the tool still reads zero while nobody presses: asked in each rest."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from protocol.blocks import GRID_PER_N, SATURATED, SampleBlock, SampleFlag
from protocol.sentence import Sentence, signed
from session.in_order import is_late
from session.unknown import Figure, Unknown

REST_US: Final = 2_000_000
"""A rest of 10 s has room for several; the tool itself measures a zero in 0.5 s."""
LIGHTEST_Q: Final = 2 * GRID_PER_N
"""From 2 N on the analysis sees a contact: then nobody can say where zero is."""
STEADY_N: Final = 0.1
"""Above this the force is moving: the limit at which the tool refuses a tare (docs/protocol.md §8.5)."""
DRIFTED_N: Final = 0.2
"""A zero this far away is measured again; *assumed*: a fifth of the narrowest band, ± 1 N."""
FEWEST: Final = 10
"""Readings that a mean needs; the slowest instrument has 5 Hz."""
_UNTRUSTED: Final = SATURATED | SampleFlag.SENSOR_FAULT | SampleFlag.OVERLOAD
NOT_AT_REST: Final = Unknown(Sentence("the tool was not at rest lately"))
"""Instead of a force at rest."""


class _Stretch(NamedTuple):
    """The readings of one stretch of the tool's clock so far, as sums of integers."""

    number: int
    readings: int = 0
    sum_q: int = 0
    squares_q: int = 0
    disturbed: bool = False


class ZeroCheck:
    """Takes tared readings, in order. Stretches of 2 s of the tool's clock are judged whole, however they were cut."""

    def __init__(self) -> None:
        self.rest_n: Figure = NOT_AT_REST
        """Mean force of the latest whole stretch, unknown where it was no rest but a press or a movement."""
        self._stretch: _Stretch | None = None

    def update(self, block: SampleBlock) -> None:
        """The next readings; late ones say nothing about now."""
        if not len(block) or is_late(block):
            return
        numbers = block.time_us // REST_US
        if numbers.item(0) == numbers.item(-1):
            self._add(numbers.item(0), block)
            return
        for number in np.unique(numbers).tolist():
            self._add(number, block[numbers == number])

    def begin(self) -> None:
        """Another zero holds: what was seen before says nothing about it."""
        self.rest_n = NOT_AT_REST
        self._stretch = self._stretch and self._stretch._replace(disturbed=True)

    def _add(self, number: int, part: SampleBlock) -> None:
        stretch = self._stretch
        if stretch is None or stretch.number != number:
            self._close(number)
            stretch = _Stretch(number, disturbed=stretch is None)
        self._stretch = stretch if stretch.disturbed else _with(stretch, part)

    def _close(self, number: int) -> None:
        """The stretch before is complete: another one begins."""
        ended = self._stretch
        neighbour = ended is not None and number == ended.number + 1
        self.rest_n = _mean_n(ended) if ended is not None and neighbour else NOT_AT_REST


def drifted(rest_n: Figure) -> str:
    """What to do about a zero that moved, "" where it did not or nobody can say."""
    if isinstance(rest_n, Unknown) or abs(rest_n) < DRIFTED_N:
        return ""
    return Sentence(
        "The tool reads {force_n} N at rest: take it off the skin and have its zero measured again in this rest.",
        force_n=signed(rest_n, 1),
    )


def _with(stretch: _Stretch, part: SampleBlock) -> _Stretch:
    """Exact in integers: a force under 2 N on the grid has squares under 2³⁰."""
    force_q = part.force_q.astype(np.int64)
    if (part.flags & _UNTRUSTED).any() or np.abs(force_q).max() >= LIGHTEST_Q:
        return stretch._replace(disturbed=True)
    return _Stretch(
        stretch.number,
        stretch.readings + len(part),
        stretch.sum_q + int(force_q.sum()),
        stretch.squares_q + int((force_q * force_q).sum()),
    )


def _mean_n(stretch: _Stretch) -> Figure:
    n = stretch.readings
    if stretch.disturbed or n < FEWEST:
        return NOT_AT_REST
    variance_q = (n * stretch.squares_q - stretch.sum_q**2) / (n * (n - 1))
    return stretch.sum_q / n / GRID_PER_N if variance_q**0.5 <= STEADY_N * GRID_PER_N else NOT_AT_REST
