"""Tools, the air and a central in one process."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from bumble.device import Device

from simulator.peripheral import Peripheral
from simulator.radio import Air
from simulator.radio_model import RadioModel
from simulator.snoop import snooping
from simulator.stack import Stack
from simulator.station import station
from simulator.visit import ToolModel

CENTRAL: Final = "C0:00:00:00:00:01"
TOOL: Final = "F0:00:00:00:00:{:02X}"
"""Static random addresses, all different: the air tells stations apart by them."""


class VirtualTools:
    """Tools within reach of one central; `backend` is what bleak takes to be that central."""

    def __init__(
        self, air: Air, central: Device, peripherals: Sequence[Peripheral], capture: ExitStack | None = None
    ) -> None:
        self.air = air
        """`air.in_range = False` carries the tools away."""
        self.peripherals = tuple(peripherals)
        self.stack = Stack(central)
        """What is wrong with that computer's Bluetooth."""
        self.backend = self.stack.backend
        self.central = central
        self._capture = capture or ExitStack()

    @property
    def peripheral(self) -> Peripheral:
        """The first tool."""
        return self.peripherals[0]

    async def close(self) -> None:
        """Hang up, switch everything off; the loop has nothing left to do afterwards."""
        for peripheral in self.peripherals:
            await peripheral.close()
        await self.central.power_off()
        self.air.close()
        self._capture.close()


async def virtual_tool(tool: ToolModel, radio: RadioModel | None = None) -> VirtualTools:
    """Switch one tool on beside a central."""
    return await virtual_tools([tool], radio)


async def virtual_tools(
    tools: Sequence[ToolModel], radio: RadioModel | None = None, capture: Path | None = None
) -> VirtualTools:
    """Switch tools on beside a central; the running loop's time is theirs.

    `capture` is a btsnoop file of all that goes between the first tool and its radio. Raises `OSError` for one that
    cannot be written.
    """
    air = Air(radio)
    central = station(air, "central", CENTRAL)
    await central.power_on()
    peripherals = [
        Peripheral(station(air, tool.name, TOOL.format(number)), tool, air) for number, tool in enumerate(tools, 1)
    ]
    snooper = ExitStack()
    if capture is not None:
        snooper.enter_context(snooping(peripherals[0].device.host, capture))
    for peripheral in peripherals:
        await peripheral.start()
    return VirtualTools(air, central, peripherals, snooper)
