from __future__ import annotations

import asyncio
import gc
import threading

import pytest

from device.loop_thread import LoopThread
from simulator.virtual_time import loop_at


@pytest.fixture(params=[1.0, 50.0])
def thread(request: pytest.FixtureRequest) -> LoopThread:
    speed: float = request.param
    thread = LoopThread(lambda: loop_at(speed))
    thread.start()
    return thread


def test_what_is_submitted_runs_in_the_one_loop_of_another_thread(thread: LoopThread) -> None:
    async def where() -> tuple[int, int]:
        return threading.get_ident(), id(asyncio.get_running_loop())

    one, other = thread.submit(where()).result(10), thread.submit(where()).result(10)
    thread.stop()
    assert one == other
    assert one[0] != threading.get_ident()


def test_the_clock_is_the_loops(thread: LoopThread) -> None:
    async def time_s() -> float:
        return asyncio.get_running_loop().time()

    before_s = thread.clock()
    inside_s = thread.submit(time_s()).result(10)
    after_s = thread.clock()
    thread.stop()
    assert before_s <= inside_s <= after_s


def test_stop_runs_the_last_coroutine_and_cancels_what_is_left(thread: LoopThread) -> None:
    story: list[str] = []
    begun = threading.Event()

    async def endless() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            story.append("cancelled")

    async def last() -> None:
        story.append("last")

    thread.submit(endless())
    assert begun.wait(10)
    gc.collect()  # takes a task that nobody holds
    thread.stop(last())
    assert story == ["last", "cancelled"]
    assert "loop" not in [each.name for each in threading.enumerate()]


def test_a_last_coroutine_that_fails_says_so_and_the_thread_ends(thread: LoopThread) -> None:
    async def last() -> None:
        raise ConnectionError("gone")

    with pytest.raises(ConnectionError, match="gone"):
        thread.stop(last())
    assert "loop" not in [each.name for each in threading.enumerate()]
