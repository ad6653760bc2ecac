"""A simulated tool read over one connection after the other, as a link that reconnects gives it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Final

from protocol.control import Command, Number, Reply
from protocol.errors import LinkLost
from protocol.link import Payload
from session.fetch import fetch
from session.observer import Observer
from simulator.in_process import InProcessLink
from simulator.scenario import Scenario
from simulator.tool import Tool
from tests.session.moments import PLAN
from tests.virtual import run_virtual

AGAIN_S: Final = 0.25


class Chain:
    """A `LiveLink` that comes back."""

    simulated = True

    def __init__(self, tool: Tool) -> None:
        self._tool = tool
        self._since_s = asyncio.get_running_loop().time()
        self._link = InProcessLink(tool)

    async def payloads(self) -> AsyncIterator[Payload]:
        while True:
            try:
                async for payload in self._link.payloads():
                    yield payload
            except LinkLost:
                await self._come_back()
            else:
                return

    async def command(self, command: Command, *parameters: Number) -> Reply:
        return await self._link.command(command, *parameters)

    async def close(self) -> None:
        await self._link.close()

    async def _come_back(self) -> None:
        while True:
            await asyncio.sleep(AGAIN_S)
            try:
                self._link = InProcessLink(self._tool, self._since_s)
            except LinkLost:
                continue
            return


@dataclass
class Heard:
    """What a run gave."""

    observer: Observer
    payloads: list[Payload] = field(default_factory=list)
    connections: int = 0


def listened(setting: Scenario, *, asking: bool = True, recorded: bool = True, over: type[Chain] = Chain) -> Heard:
    """Start each connection, zero once, fetch, and read until the scenario is over."""

    async def story() -> Heard:
        return await _listen(over(Tool(setting, 1)), asking=asking, recorded=recorded)

    return run_virtual(story())


async def _listen(link: Chain, *, asking: bool, recorded: bool) -> Heard:
    heard = Heard(Observer(PLAN))
    tasks = [asyncio.create_task(fetch(link, heard.observer.tool, lambda: recorded))] if asking else []
    async for payload in link.payloads():
        heard.payloads.append(payload)
        heard.observer.update(payload)
        if payload.channel.name == "LAYOUT":
            heard.connections += 1
            tasks.append(asyncio.create_task(_start(link, tare=heard.connections == 1)))
    for task in tasks:
        task.cancel()
    for outcome in await asyncio.gather(*tasks, return_exceptions=True):
        assert outcome is None or isinstance(outcome, asyncio.CancelledError), outcome
    heard.observer.finish()
    return heard


async def _start(link: Chain, *, tare: bool) -> None:
    await link.command(Command.START, 0)
    if tare:
        await asyncio.sleep(1.5)
        await link.command(Command.TARE)
