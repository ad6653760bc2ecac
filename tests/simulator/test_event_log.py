from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from protocol.events import EventType
from simulator.event_log import KEPT, EventLog


def log(events: int) -> EventLog:
    kept = EventLog()
    for _ in range(events):
        kept.add(EventType.OVERLOAD, (1, 0, 0), (1,))
    return kept


def numbers(kept: EventLog) -> list[int]:
    return [event.number for event in kept.kept]


def test_the_newest_32_are_kept() -> None:
    assert KEPT == 32
    assert numbers(log(40)) == list(range(8, 40))


def test_numbers_wrap_at_16_bits() -> None:
    kept = log(65_536)
    assert kept.add(EventType.OVERLOAD, (1, 0, 0), (0,)).number == 0


def test_an_acknowledgement_reaches_across_the_wrap() -> None:
    kept = log(65_540)
    kept.acknowledge(1)
    assert numbers(kept) == [2, 3]


@given(st.integers(1, 40), st.integers(0, 45))
def test_an_acknowledgement_forgets_up_to_its_number(events: int, number: int) -> None:
    kept = log(events)
    kept.acknowledge(number)
    assert numbers(kept) == [each for each in range(max(events - 32, 0), events) if each > number]


def test_counter_and_clock_wrap_at_32_bits() -> None:
    event = EventLog().add(EventType.STOP, (255, 2**32 + 1, 2**33 + 7), (1, 1))
    assert (event.stream, event.counter, event.clock_us) == (255, 1, 7)
