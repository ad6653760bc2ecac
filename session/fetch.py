"""The task that has a tool send again what it still holds, and lets it forget the events that are safe here."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

from protocol.control import Command, Result
from protocol.errors import LinkLost
from protocol.link import LiveLink
from session.holes import AGAIN_S
from session.tool_stream import ToolStream

LOOK_S: Final = 0.25
"""Between two looks for something to ask: small against the time that a resend takes."""
SAFE_S: Final = 2.0
"""What arrived so long ago is on the disk: the record is synced every 0.5 s, and everything within 1 s."""

Recorded = Callable[[], bool]
"""Whether what arrives reaches the disk."""


async def fetch(link: LiveLink, tool: ToolStream, recorded: Recorded) -> None:
    """Ask for what is missing and acknowledge events, until cancelled.

    Somebody else reads the link and feeds `tool`. One command at a time, and none before START was answered; a link
    that is lost is waited for. Events that are not recorded are never acknowledged: the tool keeps its newest 32.
    """
    clock_s = asyncio.get_running_loop().time
    while True:
        await asyncio.sleep(LOOK_S)
        try:
            await _ask(link, tool, clock_s())
            if recorded() and not await _acknowledge(link, tool, clock_s() - SAFE_S):
                await asyncio.sleep(AGAIN_S)
        except LinkLost:
            tool.holes.unsent(clock_s())
            await asyncio.sleep(AGAIN_S)
        except TimeoutError:
            await asyncio.sleep(AGAIN_S)


async def _ask(link: LiveLink, tool: ToolStream, now_s: float) -> None:
    """The answer comes among the payloads, before anything that it announces."""
    ask = tool.holes.next(now_s)
    if ask is not None:
        await link.command(Command.RESEND, ask.counter, ask.slots)


async def _acknowledge(link: LiveLink, tool: ToolStream, safe_s: float) -> bool:
    """False where the tool refuses; between two resends, as a tool may do one thing at a time."""
    number = tool.events.due(safe_s) if tool.holes.idle else None
    if number is None:
        return True
    boot_id = tool.boot_id
    reply = await link.command(Command.ACK_EVENTS, number)
    if reply.result == Result.OK and tool.boot_id == boot_id:  # events of another boot have other numbers
        tool.events.acknowledged(number)
    return reply.result == Result.OK
