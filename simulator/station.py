"""A Bluetooth host and its radio on the virtual air."""

from __future__ import annotations

from bumble.device import Device, DeviceConfiguration
from bumble.hci import Address
from bumble.host import Host
from bumble.transport.common import AsyncPipeSink

from simulator.controller import AirController
from simulator.radio import Air


def station(air: Air, name: str, address: str) -> Device:
    """Put a host with this static random address on the air; it is not powered on yet."""
    controller = AirController(name, air)
    # "offload": tools keep their address, so a bonded one needs no search, which bumble would not limit in time
    configuration = DeviceConfiguration(name=name, address=Address(address), address_resolution_offload=True)
    return Device(config=configuration, host=Host(controller, AsyncPipeSink(controller)))
