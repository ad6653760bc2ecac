"""What one connection lets be read, written and heard: each access in bounded time, with its errors as ours."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Iterator
from typing import Final

from bleak import BleakClient
from bleak.backends.characteristic import BleakGATTCharacteristic
from bleak.exc import BleakGATTProtocolError

from device.backend import notify_arguments
from device.errors import AccessRefused, DeviceError, NotPaired, ToolLost
from device.faults import STACK_ERRORS, needs_pairing
from device.scan import printable

LOG: Final = logging.getLogger(__name__)

ACCESS_S: Final = 5.0
"""To read or subscribe to one attribute; longer means that the link is gone and nobody said so."""

PAIR_S: Final = 40.0
"""To pair, with a person who answers the system's question; the Security Manager waits 30 s for each of its steps
(Bluetooth Core, Vol 3, Part H, 3.4)."""

LONGEST_VALUE: Final = 512
"""Of an attribute (Bluetooth Core, Vol 3, Part F, 3.2.9); nothing beyond is taken from a device that sends more."""


class Access:
    """The attributes of one connection. An access that fails without the device's refusing it ends the link."""

    def __init__(self, client: BleakClient, called: Callable[[], str], lose: Callable[[], None]) -> None:
        """`called` is how people know the device; `lose` is told that the link is gone."""
        self._client = client
        self._called = called
        self._lose = lose

    def has(self, uuid: str) -> bool:
        """Whether the device has this attribute."""
        return self._client.services.get_characteristic(uuid) is not None

    def notifies(self, uuid: str) -> bool:
        """Whether the device has this attribute and tells of its changes."""
        characteristic = self._client.services.get_characteristic(uuid)
        return characteristic is not None and "notify" in characteristic.properties

    async def read(self, uuid: str) -> bytes:
        """Return the value, `LONGEST_VALUE` bytes at most."""
        with self.losing():
            async with asyncio.timeout(ACCESS_S):
                return bytes((await self._client.read_gatt_char(uuid))[:LONGEST_VALUE])

    async def text(self, uuid: str, longest: int) -> str:
        """Return a value that is text, as something that can be shown."""
        return printable((await self.read(uuid)).decode("utf-8", "replace"), longest)

    async def subscribe(self, uuid: str, hear: Callable[[bytes], None]) -> None:
        """Have `hear` called with each value that the device tells, whole up to `LONGEST_VALUE` bytes."""

        def arrived(_characteristic: BleakGATTCharacteristic, value: bytearray) -> None:
            hear(bytes(value[:LONGEST_VALUE]))

        with self.losing():
            async with asyncio.timeout(ACCESS_S):
                await self._client.start_notify(uuid, arrived, bluez=notify_arguments())

    async def write(self, uuid: str, value: bytes) -> None:
        """Write a value and wait until the device has it; how long is for the caller to say."""
        with self.losing():
            await self._client.write_gatt_char(uuid, value, response=True)

    async def pair(self) -> bool:
        """Have the system pair with the device; True where it is paired now.

        False where the system does so only when an access needs it (macOS). Raises `NotPaired`: a pairing that does
        not come about says nothing about the link.
        """
        try:
            async with asyncio.timeout(PAIR_S):
                await self._client.pair()
        except NotImplementedError:
            return False
        except Exception as error:  # a stack may raise anything
            if not isinstance(error, STACK_ERRORS):
                LOG.exception("pairing failed in an unknown way")
            raise NotPaired(self._called()) from error
        return True

    @contextlib.contextmanager
    def losing(self) -> Iterator[None]:
        """Take a failed access for a lost link: a stack that died does not always say so.

        Raises `AccessRefused`, `NotPaired` and `ToolLost`.
        """
        try:
            yield
        except DeviceError:  # some are OSErrors too
            raise
        except STACK_ERRORS as error:
            if needs_pairing(error):
                raise NotPaired(self._called()) from error
            if isinstance(error, BleakGATTProtocolError):
                raise AccessRefused(self._called(), int(error.code)) from error
            self._lose()
            raise ToolLost(self._called()) from error
        except Exception as error:
            LOG.exception("an access failed in an unknown way: the link is taken for lost")
            self._lose()
            raise ToolLost(self._called()) from error
