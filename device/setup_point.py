"""The Setup characteristic of one connection (docs/protocol.md §9): it answers a paired computer only."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator

from device.access import PAIR_S, Access
from device.errors import BondLost, NoSetup, NotPaired
from device.exchange import COMMAND_S, Exchange
from protocol import uuids
from protocol.control import Command, Number, Reply


class SetupPoint:
    """Pairs and subscribes before the first request, then has one request answered at a time."""

    def __init__(
        self, access: Access, echoes: Iterator[int], sent: Callable[[bytes], None], heard: Callable[[bytes], None]
    ) -> None:
        """`sent` and `heard` get what goes over the air."""
        self._access = access
        self._sent = sent
        self._heard = heard
        self._exchange = Exchange(echoes, self._write)
        self._turn = asyncio.Lock()
        self._subscribed = False
        self._paired = False

    async def ask(self, called: str, command: Command, parameters: tuple[Number, ...]) -> Reply | None:
        """Return the answer of the tool that is `called` so, None where the connection ended instead.

        Raises `NoSetup`, `NotPaired`, `BondLost`, what `Exchange.ask` raises and what `Access` raises.
        """
        if self._exchange.is_over():
            return None
        if not self._access.has(uuids.SETUP):
            raise NoSetup(called)
        async with self._turn:
            try:
                await self._make_ready()
                reply = await self._exchange.ask(command, parameters, COMMAND_S if self._paired else PAIR_S)
            except NotPaired as error:
                if self._exchange.is_over():  # it went meanwhile
                    return None
                if self._paired:  # so says the system, and the tool knows nothing of it
                    self._paired = False
                    raise BondLost(called) from error
                raise
            self._paired = True
            return reply

    def end(self) -> None:
        """No answer will come any more."""
        self._exchange.end()

    async def _make_ready(self) -> None:
        if not self._paired:
            self._paired = await self._access.pair()
        if not self._subscribed:
            await self._access.subscribe(uuids.SETUP, self._hear)
            self._subscribed = True

    def _hear(self, value: bytes) -> None:
        self._heard(value)
        self._exchange.take(value)

    async def _write(self, request: bytes) -> None:
        self._sent(request)
        await self._access.write(uuids.SETUP, request)
