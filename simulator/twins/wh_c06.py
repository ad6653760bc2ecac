"""A WH-C06 scale: nobody connects, its adverts say it all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bumble.core import AdvertisingData
from bumble.gatt import Characteristic

from protocol.instruments.timeline import STANDARD_GRAVITY
from protocol.instruments.wh_c06 import COMPANY, NAME, Shown, Unit
from simulator.twins.clockwork import Beat
from simulator.twins.twin import Load, Sections

REFRESH_S = 0.25
"""Between two weights (assumed: a few a second)."""


class WhC06Twin:
    """Weighs every `REFRESH_S` and repeats each weight until the next."""

    name = NAME
    max_mtu = 23

    def __init__(self, load: Load) -> None:
        self._load = load
        self._beat = Beat(REFRESH_S)
        self._beat.start(0.0)
        self._shown = self._weigh(0.0)

    @property
    def services(self) -> Mapping[str, Mapping[str, Characteristic.Properties]]:
        """None: nobody connects."""
        return {}

    def advert(self, t_s: float) -> Sections:
        """The latest weight."""
        value = COMPANY.to_bytes(2, "little") + bytes(self._shown)
        return ((AdvertisingData.Type.MANUFACTURER_SPECIFIC_DATA, value),)

    def write(self, t_s: float, characteristic: str, data: bytes) -> None:
        """Nothing can be written."""

    def hang_up(self, t_s: float) -> None:
        """Nobody connects."""

    def advance(self, t_s: float) -> Sequence[tuple[str, bytes]]:
        """Weigh; equal weights in a row are stable."""
        for _, due_s in self._beat.ticks(t_s):
            weighed = self._weigh(due_s)
            self._shown = weighed._replace(stable=weighed.value == self._shown.value)
        return ()

    def next_due_s(self, t_s: float) -> float:
        """The next weight."""
        return self._beat.due_s

    def _weigh(self, t_s: float) -> Shown:
        return Shown(round(self._load(t_s) / STANDARD_GRAVITY, 2), stable=False, unit=Unit.KG)
