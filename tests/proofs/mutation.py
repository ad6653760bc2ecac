"""Bent bytes: one of several good inputs with a few random changes, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Final

LONGEST: Final = 600
"""Bytes of an input; the longest attribute has 512."""

TELLING: Final = (0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF)
"""Bytes at which lengths and counters turn over."""


def bent(seeds: Sequence[bytes], seed: int) -> Iterator[bytes]:
    """Yield inputs without end."""
    luck = random.Random(seed)
    while True:
        data = bytearray(luck.choice(seeds))
        for _ in range(luck.randrange(5)):
            luck.choice(CHANGES)(luck, data, seeds)
        yield bytes(data[:LONGEST])


def _flip(luck: random.Random, data: bytearray, _seeds: Sequence[bytes]) -> None:
    if data:
        data[luck.randrange(len(data))] ^= 1 << luck.randrange(8)


def _set(luck: random.Random, data: bytearray, _seeds: Sequence[bytes]) -> None:
    if data:
        data[luck.randrange(len(data))] = luck.choice(TELLING) if luck.random() < 0.5 else luck.randrange(256)


def _cut(luck: random.Random, data: bytearray, _seeds: Sequence[bytes]) -> None:
    del data[luck.randrange(len(data) + 1) :]


def _leave_out(luck: random.Random, data: bytearray, _seeds: Sequence[bytes]) -> None:
    start = luck.randrange(len(data) + 1)
    del data[start : start + luck.randrange(1, 5)]


def _put_in(luck: random.Random, data: bytearray, _seeds: Sequence[bytes]) -> None:
    at = luck.randrange(len(data) + 1)
    data[at:at] = luck.randbytes(luck.randrange(1, 9))


def _splice(luck: random.Random, data: bytearray, seeds: Sequence[bytes]) -> None:
    other = luck.choice(seeds)
    data[luck.randrange(len(data) + 1) :] = other[luck.randrange(len(other) + 1) :]


CHANGES: Final[tuple[Callable[[random.Random, bytearray, Sequence[bytes]], None], ...]] = (
    _flip,
    _flip,
    _set,
    _set,
    _cut,
    _leave_out,
    _put_in,
    _splice,
)
