"""Narrow connections (docs/protocol.md §2, §6.1)."""

from __future__ import annotations

import asyncio
from typing import Final

from palpate.conformance import frame_rules
from palpate.conformance.bench import Bench
from palpate.conformance.check import Group, Need
from palpate.conformance.verdict import NotApplicable, expect
from protocol.control import Command, Result

WIDTH = Group("mtu")

NARROW: Final = 23
GUARANTEED_MHZ: Final = 100_000
"""One channel at MTU 23."""
LONGEST: Final = NARROW - 3
LISTEN_S: Final = 3.0


@WIDTH.check("§6.1", Need.NARROW)
async def one_hundred_hertz_fit_mtu_23(bench: Bench) -> None:
    """With MTU 23 one channel comes at up to 100 Hz, in frames of at most 20 bytes, without a gap."""
    async with bench.idle() as wire:
        layout = await wire.layout()
        rates = [rate for rate in layout.rates_mhz if rate <= GUARANTEED_MHZ]
        if not rates or len(layout.channels) > 1:
            raise NotApplicable("the page guarantees one channel up to 100 Hz, and this tool has another")
        (await wire.ask(Command.START, max(rates))).must_be(Result.OK)
        await wire.sampling()
        await asyncio.sleep(LISTEN_S)
        frames = await wire.frames()
        await wire.ask(Command.STOP)
    frame_rules.unbroken(frames)
    for framed in frames:
        expect(len(framed.data) <= LONGEST, f"at most {LONGEST} bytes", framed.data)


@WIDTH.check("§6.1, §8.1", Need.NARROW)
async def what_does_not_fit_says_what_does(bench: Bench) -> None:
    """A START that MTU 23 cannot carry answers LINK_TOO_NARROW with the highest rate that it can."""
    async with bench.idle() as wire:
        rates = (await wire.layout()).rates_mhz
        answers = {rate: await wire.ask(Command.START, rate) for rate in rates}
        await wire.ask(Command.STOP)
    fitting = [rate for rate, answer in answers.items() if answer.reply.result == Result.OK]
    refused = [each for each in answers.values() if each.reply.result != Result.OK]
    if not refused:
        raise NotApplicable("each listed rate fits MTU 23")
    for answer in refused:
        answer.must_be(Result.LINK_TOO_NARROW)
        highest = max(fitting, default=0)
        expect(answer.values == (highest,), f"{highest} mHz as the highest that fits", answer.data)


@WIDTH.check("§8", Need.NARROW)
async def replies_fit_mtu_23(bench: Bench) -> None:
    """Replies are at most 20 bytes long and come at MTU 23 as well."""
    async with bench.idle() as wire:
        for command in (Command.START, Command.STATUS, Command.TIME):
            answer = await wire.ask_raw(command, bytes(4))
            answer.must_be(Result.OK)
            expect(len(answer.data) <= LONGEST, f"at most {LONGEST} bytes", answer.data)
            expect(len(answer.values) > 0, "all values", answer.data)
        await wire.ask(Command.STOP)
