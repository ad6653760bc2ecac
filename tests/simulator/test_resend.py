from __future__ import annotations

import functools
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.control import Command, Reply, Request, ResendDone, Result
from protocol.link import Channel
from protocol.status import Status
from simulator.happenings.frames import FrameLoss, Silence
from simulator.happenings.people import PatientStop
from simulator.resend import held
from simulator.sampler import RING, Sampler
from tests.short import examples
from tests.simulator.bench import WIDE, Bench, Said, scenario, slots_of

LIVE, LATE = 1, 2


def streaming(bench: Bench, until_s: float = 11.0) -> Bench:
    """Counters 0 to 1000 at 11 s."""
    bench.start()
    bench.until(until_s)
    return bench


def resend(bench: Bench, t_s: float, first: int, count: int) -> Reply:
    return bench.ask(t_s, Command.RESEND, first, count)


@functools.cache
def everything() -> dict[int, int]:
    """What another tool of the same seed says live: the truth about the ring."""
    twin = Bench(scenario(for_s=100))
    twin.start()
    return slots_of(twin.until(100).frames)


def to_the_end(bench: Bench, limit_s: float) -> Said:
    said = bench.steps(limit_s)
    assert len(said.ends) == 1
    return said


# what is sent


def test_a_resend_sends_what_was_sampled_and_says_how_much() -> None:
    bench = streaming(Bench(scenario(for_s=100)))
    reply = resend(bench, 11.0, 200, 300)
    assert (reply.result, reply.values) == (Result.OK, (200, 300))
    said = to_the_end(bench, 20.0)
    assert slots_of(said.late) == {counter: everything()[counter] for counter in range(200, 500)}
    assert said.ends == [ResendDone(reply.echo, Result.OK, 300, 0)]


@examples(25)
@given(first=st.integers(0, 500), count=st.integers(1, 500), stop_s=st.floats(1.5, 6.0))
def test_late_frames_are_the_part_of_the_range_that_is_held(first: int, count: int, stop_s: float) -> None:
    bench = streaming(Bench(scenario(for_s=100)), stop_s)
    status = Status.from_bytes(bench.tool.status(stop_s))
    expected = range(max(first, status.oldest), min(first + count, status.newest + 1))
    reply = resend(bench, stop_s, first, count)
    if not expected:
        assert (reply.result, reply.body) == (Result.NOT_HELD, b"")
        return
    assert reply.values == (expected.start, len(expected))
    said = to_the_end(bench, stop_s + 5)
    assert [f.counter + i for f in said.late for i in range(len(f.counts))] == list(expected)
    assert slots_of(said.late).items() <= everything().items()
    assert said.ends[0][2] == len(expected)


def test_late_frames_are_like_live_ones_but_for_their_type_and_size() -> None:
    bench = streaming(Bench(scenario(PatientStop(at_s=5), for_s=100)))
    resend(bench, 11.0, 100, 13)
    late = to_the_end(bench, 12.0).late
    assert [(f.late, f.stream, f.flags, f.counter, f.clock_us, f.span_us, len(f.counts)) for f in late] == [
        (True, 1, 16, 100, 2_000_000, 50_000, 6),
        (True, 1, 16, 106, 2_060_000, 50_000, 6),
        (True, 1, 16, 112, 2_120_000, 0, 1),
    ]


@pytest.mark.parametrize("mtu", [23, 40, WIDE])
@pytest.mark.parametrize("rate_hz", [50, 100, 1000])
def test_late_frames_fit_the_link_and_span_at_most_50_ms(mtu: int, rate_hz: int) -> None:
    bench = Bench(scenario(rate_hz=rate_hz, for_s=100), mtu=mtu)
    if bench.start().result != Result.OK:
        bench.tool.connect(0.0, WIDE)
        bench.start()
        bench.tool.connect(0.0, mtu)
    bench.until(3.0)
    resend(bench, 3.0, 0, 100)
    late = to_the_end(bench, 10.0).late
    assert sum(len(frame.counts) for frame in late) == 100
    assert all(14 + 3 * len(frame.counts) <= mtu - 3 for frame in late)
    assert all(frame.span_us <= 50_000 for frame in late)


def test_counters_that_wrapped_are_found() -> None:
    bench = Bench(scenario(first_counter=2**32 - 150, for_s=100))
    assert bench.start().values == (1, 100_000, 2**32 - 150)
    live = slots_of(bench.until(6.0).frames)
    assert set(live) == {(2**32 - 150 + i) % 2**32 for i in range(500)}
    reply = resend(bench, 6.0, 2**32 - 20, 50)
    assert reply.values == (2**32 - 20, 50)
    late = slots_of(to_the_end(bench, 10.0).late)
    assert late == {counter: live[counter] for counter in [*range(2**32 - 20, 2**32), *range(30)]}


@given(st.integers(0, 2**33), st.integers(1, 40_000), st.integers(-30_000, 30_000), st.integers(1, 2**32 - 1))
def test_the_part_that_is_held_is_an_intersection_of_sets(oldest: int, kept: int, offset: int, count: int) -> None:
    sampler = Sampler(1, 100, 0, first_counter=oldest)
    for _ in range(min(kept, 300)):
        sampler.keep(0)
    ring = {slot.counter for slot in sampler.ring}
    first = oldest + offset
    slots = held(sampler, first % 2**32, count)
    if first >= 0:
        assert set(slots) == {counter for counter in ring if first <= counter < first + count}


