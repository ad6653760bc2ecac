"""Which tool is meant: over this computer's Bluetooth, over any of bumble's transports, or a simulated one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from device.scan import printable
from palpate import options
from palpate.conformance.bench import Bench
from palpate.conformance.wire import ACCESS_S
from protocol import uuids
from protocol.layout import Feature
from session.errors import InputError

if TYPE_CHECKING:
    from simulator.tool import Tool

LONGEST_TEXT: Final = 32
BLE: Final = "ble"
SIM: Final = "sim"


class Subject(NamedTuple):
    """The tool, and whether it is a simulated one: all that does not come through the system's own Bluetooth is."""

    bench: Bench
    simulated: bool


class Known(NamedTuple):
    """What a tool says of itself before anything is checked."""

    serial: str
    firmware: str
    simulated: bool


class Name(NamedTuple):
    """`SERIAL`, `ble:SERIAL`, `sim:SCENARIO`, or a transport such as `tcp-client:127.0.0.1:9731`."""

    scheme: str
    rest: str

    @staticmethod
    def of(text: str | None) -> Name:
        """Read a name; raises `InputError`."""
        scheme, colon, rest = (text or "").partition(":")
        if not colon:
            return Name(BLE, scheme)
        if not rest:
            raise InputError(f"“{text}” names no tool: write a serial number, sim:SCENARIO or a transport of Bluetooth")
        return Name(scheme, rest)

    @property
    def virtual(self) -> bool:
        """Whether its time is simulated too."""
        return self.scheme == SIM


@asynccontextmanager
async def reached(name: Name, seed: int) -> AsyncIterator[Subject]:
    """Make it reachable in the running loop while the block runs.

    Raises `InputError` for a scenario that there is not, and `LinkLost` where a transport does not open.
    """
    if name.scheme == SIM:
        with options.needing_bumble():
            from palpate.conformance.simulated import simulated
        async with simulated(partial(_tool, name.rest, seed)) as bench:
            yield Subject(bench, simulated=True)
    elif name.scheme == BLE:
        from session.hci import bluetooth

        async with bluetooth() as used:
            yield Subject(Bench(used.backend, name.rest or None), used.simulated)
    else:
        with options.needing_bumble():
            from simulator.faces.computer import backend_on
            from simulator.faces.place import Place
        async with backend_on(Place.of(f"{name.scheme}:{name.rest}")) as backend:
            yield Subject(Bench(backend), simulated=True)


async def introduced(bench: Bench) -> Known:
    """Find the tool and ask who it is; raises `ToolNotFound`."""
    data = (await bench.hear()).service_data
    serial, firmware = data[3:13].rstrip(b"\x00").decode("ascii", "replace"), ""
    simulated = False
    with suppress(Exception):  # the checks tell what is wrong with it
        async with asyncio.timeout(3 * ACCESS_S), bench.connected() as wire:
            firmware = (await wire.read(uuids.FIRMWARE)).decode("utf-8", "replace")
            simulated = Feature.SIMULATED in (await wire.layout()).features
    return Known(printable(serial, LONGEST_TEXT), printable(firmware, LONGEST_TEXT), simulated)


def _tool(scenario: str, seed: int) -> Tool:
    from session.scenarios import scenario_of
    from simulator.faces.fresh import fresh_tool

    return fresh_tool(scenario_of(scenario), seed)
