"""Operations of a Bluetooth stack that must not be cut in two."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

Answer = TypeVar("Answer")


async def uncut(operation: Coroutine[Any, Any, Answer], limit_s: float) -> Answer:
    """Await `operation`; who is cancelled meanwhile still waits for its end, `limit_s` at most, before he goes.

    A scan that was half begun, or a disconnect that was half done, would go on with nobody to end it. Raises
    `TimeoutError` after `limit_s`; only then the operation is cancelled.
    """
    task = asyncio.create_task(operation)
    task.add_done_callback(_heed)
    try:
        async with asyncio.timeout(limit_s):
            return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task], timeout=limit_s)
        raise
    finally:
        task.cancel()


def _heed(task: asyncio.Task[Any]) -> None:
    """Look at the outcome that nobody else may have waited for."""
    if not task.cancelled():
        task.exception()
