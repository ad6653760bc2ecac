"""Events (docs/protocol.md §7), made by TIP, which needs nobody."""

from __future__ import annotations

import asyncio
from typing import Final

from palpate.conformance.bench import Bench
from palpate.conformance.check import Group
from palpate.conformance.frame_rules import WRAP
from palpate.conformance.verdict import NotApplicable, expect
from palpate.conformance.wire import Wire
from protocol import uuids
from protocol.control import REPLY_BIT, Command, Result
from protocol.events import EventType, ToolEvent

EVENTS = Group("events")

KEPT: Final = 32
NUMBERS: Final = 1 << 16
EVENT_S: Final = 1.0
"""From a command to the event that it makes; the page names no limit, *assumed* as for an answer."""
REPEATED_S: Final = 3.0


async def _tip(wire: Wire) -> int:
    """Put the tip on that is on already; the new stream."""
    tip = (await wire.status()).tip or (await wire.layout()).tips[0].id
    answer = await wire.ask(Command.TIP, tip)
    if answer.reply.result == Result.UNKNOWN:
        raise NotApplicable("this tool knows by itself which tip is on, and nothing else makes an event at rest")
    return answer.must_be(Result.OK).values[0]


async def _events(wire: Wire, count: int, mark: int = 0) -> list[ToolEvent]:
    """The first events from `mark` on."""
    await wire.until(lambda: len(wire.events(mark)) >= count or None, EVENT_S)
    events = wire.events(mark)
    expect(len(events) >= count, f"{count} events within {EVENT_S:g} s", f"{len(events)}")
    return events


async def _forget_all(wire: Wire) -> None:
    """Acknowledge whatever the tool still keeps: it is repeated after START, before the first sample."""
    await wire.sampling()
    kept = wire.events()
    if kept:
        (await wire.ask(Command.ACK_EVENTS, kept[-1].number)).must_be(Result.OK)


@EVENTS.check("§7, §8.6")
async def tip_makes_an_event_and_a_stream(bench: Bench) -> None:
    """TIP begins a new stream and tells it in an event TIP, with the tip, the stream and the clock."""
    async with bench.streaming() as (wire, started):
        await _forget_all(wire)
        tip, mark = (await wire.status()).tip, len(wire.heard)
        stream = await _tip(wire)
        event = (await _events(wire, 1, mark))[0]
        now_us = (await wire.ask(Command.TIME)).must_be(Result.OK).values[0]
        data = next(each.data for each in wire.heard[mark:] if each.uuid == uuids.EVENTS)
    expect(stream == started.stream % 255 + 1, f"stream {started.stream % 255 + 1}", f"{stream}")
    expect(event.type == EventType.TIP, "event type 0x05", data)
    expect(event.values[1] == stream, f"stream {stream} in the data", data)
    expect(not tip or event.values[0] == tip, f"tip {tip} in the data", data)
    expect((now_us - event.clock_us) % WRAP < 2_000_000, "the clock of now", data)


@EVENTS.check("§6, §8.6")
async def new_stream_of_a_tip_begins_at_0(bench: Bench) -> None:
    """The stream that TIP begins counts from 0, in frames of its number."""
    async with bench.streaming() as (wire, _):
        await _forget_all(wire)
        stream, mark = await _tip(wire), len(wire.heard)
        await asyncio.sleep(EVENT_S)
        frames = [each for each in await wire.frames() if each.frame.stream == stream]
        expect(len(wire.heard) > mark and bool(frames), f"frames of stream {stream}", "none")
    expect(frames[0].frame.counter == 0, "counter 0", frames[0].data)


@EVENTS.check("§8.6")
async def tip_while_idle_begins_no_stream(bench: Bench) -> None:
    """While the tool is idle TIP begins no stream and answers that of Status."""
    async with bench.idle() as wire:
        before = (await wire.status()).stream
        stream = await _tip(wire)
        after = (await wire.status()).stream
    expect(stream == before == after, f"stream {before} in the answer and in Status", f"{stream} and {after}")


@EVENTS.check("§7")
async def event_numbers_follow_each_other(bench: Bench) -> None:
    """Each event has the next number."""
    async with bench.streaming() as (wire, _):
        await _forget_all(wire)
        mark = len(wire.heard)
        for _each in range(3):
            await _tip(wire)
        numbers = [event.number for event in await _events(wire, 3, mark)]
    wanted = [(numbers[0] + i) % NUMBERS for i in range(len(numbers))]
    expect(numbers == wanted, f"event numbers {wanted}", f"{numbers}")


async def _told_again(bench: Bench, acknowledge: int | None) -> tuple[list[int], list[int]]:
    """Numbers of three events, and of those that come again in the next connection."""
    async with bench.streaming() as (wire, _):
        await _forget_all(wire)
        mark = len(wire.heard)
        for _each in range(3):
            await _tip(wire)
        numbers = [event.number for event in await _events(wire, 3, mark)]
        if acknowledge is not None:
            (await wire.ask(Command.ACK_EVENTS, numbers[acknowledge])).must_be(Result.OK)
    async with bench.streaming() as (wire, _):
        await wire.sampling()
        again = [event.number for event in wire.events()]
        await _forget_all(wire)
    return numbers, again


@EVENTS.check("§7")
async def events_come_again_until_acknowledged(bench: Bench) -> None:
    """Events that nobody acknowledged come again in the next connection, oldest first, before the first sample."""
    numbers, again = await _told_again(bench, None)
    expect(again == numbers, f"events {numbers} again before the first sample", f"{again}")


@EVENTS.check("§8.11")
async def acknowledged_events_are_forgotten(bench: Bench) -> None:
    """ACK_EVENTS forgets the events up to and including its number, and no others."""
    numbers, again = await _told_again(bench, 1)
    expect(again == numbers[2:], f"event {numbers[2]} again, and no other", f"{again}")


@EVENTS.check("§7")
async def events_come_after_the_reply_to_start(bench: Bench) -> None:
    """Repeated events come right after the reply to START, and once only."""
    async with bench.streaming() as (wire, _):
        await _forget_all(wire)
        await _tip(wire)
    async with bench.listening() as wire:
        mark = len(wire.heard)
        await wire.start()
        await asyncio.sleep(REPEATED_S)
        await wire.ask(Command.START, 0)
        await asyncio.sleep(EVENT_S)
        order = [_letter(each.uuid, each.data) for each in wire.heard[mark:]]
        await _forget_all(wire)
        await wire.ask(Command.STOP)
    text = "".join(order)
    expect(text.startswith("RE"), "reply (R), event (E), then frames (F)", text[:12])
    expect(text.count("E") == 1, "one event (E), told again once", text[:200])


def _letter(uuid: str, data: bytes) -> str:
    if uuid == uuids.CONTROL:
        return "R" if data[:1] == bytes((Command.START | REPLY_BIT,)) else "?"
    return "E" if uuid == uuids.EVENTS else "F"


@EVENTS.check("§7")
async def newest_32_events_are_kept(bench: Bench) -> None:
    """Of more than 32 events the newest 32 are kept."""
    async with bench.streaming() as (wire, _):
        await _forget_all(wire)
        mark = len(wire.heard)
        for _each in range(KEPT + 3):
            await _tip(wire)
        numbers = [event.number for event in await _events(wire, KEPT + 3, mark)]
    async with bench.streaming() as (wire, _):
        await wire.sampling()
        again = [event.number for event in wire.events()]
        await _forget_all(wire)
    expect(again == numbers[-KEPT:], f"the newest {KEPT}: {numbers[-KEPT]} to {numbers[-1]}", f"{again}")
