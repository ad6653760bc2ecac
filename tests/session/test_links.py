from __future__ import annotations

import asyncio

import pytest

from device.ble_link import BleLink
from device.errors import BondLost
from device.scan import find
from protocol.control import Command
from session.links import FIND_S, LinkName, open_link
from simulator.air import virtual_tool
from tests.pretend import PretendTool
from tests.virtual import virtual


@virtual
async def test_a_tool_that_forgot_its_pairing_is_said_to_have_before_the_search_ends() -> None:
    air = await virtual_tool(PretendTool())
    link = BleLink(await find("PT-0001", 5, air.backend), backend=air.backend, simulated=True)
    await link.open()
    await link.setup(Command.GET, 1)
    await link.close()
    keys = air.peripheral.device.keystore
    assert keys is not None
    await keys.delete_all()
    began_s = asyncio.get_running_loop().time()
    with pytest.raises(BondLost, match="remove PT-0001 from the system's list"):
        async with open_link(LinkName.of("PT-0001"), air.backend):
            pass
    assert asyncio.get_running_loop().time() - began_s < FIND_S
    await air.close()
