"""An instrument of another make, over BlueZ: it has no pulse, so only the watch of the service tells."""

from __future__ import annotations

import asyncio

import pytest

from device.drivers.find import find_instrument
from device.drivers.gatt_link import GattLink
from device.drivers.registry import drivers
from device.errors import ToolLost
from protocol.instruments.driver import Gatt
from protocol.link import Channel
from tests.bluez.bench import FIND_S
from tests.bluez.conftest import Furnish
from tests.pretend import PretendTool

ADDRESS = "F0:00:00:00:00:01"


async def test_a_service_that_dies_or_begins_anew_loses_an_instrument(furnish: Furnish) -> None:
    room = await furnish(PretendTool())
    driver = next(each for each in drivers() if each.name == "sig-force")
    assert isinstance(driver.transport, Gatt)
    link = GattLink(await find_instrument(driver, ADDRESS, FIND_S), driver.transport, simulated=True)
    await link.open()
    await room.kill_service()
    await room.start_service()
    channels = list[Channel]()

    async def listen() -> None:
        async for payload in link.payloads():
            channels.append(payload.channel)

    with pytest.raises(ToolLost):
        await asyncio.wait_for(listen(), FIND_S)
    assert channels[:1] == [Channel.INSTRUMENT]
    await link.close()
