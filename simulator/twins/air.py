"""Twins, the air and a central in one process."""

from __future__ import annotations

from collections.abc import Sequence

from bumble.device import Device

from simulator.air import CENTRAL, TOOL
from simulator.bleak_backend import Backend, backend_for
from simulator.radio import Air
from simulator.radio_model import RadioModel
from simulator.station import station
from simulator.twins.station import Station
from simulator.twins.twin import Twin


class VirtualTwins:
    """Instruments within reach of one central; `backend` is what bleak takes to be that central."""

    def __init__(self, air: Air, central: Device, stations: Sequence[Station]) -> None:
        self.air = air
        """`air.in_range = False` carries the instruments away."""
        self.stations = tuple(stations)
        self.backend: Backend = backend_for(central)
        self._central = central

    async def close(self) -> None:
        """Hang up, switch everything off; the loop has nothing left to do afterwards."""
        for each in self.stations:
            await each.close()
        await self._central.power_off()
        self.air.close()


async def virtual_twins(twins: Sequence[Twin], radio: RadioModel | None = None) -> VirtualTwins:
    """Switch instruments on beside a central; the running loop's time is theirs."""
    air = Air(radio)
    central = station(air, "central", CENTRAL)
    await central.power_on()
    stations = [Station(station(air, twin.name, TOOL.format(number)), twin) for number, twin in enumerate(twins, 1)]
    for each in stations:
        await each.start()
    return VirtualTwins(air, central, stations)
