"""Requests that come twice, and two at a time (docs/protocol.md §8)."""

from __future__ import annotations

import asyncio
from typing import Final

from palpate.conformance.bench import Bench
from palpate.conformance.check import Group
from palpate.conformance.verdict import NotApplicable, expect
from palpate.conformance.wire import Wire
from protocol.control import REPLY_BIT, Command, Result

REPEATS = Group("repeats")

TARED_S: Final = 1.5
"""A tare and its answer take 1 s at most; half a second more for the air, *assumed*."""


async def _put_same_tip_on(wire: Wire) -> bytes:
    """Put the tip on that is on already: a command whose execution can be seen, since a new stream begins."""
    tip = (await wire.status()).tip or (await wire.layout()).tips[0].id
    mark, sent_s = len(wire.heard), wire.now_s
    request = await wire.send(Command.TIP, tip)
    answer = await wire.answer_to(request, mark, sent_s)
    if answer.reply.result == Result.UNKNOWN:
        raise NotApplicable("this tool knows by itself which tip is on: it has no command to repeat")
    answer.must_be(Result.OK)
    return request


@REPEATS.check("§8")
async def repeat_is_not_executed(bench: Bench) -> None:
    """A request that repeats echo id and all bytes gets the stored answer and is not executed again."""
    async with bench.streaming() as (wire, _):
        await wire.sampling()
        request = await _put_same_tip_on(wire)
        stored = (await wire.ask_bytes(request)).data
        again = (await wire.ask_bytes(request)).data
        status = await wire.status()
    expect(again == stored, f"the stored answer {stored.hex(' ')}", again)
    expect(status.stream == stored[3], f"stream {stored[3]} still: the repeat is not executed", f"{status.stream}")


@REPEATS.check("§8")
async def repeat_is_not_executed_after_a_reconnect(bench: Bench) -> None:
    """A repeat in the next connection, with the same boot id, gets the stored answer and is not executed either."""
    async with bench.streaming() as (wire, _):
        await wire.sampling()
        request = await _put_same_tip_on(wire)
        stored = (await wire.status()).stream
        await wire.close()
    async with bench.listening() as wire:
        again = await wire.ask_bytes(request)
        status = await wire.status()
    expect(again.data[3:4] == bytes((stored,)), f"the stored answer with stream {stored}", again.data)
    expect(status.stream == stored, f"stream {stored} still: the repeat is not executed", f"{status.stream}")


@REPEATS.check("§8")
async def other_bytes_are_executed(bench: Bench) -> None:
    """The same echo id with other bytes is another request."""
    async with bench.idle() as wire:
        (await wire.ask_bytes(bytes((Command.ACK_EVENTS, 7, 0, 0)))).must_be(Result.OK)
        (await wire.ask_bytes(bytes((Command.ACK_EVENTS, 7)))).must_be(Result.BAD_LENGTH)


@REPEATS.check("§8")
async def time_is_executed_each_time(bench: Bench) -> None:
    """TIME and STATUS answer with what is now, also when they repeat a request."""
    async with bench.streaming() as (wire, _):
        await wire.sampling()
        for request in (bytes((Command.TIME, 9)), bytes((Command.STATUS, 9))):
            first = (await wire.ask_bytes(request)).must_be(Result.OK).data
            await asyncio.sleep(0.5)
            second = (await wire.ask_bytes(request)).must_be(Result.OK).data
            expect(second != first, f"0x{request[0]:02x} executed again", second)


@REPEATS.check("§5, §8")
async def repeated_start_binds_the_connection(bench: Bench) -> None:
    """A START that repeats the last request of the connection before is executed: samples come."""
    request = bytes((Command.START, 11, 0, 0, 0, 0))
    async with bench.idle() as wire:
        (await wire.ask_bytes(request)).must_be(Result.OK)
    async with bench.listening() as wire:
        (await wire.ask_bytes(request)).must_be(Result.OK)
        await wire.sampling()


@REPEATS.check("§8")
async def second_command_is_busy(bench: Bench) -> None:
    """While a TARE measures, another command answers BUSY; that answer is not stored."""
    async with bench.streaming() as (wire, _):
        await wire.sampling()
        await _tare_begun(wire)
        other = bytes((Command.ACK_EVENTS, 13, 0, 0))
        (await wire.ask_bytes(other)).must_be(Result.BUSY)
        await asyncio.sleep(TARED_S)
        (await wire.ask_bytes(other)).must_be(Result.OK)


@REPEATS.check("§8")
async def repeat_under_way_is_ignored(bench: Bench) -> None:
    """A repeat of the command that is under way is ignored: one answer comes."""
    async with bench.streaming() as (wire, _):
        await wire.sampling()
        mark = len(wire.heard)
        request = await _tare_begun(wire)
        await wire.write(request)
        await asyncio.sleep(TARED_S)
        head = bytes((request[0] | REPLY_BIT, request[1]))
        answers = [data for data in wire.indications(mark) if data[:2] == head]
    expect(len(answers) == 1, "one answer to TARE", " / ".join(data.hex(" ") for data in answers) or "none")


async def _tare_begun(wire: Wire) -> bytes:
    mark = len(wire.heard)
    request = await wire.send(Command.TARE)
    unknown = bytes((request[0] | REPLY_BIT, request[1], Result.UNKNOWN))
    if unknown in wire.indications(mark):
        raise NotApplicable("this tool has no tare, the only command that takes its time")
    return request
