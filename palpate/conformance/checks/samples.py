"""Frames of the Samples characteristic (docs/protocol.md §6)."""

from __future__ import annotations

import asyncio
from typing import Final, NamedTuple

from palpate.conformance import frame_rules
from palpate.conformance.bench import Bench
from palpate.conformance.check import Group
from palpate.conformance.frame_rules import WRAP
from palpate.conformance.verdict import NotApplicable, expect
from palpate.conformance.wire import Begun, Framed, Wire
from protocol import uuids
from protocol.control import Command, Result
from protocol.frames import FrameType
from protocol.layout import Feature
from protocol.status import ToolState

SAMPLES = Group("samples")

LISTEN_S: Final = 2.0
WRAP_WITHIN_S: Final = 20.0
"""So long a check waits for a wrap that is near."""
ASIDE_PER_S: Final = 10
MANY: Final = 5
"""Frames more than the limit of 10 a second that jitter may bring into one look, *assumed*."""
NOISES: Final = 5.0
"""Means of a second before and after a tare differ by less than this many times the noise of the layout."""


class Look(NamedTuple):
    """A few seconds of a stream."""

    wire: Wire
    started: Begun
    frames: list[Framed]
    """Live ones."""
    said: list[bytes]
    """Whatever came on Samples."""
    row_bytes: int


async def _look(bench: Bench) -> Look:
    async with bench.streaming() as (wire, started):
        await wire.sampling()
        await asyncio.sleep(LISTEN_S)
        frames, said = await wire.frames(), _said(wire)
        row_bytes = sum((await wire.layout()).columns)
    return Look(wire, started, frames, said, row_bytes)


