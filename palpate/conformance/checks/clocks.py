"""The tool's clock (docs/protocol.md §6, §8.3)."""

from __future__ import annotations

import asyncio
from typing import Final

from palpate.conformance import clock_rules, frame_rules
from palpate.conformance.bench import Bench
from palpate.conformance.check import Group
from palpate.conformance.clock_rules import WORST_PPM, WRAP, Probe
from palpate.conformance.verdict import NotApplicable, expect
from palpate.conformance.wire import Wire
from protocol import uuids
from protocol.control import Command, Result

CLOCK = Group("clock")

PROBES: Final = 8
"""As a client does at connect (docs/protocol.md §8.3)."""
APART_S: Final = 10.0
LAG_S: Final = 0.5
"""A frame of 50 ms and its way through the air, with a few lost events; *assumed*."""
WRAP_WITHIN_S: Final = 20.0


async def _probe(wire: Wire) -> Probe:
    answer = (await wire.ask(Command.TIME)).must_be(Result.OK)
    return Probe(answer.sent_s, answer.heard_s, *answer.values)


async def _probes(wire: Wire) -> list[Probe]:
    return [await _probe(wire) for _ in range(PROBES)]


@CLOCK.check("§8.3")
async def time_is_queued_after_it_is_received(bench: Bench) -> None:
    """TIME answers its receipt, then its queueing, within the time that the answer took."""
    async with bench.connected() as wire:
        await wire.subscribe(uuids.CONTROL)
        for _ in range(PROBES):
            probe = await _probe(wire)
            inside_s = (probe.queued_us - probe.received_us) % WRAP * 1e-6
            took_s = probe.heard_s - probe.sent_s
            expect(inside_s <= took_s, f"receipt, then queueing within {took_s:.3f} s", f"{probe[2:]} µs")


@CLOCK.check("§6")
async def clock_counts_microseconds(bench: Bench) -> None:
    """The clock runs in microseconds: within 500 ppm of this computer's, as far as TIME can tell."""
    async with bench.connected() as wire:
        await wire.subscribe(uuids.CONTROL)
        early = await _probes(wire)
        await asyncio.sleep(APART_S)
        least, most = clock_rules.rate_ppm(early, await _probes(wire))
    near = least <= WORST_PPM and most >= -WORST_PPM
    expect(near, f"a clock within ±{WORST_PPM:g} ppm", f"one that is fast by {least:.0f} to {most:.0f} ppm")


@CLOCK.check("§6")
async def clock_runs_through_start_and_stop(bench: Bench) -> None:
    """The clock is not reset by START or STOP."""
    async with bench.idle() as wire:
        before = await _probe(wire)
        (await wire.ask(Command.START, 0)).must_be(Result.OK)
        between = await _probe(wire)
        (await wire.ask(Command.STOP)).must_be(Result.OK)
        after = await _probe(wire)
    for first, second in ((before, between), (between, after)):
        passed_s, most_s = (second.received_us - first.received_us) % WRAP * 1e-6, second.heard_s - first.sent_s
        expect(passed_s <= most_s + 0.01, f"a clock that goes on by at most {most_s:.3f} s", f"{passed_s:.3f} s")


@CLOCK.check("§6.1")
async def frames_are_sent_at_once(bench: Bench) -> None:
    """A frame arrives soon after its last sample, whose time is that of the clock that TIME tells."""
    async with bench.streaming() as (wire, _):
        await wire.sampling()
        await asyncio.sleep(1.0)
        ahead = clock_rules.offset_s(await _probes(wire))
        frames = await wire.frames()
    for framed in frames:
        last_s = (framed.frame.clock_us + framed.frame.span_us) % WRAP * 1e-6
        age_s = (framed.at_s - (last_s - ahead.most) + WRAP * 5e-7) % (WRAP * 1e-6) - WRAP * 5e-7
        uncertain_s = ahead.most - ahead.least
        near = -uncertain_s - 0.01 <= age_s <= LAG_S + uncertain_s
        expect(near, f"a last sample at most {LAG_S:g} s old", f"one {age_s:.3f} s old: {framed.data.hex(' ')}")


@CLOCK.check("§6")
async def clock_wraps(bench: Bench) -> None:
    """The clock goes on from 2³² − 1 µs with 0, in frames and in TIME."""
    async with bench.streaming() as (wire, started):
        left_s = (WRAP - (await _probe(wire)).received_us) * 1e-6
        if left_s > WRAP_WITHIN_S:
            raise NotApplicable(f"not within reach: the clock wraps in {left_s:.0f} s")
        await asyncio.sleep(left_s + 2.0)
        frames, after = await wire.frames(), await _probe(wire)
    frame_rules.ticking(frames, started.rate_mhz)
    expect(after.received_us < WRAP // 2, "a clock that began at 0 again", f"{after.received_us} µs")
