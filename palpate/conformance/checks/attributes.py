"""Services and characteristics (docs/protocol.md §2)."""

from __future__ import annotations

import struct
from typing import Final, NamedTuple

from bleak.backends.characteristic import BleakGATTCharacteristic

from palpate.conformance.bench import Bench
from palpate.conformance.check import Group
from palpate.conformance.verdict import NotApplicable, Violation, expect, hexed
from palpate.conformance.wire import Wire
from protocol import uuids
from protocol.blocks import GRID_PER_N
from protocol.control import Command, Result
from protocol.layout import Feature

ATTRIBUTES = Group("attributes")

SMP_SERVICE: Final = "8d53dc1d-1db7-4cd3-868b-8a527460aa84"
SMP: Final = "da2e7828-fbce-4e01-ae9e-261174997c48"
UNKNOWN_FORCE: Final = 0x7FFFFFFF
LARGEST_MTU: Final = 247
JUDGED: Final = frozenset({"read", "write", "write-without-response", "notify", "indicate"})
"""Properties that say what a client may do; stacks show the others in their own ways."""
AT_REST_MN: Final = 500
"""After a tare nobody presses: ten times the noise that a tare lets pass is far less than this, *assumed*."""


class Listed(NamedTuple):
    """A line of the page's table."""

    service: str
    uuid: str
    properties: frozenset[str]


def _listed(service: str, uuid: str, *properties: str) -> Listed:
    return Listed(service, uuid, frozenset(properties))


TABLE: Final = (
    _listed(uuids.SERVICE, uuids.LAYOUT, "read"),
    _listed(uuids.SERVICE, uuids.STATUS, "read"),
    _listed(uuids.SERVICE, uuids.SAMPLES, "notify"),
    _listed(uuids.SERVICE, uuids.EVENTS, "notify"),
    _listed(uuids.SERVICE, uuids.CONTROL, "write", "indicate"),
    _listed(uuids.SERVICE, uuids.SETUP, "write", "indicate"),
    _listed(uuids.SERVICE, uuids.FORCE, "read", "notify"),
    _listed(uuids.DEVICE_INFORMATION, uuids.MANUFACTURER, "read"),
    _listed(uuids.DEVICE_INFORMATION, uuids.MODEL, "read"),
    _listed(uuids.DEVICE_INFORMATION, uuids.SERIAL, "read"),
    _listed(uuids.DEVICE_INFORMATION, uuids.FIRMWARE, "read"),
    _listed(uuids.DEVICE_INFORMATION, uuids.HARDWARE, "read"),
    _listed(uuids.BATTERY_SERVICE, uuids.BATTERY_LEVEL, "read", "notify"),
)
TEXTS: Final = tuple(each.uuid for each in TABLE if each.service == uuids.DEVICE_INFORMATION)


@ATTRIBUTES.check("§2")
async def each_attribute_is_there_once(bench: Bench) -> None:
    """Each characteristic of the table is there once, in its service; Setup only with its feature."""
    async with bench.connected() as wire:
        with_setup = bool((await wire.layout()).features & Feature.SETUP)
        for line in TABLE:
            found = [each for each in _all(wire) if each.uuid == line.uuid and each.service_uuid == line.service]
            wanted = 0 if line.uuid == uuids.SETUP and not with_setup else 1
            expect(len(found) == wanted, f"{wanted} × {line.uuid} in service {line.service}", f"{len(found)} ×")


@ATTRIBUTES.check("§2")
async def each_attribute_has_its_properties(bench: Bench) -> None:
    """Each characteristic can be read, written, notified and indicated as the table says, and not otherwise."""
    async with bench.connected() as wire:
        listed = {line.uuid: line.properties for line in TABLE}
        for each in _all(wire):
            if each.uuid in listed:
                properties = JUDGED & set(each.properties)
                wanted = ", ".join(sorted(listed[each.uuid]))
                expect(properties == listed[each.uuid], f"{each.uuid}: {wanted}", ", ".join(sorted(properties)))


