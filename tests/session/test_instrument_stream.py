"""One stream over several conversations: index and time go on, and what was missed is missing."""

from __future__ import annotations

import struct
from itertools import pairwise

import hypothesis
import pytest
from hypothesis import strategies as st

from device.drivers.registry import driver_named
from protocol.blocks import SampleBlock
from protocol.errors import FrameError
from protocol.instruments.progressor import Packet, Tag
from protocol.instruments.stream import Introduction
from protocol.instruments.timeline import STANDARD_GRAVITY
from protocol.link import Channel, Payload
from session.inputs import Input, MeasureZero, Softer, UndoZero, input_bytes
from session.instrument_stream import InstrumentStream

PERIOD_US = 12_500
"""Of a Progressor, 80 Hz."""


def begun(arrival_s: float) -> Payload:
    return Payload(Channel.INSTRUMENT, arrival_s, bytes(Introduction("progressor", "F0", "P")))


def heard(arrival_s: float, *stamps_us: int) -> Payload:
    """A packet of weights with these stamps."""
    readings = b"".join(struct.pack("<fI", 1.0, stamp_us) for stamp_us in stamps_us)
    return Payload(Channel.HEARD, arrival_s, b"\0" + bytes(Packet(Tag.WEIGHT, readings)))


def placed(*payloads: Payload) -> list[tuple[int, int]]:
    """Index and time of each reading."""
    stream = InstrumentStream(driver_named)
    blocks = [value for payload in payloads for value in stream.update(payload) if isinstance(value, SampleBlock)]
    return [pair for block in blocks for pair in zip(block.index.tolist(), block.time_us.tolist(), strict=True)]


def test_one_conversation_is_as_the_instrument_said() -> None:
    assert placed(begun(0.0), heard(1.0, 0, 12_500), heard(2.0, 25_000)) == [(0, 0), (1, 12_500), (2, 25_000)]


def test_a_second_conversation_follows_by_the_hosts_clock_although_the_instrument_counts_anew() -> None:
    first = (begun(0.0), heard(1.0, 0, 12_500))
    second = (begun(10.0), heard(11.0, 0, 12_500), heard(11.1, 25_000))
    # the last reading of the first packet belongs to 11 s: 10 s after that of the packet before
    later_us = 12_500 + 10_000_000
    assert placed(*first, *second)[2:] == [
        (800, later_us - 12_500),
        (801, later_us),
        (802, later_us + 12_500),
    ]


def test_however_short_it_was_away_at_least_one_reading_is_missing() -> None:
    first = (begun(0.0), heard(1.0, 0))
    assert placed(*first, begun(1.0), heard(1.0, 0, 12_500)) == [(0, 0), (2, 1), (3, 12_501)]


def test_a_third_conversation_follows_the_second() -> None:
    rounds = [payload for arrival_s in (1.0, 2.0, 3.0) for payload in (begun(arrival_s), heard(arrival_s, 0))]
    assert placed(*rounds) == [(0, 0), (80, 1_000_000), (160, 2_000_000)]


def test_a_conversation_without_a_reading_changes_nothing() -> None:
    assert placed(begun(0.0), heard(1.0, 0), begun(2.0), begun(3.0), heard(5.0, 0)) == [(0, 0), (320, 4_000_000)]


def given(value: Input) -> Payload:
    return Payload(Channel.INPUT, 0.0, input_bytes(value))


def test_a_zero_counts_from_the_next_reading_until_it_is_taken_back() -> None:
    stream = InstrumentStream(driver_named)
    forces: list[float] = []
    tenth = heard(1.0, 0), heard(1.1, 12_500), heard(1.2, 25_000)
    for payload in (begun(0.0), tenth[0], given(MeasureZero()), tenth[1], given(Softer()), given(UndoZero()), tenth[2]):
        for value in stream.update(payload):
            assert isinstance(value, SampleBlock)
            forces += value.force_n.tolist()
    assert forces == pytest.approx([STANDARD_GRAVITY, 0.0, STANDARD_GRAVITY], abs=1e-4)


def test_an_input_that_is_none_is_refused() -> None:
    with pytest.raises(FrameError, match="an input that is none"):
        InstrumentStream(driver_named).update(Payload(Channel.INPUT, 0.0, b"{}"))


def test_bytes_before_an_introduction_are_refused() -> None:
    with pytest.raises(FrameError, match="before it was introduced"):
        placed(heard(0.0, 0))


@hypothesis.given(st.lists(st.tuples(st.floats(0.0, 100.0), st.integers(1, 14), st.integers(0, 2**32 - 1)), max_size=8))
def test_index_and_time_never_go_back_whatever_the_conversations_say(rounds: list[tuple[float, int, int]]) -> None:
    payloads: list[Payload] = []
    arrival_s = 0.0
    for away_s, count, first_us in rounds:
        arrival_s += away_s
        stamps_us = [(first_us + number * PERIOD_US) % 2**32 for number in range(count)]
        payloads += [begun(arrival_s), heard(arrival_s, *stamps_us)]
    readings = placed(*payloads)
    assert len(readings) == sum(count for _, count, _ in rounds)
    for (index, time_us), (next_index, next_us) in pairwise(readings):
        assert next_index > index
        assert next_us > time_us
