"""A simulated tool that another process reaches by Bluetooth, over any of bumble's transports."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Final, NamedTuple

from bumble.core import BaseBumbleError
from bumble.device import Device, DeviceConfiguration
from bumble.hci import Address
from bumble.transport import open_transport
from bumble.transport.common import Transport

from simulator.air import virtual_tools
from simulator.faces.computers_radio import ComputersRadio
from simulator.faces.errors import TransportFailed
from simulator.faces.place import Place
from simulator.faces.visitors import Visitor, hang_up
from simulator.peripheral import Peripheral
from simulator.radio import Air
from simulator.radio_course import RadioCourse
from simulator.radio_model import RadioModel
from simulator.snoop import snooping
from simulator.tool import Tool
from simulator.visit import ToolModel

OPEN_S: Final = 10.0
"""To open a transport and to wake the radio behind it; a USB radio takes about one."""


class Served(NamedTuple):
    """A tool that can be reached now."""

    place: Place
    """With the port that was chosen, where it was left open."""
    peripheral: Peripheral
    lost: asyncio.Future[None]
    """Done when the transport has ended by itself, and nobody can reach the tool any more."""


@asynccontextmanager
async def served(tool: ToolModel, place: Place, capture: Path | None = None) -> AsyncIterator[Served]:
    """Switch the tool on behind a transport, in the running loop's time; everything is switched off at the end.

    `capture` is a btsnoop file of all that goes between the tool and its radio. Raises `TransportFailed`, and
    `OSError` where the file cannot be written.
    """
    async with AsyncExitStack() as stack:
        yield await (_through_radio if place.has_radio else _for_computers)(tool, place, stack, capture)


async def _for_computers(tool: ToolModel, place: Place, stack: AsyncExitStack, capture: Path | None) -> Served:
    """The tool and a radio for each computer that comes, in one virtual air."""
    tools = await virtual_tools([tool], tool.scenario.radio if isinstance(tool, Tool) else None, capture)
    stack.push_async_callback(tools.close)
    if isinstance(tool, Tool):
        stack.push_async_callback(RadioCourse(tools, tool).close)
    if place.scheme == "tcp-server":
        here = await _listen(tools.air, place, stack)
        return Served(here, tools.peripheral, asyncio.get_running_loop().create_future())
    transport = await opened(place, stack)
    radio = ComputersRadio("computer", tools.air)
    radio.set_packet_sink(transport.sink)
    transport.source.set_packet_sink(radio)
    return Served(place, tools.peripheral, transport.source.terminated)


async def _listen(air: Air, place: Place, stack: AsyncExitStack) -> Place:
    assert place.socket is not None
    host, port = place.socket
    visitors: set[Visitor] = set()
    loop = asyncio.get_running_loop()
    try:
        server = await loop.create_server(
            lambda: Visitor(air, visitors), None if host == "_" else host.strip("[]"), port
        )
    except OSError as error:
        raise TransportFailed(f"{place} does not open ({error.strerror}): choose another port") from error
    stack.callback(hang_up, visitors)
    stack.callback(server.close)
    return place._replace(rest=f"{host}:{server.sockets[0].getsockname()[1]}")


async def _through_radio(tool: ToolModel, place: Place, stack: AsyncExitStack, capture: Path | None) -> Served:
    """The tool's host with the radio that is there."""
    transport = await opened(place, stack)
    peripheral = Peripheral(host_on(transport, tool.name), tool, OwnRadio())
    if capture is not None:
        stack.enter_context(snooping(peripheral.device.host, capture))
    await _switch_on(peripheral)
    stack.push_async_callback(_switch_off, peripheral, transport.source.terminated)
    return Served(place, peripheral, transport.source.terminated)


class OwnRadio:
    """The surroundings of a tool whose radio is not ours: it keeps its own time and tells no anchor points."""

    model = RadioModel()

    @property
    def anchor_s(self) -> float:
        """The moment in which the radio says that a packet left."""
        return asyncio.get_running_loop().time()


async def opened(place: Place, stack: AsyncExitStack) -> Transport:
    """Open one of bumble's transports until the stack ends; raises `TransportFailed`."""
    try:
        async with asyncio.timeout(OPEN_S):
            transport = await open_transport(str(place))
    except TimeoutError as error:
        raise TransportFailed(f"{place} does not open within {OPEN_S:.0f} s: look whether it is there") from error
    except (OSError, ValueError, ImportError, BaseBumbleError) as error:
        raise TransportFailed(f"{place} does not open ({_reason(error)}): look whether it is there") from error
    stack.push_async_callback(transport.close)
    return transport


def host_on(transport: Transport, name: str) -> Device:
    """A host with a static random address that no other has, on the radio behind the transport."""
    address = Address(bytes((*os.urandom(5), 0xC0 | os.urandom(1)[0])), Address.RANDOM_DEVICE_ADDRESS)
    configuration = DeviceConfiguration(name=name, address=address, address_resolution_offload=True)
    return Device.from_config_with_hci(configuration, transport.source, transport.sink)


async def _switch_on(peripheral: Peripheral) -> None:
    try:
        async with asyncio.timeout(OPEN_S):
            await peripheral.start()
    except (TimeoutError, BaseBumbleError) as error:
        raise TransportFailed(f"the radio does not answer ({_reason(error)}): plug it in again") from error


async def _switch_off(peripheral: Peripheral, lost: asyncio.Future[None]) -> None:
    """Say good-bye, unless the radio has gone: nobody would answer."""
    if not lost.done():
        await peripheral.close()


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
