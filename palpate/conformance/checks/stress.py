"""What a tool must bear (docs/protocol.md §8)."""

from __future__ import annotations

import random
from typing import Final

from palpate.conformance.bench import Bench
from palpate.conformance.check import Group
from palpate.conformance.frame_rules import unbroken
from palpate.conformance.verdict import expect
from palpate.conformance.wire import Wire
from protocol.control import REPLY_BIT, RESEND_DONE, Command, Result

STRESS = Group("stress")

ODD_WRITES: Final = 1000
SEED: Final = 1
"""The same bytes in each run."""
LONGEST: Final = 20
LAST_COMMAND: Final = 0x7F
KEPT_AWAY: Final = frozenset({RESEND_DONE & ~REPLY_BIT, Command.RESEND})
"""0x69 has no reply of its own; a resend would go on while the rest is asked."""
IN_A_ROW: Final = 100
CONNECTIONS: Final = 20


async def _alive(wire: Wire, boot_id: int) -> None:
    (await wire.ask(Command.TIME)).must_be(Result.OK)
    status = await wire.status()
    expect(status.boot_id == boot_id, f"boot id {boot_id} still: the tool has not booted", f"{status.boot_id}")


@STRESS.check("§1, §8")
async def thousand_odd_requests_are_answered(bench: Bench) -> None:
    """A thousand requests of random bytes are each answered with a result of the page, and the tool lives on."""
    luck = random.Random(SEED)
    async with bench.idle() as wire:
        before = await wire.status()
        for _ in range(ODD_WRITES):
            request = _odd(luck)
            answer = await wire.ask_bytes(request)
            known = answer.reply.result in set(Result)
            expect(known, f"a result from 0x00 to 0x0d to {request.hex(' ')}", answer.data)
            del wire.heard[:]
        await _alive(wire, before.boot_id)
        await _tidied(wire, before.tip)


def _odd(luck: random.Random) -> bytes:
    command = luck.choice([each for each in range(LAST_COMMAND + 1) if each not in KEPT_AWAY])
    return bytes((command,)) + luck.randbytes(luck.randint(1, LONGEST - 1))


async def _tidied(wire: Wire, tip: int) -> None:
    """Leave no stream, cue or strange tip behind."""
    await wire.ask(Command.STOP)
    await wire.ask_raw(Command.CUE, bytes(3))
    if tip:
        await wire.ask(Command.TIP, tip)
    if events := wire.events():
        await wire.ask(Command.ACK_EVENTS, events[-1].number)


@STRESS.check("§8")
async def hundred_requests_in_a_row_are_answered(bench: Bench) -> None:
    """A hundred requests, each right after the answer before, are answered in a stream without a gap."""
    async with bench.streaming() as (wire, _):
        await wire.sampling()
        for _ in range(IN_A_ROW):
            (await wire.ask(Command.TIME)).must_be(Result.OK)
        frames = await wire.frames()
    unbroken(frames)


@STRESS.check("§5")
async def twenty_connections_in_a_row_work(bench: Bench) -> None:
    """After twenty connections the tool answers as at first, with the same boot id."""
    async with bench.connected() as wire:
        boot_id = (await wire.status()).boot_id
    for _ in range(CONNECTIONS):
        async with bench.listening() as wire:
            await _alive(wire, boot_id)
