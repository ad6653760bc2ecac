"""Taking all that waits in a queue."""

from __future__ import annotations

from collections import deque
from typing import Final, TypeVar

Item = TypeVar("Item")

BLOCKS_KEPT: Final = 4096
"""Blocks that wait for a window; a slower one misses some, the record does not."""


def drain(queue: deque[Item]) -> tuple[Item, ...]:
    """All of it, oldest first; another thread may go on adding."""
    return tuple(queue.popleft() for _ in range(len(queue)))
