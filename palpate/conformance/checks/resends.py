"""RESEND and CANCEL (docs/protocol.md §8.9, §8.10)."""

from __future__ import annotations

import asyncio
from typing import Final, NamedTuple, TypeVar

from palpate.conformance import frame_rules
from palpate.conformance.bench import Bench
from palpate.conformance.check import Group, Need
from palpate.conformance.frame_rules import ROUNDED_US, WRAP
from palpate.conformance.verdict import NotApplicable, Violation, expect, hexed
from palpate.conformance.wire import Answer, Framed, Wire
from protocol import uuids
from protocol.control import RESEND_DONE, Command, Request, ResendDone, Result
from protocol.errors import FrameError
from protocol.frames import FrameType
from protocol.layout import Feature

Value = TypeVar("Value")

RESEND = Group("resend")

LIVE_S: Final = 2.0
DONE_S: Final = 20.0
"""For a few seconds of samples; at MTU 23 a resend takes as long as the samples took."""
EVERYTHING: Final = 0xFFFF
"""More than is held after a few seconds."""
APART_S: Final = 3.0
SECOND_ECHO: Final = 200
"""Far from those that the same connection has used."""


async def _ready(wire: Wire) -> None:
    """Wait until there is something to resend."""
    if Feature.RESEND not in (await wire.layout()).features:
        raise NotApplicable("this tool holds nothing: it has no resend")
    await wire.sampling()
    await asyncio.sleep(LIVE_S)


class Begun(NamedTuple):
    """A resend that runs."""

    answer: Answer
    mark: int
    """How much had been heard before it was asked for."""


async def _begin(wire: Wire) -> Begun:
    """Have everything resent that the tool holds."""
    await _ready(wire)
    mark = len(wire.heard)
    return Begun((await wire.ask(Command.RESEND, 0, EVERYTHING)).must_be(Result.OK), mark)


class Done(NamedTuple):
    """How a resend ended, and the indication that said so."""

    said: ResendDone
    data: bytes


async def _done(wire: Wire, mark: int) -> Done:
    """The indication that ends the resend."""

    def ended() -> bytes | None:
        return next((data for data in wire.indications(mark) if data[:1] == bytes((RESEND_DONE,))), None)

    data = await wire.until(ended, DONE_S)
    if data is None:
        raise Violation(f"the indication 0xE9 within {DONE_S:g} s", "none")
    try:
        return Done(ResendDone.from_bytes(data), data)
    except FrameError as error:
        raise Violation("11 bytes from 0xE9 on", hexed(data)) from error


async def _equal_bit_for_bit(bench: Bench) -> None:
    async with bench.streaming() as (wire, started):
        await _ready(wire)
        live = await wire.frames()
        first, count = live[0].frame.counter, sum(len(each.frame.counts) for each in live)
        mark = len(wire.heard)
        answer = (await wire.ask(Command.RESEND, first, count)).must_be(Result.OK)
        done = await _done(wire, mark)
        late = await wire.frames(mark, FrameType.LATE)
    expect(answer.values == (first, count), f"{count} samples held from {first} on", answer.data)
    right = (done.said.echo, done.said.result) == (answer.reply.echo, Result.OK)
    expect(right, f"0xe9, echo id 0x{answer.reply.echo:02x} and result 0x00 in the end", done.data)
    expect(done.said.sent == count, f"{count} samples sent", done.data)
    for framed in late:
        frame_rules.of_stream(framed, started.stream)
    _same_counts(live, late)
    _same_clocks(live, late)


def _same_slots(live: dict[int, Value], late: dict[int, Value]) -> None:
    missing, strange = sorted(set(live) - set(late)), sorted(set(late) - set(live))
    expect(not missing, "every counter that was asked for", f"{len(missing)} missing, the first {missing[:1]}")
    expect(not strange, "only counters that were asked for", f"{len(strange)} more, the first {strange[:1]}")


def _same_counts(live: list[Framed], late: list[Framed]) -> None:
    before, again = frame_rules.samples(live), frame_rules.samples(late)
    _same_slots(before, again)
    for counter, row in before.items():
        expect(again[counter] == row, f"counts {row} of sample {counter}, as they came live", f"{again[counter]}")


def _same_clocks(live: list[Framed], late: list[Framed]) -> None:
    """Spans are rounded, and late frames are cut elsewhere: a stamp may be off by what rounding makes."""
    before, again = frame_rules.clocks(live), frame_rules.clocks(late)
    for counter, clock_us in before.items():
        off_us = (again[counter] - clock_us + ROUNDED_US) % WRAP
        expect(off_us <= 2 * ROUNDED_US, f"clock {clock_us} µs of sample {counter}", f"{again[counter]} µs")


@RESEND.check("§8.9")
async def resent_samples_are_the_same(bench: Bench) -> None:
    """Late frames bring what the live ones brought, bit for bit, all that was asked for and nothing else."""
    await _equal_bit_for_bit(bench)


@RESEND.check("§8.9", Need.NARROW)
async def resent_samples_are_the_same_at_mtu_23(bench: Bench) -> None:
    """At MTU 23, too, late frames bring what the live ones brought, bit for bit."""
    await _equal_bit_for_bit(bench)


@RESEND.check("§8.9")
async def late_frames_come_oldest_first(bench: Bench) -> None:
    """Late frames come oldest first and span at most 50 ms each."""
    async with bench.streaming() as (wire, _):
        _, mark = await _begin(wire)
        await _done(wire, mark)
        late = await wire.frames(mark, FrameType.LATE)
    frame_rules.unbroken(late)
    for framed in late:
        frame_rules.short(framed)


