"""A treatment with a live tool: start the stream, check the zero, keep the clocks, then guide."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any, Final

from protocol.control import Command, Reply, Result
from protocol.errors import LinkLost
from protocol.link import LiveLink
from protocol.sentence import Sentence
from session.errors import ToolRefused
from session.fetch import fetch
from session.inputs import GoOn, Input, MeasureZero
from session.runner import Runner
from session.view import View
from session.zero_book import ZeroBook
from session.zero_measuring import ZeroMeasuring

PROBES: Final = 8
"""TIME exchanges at the start: enough for one without a queue on the way."""
PROBE_S: Final = 10.0
"""Between two exchanges later on: two crystals drift apart by 1 ms in that time."""


async def treat(link: LiveLink, runner: Runner, book: ZeroBook | None = None) -> View:
    """Run to the end; the last view holds the summary. Zeros are noted in `book`.

    Raises `ToolRefused` when the tool does not start a stream, and `TimeoutError` when it does not answer.
    """
    tasks: set[asyncio.Task[object]] = set()
    zero = ZeroMeasuring(link, runner, book)

    heard = runner.on_input

    def on_input(value: Input) -> None:
        if heard:
            heard(value)
        match value:
            case GoOn():
                tasks.add(asyncio.create_task(_clear_stop(link, runner)))
            case MeasureZero():
                zero.ask()
            case _:
                pass

    runner.on_input = on_input
    running, serving = asyncio.create_task(runner.run()), asyncio.create_task(_serve(link, runner, zero))
    fetching = asyncio.create_task(fetch(link, runner.observer.tool, lambda: runner.recorded))
    try:
        await asyncio.wait([running, serving], return_when=asyncio.FIRST_COMPLETED)
        if serving.done() and not running.done():
            serving.result()
        return await running
    finally:
        await _end(running, serving, fetching, *tasks)
        await zero.noted()


async def _serve(link: LiveLink, runner: Runner, zero: ZeroMeasuring) -> None:
    """Prepare each connection as it begins, until cancelled; with it whatever the one before was busy with is over."""
    starts = runner.needs.starts
    while True:
        await starts.get()
        again = asyncio.create_task(starts.get())
        preparing = asyncio.create_task(_prepare(link, runner, zero))
        try:
            await asyncio.wait([again, preparing], return_when=asyncio.FIRST_COMPLETED)
            if preparing.done():
                preparing.result()
                await again
            starts.put_nowait(None)
        finally:
            await _end(again, preparing)


async def _prepare(link: LiveLink, runner: Runner, zero: ZeroMeasuring) -> None:
    """Start and probe the clock; go on probing, and zero where it is needed, until cancelled or the link is gone."""
    try:
        reply = await link.command(Command.START, 0)
        if reply.result != Result.OK:
            raise ToolRefused(_refusal(reply))
        for _ in range(PROBES):
            await _ask(link, Command.TIME)
        if runner.observer.tool.zeroed is not Result.OK:
            runner.needs.zero.set()
        while True:
            if runner.needs.zero.is_set():
                await zero.run()
            with suppress(TimeoutError):
                async with asyncio.timeout(PROBE_S):
                    await runner.needs.zero.wait()
            await _ask(link, Command.TIME)
    except LinkLost:
        return  # the runner's reader sees it too, or the link that reconnects says so


async def _end(*tasks: asyncio.Task[Any]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _clear_stop(link: LiveLink, runner: Runner) -> None:
    if await _ask(link, Command.CLEAR_STOP) is not Result.OK:
        runner.say(Sentence("The tool still holds its stop: let its stop button come up, then go on."))


async def _ask(link: LiveLink, command: Command) -> Result | None:
    """How a command ended; None without an answer, which is no reason to end a treatment in mid-hold."""
    try:
        return _result(await link.command(command))
    except TimeoutError:
        return None


def _refusal(reply: Reply) -> str:
    return Sentence(
        "the tool does not start sampling ({result}): switch it off and on again", result=_result(reply).name
    )


def _result(reply: Reply) -> Result:
    """A result of a later version is a fault that this one cannot name."""
    return Result(reply.result) if reply.result in set(Result) else Result.INTERNAL
