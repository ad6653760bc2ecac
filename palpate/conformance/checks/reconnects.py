"""What outlasts a connection (docs/protocol.md §5)."""

from __future__ import annotations

import asyncio
from typing import Final

from palpate.conformance.bench import Bench
from palpate.conformance.check import Group, Need
from palpate.conformance.frame_rules import PACE
from palpate.conformance.people import Deed
from palpate.conformance.verdict import NotApplicable, expect
from palpate.conformance.wire import Begun, Wire
from protocol import uuids
from protocol.control import Command, Result
from protocol.status import Status, ToolState

RECONNECT = Group("reconnect")

SHORT_S: Final = 3.0
LONG_S: Final = 112.0
"""120 s, as long as a tool samples at least, less the time that a slow computer needs to connect."""


async def _left_alone(bench: Bench, for_s: float) -> tuple[Begun, Status, Status, float, bytes]:
    """A stream, Status at its first connection's end and at the next one's start, and the time between."""
    async with bench.idle() as wire:
        started = await wire.start()
        await wire.sampling()
        before, left_s = await wire.status(), wire.now_s
    await asyncio.sleep(for_s)
    async with bench.listening() as wire:
        after, apart_s = await wire.status(), wire.now_s - left_s
        again = await wire.ask(Command.START, 0)
        await wire.sampling()
        await _stopped(wire)
    return started, before, after, apart_s, again.data


async def _goes_on(bench: Bench, for_s: float) -> None:
    started, before, after, apart_s, again = await _left_alone(bench, for_s)
    expect(after.boot_id == before.boot_id, f"boot id {before.boot_id}", f"{after.boot_id}")
    expect(after.state == ToolState.STREAMING, f"state 1 (STREAMING) after {for_s:g} s", f"{after.state}")
    expect(after.stream == started.stream, f"stream {started.stream} still", f"{after.stream}")
    expect(again[2:4] == bytes((Result.OK, started.stream)), f"START attaches to stream {started.stream}", again)
    moved, wanted = after.newest - before.newest, apart_s * started.rate_mhz / 1000
    near = abs(moved - wanted) <= wanted * PACE + started.rate_mhz / 1000
    expect(near, f"about {wanted:.0f} slots in {apart_s:.1f} s without a connection", f"{moved}")


async def _stopped(wire: Wire) -> None:
    (await wire.ask(Command.STOP)).must_be(Result.OK)


@RECONNECT.check("§5")
async def stream_goes_on_across_a_disconnect(bench: Bench) -> None:
    """A tool that streams goes on sampling while nobody is connected; START attaches to the same stream."""
    await _goes_on(bench, SHORT_S)


@RECONNECT.check("§5, §10", Need.LONG)
async def stream_goes_on_for_two_minutes(bench: Bench) -> None:
    """A tool that streams goes on sampling for 120 s after a disconnect."""
    await _goes_on(bench, LONG_S)


@RECONNECT.check("§5, §6", Need.PRESS)
async def boot_takes_another_id(bench: Bench) -> None:
    """After a boot the tool is IDLE with another boot id, not 0, and holds nothing of what was before."""
    async with bench.idle() as wire:
        await wire.start()
        await wire.sampling()
        before = await wire.status()
        await bench.person.do(Deed.REBOOT)
        if not await wire.ended(bench.person.patience_s):
            raise NotApplicable(f"the tool was not switched off within {bench.person.patience_s:.0f} s")
    async with bench.connected() as wire:
        after, data = await wire.status(), await wire.read(uuids.STATUS)
    expect(after.boot_id not in (0, before.boot_id), f"a boot id other than {before.boot_id} and 0", data)
    expect(after.state == ToolState.IDLE, "state 0 (IDLE) in byte 4", data)
    expect(after.stream == after.oldest == after.newest == 0, "no stream since the boot, and nothing held", data)


@RECONNECT.check("§4, §5, §8.9", Need.LONG)
async def ring_holds_what_the_layout_says(bench: Bench) -> None:
    """After two minutes the tool holds as many samples as the layout says, or all there were."""
    async with bench.idle() as wire:
        started = await wire.start()
        capacity = (await wire.layout()).ring_capacity
        await wire.sampling()
    await asyncio.sleep(LONG_S)
    async with bench.listening() as wire:
        status = await wire.status()
        await _stopped(wire)
    expect(status.state == ToolState.STREAMING, f"state 1 (STREAMING) after {LONG_S:g} s", f"{status.state}")
    held, sampled = status.newest - status.oldest + 1, status.newest + 1
    wanted = min(capacity, sampled)
    expect(held >= wanted, f"{wanted} samples held of {sampled} at {started.rate_mhz} mHz", f"{held}")