@RESEND.check("§8.9")
async def live_frames_go_on_between_late_ones(bench: Bench) -> None:
    """Between two live frames there is one late frame at most."""
    async with bench.streaming() as (wire, _):
        _, mark = await _begin(wire)
        await _done(wire, mark)
        kinds = [each.data[0] for each in wire.heard[mark:] if each.uuid == uuids.SAMPLES and each.data]
        live: list[Framed] = await wire.frames()
    frame_rules.unbroken(live)
    order = bytes(kind for kind in kinds if kind in (FrameType.SAMPLES, FrameType.LATE))
    expect(b"\x02\x02" not in order, "a live frame (01) after each late one (02)", order)


@RESEND.check("§8.9")
async def resend_answers_what_is_held(bench: Bench) -> None:
    """Of a range that is held in part RESEND answers the part, and of one beyond the newest NOT_HELD."""
    async with bench.streaming() as (wire, _):
        await _ready(wire)
        newest, mark = (await wire.status()).newest, len(wire.heard)
        answer = (await wire.ask(Command.RESEND, newest - 9, EVERYTHING)).must_be(Result.OK)
        await _done(wire, mark)
        beyond = await wire.ask(Command.RESEND, (newest + 1_000_000) % WRAP, 10)
    first, count = answer.values
    expect(first == newest - 9, f"{newest - 9} as the first counter held", answer.data)
    expect(10 <= count < EVERYTHING, "10 samples or a few more", answer.data)
    beyond.must_be(Result.NOT_HELD)


@RESEND.check("§8.9")
async def resend_of_nothing_is_refused(bench: Bench) -> None:
    """A count of 0 answers BAD_VALUE."""
    async with bench.streaming() as (wire, _):
        await _ready(wire)
        (await wire.ask(Command.RESEND, 0, 0)).must_be(Result.BAD_VALUE)


@RESEND.check("§8.9")
async def resend_needs_a_start(bench: Bench) -> None:
    """RESEND answers WRONG_STATE before START in this connection, and without a stream."""
    async with bench.idle() as wire:
        if Feature.RESEND not in (await wire.layout()).features:
            raise NotApplicable("this tool holds nothing: it has no resend")
        (await wire.ask(Command.RESEND, 0, 10)).must_be(Result.WRONG_STATE)
        await wire.start()
        await wire.sampling()
    async with bench.listening() as wire:
        (await wire.ask(Command.RESEND, 0, 10)).must_be(Result.WRONG_STATE)


@RESEND.check("§8.9")
async def second_resend_is_busy(bench: Bench) -> None:
    """While a resend runs, a second one answers BUSY, which is not stored; other commands are executed."""
    async with bench.streaming() as (wire, _):
        _, mark = await _begin(wire)
        (await wire.ask(Command.TIME)).must_be(Result.OK)
        second = bytes(Request.of(Command.RESEND, SECOND_ECHO, 0, EVERYTHING))
        (await wire.ask_bytes(second)).must_be(Result.BUSY)
        await _done(wire, mark)
        (await wire.ask_bytes(second)).must_be(Result.OK)


@RESEND.check("§8.10")
async def cancel_ends_a_resend(bench: Bench) -> None:
    """CANCEL with its echo id ends a resend: the reply first, then the indication with CANCELLED."""
    async with bench.streaming() as (wire, _):
        resend, mark = await _begin(wire)
        (await wire.ask(Command.CANCEL, resend.reply.echo % 255 + 1)).must_be(Result.WRONG_STATE)
        cancel = (await wire.ask(Command.CANCEL, resend.reply.echo)).must_be(Result.OK)
        done = await _done(wire, mark)
        (await wire.ask(Command.CANCEL, resend.reply.echo)).must_be(Result.WRONG_STATE)
        said = wire.indications(mark)
    expect(done.said.result == Result.CANCELLED, "result 0x0c (CANCELLED) in the indication", done.data)
    order = [data[:2] for data in said if data[:2] == cancel.data[:2] or data[:1] == bytes((RESEND_DONE,))]
    expect(order[:1] == [cancel.data[:2]], "the reply to CANCEL before the indication 0xe9", order[0])


@RESEND.check("§8.9")
async def stop_ends_a_resend(bench: Bench) -> None:
    """STOP ends a resend with CANCELLED."""
    async with bench.streaming() as (wire, _):
        _, mark = await _begin(wire)
        (await wire.ask(Command.STOP)).must_be(Result.OK)
        done = await _done(wire, mark)
    expect(done.said.result == Result.CANCELLED, "result 0x0c (CANCELLED) in the indication", done.data)


@RESEND.check("§5, §8.9")
async def gap_of_a_disconnect_is_resent(bench: Bench) -> None:
    """What was sampled while nobody was connected is held, and comes by RESEND without a gap."""
    async with bench.idle() as wire:
        await wire.start()
        await _ready(wire)
        before = await wire.frames()
    await asyncio.sleep(APART_S)
    async with bench.listening() as wire:
        await wire.layout()
        again = await wire.start()
        await wire.sampling()
        live, mark = await wire.frames(), len(wire.heard)
        first = before[-1].frame.counter + len(before[-1].frame.counts)
        count = live[0].frame.counter - first
        expect(again.stream == before[0].frame.stream, f"stream {before[0].frame.stream} still", again.data)
        (await wire.ask(Command.RESEND, first, count)).must_be(Result.OK)
        await _done(wire, mark)
        late = await wire.frames(mark, FrameType.LATE)
        await wire.ask(Command.STOP)
    frame_rules.unbroken([before[-1], *late, live[0]])
