"""The yardstick of the link: nothing but bumble on both ends."""

from __future__ import annotations

import asyncio
import time
from typing import Final

from bumble.controller import Controller
from bumble.core import UUID
from bumble.device import Device, DeviceConfiguration, Peer
from bumble.gatt import Characteristic, Service
from bumble.hci import Address
from bumble.host import Host
from bumble.link import LocalLink
from bumble.transport.common import AsyncPipeSink

from palpate.contests.counting_tool import frame_of
from palpate.contests.heard import Cost, Stopwatch

PACKET_LENGTH: Final = 251
"""As of our own controllers; bumble's 27 would make it slower."""
_SERVICE: Final = UUID("a0000000-0000-4000-8000-000000000000")
_NUMBERS: Final = UUID("a0000001-0000-4000-8000-000000000000")
LIMIT_S: Final = 60.0


async def bare(count: int, rate_hz: float) -> Cost:
    """Send `count` notifications at `rate_hz` and hear them."""
    link = LocalLink()  # type: ignore[no-untyped-call]  # bumble's has no annotation
    said, heard = _host(link, "F0:00:00:00:00:01"), _host(link, "C0:00:00:00:00:01")
    numbers = Characteristic[bytes](_NUMBERS, Characteristic.Properties.NOTIFY, Characteristic.Permissions(0), b"")
    said.add_services([Service(_SERVICE, [numbers])])
    await said.power_on()
    await heard.power_on()
    await said.start_advertising()
    peer = Peer(await heard.connect(said.random_address))
    watch, all_came = Stopwatch(count), asyncio.Event()

    def hear(value: bytes) -> None:
        watch.hear(value)
        if watch.full:
            all_came.set()

    await peer.request_mtu(PACKET_LENGTH - 4)
    await peer.discover_all()  # type: ignore[no-untyped-call]  # bumble's has no annotation
    await peer.subscribe(peer.get_characteristics_by_uuid(_NUMBERS)[0], hear)
    said_s = await _say(said, numbers, count, 1 / rate_hz)
    async with asyncio.timeout(LIMIT_S):
        await all_came.wait()
    await peer.connection.disconnect()
    await said.power_off()
    await heard.power_off()
    return watch.cost(said_s)


async def _say(tool: Device, numbers: Characteristic[bytes], count: int, period_s: float) -> list[float]:
    (connection,) = tool.connections.values()
    loop = asyncio.get_running_loop()
    said_s: list[float] = []
    start_s = loop.time()
    for number in range(count):
        await asyncio.sleep(max(start_s + (number + 1) * period_s - loop.time(), 0))
        said_s.append(time.perf_counter())
        await tool.gatt_server.notify_subscriber(connection, numbers, frame_of(number))
        await connection.drain()
    return said_s


def _host(link: LocalLink, address: str) -> Device:
    controller = Controller(address, link=link)
    controller.acl_data_packet_length = controller.le_acl_data_packet_length = PACKET_LENGTH
    controller.supported_max_tx_octets = controller.supported_max_rx_octets = PACKET_LENGTH
    host = Host(controller, AsyncPipeSink(controller))
    return Device(config=DeviceConfiguration(name=address, address=Address(address)), host=host)
