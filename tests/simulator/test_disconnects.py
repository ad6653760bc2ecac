from __future__ import annotations

from protocol.advert import Advert
from protocol.control import Command, Result
from protocol.link import Channel
from protocol.status import Status, ToolState
from simulator.happenings.people import PatientStop
from tests.simulator.bench import WIDE, Bench, scenario


def test_a_tool_left_alone_samples_for_two_minutes_and_then_idles() -> None:
    bench = Bench(scenario(for_s=300))
    bench.start()
    bench.until(3)
    bench.tool.disconnect(3)
    held = Status.from_bytes(bench.tool.status(122.9))
    assert (held.state, held.newest, held.oldest) == (ToolState.STREAMING, 12_190, 191)
    assert Status.from_bytes(bench.tool.status(123)).state == ToolState.IDLE
    assert Advert.from_bytes(bench.tool.service_data(124)).state == ToolState.IDLE


def test_start_attaches_to_the_stream_that_ran_on_and_what_was_missed_does_not_come() -> None:
    bench = Bench(scenario(for_s=60))
    bench.start()
    bench.until(3)
    bench.tool.disconnect(3)
    bench.tool.connect(13, WIDE)
    assert bench.until(14).order == []
    reply = bench.start(14)
    assert reply.values == (1, 100_000, 1301)
    said = bench.until(15)
    assert said.counters[0] == 1301
    assert said.counters == list(range(1301, 1301 + len(said.counters)))


def test_after_two_minutes_alone_start_begins_a_new_stream() -> None:
    bench = Bench(scenario(for_s=300))
    bench.start()
    bench.until(3)
    bench.tool.disconnect(3)
    bench.tool.connect(130.5, WIDE)
    assert bench.start(130.5).values == (2, 100_000, 0)
    assert bench.until(131.5).frames[0].clock_us == 131_000_000


def test_answers_nobody_fetched_do_not_reach_the_next_connection() -> None:
    bench = Bench()
    bench.start()
    bench.tool.write_control(2, bytes(bench.request(Command.TIME)))
    bench.tool.disconnect(2)
    bench.tool.connect(3, WIDE)
    assert bench.until(10).order == []


def test_events_wait_for_start_and_come_between_its_reply_and_the_first_sample() -> None:
    bench = Bench(scenario(PatientStop(at_s=5)))
    bench.start()
    bench.until(3)
    bench.tool.disconnect(3)
    bench.tool.connect(8, WIDE)
    assert bench.until(9).events == []
    bench.tool.write_control(9, bytes(bench.request(Command.START, 0)))
    said = bench.until(9.5)
    assert [event.number for event in said.events] == [0, 1, 2]
    assert said.order[:5] == [Channel.CONTROL_REPLY, *[Channel.EVENTS] * 3, Channel.SAMPLES]


def test_events_are_told_again_until_they_are_acknowledged() -> None:
    bench = Bench(scenario(PatientStop(at_s=1), for_s=100))
    bench.start()
    assert [event.number for event in bench.until(5).events] == [0, 1, 2]
    digest = bench.tool.payload_sha256
    for acknowledge, expected in ((None, [0, 1, 2]), (1, [2]), (2, [])):
        if acknowledge is not None:
            assert bench.ask(5, Command.ACK_EVENTS, acknowledge).result == Result.OK
        bench.tool.disconnect(5)
        bench.tool.connect(5, WIDE)
        bench.tool.write_control(5, bytes(bench.request(Command.START, 0)))
        assert [event.number for event in bench.until(5).events] == expected
    assert bench.tool.payload_sha256 == digest


def test_a_second_start_in_one_connection_repeats_no_event() -> None:
    bench = Bench(scenario(PatientStop(at_s=1)))
    bench.start()
    bench.until(5)
    bench.tool.write_control(5, bytes(bench.request(Command.START, 0)))
    assert bench.until(5).events == []
