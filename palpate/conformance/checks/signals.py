"""What CUE does that can be seen over Bluetooth (docs/protocol.md §6.1, §8.7)."""

from __future__ import annotations

import asyncio
from typing import Final

from palpate.conformance.bench import Bench
from palpate.conformance.check import Group
from palpate.conformance.verdict import NotApplicable, expect
from palpate.conformance.wire import Framed, Wire
from protocol.control import Command, CuePattern, Result
from protocol.frames import ToolFlag
from protocol.layout import Feature

SIGNALS = Group("cues")

CUE_MS: Final = 1000
LONGEST_S: Final = 5
"""Of any cue."""
SETTLED_S: Final = 0.5
"""From an answer to the first frame that surely was made after it; *assumed*."""


async def _with_cues(wire: Wire) -> None:
    if Feature.CUE not in (await wire.layout()).features:
        raise NotApplicable("this tool has no cues")
    await wire.sampling()


async def _next(wire: Wire, wait_s: float) -> Framed:
    """The newest frame after a while."""
    await asyncio.sleep(wait_s)
    return (await wire.frames())[-1]


async def _still(wire: Wire) -> Framed:
    """A frame without a cue: the tool may still signal the end of the connection before."""
    before = await _next(wire, 0.0)
    for _ in range(LONGEST_S):
        if before.frame.flags & ToolFlag.VIBRATING:
            before = await _next(wire, 1.0)
    return before


@SIGNALS.check("§6.1, §8.7")
async def cue_shows_in_the_flags_and_ends(bench: Bench) -> None:
    """VIBRATING is set in the frames while a cue runs, and not after its duration."""
    async with bench.streaming() as (wire, _):
        await _with_cues(wire)
        before = await _still(wire)
        (await wire.ask(Command.CUE, CuePattern.PRESS_MORE, CUE_MS)).must_be(Result.OK)
        during = await _next(wire, SETTLED_S)
        after = await _next(wire, CUE_MS / 1000)
    expect(not before.frame.flags & ToolFlag.VIBRATING, "bit 3 of the flags as 0 before the cue", before.data)
    expect(bool(during.frame.flags & ToolFlag.VIBRATING), "bit 3 of the flags as 1 during the cue", during.data)
    expect(not after.frame.flags & ToolFlag.VIBRATING, "bit 3 of the flags as 0 after the cue", after.data)


@SIGNALS.check("§8.7")
async def cue_is_replaced_by_the_next(bench: Bench) -> None:
    """A cue replaces the one before: pattern 0 ends it at once."""
    async with bench.streaming() as (wire, _):
        await _with_cues(wire)
        (await wire.ask(Command.CUE, CuePattern.HOLD, 5000)).must_be(Result.OK)
        (await wire.ask(Command.CUE, CuePattern.OFF, 0)).must_be(Result.OK)
        after = await _next(wire, SETTLED_S)
    expect(not after.frame.flags & ToolFlag.VIBRATING, "bit 3 of the flags as 0 after pattern 0", after.data)


@SIGNALS.check("§8.7, §10")
async def cue_ends_at_link_loss(bench: Bench) -> None:
    """A cue does not outlast its connection by more than what the tool signals itself."""
    async with bench.streaming() as (wire, _):
        await _with_cues(wire)
        (await wire.ask(Command.CUE, CuePattern.HOLD, 5000)).must_be(Result.OK)
        await wire.close()
    await asyncio.sleep(3.0)
    async with bench.connected() as wire:
        status = await wire.status()
    expect(not status.flags & ToolFlag.VIBRATING, "bit 3 of the flags in Status as 0", f"flags 0x{status.flags:02x}")