def test_nothing_is_held_of_a_stream_without_samples() -> None:
    bench = Bench()
    bench.start()
    assert resend(bench, 0.5, 0, 10).result == Result.NOT_HELD


# the ring moves on


def test_the_ring_holds_two_minutes_and_what_is_older_is_left_out() -> None:
    bench = Bench(scenario(for_s=300))
    streaming(bench, 131.0)
    assert Status.from_bytes(bench.tool.status(131.0))[5:7] == (1001, 13_000)
    reply = resend(bench, 131.0, 0, 2**32 - 1)
    assert reply.values == (1001, RING)


def test_what_is_overwritten_during_a_resend_is_not_sent_and_not_counted() -> None:
    bench = Bench(scenario(for_s=300), mtu=23)
    streaming(bench, 131.0)
    bench.tool.connect(131.0, 23)
    assert resend(bench, 131.0, 0, 2000).values == (1001, 999)
    bench.tool.advance(135.0, 0)  # the radio is full for 4 s: 400 slots are overwritten
    bench.asked_s = 135.0
    said = to_the_end(bench, 160.0)
    sent = [f.counter + i for f in said.late for i in range(len(f.counts))]
    assert sent == list(range(sent[0], 2000))
    assert 1400 <= sent[0] <= 1410
    done = said.ends[0]
    assert (done.result, done.sent) == (Result.OK, len(sent))
    assert done.oldest > sent[0]


def test_a_resend_of_which_nothing_is_left_ends_with_nothing_sent() -> None:
    bench = Bench(scenario(for_s=300))
    streaming(bench, 131.0)
    assert resend(bench, 131.0, 1000, 3).values == (1001, 2)
    bench.tool.advance(132.0, 0)
    bench.asked_s = 132.0
    done = to_the_end(bench, 133.0).ends[0]
    assert (done.result, done.sent) == (Result.OK, 0)


# pacing


def test_there_is_at_most_one_late_frame_between_two_live_ones() -> None:
    bench = streaming(Bench(scenario(for_s=100)))
    resend(bench, 11.0, 0, 900)
    sequence = to_the_end(bench, 20.0).sequence
    assert [LATE, LATE] not in [list(pair) for pair in itertools.pairwise(sequence)]
    assert sequence[:4] == [LIVE, LATE, LIVE, LATE]
    assert sequence.count(LATE) == 150


@pytest.mark.parametrize("room", [0, 1, 2])
def test_no_more_late_frames_are_said_at_once_than_there_is_room_for(room: int) -> None:
    bench = streaming(Bench(scenario(for_s=100)))
    resend(bench, 11.0, 0, 900)
    frames = [data for channel, data in bench.tool.advance(15.0, room) if channel is Channel.SAMPLES]
    assert [data[0] for data in frames].count(LATE) == room
    assert [data[0] for data in frames].count(LIVE) == 100


def test_late_frames_do_not_change_what_is_said_live() -> None:
    losses = (FrameLoss(at_s=0, for_s=60, share=0.2), Silence(at_s=14, for_s=1))
    quiet, asked = (streaming(Bench(scenario(*losses, for_s=30))) for _ in range(2))
    resend(asked, 11.0, 0, 900)
    asked.steps(40.0)
    quiet.steps(40.0)
    assert asked.tool.payload_sha256 == quiet.tool.payload_sha256


def test_late_frames_are_lost_like_live_ones_and_counted_as_sent() -> None:
    bench = streaming(Bench(scenario(FrameLoss(at_s=10, for_s=90, share=0.3), for_s=100)))
    resend(bench, 11.0, 0, 900)
    said = to_the_end(bench, 40.0)
    assert said.ends[0].sent == 900
    assert 500 < len(slots_of(said.late)) < 750


def test_after_the_scenarios_end_a_resend_comes_to_its_end_too() -> None:
    bench = streaming(Bench(scenario(for_s=10)), 12.0)
    assert bench.tool.over
    bench.tool.write_control(12.0, bytes(bench.request(Command.RESEND, 0, 60)))
    bench.tool.advance(12.0, 0)
    assert bench.tool.resending
    assert bench.tool.next_due_s(12.5) == pytest.approx(12.54)
    said = to_the_end(bench, 14.0)
    assert sorted(slots_of(said.late)) == list(range(60))
    assert not bench.tool.resending


# refusals, cancelling, repeats


def test_a_resend_is_refused_without_a_stream_of_this_connection() -> None:
    bench = Bench(scenario(for_s=100))
    assert resend(bench, 0.5, 0, 10).result == Result.WRONG_STATE
    streaming(bench)
    bench.tool.disconnect(11.0)
    bench.tool.connect(12.0, WIDE)
    assert resend(bench, 12.5, 0, 10).result == Result.WRONG_STATE
    bench.start(13.0)
    assert resend(bench, 13.5, 0, 10).result == Result.OK


