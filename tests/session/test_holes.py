"""What is asked again: each answer by hand, and a lossy air at random."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.control import Command, Reply, Request, ResendDone, Result
from protocol.layout import Feature, Layout
from protocol.link import Channel, Payload
from protocol.missing import Lost
from protocol.status import Status
from session.holes import AFTER_START_S, AGAIN_S, ANSWER_S, JOIN, LIMIT, QUIET_S, TRIES, Ask
from session.tool_stream import ToolStream
from tests.protocol.test_tool import frame as counted
from tests.session.test_merged import late, steady
from tests.session.test_tool_stream import TOOL, frame
from tests.short import examples

START_S = 1.0
ASK_S = START_S + AFTER_START_S
"""From here on questions are allowed."""


def layout(ring: int = 12_000, features: Feature = Feature.RESEND) -> Payload:
    known = replace(Layout.from_bytes(TOOL.layout), ring_capacity=ring, features=features)
    return Payload(Channel.LAYOUT, 0.0, bytes(known))


def status(oldest: int, newest: int, *, stream: int = 1, boot_id: int = 1) -> Payload:
    known = Status.from_bytes(TOOL.status(0.0))._replace(oldest=oldest, newest=newest, stream=stream, boot_id=boot_id)
    return Payload(Channel.STATUS, 0.0, bytes(known))


def started(at_s: float = START_S) -> Payload:
    reply = Reply.of(Request.of(Command.START, 9, 0), Result.OK, 1, 100_000, 0)
    return Payload(Channel.CONTROL_REPLY, at_s, bytes(reply))


class Bench:
    """A stream of five readings in a frame, fed by hand."""

    def __init__(self, *first: Payload) -> None:
        self.tool = ToolStream()
        self.missing = self.tool.missing
        self.hears(*(first or (layout(), started())))

    def hears(self, *payloads: Payload) -> None:
        for payload in payloads:
            self.tool.hear(payload)

    def reads(self, *firsts: int) -> Bench:
        self.hears(*(frame(first, steady(1, 5)) for first in firsts))
        return self

    def asks(self, now_s: float = ASK_S) -> Ask | None:
        return self.tool.holes.next(now_s)

    def sends(self, ask: Ask, echo: int = 1, at_s: float = ASK_S) -> Request:
        request = Request.of(Command.RESEND, echo, ask.counter, ask.slots)
        self.hears(Payload(Channel.CONTROL_SENT, at_s, bytes(request)))
        return request

    def is_told(self, request: Request, result: Result, *values: int, at_s: float = ASK_S) -> None:
        self.hears(Payload(Channel.CONTROL_REPLY, at_s, bytes(Reply.of(request, result, *values))))

    def is_done(self, echo: int, oldest: int, at_s: float = ASK_S) -> None:
        done = ResendDone(echo, Result.OK, 0, oldest)
        self.hears(Payload(Channel.CONTROL_REPLY, at_s, bytes(done)))

    def lost(self) -> dict[Lost, int]:
        return {why: count for why, count in self.missing.lost.items() if count}


def asked(bench: Bench, *, echo: int = 1, at_s: float = ASK_S) -> tuple[Ask, Request]:
    ask = bench.asks(at_s)
    assert ask is not None
    return ask, bench.sends(ask, echo, at_s)


def test_nothing_is_asked_in_the_first_second_of_a_connection_and_before_its_start() -> None:
    bench = Bench(layout()).reads(0, 10)
    assert bench.asks(100.0) is None
    bench.hears(started(at_s=100.0))
    assert bench.asks(100.9) is None
    assert bench.asks(101.0) == Ask(5, 5, 5)


def test_a_new_connection_asks_anew_once_it_has_started() -> None:
    bench = Bench().reads(0, 10)
    asked(bench)
    bench.hears(layout())
    assert bench.asks(50.0) is None
    bench.hears(started(at_s=50.0))
    assert bench.asks(51.0) == Ask(5, 5, 5)


def test_one_question_at_a_time() -> None:
    bench = Bench().reads(0, 10)
    assert (bench.asks(), bench.asks()) == (Ask(5, 5, 5), None)
    assert not bench.tool.holes.idle


def test_near_holes_are_asked_for_together_and_far_ones_one_after_the_other() -> None:
    near = Bench().reads(0, 10, 15 + JOIN)
    near.reads(25 + JOIN)
    ask = near.asks()
    assert ask is not None
    assert (ask.first, ask.stop) == (5, 25 + JOIN)
    far = Bench().reads(0, 10, *range(15, 65, 5), 65 + 5)
    assert far.asks() == Ask(5, 5, 5)


def test_a_long_hole_is_asked_for_in_parts() -> None:
    bench = Bench().reads(0, LIMIT + 100)
    ask, request = asked(bench)
    assert (ask.first, ask.stop) == (5, LIMIT + 5)
    bench.is_told(request, Result.OK, 5, LIMIT)
    bench.hears(*(late(frame(first, steady(1, 5)), ASK_S) for first in range(5, LIMIT + 5, 5)))
    bench.is_done(1, 0)
    assert bench.asks() == Ask(LIMIT + 5, 95, LIMIT + 5)


def test_the_counter_is_the_tools_own_over_its_wrap() -> None:
    bench = Bench()
    for counter, clock_us in ((2**32 - 10, 0), (5, 150_000)):
        bench.hears(Payload(Channel.SAMPLES, 1.0, counted(counter, clock_us, steady(1, 5), stream=1)))
    assert bench.asks() == Ask(5, 10, 2**32 - 5)


def test_what_the_answer_says_is_no_longer_held_is_lost() -> None:
    bench = Bench().reads(0, 100)
    _, request = asked(bench)
    bench.is_told(request, Result.OK, 30, 70)
    assert bench.lost() == {Lost.OVERWRITTEN: 25}
    assert bench.missing.count == 70


def test_what_the_end_of_a_resend_and_the_status_say_is_no_longer_held_is_lost() -> None:
    bench = Bench().reads(0, 100)
    _, request = asked(bench)
    bench.is_told(request, Result.OK, 5, 95)
    bench.is_done(1, 40)
    assert bench.lost() == {Lost.OVERWRITTEN: 35}
    bench.hears(status(60, 104))
    assert bench.lost() == {Lost.OVERWRITTEN: 55}


def test_a_status_of_another_stream_and_of_nothing_held_says_nothing() -> None:
    bench = Bench().reads(0, 100)
    bench.hears(status(60, 104, stream=2), status(0, 0))
    assert bench.lost() == {}


def test_between_a_reboot_and_its_first_frame_no_counter_means_anything() -> None:
    bench = Bench(layout(), status(0, 0, boot_id=1), started()).reads(0, 100)
    _, request = asked(bench)
    bench.hears(status(0, 0, boot_id=2))
    bench.is_told(request, Result.OK, 30, 70)
    assert (bench.lost(), bench.missing.count) == ({Lost.REBOOT: 95}, 0)


def test_an_end_of_somebody_elses_resend_changes_nothing() -> None:
    bench = Bench().reads(0, 100)
    bench.is_done(1, 40)
    _, request = asked(bench, echo=7)
    bench.is_done(7, 40)
    bench.is_told(request, Result.OK, 5, 95)
    bench.is_done(6, 40)
    assert bench.lost() == {}
    assert bench.asks() is None


def test_an_answer_to_another_question_changes_nothing() -> None:
    bench = Bench().reads(0, 100)
    _, request = asked(bench, echo=7)
    bench.is_told(request._replace(echo=6), Result.NOT_HELD)
    bench.hears(Payload(Channel.CONTROL_SENT, 0.0, bytes(request._replace(echo=8))))
    assert (bench.lost(), bench.asks()) == ({}, None)
    bench.is_told(request, Result.NOT_HELD)
    bench.is_told(request, Result.NOT_HELD)
    assert (bench.lost(), bench.missing.count) == ({Lost.OVERWRITTEN: 95}, 0)


@pytest.mark.parametrize("result", [Result.UNKNOWN, Result.BAD_VALUE, Result.BAD_LENGTH])
def test_what_the_tool_will_never_send_is_given_up(result: Result) -> None:
    bench = Bench().reads(0, 100)
    _, request = asked(bench)
    bench.is_told(request, result)
    assert bench.lost() == {Lost.REFUSED: 95}


def test_a_busy_tool_is_asked_again_a_second_later_and_not_for_ever() -> None:
    bench, now_s = Bench().reads(0, 100), ASK_S
    for _ in range(TRIES):
        assert bench.lost() == {}
        _, request = asked(bench, at_s=now_s)
        bench.is_told(request, Result.BUSY, at_s=now_s)
        assert bench.asks(now_s + AGAIN_S - 0.01) is None
        now_s += AGAIN_S
    assert bench.lost() == {Lost.GAVE_UP: 95}


def test_a_question_without_an_answer_is_asked_again() -> None:
    bench = Bench().reads(0, 100)
    asked(bench)
    assert bench.asks(ASK_S + ANSWER_S - 0.01) is None
    assert bench.asks(ASK_S + ANSWER_S) is None
    assert bench.asks(ASK_S + ANSWER_S + AGAIN_S) == Ask(5, 95, 5)


def test_a_question_that_was_not_sent_counts_for_nothing() -> None:
    bench = Bench().reads(0, 100)
    for _ in range(TRIES + 1):
        assert bench.asks() == Ask(5, 95, 5)
        bench.tool.holes.unsent(ASK_S - AGAIN_S)
    assert bench.lost() == {}
    bench.hears(layout())
    bench.tool.holes.unsent(0.0)
    assert bench.asks() is None


def test_a_resend_of_which_nothing_comes_any_more_is_over() -> None:
    bench = Bench().reads(0, 100)
    _, request = asked(bench)
    bench.is_told(request, Result.OK, 5, 95)
    bench.hears(late(frame(5, steady(1, 5)), ASK_S + 2.0))
    assert bench.asks(ASK_S + 2.0 + QUIET_S - 0.01) is None
    assert bench.asks(ASK_S + 2.0 + QUIET_S) == Ask(10, 90, 10)


def test_what_came_in_part_begins_the_count_of_tries_anew() -> None:
    bench, now_s = Bench().reads(0, 100), ASK_S
    for times in range(2 * TRIES):
        _, request = asked(bench, at_s=now_s)
        bench.is_told(request, Result.OK, 5, 95, at_s=now_s)
        if times % 2:
            bench.hears(late(frame(90 - 5 * times, steady(1, 5)), now_s))
        bench.is_done(1, 0, at_s=now_s)
        now_s += AGAIN_S
    assert bench.lost() == {}
    assert bench.missing.count == 95 - 5 * TRIES


def test_nothing_is_hoped_for_from_a_tool_that_does_not_resend() -> None:
    for first in (layout(features=Feature.TARE), layout(ring=0)):
        bench = Bench(first, started()).reads(0, 100)
        assert (bench.lost(), bench.asks()) == ({Lost.REFUSED: 95}, None)


def test_what_the_ring_cannot_hold_is_not_asked_for() -> None:
    bench = Bench(layout(ring=50), started()).reads(0, 100)
    assert bench.lost() == {Lost.OVERWRITTEN: 105 - 50 - 5}
    assert bench.asks() == Ask(55, 45, 55)


def test_a_reply_that_is_cut_short_is_no_answer() -> None:
    bench = Bench().reads(0, 100)
    _, request = asked(bench)
    bench.hears(Payload(Channel.CONTROL_REPLY, ASK_S, bytes(Reply(request.command, request.echo, Result.OK, b"\x05"))))
    assert (bench.tool.malformed, bench.lost()) == (1, {})
    assert bench.asks(ASK_S + ANSWER_S + AGAIN_S) is None
    assert bench.asks(ASK_S + ANSWER_S + 2 * AGAIN_S) == Ask(5, 95, 5)


@dataclass
class LossyTool:
    """A tool with a small ring behind an air that loses, repeats and swaps, all at random."""

    rng: np.random.Generator
    ring: int
    share: float
    newest: int = -1
    received: list[int] = field(default_factory=list)
    waiting: deque[Payload] = field(default_factory=deque)

    def __post_init__(self) -> None:
        self.stream = ToolStream()
        self.asks = 0
        self.deliver(layout(self.ring))
        self.deliver(started(at_s=-AFTER_START_S))

    def deliver(self, payload: Payload) -> None:
        block = self.stream.hear(payload)
        if block is not None:
            self.received += block.index.tolist()

    def comes_through(self) -> bool:
        return bool(self.rng.random() >= self.share)

    def sample(self, *, surely: bool) -> None:
        first, self.newest = self.newest + 1, self.newest + 5
        if surely or self.comes_through():
            self.deliver(frame(first, steady(1, 5)))

    def look(self, now_s: float) -> None:
        ask = self.stream.holes.next(now_s)
        if ask is not None:
            self.asks += 1
            self.answer(ask, now_s)
        for _ in range(2):
            if self.waiting:
                self.deliver(self.waiting.popleft()._replace(arrival_s=now_s))

    def answer(self, ask: Ask, now_s: float) -> None:
        request = Request.of(Command.RESEND, self.asks % 255 + 1, ask.counter, ask.slots)
        self.deliver(Payload(Channel.CONTROL_SENT, now_s, bytes(request)))
        oldest = max(self.newest + 1 - self.ring, 0)
        held = range(max(ask.first, oldest), ask.stop)
        reply = Reply.of(request, Result.OK, held.start, len(held)) if held else Reply.of(request, Result.NOT_HELD)
        if not self.comes_through():
            return
        self.deliver(Payload(Channel.CONTROL_REPLY, now_s, bytes(reply)))
        sent = [late(frame(first, steady(1, min(5, held.stop - first))), now_s) for first in held[::5]]
        sent = [payload for payload in sent for _ in range(int(self.rng.integers(1, 3))) if self.comes_through()]
        for at in self.rng.integers(0, max(len(sent) - 1, 1), len(sent) // 5).tolist():
            sent[at : at + 2] = sent[at : at + 2][::-1]
        done = Payload(Channel.CONTROL_REPLY, now_s, bytes(ResendDone(request.echo, Result.OK, 0, oldest)))
        self.waiting.extend(sent + ([done] if self.comes_through() else []))


@examples(50)
@given(st.integers(0, 2**32), st.sampled_from([60, 300, 12_000]), st.sampled_from([0.0, 0.1, 0.5, 1.0]))
def test_whatever_is_lost_on_the_way_what_was_sampled_was_received_or_is_lost(
    seed: int, ring: int, share: float
) -> None:
    tool = LossyTool(np.random.default_rng(seed), ring, share)
    for step in range(300):
        tool.sample(surely=step in (0, 299))
        tool.look(step * 0.05)
    for step in range(300, 4000):
        tool.sample(surely=True)
        tool.look(step * 0.05)
        if not tool.stream.missing.count:
            break
    assert tool.stream.missing.count == 0
    assert len(set(tool.received)) == len(tool.received)
    assert len(tool.received) + sum(tool.stream.missing.lost.values()) == tool.newest + 1
    if not share:
        assert tool.received == list(range(tool.newest + 1))
