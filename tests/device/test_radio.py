from __future__ import annotations

from bleak.backends.device import BLEDevice
from bleak.backends.scanner import AdvertisementData

from device.backend import Classes
from device.exchange import echoes
from device.radio import Radio
from device.scan import MOST_TOOLS
from device.states import Connect, Event, Failed, Heard, Scan, StopScan, Trouble
from protocol import uuids
from protocol.advert import Advert
from protocol.link import Payload
from tests.device.test_scan import Loudspeaker
from tests.virtual import virtual


def nobody(_payload: Payload) -> None:
    """No payload is expected."""


def radio_of(scanner: type[Loudspeaker], told: list[Event]) -> Radio:
    return Radio(Classes(scanner=scanner), nobody, told.append, simulated=True)


def say(scanner: Loudspeaker, serial: str, address: str) -> None:
    data = {uuids.SERVICE: bytes(Advert(1, 0, 50, serial))}
    said = AdvertisementData("X", {}, data, [uuids.SERVICE], None, -60, ())
    scanner.call_detection_callbacks(BLEDevice(address, None, None), said)


@virtual
async def test_a_device_that_nobody_has_taken_notice_of_is_not_told_again() -> None:
    class Repeating(Loudspeaker):
        async def start(self) -> None:
            for _ in range(3):
                say(self, "PT-1", "aa")
                say(self, "PT-2", "bb")

    told = list[Event]()
    radio = radio_of(Repeating, told)
    await radio.do(Scan(), echoes())
    assert told == [Heard("PT-1", "aa"), Heard("PT-2", "bb")]
    radio.told(Heard("PT-1", "aa"))
    await radio.do(StopScan(), echoes())
    await radio.do(Scan(), echoes())
    assert told[2:] == [Heard("PT-1", "aa")]
    await radio.silence()


@virtual
async def test_a_tool_that_was_crowded_out_is_searched_anew() -> None:
    class Crowd(Loudspeaker):
        async def start(self) -> None:
            for number in range(MOST_TOOLS + 1):
                say(self, f"PT-{number}", f"{number}")

    radio = radio_of(Crowd, [])
    await radio.do(Scan(), echoes())
    assert len(radio.found) == MOST_TOOLS
    outcome = await radio.do(Connect("0", hurried=True, uncached=False), echoes())
    assert isinstance(outcome, Failed)
    assert outcome.trouble is Trouble.OTHER
    assert "searched anew" in outcome.why
    await radio.silence()
