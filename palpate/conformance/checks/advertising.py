"""Advertising and scan response (docs/protocol.md §3)."""

from __future__ import annotations

from typing import Final

from palpate.conformance.bench import Advertised, Bench
from palpate.conformance.check import Group
from palpate.conformance.verdict import NotApplicable, expect
from protocol import uuids
from protocol.status import ToolState

ADVERTISING = Group("advertising")

SCANNING_S: Final = 1.0
"""A computer's scanner listens only part of the time, so it may hear a tool later than that sends; *assumed*."""
TELLS_OLD: Final = 2
AGAIN_S: Final = 1.0
LONGEST_NAME: Final = 8


async def _service_data(bench: Bench) -> bytes:
    heard = await bench.hear()
    expect(len(heard.service_data) >= 13, "13 bytes of service data", heard.service_data)
    return heard.service_data


@ADVERTISING.check("§3")
async def advert_lists_the_service(bench: Bench) -> None:
    """The advert lists the 128-bit UUID of the Palpate service."""
    heard = await bench.hear()
    expect(uuids.SERVICE in heard.said.service_uuids, uuids.SERVICE, ", ".join(heard.said.service_uuids) or "no UUID")


@ADVERTISING.check("§3")
async def advert_has_a_short_name(bench: Bench) -> None:
    """The advert holds a complete local name of at most 8 bytes."""
    name = (await bench.hear()).said.local_name or ""
    expect(0 < len(name.encode()) <= LONGEST_NAME, "a name of 1 to 8 bytes", name.encode())


@ADVERTISING.check("§3")
async def scan_response_has_thirteen_bytes(bench: Bench) -> None:
    """The scan response holds 13 bytes of service data for the service's UUID."""
    data = (await bench.hear()).service_data
    expect(len(data) == 13, "13 bytes of service data", data)


@ADVERTISING.check("§3")
async def scan_response_says_version_1(bench: Bench) -> None:
    """The first byte of the service data is major version 1."""
    data = await _service_data(bench)
    expect(data[0] == 1, "major version 1 in byte 0", data)


@ADVERTISING.check("§3, §5")
async def scan_response_says_a_known_state(bench: Bench) -> None:
    """The second byte of the service data is a state of the page."""
    data = await _service_data(bench)
    expect(data[1] in set(ToolState), "a state from 0 to 3 in byte 1", data)


@ADVERTISING.check("§3")
async def scan_response_says_the_battery(bench: Bench) -> None:
    """The third byte of the service data is a percentage, or 255 for unknown."""
    data = await _service_data(bench)
    expect(data[2] <= 100 or data[2] == 255, "0 to 100 or 255 in byte 2", data)


@ADVERTISING.check("§3")
async def scan_response_says_the_serial_number(bench: Bench) -> None:
    """The serial number is 1 to 10 printable ASCII characters, filled with 0x00."""
    filled = (await _service_data(bench))[3:13]
    serial = filled.rstrip(b"\x00")
    printable = bool(serial) and all(0x20 <= byte < 0x7F for byte in serial)
    expect(printable, "1 to 10 printable ASCII characters, then 0x00 only", filled)


@ADVERTISING.check("§3, §4")
async def serial_number_is_the_same_everywhere(bench: Bench) -> None:
    """Scan response, layout and Device Information name one serial number."""
    advertised = (await _service_data(bench))[3:13].rstrip(b"\x00")
    async with bench.connected() as wire:
        told = await wire.read(uuids.SERIAL)
        laid_out = (await wire.layout()).serial.encode()
    expect(told == advertised, f"the advertised serial number in 0x2A25, {advertised.decode('ascii', 'replace')}", told)
    expect(laid_out == advertised, "the advertised serial number in the layout", laid_out)


@ADVERTISING.check("§3, §5")
async def advertised_state_is_the_tools(bench: Bench) -> None:
    """After a stop the tool advertises IDLE, after a disconnect within a stream STREAMING."""
    async with bench.idle():
        pass
    await _says(bench, ToolState.IDLE)
    async with bench.idle() as wire:
        await wire.ask(1, 0)
    await _says(bench, ToolState.STREAMING)


@ADVERTISING.check("§5, §10")
async def advertises_within_a_second_of_a_disconnect(bench: Bench) -> None:
    """A tool that streams advertises within 1 s of a disconnect."""
    async with bench.idle() as wire:
        await wire.ask(1, 0)
    heard = await bench.hear()
    limit_s = AGAIN_S + SCANNING_S
    expect(heard.after_s <= limit_s, f"an advert within {AGAIN_S:g} s", f"the first one after {heard.after_s:.1f} s")


async def _says(bench: Bench, state: ToolState) -> None:
    """Listen up to three times: a system may tell first what it remembers of the tool."""
    heard: Advertised = await bench.hear()
    for _ in range(TELLS_OLD):
        if heard.service_data[1:2] != bytes((state,)):
            heard = await bench.hear()
    if not heard.service_data:
        raise NotApplicable("the scan response is missing, which another check tells")
    expect(heard.service_data[1] == state, f"state {state.value} ({state.name}) in byte 1", heard.service_data)
