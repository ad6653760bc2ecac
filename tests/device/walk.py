"""A course, walked step by step."""

from __future__ import annotations

from typing import Final

from device.course import begin, step
from device.states import (
    Action,
    Connect,
    Connected,
    Course,
    Event,
    Heard,
    Moment,
    State,
    StopScan,
)

A: Final = Heard("PT-1", "aa")
B: Final = Heard("PT-2", "bb")
HELD: Final = Heard("", "cc")
CONNECT_A: Final = (StopScan(), Connect("aa", hurried=True, uncached=False))
MINE: Final = frozenset({"PT-1"})


class Walk:
    """A course, step by step."""

    def __init__(self, wanted: frozenset[str] = MINE) -> None:
        self.course, self.actions = begin(wanted, 0.0)

    def at(self, now_s: float, *events: Event, luck: float = 0.0) -> Walk:
        """Let events happen at a time; the actions of the last one stay."""
        for event in events:
            self.course, self.actions = step(self.course, event, Moment(now_s, luck))
        return self

    def now(self) -> Course:
        """The course at this moment."""
        return self.course

    def state(self) -> State:
        """Its state."""
        return self.course.state

    def is_in(self, kind: type[State]) -> bool:
        """Whether it is in such a state."""
        return isinstance(self.course.state, kind)

    def done(self) -> tuple[Action, ...]:
        """What the last event led to."""
        return self.actions

    def online(self, now_s: float = 1.0, heard: Heard = A) -> Walk:
        """Find the tool and connect to it."""
        return self.at(now_s, heard, Connected(heard.serial))
