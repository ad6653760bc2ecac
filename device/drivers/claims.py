"""Whose a device is."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Final

from bleak.backends.device import BLEDevice
from bleak.backends.scanner import AdvertisementData

from device.drivers.errors import BrokenDriver
from protocol.instruments.driver import Advertised, Driver
from protocol.sentence import Sentence

LOG: Final = logging.getLogger(__name__)


class Claimants:
    """Drivers that are asked in their order. One that fails is named in a warning, once, and asked no more."""

    def __init__(self, drivers: Sequence[Driver]) -> None:
        self._asked = list(drivers)

    def first(self, device: BLEDevice, said: AdvertisementData) -> Driver | None:
        """The first that claims what advertises so."""
        heard = advertised(device, said)
        for driver in tuple(self._asked):
            try:
                if driver.claims(heard):
                    return driver
            except Exception as error:
                self._asked.remove(driver)
                LOG.warning("%s", BrokenDriver(driver.name, Sentence("it fails with {error}", error=repr(error))))
        return None


def advertised(device: BLEDevice, said: AdvertisementData) -> Advertised:
    """An advertisement as drivers see it."""
    return Advertised(said.local_name or device.name or "", said.manufacturer_data, frozenset(said.service_uuids))