@SAMPLES.check("§6")
async def counter_wraps(bench: Bench) -> None:
    """The counter goes on from 2³² − 1 with 0, within the stream."""
    async with bench.listening() as wire:
        fresh = await wire.status()
        if fresh.state == ToolState.IDLE and fresh.stream:
            raise NotApplicable("not within reach: each stream begins at 0, and the tool is idle")
        started = await wire.start()
        left_s = (WRAP - started.counter) / started.rate_mhz * 1000
        if left_s > WRAP_WITHIN_S:
            raise NotApplicable(f"not within reach: the counter stands at {started.counter}")
        await asyncio.sleep(left_s + LISTEN_S)
        frames = await wire.frames()
    frame_rules.unbroken(frames)
    wrapped = any(each.frame.counter < WRAP // 2 for each in frames)
    expect(wrapped, "counters from 0 on after 4294967295", frames[-1].data if frames else "no frame")


@SAMPLES.check("§6.1")
async def frames_hold_their_samples(bench: Bench) -> None:
    """A frame is 14 bytes and n samples long, n ≥ 1; one that was cut to fit the MTU is not."""
    look = await _look(bench)
    for framed in look.frames:
        frame_rules.whole(framed, look.row_bytes)


@SAMPLES.check("§6.1")
async def frames_name_the_stream(bench: Bench) -> None:
    """A frame names the stream of START."""
    look = await _look(bench)
    for framed in look.frames:
        frame_rules.of_stream(framed, look.started.stream)


@SAMPLES.check("§6.1")
async def frames_leave_reserved_flags_zero(bench: Bench) -> None:
    """Bits 5 to 7 of the flags in a frame are 0."""
    for framed in (await _look(bench)).frames:
        frame_rules.reserved(framed.frame.flags, framed.data)


@SAMPLES.check("§6.1, §10")
async def frames_are_short(bench: Bench) -> None:
    """A frame spans at most 50 ms."""
    for framed in (await _look(bench)).frames:
        frame_rules.short(framed)


@SAMPLES.check("§6.1")
async def spans_are_right(bench: Bench) -> None:
    """The span is the time from the first to the last sample of a frame."""
    look = await _look(bench)
    for framed in look.frames:
        frame_rules.paced(framed, look.started.rate_mhz)


@SAMPLES.check("§6.1")
async def counters_follow_each_other(bench: Bench) -> None:
    """Live frames follow each other without a missing or repeated counter."""
    frame_rules.unbroken((await _look(bench)).frames)


@SAMPLES.check("§6.1")
async def clocks_follow_each_other(bench: Bench) -> None:
    """From the last sample of a frame to the first of the next it is one sampling period."""
    look = await _look(bench)
    frame_rules.ticking(look.frames, look.started.rate_mhz)


@SAMPLES.check("§6, §6.2, §6.3")
async def frames_are_of_known_types(bench: Bench) -> None:
    """Frames are of the four types, sync and slow ones only with their feature."""
    look = await _look(bench)
    features = (await look.wire.layout()).features
    needed = {FrameType.SYNC: Feature.SYNC_FRAMES, FrameType.SLOW: Feature.SLOW_FRAMES}
    for data in look.said:
        frame_rules.known(data[0], data)
        feature = needed.get(FrameType(data[0]), Feature(0))
        expect(feature in features, f"no frame without the feature {feature.name}", data)


@SAMPLES.check("§6.2")
async def sync_frames_tell_of_frames(bench: Bench) -> None:
    """A sync frame is 12 bytes long, at most 10 come a second, and each tells of a frame that came before."""
    look = await _look(bench)
    frames = await _aside(look, FrameType.SYNC, Feature.SYNC_FRAMES, 12)
    counters = {framed.frame.counter for framed in look.frames}
    for data in frames:
        expect(int.from_bytes(data[4:8], "little") in counters, "the counter of an earlier frame in bytes 4 to 7", data)


@SAMPLES.check("§6.3")
async def slow_frames_are_slow(bench: Bench) -> None:
    """A slow frame is 14 bytes long, and at most 10 come a second."""
    await _aside(await _look(bench), FrameType.SLOW, Feature.SLOW_FRAMES, 14)


@SAMPLES.check("§6.1")
async def samples_are_never_tared(bench: Bench) -> None:
    """Samples are raw counts: a tare does not change them."""
    async with bench.streaming() as (wire, _):
        channel = (await wire.layout()).channels[0]
        await wire.sampling()
        await asyncio.sleep(1.0)
        before = _mean(await wire.frames())
        tared = (await wire.ask(Command.TARE)).must_be(Result.OK, Result.UNKNOWN)
        if tared.reply.result == Result.UNKNOWN:
            raise NotApplicable("this tool has no tare")
        mark = len(wire.heard)
        await asyncio.sleep(1.0)
        after = _mean(await wire.frames(mark))
    moved_n, zero_n = abs(after - before) * abs(channel.coefficients[1]), abs(tared.values[0]) / 2**14
    limit_n = NOISES * max(channel.noise, tared.values[1] / 2**14)
    if zero_n <= 2 * limit_n:
        raise NotApplicable(f"the zero is {zero_n:.3f} N, too near the factory's to tell")
    expect(moved_n <= limit_n, f"the same mean, within {limit_n:.3f} N", f"{moved_n:.3f} N of change")


async def _aside(look: Look, kind: FrameType, feature: Feature, length: int) -> list[bytes]:
    if feature not in (await look.wire.layout()).features:
        raise NotApplicable(f"this tool has no {kind.name.lower()} frames")
    frames = [data for data in look.said if data[0] == kind]
    expect(bool(frames), f"frames of type 0x{kind:02x}, as the features say", "none")
    most = round(ASIDE_PER_S * LISTEN_S) + MANY
    expect(len(frames) <= most, f"at most {ASIDE_PER_S} a second", f"{len(frames)} in {LISTEN_S:g} s")
    for data in frames:
        expect(len(data) == length, f"{length} bytes", data)
        expect(data[3] == 0, "0 in the reserved byte 3", data)
        expect(data[1] == look.started.stream, f"stream {look.started.stream} in byte 1", data)
    return frames


def _said(wire: Wire) -> list[bytes]:
    return [each.data for each in wire.heard if each.uuid == uuids.SAMPLES]


def _mean(frames: list[Framed]) -> float:
    counts = [row[0] for row in frame_rules.samples(frames).values()]
    return sum(counts) / len(counts)
