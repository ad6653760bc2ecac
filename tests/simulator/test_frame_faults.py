"""What becomes of frames on their way out of the tool: each fault does what its docstring says, and nothing else."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.errors import FrameError
from protocol.frames import SampleFrame, UnknownFrame, Width, read_frame
from protocol.link import Channel
from simulator.happenings.every import Happening
from simulator.happenings.frames import (
    BitFlipped,
    BurstLoss,
    Duplicate,
    FrameFault,
    FrameLoss,
    FutureVersion,
    Jitter,
    Latency,
    Reorder,
    Truncated,
    WrongLength,
)
from simulator.happenings.tool import LockUp
from simulator.path import Path
from simulator.stable import Deviates
from simulator.tool import Tool
from tests.short import examples
from tests.simulator.bench import Bench, scenario

FRAME_S = 0.04


def path(*faults: FrameFault, seed: int = 1) -> Path:
    way = Path(Deviates(np.random.SeedSequence(seed)))
    for fault in faults:
        way.add(fault)
    return way


def sent(way: Path, count: int) -> list[tuple[float, int]]:
    """When which of so many numbered frames arrives, one sent each `FRAME_S`."""
    arrived: list[tuple[float, int]] = []
    for number in range(count):
        now_s = number * FRAME_S
        way.send(now_s, now_s, number.to_bytes(2, "little"))
        arrived += _taken(way, now_s)
    return arrived + _taken(way, 1e9)


def _taken(way: Path, until_s: float) -> list[tuple[float, int]]:
    taken: list[tuple[float, int]] = []
    while way.due_s <= until_s:
        due_s = way.due_s
        taken += [(due_s, int.from_bytes(data, "little")) for data in way.arrived(due_s)]
    return taken


def said(*faults: Happening, until_s: float = 5.0, seed: int = 1) -> list[bytes]:
    """Frames of a tool that begins to sample at 0."""
    bench = Bench(scenario(*faults), seed=seed)
    bench.start()
    return [data for channel, data in bench.tool.advance(until_s) if channel is Channel.SAMPLES]


def test_a_calm_path_gives_each_frame_at_once_and_in_order() -> None:
    assert sent(path(), 5) == [(number * FRAME_S, number) for number in range(5)]


def test_latency_delays_all_alike_and_only_while_it_lasts() -> None:
    arrived = sent(path(Latency(at_s=0.08, for_s=0.08, delay_s=0.5)), 20)
    times_s = {number: due_s for due_s, number in arrived}
    assert times_s[1] == pytest.approx(0.04)
    assert (times_s[2], times_s[3]) == pytest.approx((0.58, 0.62))
    assert times_s[4] == pytest.approx(0.62)  # in its order: not before those that are late
    assert [number for _, number in arrived] == list(range(20))


def test_jitter_keeps_the_order_and_its_bound() -> None:
    arrived = sent(path(Jitter(for_s=100, up_to_s=0.3)), 200)
    assert [number for _, number in arrived] == list(range(200))
    late_s = [due_s - number * FRAME_S for due_s, number in arrived]
    assert min(late_s) >= 0
    assert 0.25 < max(late_s) <= 0.3
    assert len({round(each, 3) for each in late_s}) > 50


def test_reordered_frames_are_overtaken() -> None:
    arrived = [number for _, number in sent(path(Reorder(count=3, delay_s=0.1)), 8)]
    assert sorted(arrived) == list(range(8))
    assert arrived == [3, 0, 4, 1, 5, 2, 6, 7] or arrived == [0, 3, 1, 4, 2, 5, 6, 7]


def test_duplicates_come_right_behind_each_other_as_often_as_is_said() -> None:
    arrived = [number for _, number in sent(path(Duplicate(count=2, copies=2)), 4)]
    assert arrived == [0, 0, 0, 1, 1, 1, 2, 3]


@pytest.mark.parametrize(("at_s", "count", "lost"), [(0.0, 3, {0, 1, 2}), (0.04, 1, {1})])
def test_a_fault_with_a_count_wears_off(at_s: float, count: int, lost: set[int]) -> None:
    fault = FrameLoss(at_s=at_s, count=count, share=1)
    arrived = [number for _, number in sent(path(fault), 6)]
    assert set(range(6)) - set(arrived) == lost


def test_whichever_ends_first_ends_a_fault_with_both() -> None:
    assert len(sent(path(FrameLoss(for_s=0.1, count=50, share=1)), 50)) == 50 - 3
    assert len(sent(path(FrameLoss(for_s=10, count=5, share=1)), 50)) == 50 - 5


def test_bursts_are_as_long_and_as_frequent_as_their_chain_says() -> None:
    count, enter, leave = 60_000, 0.02, 0.25
    arrived = {number for _, number in sent(path(BurstLoss(for_s=1e6, enter=enter, leave=leave)), count)}
    lost = [number not in arrived for number in range(count)]
    bursts = [len(list(run)) for bad, run in itertools.groupby(lost) if bad]
    assert np.mean(bursts) == pytest.approx(1 / leave, rel=0.06)
    assert sum(lost) / count == pytest.approx(enter / (enter + leave), rel=0.06)
    assert max(bursts) > 12


def test_within_a_burst_only_its_share_is_lost() -> None:
    arrived = sent(path(BurstLoss(for_s=1e6, enter=1, leave=1e-9, share=0.3)), 20_000)
    assert len(arrived) == pytest.approx(14_000, rel=0.02)


def test_a_path_that_is_cleared_forgets_what_was_on_its_way() -> None:
    way = path(Latency(for_s=9, delay_s=1))
    way.send(0.0, 0.0, b"\0\0")
    assert way
    assert way.due_s == 1.0
    way.clear()
    assert not way
    assert list(way.arrived(9)) == []


def test_truncated_frames_are_shorter_and_begin_as_the_true_ones() -> None:
    true, cut = said(), said(Truncated(for_s=9))
    assert len(true) == len(cut)
    assert all(whole.startswith(part) and len(part) < len(whole) for whole, part in zip(true, cut, strict=True))
    assert len({len(part) for part in cut}) > 10


@pytest.mark.parametrize("bits", [1, 5])
def test_so_many_bits_are_flipped_at_most(bits: int) -> None:
    places = set()
    for whole, wrong in zip(said(), said(BitFlipped(for_s=9, bits=bits)), strict=True):
        differ = int.from_bytes(whole, "little") ^ int.from_bytes(wrong, "little")
        assert 1 <= differ.bit_count() <= bits if bits == 1 else differ.bit_count() <= bits
        places.add(differ.bit_length())
    assert len(places) > 20


def test_a_wrong_length_is_refused_by_the_decoder() -> None:
    for frame in said(WrongLength(for_s=9, more=2)):
        with pytest.raises(FrameError):
            SampleFrame.from_bytes(frame, (Width.I24,))


def test_a_future_version_is_a_frame_that_is_skipped() -> None:
    frames = [read_frame(frame, (Width.I24,)) for frame in said(FutureVersion(at_s=1, count=4, frame_type=200))]
    assert sum(isinstance(frame, UnknownFrame) for frame in frames) == 4


def test_in_a_lock_up_nothing_is_said_and_then_everything_at_once() -> None:
    bench = Bench(scenario(LockUp(at_s=1, for_s=2)))
    bench.start()
    before, during = bench.until(1.96), bench.until(3.9)
    assert during.order == []
    assert bench.tool.next_due_s(3.0) == pytest.approx(4.0)
    after = bench.until(4.1)
    assert [frame.counter for frame in before.frames + after.frames] == list(range(0, 308, 4))
    assert len(after.frames) > 45


@examples(20)
@given(st.lists(st.floats(0.01, 0.5), min_size=1, max_size=40))
def test_how_often_one_asks_changes_neither_the_bytes_nor_their_order(steps_s: list[float]) -> None:
    faults = (
        Jitter(at_s=0.5, for_s=3, up_to_s=0.2),
        Reorder(at_s=1, for_s=2, share=0.3),
        Duplicate(at_s=1, for_s=2, share=0.3),
        FrameLoss(at_s=0, for_s=9, share=0.2),
        BitFlipped(at_s=2, for_s=1, share=0.5),
    )
    often, once = (Bench(scenario(*faults)) for _ in range(2))
    for bench in (often, once):
        bench.start()
    heard: list[bytes] = []
    for t_s in itertools.accumulate(steps_s):
        heard += _frames(often.tool, t_s)
    heard += _frames(often.tool, 30.0)
    assert heard == _frames(once.tool, 30.0)
    assert often.tool.payload_sha256 == once.tool.payload_sha256


def _frames(tool: Tool, t_s: float) -> list[bytes]:
    return [data for channel, data in tool.advance(t_s) if channel is Channel.SAMPLES]
