"""Instruments with characteristics of the Bluetooth SIG: a weight scale, and something with a force."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bumble.core import AdvertisingData
from bumble.gatt import Characteristic

from protocol import uuids
from protocol.instruments.sig_force import Force
from protocol.instruments.timeline import STANDARD_GRAVITY
from protocol.instruments.weight_scale import MEASUREMENT, SERVICE, WeightMeasurement
from simulator.twins.clockwork import Beat
from simulator.twins.twin import INDICATE, NOTIFY, Load, Sections

AUTOMATION_IO = "00001815-0000-1000-8000-00805f9b34fb"
"""A service of the SIG that takes any characteristic: none is made for a force."""


class SigTwin:
    """Sends one value of one characteristic every `period_s`, whoever listens."""

    max_mtu = 23

    def __init__(self, name: str, value: Callable[[float], bytes], attribute: tuple[str, str], period_s: float) -> None:
        """`attribute` are the UUIDs of service and characteristic."""
        self.name = name
        self._value = value
        self._service, self._characteristic = attribute
        self._beat = Beat(period_s)
        self._beat.start(0.0)

    @property
    def services(self) -> Mapping[str, Mapping[str, Characteristic.Properties]]:
        """The one service."""
        kind = INDICATE if self._service == SERVICE else NOTIFY
        return {self._service: {self._characteristic: kind}}

    def advert(self, t_s: float) -> Sections:
        """The service."""
        short = bytes.fromhex(self._service[4:8])[::-1]
        return ((AdvertisingData.Type.COMPLETE_LIST_OF_16_BIT_SERVICE_CLASS_UUIDS, short),)

    def write(self, t_s: float, characteristic: str, data: bytes) -> None:
        """Nothing can be written."""

    def hang_up(self, t_s: float) -> None:
        """Go on; nobody hears it."""

    def advance(self, t_s: float) -> Sequence[tuple[str, bytes]]:
        """Values that are due."""
        return [(self._characteristic, self._value(due_s)) for _, due_s in self._beat.ticks(t_s)]

    def next_due_s(self, t_s: float) -> float:
        """The next value."""
        return self._beat.due_s


def weight_scale(load: Load) -> SigTwin:
    """A scale that says a weight twice a second, to 5 g."""

    def value(t_s: float) -> bytes:
        return bytes(WeightMeasurement(max(0.0, load(t_s)) / STANDARD_GRAVITY))

    return SigTwin("Scale", value, (SERVICE, MEASUREMENT), 0.5)


def sig_force(load: Load) -> SigTwin:
    """A sensor that says a force ten times a second, to 1 mN."""
    return SigTwin("Force", lambda t_s: bytes(Force(load(t_s))), (AUTOMATION_IO, uuids.FORCE), 0.1)
