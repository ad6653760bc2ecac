"""Bugs of advertising, attributes and Status."""

from __future__ import annotations

import asyncio
from typing import Any, Final

from bumble.gatt import Characteristic

from protocol import uuids
from simulator import attributes
from simulator.boot import Boot
from simulator.control_point import ControlPoint
from simulator.peripheral import Peripheral
from simulator.tool import Tool
from tests.palpate.conformance.planting import (
    Mutant,
    Patch,
    after,
    around,
    constant,
    returning,
    service_data,
    status,
)

_Property = Characteristic.Properties
_NOTHING: Final = _Property(0)


def _readable_otherwise(patch: Patch, uuid: str, other: str, more: Characteristic.Properties) -> None:
    original = attributes._readable

    def readable(which: str, read: Any, given: Characteristic.Properties = _NOTHING) -> Characteristic[bytes]:
        return original(other if which == uuid else which, read, (given | more) if which == uuid else given)

    patch.setattr(attributes, "_readable", readable)


def _no_uuid_in_the_advert(patch: Patch) -> None:
    patch.setattr(
        "simulator.peripheral._advert", lambda name: b"\x02\x01\x06" + bytes((len(name) + 1, 9)) + name.encode()
    )


def _late_advert(patch: Patch) -> None:
    original = Peripheral._call_out

    async def late(self: Peripheral, answered: asyncio.Event) -> None:
        await asyncio.sleep(3.0)
        await original(self, answered)

    patch.setattr(Peripheral, "_call_out", late)


def _greedy_mtu(self: Peripheral) -> None:
    self.device.gatt_server.max_mtu = 400


def _handles_that_move(patch: Patch) -> None:
    original = Peripheral._disconnected

    def disconnected(self: Peripheral, reason: int) -> None:
        original(self, reason)
        self.change_handles()

    patch.setattr(Peripheral, "_disconnected", disconnected)


class _Stale:
    def __init__(self) -> None:
        self.first: bytes | None = None

    def __call__(self, data: bytes) -> bytes:
        """The first status of a stream, for ever."""
        if data[4] == 1:
            self.first = self.first or data
            return self.first
        return data


def _stale_status(patch: Patch) -> None:
    returning(Tool, "status", _Stale())(patch)


ADVERTISING: Final = (
    Mutant("the advert lists no UUID", "advert-lists-the-service", _no_uuid_in_the_advert),
    Mutant("the advert has no name", "advert-has-a-short-name", constant("simulator.tool.Tool.name", "")),
    Mutant("the service data are a byte short", "scan-response-has-thirteen-bytes", service_data(lambda d: d.pop())),
    Mutant("it says major version 2", "scan-response-says-version-1", service_data(lambda d: d.__setitem__(0, 2))),
    Mutant("it advertises state 9", "scan-response-says-a-known-state", service_data(lambda d: d.__setitem__(1, 9))),
    Mutant("it advertises 200 %", "scan-response-says-the-battery", service_data(lambda d: d.__setitem__(2, 200))),
    Mutant(
        "the serial number is filled with 0xFF",
        "scan-response-says-the-serial-number",
        service_data(lambda d: d.__setitem__(12, 0xFF)),
    ),
    Mutant(
        "the serial number is filled with blanks",
        "serial-number-is-the-same-everywhere",
        service_data(lambda d: d.__setitem__(slice(3, 13), bytes(d[3:13]).replace(b"\0", b" "))),
    ),
    Mutant("it always advertises IDLE", "advertised-state-is-the-tools", service_data(lambda d: d.__setitem__(1, 0))),
    Mutant("it advertises 3 s late", "advertises-within-a-second-of-a-disconnect", _late_advert),
)

GATT: Final = (
    Mutant(
        "the hardware revision is missing",
        "each-attribute-is-there-once",
        lambda patch: _readable_otherwise(patch, uuids.HARDWARE, uuids.FIRMWARE, _Property(0)),
    ),
    Mutant(
        "Status notifies too",
        "each-attribute-has-its-properties",
        lambda patch: _readable_otherwise(patch, uuids.STATUS, uuids.STATUS, _Property.NOTIFY),
    ),
    Mutant("the firmware has no version", "device-information-is-text", constant("simulator.tool.Tool.firmware", "")),
    Mutant("the battery has 130 %", "battery-level-is-a-percentage", returning(Tool, "battery_percent", lambda _: 130)),
    Mutant(
        "Force is 0 while idle",
        "force-is-not-known-while-idle",
        returning(Tool, "force_mn", lambda force_mn: force_mn or 0),
    ),
    Mutant("Force ignores the tare", "force-is-tared", around(Boot, "zeroed", lambda *_: None)),
    Mutant("the handles change with each connection", "handles-stay", _handles_that_move),
    Mutant("it agrees to MTU 400", "mtu-is-at-most-247", after(Peripheral, "__init__", _greedy_mtu)),
    Mutant(
        "Setup takes unencrypted writes",
        "setup-refuses-an-unencrypted-write",
        constant("simulator.attributes._BONDED", Characteristic.WRITEABLE),
    ),
)

STATUS: Final = (
    Mutant("Status is a byte short", "status-has-twenty-bytes", returning(Tool, "status", lambda data: data[:-1])),
    Mutant("the boot id is 0", "boot-id-is-never-zero", status(boot_id=0)),
    Mutant("samples are held after STOP", "status-when-idle", status(oldest=7, newest=9)),
    Mutant("the rate is in Hz", "status-when-streaming", status(rate_mhz=100)),
    Mutant("Status is stale", "status-is-of-now", _stale_status),
    Mutant("a tip is on that is not listed", "status-names-a-listed-tip", status(tip=77)),
    Mutant("a reserved flag is set in Status", "status-leaves-reserved-flags-zero", status(flags=0x40)),
    Mutant(
        "the command STATUS knows no tip",
        "status-command-says-the-same",
        returning(ControlPoint, "_status", lambda outcome: (*outcome[:4], 0, *outcome[5:])),
    ),
)

ATTRIBUTES: Final = (*ADVERTISING, *GATT, *STATUS)