@ATTRIBUTES.check("§2")
async def each_notifying_attribute_takes_subscribers(bench: Bench) -> None:
    """Each characteristic that notifies or indicates can be subscribed; Setup apart, which is encrypted."""
    async with bench.connected() as wire:
        for line in TABLE:
            if line.properties & {"notify", "indicate"} and line.uuid != uuids.SETUP:
                await wire.subscribe(line.uuid)


@ATTRIBUTES.check("§2")
async def device_information_is_text(bench: Bench) -> None:
    """Manufacturer, model, serial number, firmware and hardware are texts that are not empty."""
    async with bench.connected() as wire:
        for uuid in TEXTS:
            value = await wire.read(uuid)
            try:
                expect(bool(value.decode().strip("\x00 ")), f"text in {uuid}", value)
            except UnicodeDecodeError as error:
                raise Violation(f"UTF-8 in {uuid}", hexed(value)) from error


@ATTRIBUTES.check("§2")
async def battery_level_is_a_percentage(bench: Bench) -> None:
    """Battery level 0x2A19 is one byte from 0 to 100."""
    async with bench.connected() as wire:
        value = await wire.read(uuids.BATTERY_LEVEL)
    expect(len(value) == 1 and value[0] <= 100, "one byte from 0 to 100", value)


@ATTRIBUTES.check("§2")
async def force_is_not_known_while_idle(bench: Bench) -> None:
    """Force 0x2C07 is 0x7FFFFFFF while the tool does not sample."""
    async with bench.idle() as wire:
        value = await wire.read(uuids.FORCE)
    expect(value == struct.pack("<I", UNKNOWN_FORCE), "ff ff ff 7f", value)


@ATTRIBUTES.check("§2")
async def force_is_tared(bench: Bench) -> None:
    """Force 0x2C07 is `i32` in mN above the zero of the last tare."""
    async with bench.streaming() as (wire, _):
        await wire.sampling()
        tared = (await wire.ask(Command.TARE)).must_be(Result.OK)
        value = await wire.read(uuids.FORCE)
    expect(len(value) == 4, "4 bytes", value)
    force_mn = int.from_bytes(value, "little", signed=True)
    limit_mn = min(AT_REST_MN, abs(tared.values[0]) * 1000 / GRID_PER_N / 2 + 100)
    expect(
        abs(force_mn) <= limit_mn, f"nearly 0 mN after a tare, within {limit_mn:.0f}", f"{force_mn} mN: {hexed(value)}"
    )


@ATTRIBUTES.check("§1")
async def handles_stay(bench: Bench) -> None:
    """The handles are the same in each connection."""
    async with bench.connected() as wire:
        first = {each.uuid: each.handle for each in _all(wire)}
    async with bench.connected() as wire:
        second = {each.uuid: each.handle for each in _all(wire)}
    moved = [f"{uuid}: {second.get(uuid)}" for uuid, handle in first.items() if second.get(uuid) != handle]
    expect(not moved, "the handles of the connection before", ", ".join(moved))


@ATTRIBUTES.check("§2")
async def update_service_is_the_listed_one(bench: Bench) -> None:
    """A tool with the SMP service has its characteristic: write without response, notify."""
    async with bench.connected() as wire:
        found = [each for each in _all(wire) if each.service_uuid == SMP_SERVICE]
    if not found:
        raise NotApplicable("this tool has no SMP service: it is not updated over the air")
    properties = {name for each in found if each.uuid == SMP for name in each.properties}
    wanted = {"write-without-response", "notify"}
    expect(wanted <= properties, f"{SMP} with {', '.join(sorted(wanted))}", ", ".join(sorted(properties)) or "none")


@ATTRIBUTES.check("§2")
async def mtu_is_at_most_247(bench: Bench) -> None:
    """The tool agrees to an ATT_MTU of 23 to 247."""
    async with bench.connected() as wire:
        expect(wire.mtu <= LARGEST_MTU, "an MTU of at most 247", f"{wire.mtu}")


def _all(wire: Wire) -> list[BleakGATTCharacteristic]:
    return list(wire.client.services.characteristics.values())
