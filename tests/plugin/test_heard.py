"""What is known of the time, from headers of frames; all figures by hand."""

from __future__ import annotations

import struct
from collections.abc import Iterable

import pytest

from _pytest_palpate.heard import Heard
from pytest_palpate import Gap, Payload

FIRST_S = 1.0
BOOT = Payload(0.0, "STATUS", bytes(20))
START = Payload(0.0, "CONTROL_REPLY", struct.pack("<BBBBII", 0x81, 1, 0, 1, 100_000, 0))


def frame(arrived_s: float, counter: int, kind: int = 1, stream: int = 1) -> Payload:
    """Four samples at 100 Hz, three bytes each."""
    header = struct.pack("<BBBBIIH", kind, stream, 0, 4, counter % 2**32, 0, 30_000)
    return Payload(arrived_s, "SAMPLES", header + bytes(12))


def heard(payloads: Iterable[Payload], before: tuple[Payload, ...] = (BOOT, START)) -> Heard:
    story = Heard()
    for payload in (*before, *payloads):
        story.hear(payload)
    return story


def spans(story: Heard) -> list[tuple[float, float]]:
    return [(round(span.from_s, 6), round(span.to_s, 6)) for span in story.spans(FIRST_S)]


def gaps(story: Heard, now_s: float) -> list[Gap]:
    return [Gap(*(round(value, 6) for value in gap)) for gap in story.gaps(FIRST_S, now_s)]


HOLE = (frame(1.03, 0), frame(1.07, 4), frame(1.15, 12))


def test_frames_that_follow_each_other_share_the_time_between_them() -> None:
    assert spans(heard(HOLE)) == [(1.0, 1.03), (1.03, 1.07), (1.12, 1.15)]


def test_a_gap_lasts_from_sample_to_sample_until_a_frame_from_after_it_came() -> None:
    assert gaps(heard(HOLE), 1.15) == [Gap(1.07, 1.12, 1.15)]


def test_a_late_frame_closes_it() -> None:
    closed = heard((*HOLE, frame(2.0, 8, kind=2)))
    assert spans(closed)[-1] == (1.07, 1.12)
    assert gaps(closed, 1.2) == []


def test_what_comes_out_of_order_is_heard_all_the_same() -> None:
    assert sorted(spans(heard((HOLE[0], HOLE[2], frame(1.16, 4))))) == [(1.0, 1.03), (1.03, 1.07), (1.12, 1.15)]


def test_silence_is_a_gap_once_two_frames_should_have_come() -> None:
    assert gaps(heard(HOLE[:1]), 1.12) == []
    assert gaps(heard(HOLE[:1]), 1.14) == [Gap(1.03, 1.14, 1.14)]
    assert gaps(heard(()), 9.0) == []  # nothing was heard before: nobody knows since when


def test_the_same_frame_twice_is_heard_once() -> None:
    assert spans(heard((HOLE[0], HOLE[0]))) == [(1.0, 1.03)]


def test_the_counter_wraps() -> None:
    start = START._replace(data=START.data[:8] + struct.pack("<I", 2**32 - 4))
    assert spans(heard((frame(1.03, -4), frame(1.07, 0)), (BOOT, start))) == [(1.0, 1.03), (1.03, 1.07)]


def test_another_stream_began_when_most_of_its_frames_say() -> None:
    again = START._replace(t_s=5.0, data=struct.pack("<BBBBII", 0x81, 2, 0, 2, 50_000, 0))
    second = (frame(5.06, 0, stream=2), frame(5.14, 4, stream=2), frame(5.50, 8, stream=2))  # the last one is late
    assert spans(heard((HOLE[0], again, *second)))[1:] == [(5.0, 5.06), (5.06, 5.14), (5.14, 5.22)]


@pytest.mark.parametrize(
    "broken",
    [
        frame(1.07, 4, kind=255),
        frame(1.07, 4, stream=9),
        frame(1.07, 4 + 2**30),
        frame(1.07, 4)._replace(data=frame(1.07, 4).data[:-1]),
        frame(1.07, 4)._replace(data=frame(1.07, 4).data[:13]),
        frame(1.07, 4)._replace(data=b""),
        Payload(1.07, "EVENTS", frame(1.07, 4).data),
    ],
    ids=("future", "no stream", "bit flipped", "truncated", "header", "empty", "event"),
)
def test_what_nobody_can_read_was_not_heard(broken: Payload) -> None:
    assert spans(heard((HOLE[0], broken))) == [(1.0, 1.03)]


def test_a_refused_start_starts_nothing() -> None:
    refused = START._replace(data=bytes((0x81, 1, 6)) + bytes(9))
    assert spans(heard(HOLE, (BOOT, refused))) == []
