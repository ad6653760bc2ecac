"""Status (docs/protocol.md §5)."""

from __future__ import annotations

import asyncio
from typing import Final

from palpate.conformance.bench import Bench
from palpate.conformance.check import Group
from palpate.conformance.frame_rules import PACE, WRAP, reserved
from palpate.conformance.verdict import expect, hexed
from protocol import uuids
from protocol.control import Command, Result
from protocol.status import ToolState

STATUS = Group("status")

LENGTH: Final = 20
APART_S: Final = 1.0
READ_S: Final = 0.25
"""How uncertain the moment of a read is."""


@STATUS.check("§5")
async def status_has_twenty_bytes(bench: Bench) -> None:
    """Status is 20 bytes long."""
    async with bench.connected() as wire:
        data = await wire.read(uuids.STATUS)
    expect(len(data) == LENGTH, "20 bytes", data)


@STATUS.check("§5")
async def boot_id_is_never_zero(bench: Bench) -> None:
    """The boot id is never 0, and the same in the next connection."""
    async with bench.connected() as wire:
        first = (await wire.status()).boot_id
    async with bench.connected() as wire:
        second = (await wire.status()).boot_id
    expect(first != 0, "a boot id other than 0", "0")
    expect(second == first, f"boot id {first} again: the tool has not booted", f"{second}")


@STATUS.check("§5")
async def status_when_idle(bench: Bench) -> None:
    """After STOP the state is IDLE, the rate 0, and nothing is held."""
    async with bench.idle() as wire:
        data, status = await wire.read(uuids.STATUS), await wire.status()
    expect(status.state == ToolState.IDLE, "state 0 (IDLE) in byte 4", data)
    expect(status.rate_mhz == 0, "rate 0 in bytes 16 to 19", data)
    expect(status.oldest == status.newest == 0, "counters 0 in bytes 8 to 15: nothing is held", data)


@STATUS.check("§5")
async def status_when_streaming(bench: Bench) -> None:
    """After START the state is STREAMING, with the stream and the rate of its answer."""
    async with bench.streaming() as (wire, started):
        await wire.sampling()
        data, status = await wire.read(uuids.STATUS), await wire.status()
    expect(status.state == ToolState.STREAMING, "state 1 (STREAMING) in byte 4", data)
    expect(status.stream == started.stream, f"stream {started.stream} in byte 5", data)
    expect(status.rate_mhz == started.rate_mhz, f"rate {started.rate_mhz} mHz in bytes 16 to 19", data)


@STATUS.check("§5")
async def status_is_of_now(bench: Bench) -> None:
    """The newest counter that Status says goes on with the samples."""
    async with bench.streaming() as (wire, started):
        await wire.sampling()
        first, start_s = await wire.status(), wire.now_s
        await asyncio.sleep(APART_S)
        second, data, end_s = await wire.status(), await wire.read(uuids.STATUS), wire.now_s
    moved, wanted = (second.newest - first.newest) % WRAP, (end_s - start_s) * started.rate_mhz / 1000
    slack = wanted * PACE + READ_S * started.rate_mhz / 1000
    expect(
        abs(moved - wanted) <= slack, f"about {wanted:.0f} slots more after {APART_S:g} s", f"{moved}: {hexed(data)}"
    )


@STATUS.check("§5")
async def status_names_a_listed_tip(bench: Bench) -> None:
    """The tip in Status is one of the layout, or 0 for none."""
    async with bench.connected() as wire:
        ids = {0, *(tip.id for tip in (await wire.layout()).tips)}
        data, status = await wire.read(uuids.STATUS), await wire.status()
    expect(status.tip in ids, f"a tip of {sorted(ids)} in byte 6", data)


@STATUS.check("§5, §6.1")
async def status_leaves_reserved_flags_zero(bench: Bench) -> None:
    """Bits 5 to 7 of the flags in Status are 0."""
    async with bench.connected() as wire:
        data, status = await wire.read(uuids.STATUS), await wire.status()
    reserved(status.flags, data)


@STATUS.check("§8.4")
async def status_command_says_the_same(bench: Bench) -> None:
    """The command STATUS answers the first 16 bytes of Status."""
    async with bench.idle() as wire:
        answer = (await wire.ask(Command.STATUS)).must_be(Result.OK)
        data = await wire.read(uuids.STATUS)
    expect(answer.data[3:19] == data[:16], f"{data[:16].hex(' ')} after 3 bytes", answer.data)
