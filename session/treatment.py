"""A treatment with a live tool: start the stream, check the zero, keep the clocks, then guide."""

from __future__ import annotations

import asyncio
from typing import Any, Final

from protocol.control import Command, Reply, Result
from protocol.errors import LinkLost
from protocol.link import LiveLink
from session.errors import ToolRefused
from session.fetch import fetch
from session.inputs import GoOn, Input
from session.runner import Runner
from session.view import View

PROBES: Final = 8
"""TIME exchanges at the start: enough for one without a queue on the way."""
PROBE_S: Final = 10.0
"""Between two exchanges later on: two crystals drift apart by 1 ms in that time."""
TARE_AGAIN_S: Final = 1.0
"""Between two tries: time to take the tool off the skin."""

REFUSALS: Final = {
    Result.LOADED: "Zero refused: the tool is pressed, or its zero is far from the factory's. Take it off the skin.",
    Result.UNSTEADY: "Zero refused: the tool is moving. Lay it down or hold it still.",
    Result.SATURATED: "Zero refused: the sensor is at the end of its range. Take the load off.",
    Result.SENSOR_FAULT: "Zero refused: the sensor does not work. Do not use this tool.",
}

NO_ANSWER: Final = "The tool does not answer; trying again. If it stays so, switch it off and on."


async def treat(link: LiveLink, runner: Runner) -> View:
    """Run to the end; the last view holds the summary.

    Raises `ToolRefused` when the tool does not start a stream, and `TimeoutError` when it does not answer.
    """
    tasks: set[asyncio.Task[object]] = set()

    def on_input(value: Input) -> None:
        if isinstance(value, GoOn):
            tasks.add(asyncio.create_task(_clear_stop(link, runner)))

    runner.on_input = on_input
    running, serving = asyncio.create_task(runner.run()), asyncio.create_task(_serve(link, runner))
    fetching = asyncio.create_task(fetch(link, runner.observer.tool, lambda: runner.recorded))
    try:
        await asyncio.wait([running, serving], return_when=asyncio.FIRST_COMPLETED)
        if serving.done() and not running.done():
            serving.result()
        return await running
    finally:
        await _end(running, serving, fetching, *tasks)


async def _serve(link: LiveLink, runner: Runner) -> None:
    """Prepare each connection as it begins, until cancelled; with it whatever the one before was busy with is over."""
    while True:
        await runner.connections.get()
        again = asyncio.create_task(runner.connections.get())
        preparing = asyncio.create_task(_prepare(link, runner))
        try:
            await asyncio.wait([again, preparing], return_when=asyncio.FIRST_COMPLETED)
            if preparing.done():
                preparing.result()
                await again
            runner.connections.put_nowait(None)
        finally:
            await _end(again, preparing)


async def _prepare(link: LiveLink, runner: Runner) -> None:
    """Start, probe the clock, zero where that was not done; then go on probing until cancelled or the link is gone."""
    try:
        reply = await link.command(Command.START, 0)
        if reply.result != Result.OK:
            raise ToolRefused(_refusal(reply))
        for _ in range(PROBES):
            await _ask(link, Command.TIME)
        if runner.observer.tool.zeroed is not Result.OK:
            await _zero(link, runner)
        while True:
            await asyncio.sleep(PROBE_S)
            await _ask(link, Command.TIME)
    except LinkLost:
        return  # the runner's reader sees it too, or the link that reconnects says so


async def _end(*tasks: asyncio.Task[Any]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _zero(link: LiveLink, runner: Runner) -> None:
    await runner.first_reading.wait()
    while (result := await _ask(link, Command.TARE)) is not Result.OK:
        if result is None:
            runner.say(NO_ANSWER)
        elif result in REFUSALS:
            runner.say(REFUSALS[result])
        await asyncio.sleep(TARE_AGAIN_S)
    runner.say("")


async def _clear_stop(link: LiveLink, runner: Runner) -> None:
    if await _ask(link, Command.CLEAR_STOP) is not Result.OK:
        runner.say("The tool still holds its stop: let its stop button come up, then go on.")


async def _ask(link: LiveLink, command: Command) -> Result | None:
    """How a command ended; None without an answer, which is no reason to end a treatment in mid-hold."""
    try:
        return _result(await link.command(command))
    except TimeoutError:
        return None


def _refusal(reply: Reply) -> str:
    return f"the tool does not start sampling ({_result(reply).name}): switch it off and on again"


def _result(reply: Reply) -> Result:
    """A result of a later version is a fault that this one cannot name."""
    return Result(reply.result) if reply.result in set(Result) else Result.INTERNAL
