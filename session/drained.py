"""Taking all that waits in a queue."""

from __future__ import annotations

from collections import deque
from typing import TypeVar

Item = TypeVar("Item")


def drain(queue: deque[Item]) -> tuple[Item, ...]:
    """All of it, oldest first; another thread may go on adding."""
    return tuple(queue.popleft() for _ in range(len(queue)))
