from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from protocol.events import Button, EventType, ToolEvent
from session.event_account import KEPT, EventAccount

WRAP = 1 << 16


def event(number: int) -> ToolEvent:
    return ToolEvent(EventType.BUTTON, number % WRAP, 1, 0, 0, (Button.TOOL, 1))


def account(*numbers: int) -> EventAccount:
    made = EventAccount()
    for at, number in enumerate(numbers):
        made.hear(event(number), float(at))
    return made


def test_an_event_that_is_told_again_is_recognized() -> None:
    made = account(5, 6)
    assert not made.hear(event(5), 2.0)
    assert made.hear(event(7), 2.0)
    assert made.repeated == 1


def test_events_over_the_wrap_of_their_number_are_different_ones() -> None:
    made = account(WRAP - 1, 0)
    assert made.repeated == 0
    assert not made.hear(event(WRAP - 1), 2.0)
    assert made.due(1.0) == 0


def test_what_is_safe_is_due_once() -> None:
    made = account(5, 6, 7)
    assert (made.due(-0.1), made.due(0.0), made.due(1.5), made.due(9.0)) == (None, 5, 6, 7)
    made.acknowledged(6)
    assert (made.due(1.5), made.due(9.0)) == (None, 7)
    made.acknowledged(7)
    assert made.due(9.0) is None


def test_nothing_is_due_before_the_first_event() -> None:
    assert EventAccount().due(9.0) is None


def test_what_comes_behind_a_lost_event_is_not_acknowledged_before_it_came_too() -> None:
    made = account(5, 6, 8)
    assert made.due(9.0) == 6
    assert made.hear(event(7), 3.0)
    assert made.due(9.0) == 8


def test_a_lost_event_that_no_tool_can_keep_any_more_is_not_waited_for() -> None:
    made = account(5, *range(7, 6 + KEPT))
    assert made.due(99.0) == 5
    made.hear(event(6 + KEPT), 99.0)
    assert made.due(99.0) == 6 + KEPT


def test_an_event_from_before_all_that_is_remembered_is_an_old_one() -> None:
    made = account(5, 5 + 2 * KEPT)
    assert not made.hear(event(5), 2.0)
    assert made.hear(event(6), 2.0)


def test_after_a_reboot_the_same_numbers_are_other_events() -> None:
    made = account(5, 6)
    made.acknowledged(6)
    made.reboot()
    assert made.due(9.0) is None
    assert made.hear(event(5), 3.0)
    assert made.due(9.0) == 5


@given(st.integers(0, WRAP - 1), st.data())
def test_every_event_acts_once_and_none_is_acknowledged_that_was_not_heard(start: int, data: st.DataObject) -> None:
    """A tool that keeps its newest 32 until they are acknowledged; notifications and connections get lost."""
    made, kept, acted, sent = EventAccount(), list[int](), list[int](), 0
    for step in range(data.draw(st.integers(1, 60))):
        match data.draw(st.sampled_from(["event", "event", "lost", "again", "acknowledge"])):
            case "event" | "lost" as what:
                kept = [*kept, start + sent][-KEPT:]
                sent += 1
                if what == "event" and made.hear(event(kept[-1]), float(step)):
                    acted.append(kept[-1])
            case "again":
                acted += [number for number in kept if made.hear(event(number), float(step))]
            case _:
                number = made.due(float(step))
                if number is not None:
                    kept = [each for each in kept if (each - number) % WRAP not in (0, *range(WRAP // 2, WRAP))]
                    made.acknowledged(number)
    acted += [number for number in kept if made.hear(event(number), 99.0)]
    assert len(set(acted)) == len(acted)
    first = min(acted, default=start)
    assert set(acted) == set(range(first, start + sent)) or sent > KEPT
