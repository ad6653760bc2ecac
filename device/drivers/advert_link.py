"""An instrument that is only listened to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Final

from bleak.backends.device import BLEDevice
from bleak.backends.scanner import AdvertisementData

from device.backend import PLATFORM, Backend
from device.drivers.find import FoundInstrument
from device.inbox import Closed, Inbox, Lost
from device.scan import Listening
from protocol.errors import NotOffered
from protocol.instruments.driver import Action, Adverts
from protocol.instruments.stream import Introduction
from protocol.link import Channel, Payload

SILENT_S: Final = 30.0
"""Without an advertisement for so long the instrument is off or away (assumed); its last reading was old before."""


class AdvertLink:
    """A `protocol.link.Link` to one instrument that never connects: `open()` once, then read `payloads()`.

    The first payload is INSTRUMENT. Adverts are not confirmed: some are never heard, and nothing tells which.
    """

    def __init__(
        self, found: FoundInstrument, transport: Adverts, *, backend: Backend = PLATFORM, simulated: bool
    ) -> None:
        self.simulated = simulated
        self._found = found
        self._transport = transport
        self._backend = backend
        self._inbox = Inbox()
        self._scan = AsyncExitStack()
        self._silence: asyncio.TimerHandle | None = None

    async def open(self) -> None:
        """Begin to listen; raises `BluetoothOff` and `ScanFailed`."""
        found = self._found
        self._put(Channel.INSTRUMENT, bytes(Introduction(found.driver.name, found.address, found.name)))
        await self._scan.enter_async_context(Listening(self._heard, self._backend))
        self._wait()

    async def ask(self, action: Action) -> None:
        """Raise `NotOffered`: nothing can be sent to it."""
        raise NotOffered(self._found.driver.title, action.value)

    def payloads(self) -> AsyncIterator[Payload]:
        """Yield what was heard, in order; raises `ToolLost` after `SILENT_S` without an advertisement."""
        return self._inbox.payloads()

    async def close(self) -> None:
        """Stop listening; does nothing the second time."""
        self._inbox.finish(Closed())
        if self._silence is not None:
            self._silence.cancel()
        await self._scan.aclose()

    def _heard(self, device: BLEDevice, said: AdvertisementData) -> None:
        if device.address != self._found.address:
            return
        for number, company in enumerate(self._transport.companies):
            if company in said.manufacturer_data:
                self._put(Channel.HEARD, bytes((number,)) + said.manufacturer_data[company])
                self._wait()

    def _wait(self) -> None:
        if self._silence is not None:
            self._silence.cancel()
        lost = Lost(self._found.address)
        self._silence = asyncio.get_running_loop().call_later(SILENT_S, self._inbox.finish, lost)

    def _put(self, channel: Channel, value: bytes) -> None:
        self._inbox.put(Payload(channel, asyncio.get_running_loop().time(), value))
