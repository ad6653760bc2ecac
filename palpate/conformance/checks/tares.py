"""TARE (docs/protocol.md §8.5)."""

from __future__ import annotations

import asyncio
from typing import Final, NamedTuple

import numpy as np

from palpate.conformance import frame_rules
from palpate.conformance.bench import Bench
from palpate.conformance.check import Group, Need
from palpate.conformance.people import Deed
from palpate.conformance.verdict import NotApplicable, expect
from palpate.conformance.wire import Answer, Wire
from protocol.blocks import GRID_PER_N
from protocol.control import Command, Result, Zero
from protocol.counts import calibrate
from protocol.layout import ChannelLayout, Feature

TARE = Group("tare")

MEASURING_S: Final = 0.5
EARLY_S: Final = 0.05
"""How much sooner than after half a second an answer may come: one interval of slots and of the air, *assumed*."""
LOADED_N: Final = 2.0
LOADED_SHARE: Final = 0.02
NOISY_N: Final = 0.1
ALIKE_N: Final = 0.1
"""How far our mean over about the same half second may be from the tool's: its own limit of noise."""
SURELY_LOADED: Final = 1.5
"""Times the limit of LOADED: where a check is sure."""


class Tared(NamedTuple):
    """A tare, and what was sampled while it was measured."""

    wire: Wire
    answer: Answer
    stream: int
    forces_n: np.ndarray
    """Of all slots from the request to the answer."""


async def _with_tare(wire: Wire) -> ChannelLayout:
    """The force channel; raises `NotApplicable` for a tool without a tare."""
    layout = await wire.layout()
    if Feature.TARE not in layout.features:
        raise NotApplicable("this tool has no tare")
    return layout.channels[0]


async def _forces_n(wire: Wire, mark: int, channel: ChannelLayout) -> np.ndarray:
    counts = [row[0] for row in frame_rules.samples(await wire.frames(mark)).values()]
    reserved = {channel.width.no_reading, channel.width.saturated_low, channel.width.saturated_high}
    return calibrate(np.array([count for count in counts if count not in reserved], np.int32), channel)


async def _tared(bench: Bench) -> Tared:
    async with bench.streaming() as (wire, started):
        channel = await _with_tare(wire)
        await wire.sampling()
        await asyncio.sleep(0.5)
        mark = len(wire.heard)
        answer = await wire.ask(Command.TARE)
        await asyncio.sleep(0.1)
        return Tared(wire, answer, started.stream, await _forces_n(wire, mark, channel))


@TARE.check("§8.5")
async def tare_needs_a_stream(bench: Bench) -> None:
    """TARE answers WRONG_STATE while the tool is idle."""
    async with bench.idle() as wire:
        await _with_tare(wire)
        (await wire.ask(Command.TARE)).must_be(Result.WRONG_STATE)


@TARE.check("§8.5")
async def tare_at_rest_answers_a_zero(bench: Bench) -> None:
    """At rest TARE answers OK: a zero and a noise within the limits, the stream and its counter."""
    tared = await _tared(bench)
    zero = Zero(*tared.answer.must_be(Result.OK).values)
    channel = (await tared.wire.layout()).channels[0]
    limit_n = max(LOADED_N, LOADED_SHARE * channel.full_scale)
    expect(abs(zero.zero_q) <= limit_n * GRID_PER_N, f"a zero within ±{limit_n:g} N", tared.answer.data)
    expect(zero.noise_q <= NOISY_N * GRID_PER_N, f"a noise of at most {NOISY_N:g} N", tared.answer.data)
    expect(zero.stream == tared.stream, f"stream {tared.stream}", tared.answer.data)


@TARE.check("§8.5, §10")
async def tare_measures_half_a_second(bench: Bench) -> None:
    """The answer comes half a second after the request, at the earliest."""
    answer = (await _tared(bench)).answer.must_be(Result.OK)
    took_s = answer.heard_s - answer.sent_s
    expect(took_s >= MEASURING_S - EARLY_S, "half a second of measuring after the request", f"{took_s:.2f} s")


@TARE.check("§8.5")
async def zero_is_the_mean_of_the_samples(bench: Bench) -> None:
    """The zero is the mean of the force channel by the layout's polynomial, on the grid of 2⁻¹⁴ N."""
    tared = await _tared(bench)
    zero = Zero(*tared.answer.must_be(Result.OK).values)
    mean_n = float(tared.forces_n.mean())
    near = abs(zero.zero_q / GRID_PER_N - mean_n) <= ALIKE_N
    expect(near, f"{mean_n:.3f} N, {round(mean_n * GRID_PER_N)} on the grid", tared.answer.data)


@TARE.check("§8.5")
async def noise_is_that_of_the_samples(bench: Bench) -> None:
    """The noise is the standard deviation of the same half second, on the same grid."""
    tared = await _tared(bench)
    zero, noise_n = Zero(*tared.answer.must_be(Result.OK).values), float(tared.forces_n.std())
    least, most = noise_n / 2 * GRID_PER_N - 2, noise_n * 2 * GRID_PER_N + 2
    expect(least <= zero.noise_q <= most, f"a noise of about {noise_n * GRID_PER_N:.0f} on the grid", tared.answer.data)


@TARE.check("§8.5")
async def zero_counts_from_the_factorys(bench: Bench) -> None:
    """A second tare answers the same zero: both count from the factory's."""
    async with bench.streaming() as (wire, _):
        await _with_tare(wire)
        await wire.sampling()
        await asyncio.sleep(0.5)
        first = (await wire.ask(Command.TARE)).must_be(Result.OK)
        second = (await wire.ask(Command.TARE)).must_be(Result.OK)
    zero_q, noise_q = first.values[0], max(first.values[1], 1)
    if abs(zero_q) <= 4 * noise_q:
        raise NotApplicable("the zero is too near the factory's to tell")
    near = abs(second.values[0] - zero_q) <= 2 * noise_q
    expect(near, f"about the same zero, {zero_q} on the grid", second.data)


@TARE.check("§8.5", Need.PRESS)
async def tare_under_load_is_refused(bench: Bench) -> None:
    """Under load TARE answers LOADED, with the mean and the noise."""
    async with bench.streaming() as (wire, _):
        channel = await _with_tare(wire)
        await wire.sampling()
        limit_n = SURELY_LOADED * max(LOADED_N, LOADED_SHARE * channel.full_scale)
        await bench.person.do(Deed.PRESS)
        await _wait_for_n(wire, bench.person.patience_s, channel, limit_n)
        try:
            answer = await wire.ask(Command.TARE)
        finally:
            await bench.person.do(Deed.LET_GO)
    answer.must_be(Result.LOADED)
    expect(answer.values[0] > limit_n / SURELY_LOADED * GRID_PER_N, f"a mean above {limit_n:.1f} N", answer.data)


async def _wait_for_n(wire: Wire, limit_s: float, channel: ChannelLayout, wanted_n: float) -> None:
    """Wait for a force, and a second more: the tare shall see nothing else."""
    end_s = wire.now_s + limit_s
    while wire.now_s < end_s:
        mark = len(wire.heard)
        await asyncio.sleep(0.2)
        forces_n = await _forces_n(wire, mark, channel)
        if len(forces_n) and forces_n.min() > wanted_n:
            await asyncio.sleep(1.0)
            return
    raise NotApplicable(f"nobody pressed with more than {wanted_n:.1f} N within {limit_s:.0f} s")
