"""One connection of a link that reconnects: from the first byte to the last."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Final

from device.adapter import adapter
from device.ble_link import BleLink
from device.errors import BluetoothOff, BondLost, DeviceError, NotATool, ToolVanished, WrongTool
from device.states import Connected, Event, Failed, Gone, Released, Trouble, WentOff
from protocol.link import Payload
from protocol.sentence import Sentence

LOG: Final = logging.getLogger(__name__)

UNFORESEEN: Final = Sentence("the system's Bluetooth failed in a way that this program does not know")

LEFT: Final = Sentence("it was ended on this side")


class Visit:
    """Opens a link, passes its payloads on once it is admitted, and ends it; tells what happened, `Released` last."""

    def __init__(self, link: BleLink, deliver: Callable[[Payload], None], tell: Callable[[Event], None]) -> None:
        self.link = link
        self._deliver = deliver
        self._tell = tell
        self._leaving = False
        self._admitted = asyncio.Event()
        self._task = asyncio.create_task(self._run())
        self._task.add_done_callback(lambda _task: tell(Released()))

    def admit(self) -> None:
        """Pass the payloads on from now on; those before wait."""
        self._admitted.set()

    def leave(self) -> None:
        """End the connection, or the making of it, unless that is under way already."""
        if not self._leaving:
            self._leaving = True
            self._task.cancel()

    async def over(self, limit_s: float) -> None:
        """Wait until nothing is left of it, `limit_s` at most."""
        await asyncio.wait([self._task], timeout=limit_s)

    async def _run(self) -> None:
        with adapter().holding(self.link.tool.device.address):
            try:
                event = await self._stay()
                self._leaving = True
                self._tell(event)
            finally:
                await self.link.close()

    async def _stay(self) -> Event:
        """Return how it ended."""
        try:
            await self.link.open()
        except BluetoothOff as error:
            return WentOff(error.reason)
        except DeviceError as error:
            return Failed(_trouble(error), str(error))
        except Exception:
            LOG.exception("connecting failed in an unknown way; it will be tried again")
            return Failed(Trouble.OTHER, UNFORESEEN)
        if self._leaving:
            # WORKAROUND: before Python 3.12 wait_for, which stacks use, may swallow a cancellation:
            # https://github.com/python/cpython/issues/86296
            return Gone(LEFT)
        self._tell(Connected(self.link.serial))
        await self._admitted.wait()
        try:
            async for payload in self.link.payloads():
                self._deliver(payload)
        except DeviceError as error:
            return Gone(str(error))
        return Gone(LEFT)


def _trouble(error: DeviceError) -> Trouble:
    match error:
        case ToolVanished():
            return Trouble.VANISHED
        case WrongTool():
            return Trouble.WRONG_TOOL
        case NotATool():
            return Trouble.NOT_A_TOOL
        case BondLost():
            return Trouble.BOND_LOST
        case _:
            return Trouble.OTHER
