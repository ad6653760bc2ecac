"""START and STOP, and what a stream is (docs/protocol.md §5, §6, §8.1, §8.2)."""

from __future__ import annotations

import asyncio
from typing import Final

from palpate.conformance.bench import Bench
from palpate.conformance.check import Group
from palpate.conformance.frame_rules import PACE
from palpate.conformance.verdict import NotApplicable, expect
from palpate.conformance.wire import Answer, Wire
from protocol import uuids
from protocol.control import Command, Result
from protocol.frames import FrameType

STREAM = Group("stream")

QUIET_S: Final = 2.0
ON_ITS_WAY_S: Final = 0.3
"""What was queued before a STOP may still arrive; *assumed*."""
WIDE_MTU: Final = 185
GUARANTEED_MHZ: Final = 1_000_000
TIMED_S: Final = 2.0
LATE_S: Final = 0.25
"""How much later than others a frame may arrive: a busy computer, or a few lost events; *assumed*."""


@STREAM.check("§5")
async def nothing_comes_before_start(bench: Bench) -> None:
    """In a new connection to a tool that streams, no sample, no event and no force is notified before START."""
    async with bench.idle() as wire:
        await wire.start()
    async with bench.listening() as wire:
        await wire.subscribe(uuids.FORCE)
        await asyncio.sleep(QUIET_S)
        heard = [each for each in wire.heard if each.uuid != uuids.CONTROL]
        expect(not heard, f"silence for {QUIET_S:g} s", heard[0].data if heard else "")


@STREAM.check("§8.1")
async def start_without_a_rate_takes_the_default(bench: Bench) -> None:
    """START with rate 0 begins a stream from 1 to 255 at the first rate of the layout."""
    async with bench.streaming() as (wire, started):
        rate_mhz = (await wire.layout()).rates_mhz[0]
    expect(1 <= started.stream <= 255, "a stream from 1 to 255", started.data)
    expect(started.rate_mhz == rate_mhz, f"{rate_mhz} mHz, the layout's first rate", started.data)


@STREAM.check("§6")
async def stream_begins_at_counter_0(bench: Bench) -> None:
    """The counter starts at 0 with each stream, and the first frame begins with what START said."""
    async with bench.streaming() as (wire, started):
        await wire.sampling()
        first = (await wire.frames())[0]
    expect(started.counter == 0, "counter 0 in the answer to START", started.data)
    expect(first.frame.counter == 0, "counter 0 in the first frame", first.data)


@STREAM.check("§8.1")
async def start_attaches_to_the_stream_that_runs(bench: Bench) -> None:
    """START with the rate of the running stream, or 0, goes on with it and resets nothing."""
    async with bench.streaming() as (wire, started):
        await wire.sampling()
        for rate_mhz in (0, started.rate_mhz):
            again = await wire.start(rate_mhz)
            expect(again.stream == started.stream, f"stream {started.stream} still", again.data)
            expect(again.counter > 0, "the counter of the next slot", again.data)


@STREAM.check("§6, §8.1")
async def another_rate_begins_a_new_stream(bench: Bench) -> None:
    """START with another rate begins a new stream at counter 0."""
    async with bench.streaming() as (wire, started):
        rates = [rate for rate in (await wire.layout()).rates_mhz if rate < started.rate_mhz]
        if not rates:
            raise NotApplicable("the layout lists no rate below the default")
        await wire.sampling()
        other = await wire.start(rates[0])
    expect(other.stream != started.stream, f"another stream than {started.stream}", other.data)
    expect((other.rate_mhz, other.counter) == (rates[0], 0), f"{rates[0]} mHz from counter 0", other.data)


@STREAM.check("§6, §8.2")
async def stream_after_stop_has_another_number(bench: Bench) -> None:
    """A START that starts changes the number of the stream."""
    async with bench.streaming() as (_, first):
        pass
    async with bench.streaming() as (_, second):
        pass
    wanted = first.stream % 255 + 1
    expect(second.stream == wanted, f"stream {wanted} after {first.stream}", second.data)


@STREAM.check("§8.1")
async def start_refuses_an_unlisted_rate(bench: Bench) -> None:
    """START answers BAD_VALUE for a rate that the layout does not list."""
    async with bench.idle() as wire:
        listed = set((await wire.layout()).rates_mhz)
        for rate_mhz in (max(listed) + 1, min(listed) - 1, 2**32 - 1):
            if rate_mhz and rate_mhz not in listed:
                (await wire.ask(Command.START, rate_mhz)).must_be(Result.BAD_VALUE)


@STREAM.check("§8.2")
async def stop_ends_notifications(bench: Bench) -> None:
    """After the answer to STOP no sample comes any more."""
    async with bench.streaming() as (wire, _):
        await wire.sampling()
        (await wire.ask(Command.STOP)).must_be(Result.OK)
        await asyncio.sleep(ON_ITS_WAY_S)
        mark = len(wire.heard)
        await asyncio.sleep(QUIET_S)
        late = [each.data for each in wire.heard[mark:] if each.uuid == uuids.SAMPLES]
    expect(not late, "no frame after STOP", late[0] if late else "")


@STREAM.check("§6.1, §8.1")
async def each_rate_runs_or_is_too_wide(bench: Bench) -> None:
    """Each listed rate is sampled at, or answers LINK_TOO_NARROW; with MTU ≥ 185 all up to 1000 Hz are."""
    async with bench.idle() as wire:
        for rate_mhz in (await wire.layout()).rates_mhz:
            answer = await wire.ask(Command.START, rate_mhz)
            if wire.mtu >= WIDE_MTU and rate_mhz <= GUARANTEED_MHZ:
                answer.must_be(Result.OK)
            if answer.must_be(Result.OK, Result.LINK_TOO_NARROW).reply.result == Result.OK:
                await _runs_at(wire, answer, rate_mhz)
        await wire.ask(Command.STOP)


async def _runs_at(wire: Wire, answer: Answer, rate_mhz: int) -> None:
    """Compare counters with the host's clock, from the first frame on."""
    mark, stream = len(wire.heard), answer.values[0]
    await wire.sampling(mark)
    await asyncio.sleep(TIMED_S)
    frames = [each for each in await wire.frames(mark, FrameType.SAMPLES) if each.frame.stream == stream]
    expect(len(frames) > 1, f"frames of stream {stream}", "none")
    slots, took_s = frames[-1].frame.counter - frames[0].frame.counter, frames[-1].at_s - frames[0].at_s
    wanted, slack = took_s * rate_mhz / 1000, LATE_S * rate_mhz / 1000
    near = abs(slots - wanted) <= PACE * wanted + slack
    expect(near, f"about {wanted:.0f} slots in {took_s:.2f} s at {rate_mhz} mHz", f"{slots}")
