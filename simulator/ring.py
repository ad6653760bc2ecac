"""The newest slots of a stream, as the tool keeps them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple, overload

import numpy as np
from numpy.typing import NDArray


class Slot(NamedTuple):
    """One sampling period that is over."""

    counter: int
    clock_us: int
    reading: int
    """The converter's count."""


class Ring(Sequence[Slot]):
    """At most `capacity` slots with consecutive counters, the oldest first."""

    def __init__(self, capacity: int, first_counter: int) -> None:
        self._capacity = capacity
        self._first = first_counter
        """Counter of the first slot in the arrays, which may be older than the ring."""
        self._clocks_us, self._readings = array("q"), array("i")

    def __len__(self) -> int:
        return min(len(self._readings), self._capacity)

    def __iter__(self) -> Iterator[Slot]:
        start = len(self._readings) - len(self)
        counters = range(self._first + start, self._first + len(self._readings))
        return map(Slot, counters, self._clocks_us[start:], self._readings[start:])

    @overload
    def __getitem__(self, index: int) -> Slot: ...
    @overload
    def __getitem__(self, index: slice) -> list[Slot]: ...
    def __getitem__(self, index: int | slice) -> Slot | list[Slot]:
        places = range(len(self._readings) - len(self), len(self._readings))[index]
        if isinstance(places, int):
            return self._slot(places)
        return [self._slot(place) for place in places]

    def add(self, clock_us: int, reading: int) -> None:
        """Put the next slot."""
        self._clocks_us.append(clock_us)
        self._readings.append(reading)
        self._forget()

    def extend(self, clocks_us: NDArray[np.int64], readings: NDArray[np.int32]) -> None:
        """Put the next slots."""
        self._clocks_us.frombytes(clocks_us.tobytes())
        self._readings.frombytes(readings.tobytes())
        self._forget()

    def newest(self, count: int) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """Clocks and readings of the newest `count` slots."""
        start = len(self._readings) - count
        return np.array(self._clocks_us[start:], np.int64), np.array(self._readings[start:], np.int32)

    def _slot(self, place: int) -> Slot:
        return Slot(self._first + place, self._clocks_us[place], self._readings[place])

    def _forget(self) -> None:
        """Now and then give the room of old slots back."""
        old = len(self._readings) - self._capacity
        if old > self._capacity:
            del self._clocks_us[:old], self._readings[:old]
            self._first += old
