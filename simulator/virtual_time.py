"""Event loops whose seconds are not the wall's."""

from __future__ import annotations

import asyncio
import math
import selectors
import time
from collections.abc import Callable
from typing import Any, Final, NoReturn

ROUNDING_S: Final = 1e-8
"""How much later than due a model is woken: a hair too early it would have nothing, and time would stand still."""


def loop_at(speed: float | None) -> asyncio.AbstractEventLoop:
    """A new loop at `speed` seconds per second: 1.0 is real time, None as fast as the machine can.

    For `asyncio.Runner(loop_factory=...)`. Raises `ValueError` where the speed is not positive.
    """
    if speed is None:
        return VirtualLoop()
    if speed == 1.0:
        return asyncio.new_event_loop()
    if not 0 < speed < math.inf:
        raise ValueError(f"a speed of {speed} does not move time: give a number above 0")
    return ScaledLoop(speed)


class VirtualLoop(asyncio.SelectorEventLoop):
    """A loop whose clock jumps to the next timer when nothing is ready: waiting costs nothing, runs repeat exactly.

    It is for one thread in one process without I/O. Waiting for something that no timer and no task will ever
    bring is an error, not a hang.
    """

    def __init__(self) -> None:
        self._jumps = _JumpingSelector()
        super().__init__(self._jumps)

    def time(self) -> float:
        """Virtual seconds since the loop was made; may be called from any thread."""
        return self._jumps.now_s

    def run_in_executor(  # type: ignore[override]  # never answers
        self, executor: Any, func: Callable[..., Any], *args: Any
    ) -> NoReturn:
        """Refuse: a thread takes real time, so no two runs would be alike."""
        raise RuntimeError(
            f"{func!r} cannot run in another thread: virtual time does not wait for it; call it in the loop"
        )


class ScaledLoop(asyncio.SelectorEventLoop):
    """A loop that lives `speed` seconds in each real one; `speed` is above 0."""

    def __init__(self, speed: float) -> None:
        self._speed = speed
        self._origin_s = time.monotonic()
        super().__init__(_ScaledSelector(speed))

    def time(self) -> float:
        """Scaled seconds; may be called from any thread."""
        return self._origin_s + (time.monotonic() - self._origin_s) * self._speed


class _JumpingSelector(selectors.DefaultSelector):
    now_s = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if ready:
            return ready
        if timeout is None:
            raise RuntimeError("everything waits and nothing is scheduled: virtual time would stand still for ever")
        self.now_s += max(0.0, timeout)
        return ready


class _ScaledSelector(selectors.DefaultSelector):
    def __init__(self, speed: float) -> None:
        super().__init__()
        self._speed = speed

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        return super().select(None if timeout is None else timeout / self._speed)
