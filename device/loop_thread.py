"""The one asyncio thread of the program."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from typing import Any, Final, TypeVar

Answer = TypeVar("Answer")

STOP_S: Final = 10.0
"""Real seconds that the last coroutine and the thread get: BlueZ takes up to 3 s to disconnect."""


class LoopThread:
    """Runs one loop from `start` to `stop`: bleak's objects belong to one loop for ever.

    The loop must keep real time, or a multiple of it: one in virtual time cannot wait for another thread.
    """

    def __init__(self, loop_factory: Callable[[], asyncio.AbstractEventLoop] = asyncio.new_event_loop) -> None:
        self._loop_factory = loop_factory
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="loop", daemon=True)
        self._kept: set[Future[Any]] = set()
        """The loop itself holds tasks weakly: one whose future nobody keeps could vanish in mid-work."""
        self._loop: asyncio.AbstractEventLoop
        self._over: asyncio.Event

    def start(self) -> None:
        """Start the thread and wait until its loop runs."""
        self._thread.start()
        self._ready.wait()

    def submit(self, coroutine: Coroutine[Any, Any, Answer]) -> Future[Answer]:
        """Run a coroutine in the loop; may be called from any other thread."""
        future = asyncio.run_coroutine_threadsafe(coroutine, self._loop)
        self._kept.add(future)
        future.add_done_callback(self._kept.discard)
        return future

    def clock(self) -> float:
        """The loop's time; may be called from any thread."""
        return self._loop.time()

    def stop(self, last: Coroutine[Any, Any, object] | None = None) -> None:
        """Run a last coroutine (say good-bye to the tool), cancel what is left and end the thread.

        Raises what `last` raised, `TimeoutError` where it took too long; the thread is ended all the same.
        """
        try:
            if last is not None:
                self.submit(last).result(STOP_S)
        finally:
            self._loop.call_soon_threadsafe(self._over.set)
            self._thread.join(STOP_S)

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=self._loop_factory) as runner:
            self._loop = runner.get_loop()
            runner.run(self._live())

    async def _live(self) -> None:
        self._over = asyncio.Event()
        self._ready.set()
        await self._over.wait()