def test_a_resend_of_nothing_is_refused() -> None:
    assert resend(streaming(Bench()), 11.0, 0, 0).result == Result.BAD_VALUE


def test_a_second_resend_finds_the_tool_busy_and_works_afterwards() -> None:
    bench = streaming(Bench(scenario(for_s=100)))
    resend(bench, 11.0, 0, 500)
    second = bytes(bench.request(Command.RESEND, 600, 6))
    assert bench.write(11.0, second).result == Result.BUSY
    to_the_end(bench, 20.0)
    assert bench.write(20.0, second).result == Result.OK
    assert sorted(slots_of(to_the_end(bench, 21.0).late)) == list(range(600, 606))


def test_other_commands_are_answered_during_a_resend() -> None:
    bench = streaming(Bench(scenario(for_s=100)))
    resend(bench, 11.0, 0, 900)
    for command in (Command.TIME, Command.STATUS, Command.IDENTIFY):
        assert bench.ask(11.0, command).result == Result.OK


def test_cancel_ends_a_resend_with_a_reply_and_then_its_end() -> None:
    bench = streaming(Bench(scenario(for_s=100)))
    echo = resend(bench, 11.0, 0, 900).echo
    sent = bench.steps(12.0).late
    bench.tool.write_control(12.0, bytes(bench.request(Command.CANCEL, echo)))
    said = bench.until(12.0)
    assert [reply.result for reply in said.replies] == [Result.OK]
    assert said.ends == [ResendDone(echo, Result.CANCELLED, sum(len(f.counts) for f in sent + said.late), 0)]
    assert said.order.index(Channel.CONTROL_REPLY) < len(said.order) - 1
    assert said.order[-1] is Channel.CONTROL_REPLY
    assert bench.steps(20.0).late == []


def test_cancel_is_refused_for_what_does_not_run() -> None:
    bench = streaming(Bench(scenario(for_s=100)))
    assert bench.ask(11.0, Command.CANCEL, 7).result == Result.WRONG_STATE
    echo = resend(bench, 11.0, 0, 900).echo
    assert bench.ask(11.0, Command.CANCEL, echo + 1).result == Result.WRONG_STATE
    to_the_end(bench, 30.0)
    assert bench.ask(30.0, Command.CANCEL, echo).result == Result.WRONG_STATE


@pytest.mark.parametrize(
    ("command", "parameters"), [(Command.STOP, ()), (Command.START, (200_000,)), (Command.TIP, (2,))]
)
def test_what_ends_the_stream_cancels_its_resend(command: Command, parameters: tuple[int, ...]) -> None:
    bench = streaming(Bench(scenario(for_s=100)))
    resend(bench, 11.0, 0, 900)
    bench.tool.write_control(11.5, bytes(bench.request(command, *parameters)))
    said = bench.until(11.5)
    assert [(done.result, done.oldest) for done in said.ends] == [(Result.CANCELLED, 0)]
    assert bench.steps(14.0).late == []


def test_a_repeat_of_a_resend_is_answered_and_does_not_send_twice() -> None:
    bench = streaming(Bench(scenario(for_s=100)))
    request = bytes(bench.request(Command.RESEND, 0, 60))
    first = bench.write(11.0, request)
    assert bench.write(11.0, request) == first
    late = to_the_end(bench, 15.0).late
    assert bench.write(15.0, request) == first
    assert bench.steps(17.0).late == []
    assert sum(len(frame.counts) for frame in late) == 60


def test_a_disconnect_ends_a_resend_without_a_word_and_its_repeat_is_answered_from_the_store() -> None:
    bench = streaming(Bench(scenario(for_s=100)))
    request = bytes(bench.request(Command.RESEND, 0, 900))
    first = bench.write(11.0, request)
    bench.tool.disconnect(11.5)
    bench.tool.connect(12.0, WIDE)
    assert bench.write(12.5, request) == first
    bench.start(13.0)
    said = bench.steps(16.0)
    assert (said.late, said.ends) == ([], [])


def test_what_a_drop_hid_is_fetched_after_the_reconnect_without_a_gap() -> None:
    bench = Bench(scenario(for_s=100))
    bench.start()
    live = bench.until(20.0).frames
    bench.tool.disconnect(20.0)
    bench.tool.connect(50.0, WIDE)
    first = max(slots_of(live)) + 1
    (_, _, counter) = bench.start(50.0).values
    live += bench.until(50.5).frames
    assert resend(bench, 50.5, first, int(counter) - first).values == (first, counter - first)
    said = to_the_end(bench, 80.0)
    fetched = slots_of(live + said.frames) | slots_of(said.late)
    assert sorted(fetched) == list(range(len(fetched)))
    assert fetched.items() <= everything().items()


def test_request_bytes_are_those_of_the_page() -> None:
    bench = streaming(Bench(scenario(for_s=100)))
    reply = bench.write(11.0, bytes.fromhex("09 07 64000000 fa000000"))
    assert bytes(reply) == bytes.fromhex("89 07 00 64000000 fa000000")
    assert Request.from_bytes(bytes.fromhex("0a 08 07")).parameters == (7,)
