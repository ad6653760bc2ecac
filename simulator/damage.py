"""Frames whose bytes are wrong."""

from __future__ import annotations

from typing import Final, TypeAlias, assert_never

from simulator.happenings.frames import BitFlipped, FutureVersion, Truncated, WrongLength
from simulator.stable import Deviates

Damage: TypeAlias = Truncated | BitFlipped | WrongLength | FutureVersion

_COUNT_AT: Final = 3
"""Where a sample frame says how many samples it holds (docs/protocol.md §6)."""


def damaged(frame: bytes, fault: Damage, luck: Deviates) -> bytes:
    """The frame with this damage."""
    wrong = bytearray(frame)
    match fault:
        case Truncated():
            return frame[: _below(len(frame), luck)]
        case BitFlipped(bits=bits):
            for _ in range(bits):
                bit = _below(8 * len(wrong), luck)
                wrong[bit // 8] ^= 1 << bit % 8
        case WrongLength(more=more):
            wrong[_COUNT_AT] = min(wrong[_COUNT_AT] + more, 255)
        case FutureVersion(frame_type=frame_type):
            wrong[0] = frame_type
        case _ as never:
            assert_never(never)
    return bytes(wrong)


def _below(limit: int, luck: Deviates) -> int:
    return int(luck.share() * limit)
