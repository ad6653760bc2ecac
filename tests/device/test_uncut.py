from __future__ import annotations

import asyncio

import pytest

from device.uncut import uncut
from tests.virtual import virtual


@virtual
async def test_the_answer_comes_through_and_so_does_the_error() -> None:
    async def answer() -> int:
        await asyncio.sleep(1)
        return 7

    async def fail() -> int:
        raise KeyError("x")

    assert await uncut(answer(), 5) == 7
    with pytest.raises(KeyError):
        await uncut(fail(), 5)


@virtual
async def test_a_cancellation_waits_for_the_operation() -> None:
    ended = list[float]()

    async def operation() -> None:
        await asyncio.sleep(2)
        ended.append(asyncio.get_running_loop().time())

    task = asyncio.create_task(uncut(operation(), 5))
    await asyncio.sleep(0.5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert ended == [2.0]


@virtual
async def test_an_operation_that_fails_after_the_cancellation_disturbs_nobody() -> None:
    async def operation() -> None:
        await asyncio.sleep(2)
        raise KeyError("x")

    task = asyncio.create_task(uncut(operation(), 5))
    await asyncio.sleep(0.5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


@pytest.mark.parametrize("cancelled", [False, True])
def test_an_operation_that_never_ends_is_cut_in_bounded_time(cancelled: bool) -> None:
    @virtual
    async def story() -> None:
        loop, cut = asyncio.get_running_loop(), list[float]()

        async def operation() -> None:
            try:
                await asyncio.Event().wait()
            finally:
                cut.append(loop.time())

        task = asyncio.create_task(uncut(operation(), 5))
        await asyncio.sleep(1)
        if cancelled:
            task.cancel()
        with pytest.raises(asyncio.CancelledError if cancelled else TimeoutError):
            await task
        await asyncio.sleep(0)
        assert cut == [6.0 if cancelled else 5.0]

    story()
