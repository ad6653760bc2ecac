from __future__ import annotations

import asyncio
import time

import pytest

from simulator.virtual_time import ScaledLoop, VirtualLoop, loop_at
from tests.virtual import run_virtual


def test_a_virtual_day_passes_and_its_length_is_exact() -> None:
    async def wait() -> float:
        await asyncio.sleep(86_400)
        return asyncio.get_running_loop().time()

    assert run_virtual(wait()) == 86_400


def test_timers_run_in_the_order_of_their_time() -> None:
    async def story() -> list[tuple[str, float]]:
        loop, seen = asyncio.get_running_loop(), list[tuple[str, float]]()

        def note(name: str) -> None:
            seen.append((name, loop.time()))

        for name, delay_s in (("late", 3.0), ("early", 1.0), ("middle", 2.0)):
            loop.call_later(delay_s, note, name)
        await asyncio.sleep(4)
        return seen

    assert run_virtual(story()) == [("early", 1.0), ("middle", 2.0), ("late", 3.0)]


def test_time_stands_still_while_something_is_ready() -> None:
    async def story() -> float:
        asyncio.get_running_loop().call_later(1, lambda: None)
        for _ in range(100):
            await asyncio.sleep(0)
        return asyncio.get_running_loop().time()

    assert run_virtual(story()) == 0


def test_a_wait_that_nothing_can_end_is_an_error() -> None:
    async def deadlock() -> None:
        await asyncio.Event().wait()

    with pytest.raises(RuntimeError, match="nothing is scheduled"):
        run_virtual(deadlock())


def test_a_thread_is_refused() -> None:
    async def story() -> None:
        await asyncio.to_thread(print)

    with pytest.raises(RuntimeError, match="another thread"):
        run_virtual(story())


@pytest.mark.parametrize(("speed", "kind"), [(None, VirtualLoop), (8.0, ScaledLoop), (1.0, asyncio.SelectorEventLoop)])
def test_a_speed_names_a_loop(speed: float | None, kind: type[asyncio.AbstractEventLoop]) -> None:
    loop = loop_at(speed)
    try:
        assert type(loop) is kind
    finally:
        loop.close()


@pytest.mark.parametrize("speed", [0.0, -1.0, float("nan")])
def test_a_speed_that_does_not_move_time_is_refused(speed: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        loop_at(speed)


def test_scaled_time_moves_by_the_factor(monkeypatch: pytest.MonkeyPatch) -> None:
    wall_s = 100.0
    monkeypatch.setattr(time, "monotonic", lambda: wall_s)
    loop = ScaledLoop(10)
    try:
        before_s = loop.time()
        wall_s += 2.5
        assert loop.time() - before_s == 25
    finally:
        loop.close()


def test_a_scaled_day_passes_in_a_moment_and_lasts_a_day() -> None:
    async def story() -> float:
        loop = asyncio.get_running_loop()
        start_s = loop.time()
        await asyncio.sleep(86_400)
        return loop.time() - start_s

    with asyncio.Runner(loop_factory=lambda: loop_at(1e6)) as runner:
        assert runner.run(story()) >= 86_399.999
