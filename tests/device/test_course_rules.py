"""What the machine never does, whatever happens."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from device.course import MOST_KEPT, begin, due_s, step
from device.errors import OffReason
from device.pauses import pause_s
from device.states import (
    Action,
    Admit,
    Choosing,
    Chosen,
    CloseAsked,
    Closed,
    Connect,
    Connected,
    Connecting,
    Disconnect,
    Elapsed,
    Event,
    Failed,
    Gone,
    Heard,
    Lost,
    Moment,
    Online,
    Released,
    Scan,
    ScanFailed,
    Searching,
    StopScan,
    Trouble,
    WentOff,
)
from tests.device.walk import HELD, MINE, A, B, Walk

EVENTS: Final = st.sampled_from(
    [
        A,
        B,
        HELD,
        Elapsed(),
        Connected("PT-1"),
        Connected("PT-2"),
        *(Failed(trouble, "no") for trouble in Trouble),
        ScanFailed("no"),
        WentOff(OffReason.SWITCHED_OFF),
        Gone("gone"),
        Released(),
        Chosen("PT-1"),
        Chosen("PT-2"),
    ]
)
WANTED: Final = st.sampled_from([frozenset[str](), MINE, frozenset({"PT-1", "PT-2"})])
LUCK: Final = st.floats(0, 1, exclude_max=True)


@given(WANTED, st.lists(EVENTS), st.lists(st.one_of(EVENTS, st.just(CloseAsked()))))
def test_after_closing_nothing_is_done_whatever_happens(
    wanted: frozenset[str], before: list[Event], after: list[Event]
) -> None:
    walk = Walk(wanted).at(1.0, *before, CloseAsked())
    for event in after:
        walk.at(2.0, event)
        assert walk.done() == ()
        assert walk.state() == Closed(1.0)


@given(st.integers(0, 2000), LUCK)
def test_pauses_stay_between_a_quarter_of_a_second_and_eight(attempt: int, luck: float) -> None:
    assert 0.25 <= pause_s(attempt, luck) <= 8.0
    assert pause_s(attempt, 0.0) * 0.75 <= pause_s(attempt, luck) <= pause_s(attempt, 0.0)


def test_the_jitter_takes_up_to_a_quarter() -> None:
    assert [pause_s(attempt, 0.8) for attempt in range(7)] == pytest.approx([0.25, 0.4, 0.8, 1.6, 3.2, 6.4, 6.4])


class Air:
    """A radio that keeps its side of the contract; what it does is drawn. It watches the rules."""

    def __init__(self, draw: st.DataObject, wanted: frozenset[str]) -> None:
        self.draw = draw
        self.now_s = 0.0
        self.course, actions = begin(wanted, 0.0)
        self.scanning = False
        self.connection = "none"
        self.released_s = -1.0
        self.vanished_s = -4.0
        self.idle_s = 0.0
        self.follow(actions)

    def happen(self, event: Event) -> None:
        luck = self.draw.draw(LUCK)
        self.course, actions = step(self.course, event, Moment(self.now_s, luck))
        self.follow(actions)

    def follow(self, actions: tuple[Action, ...]) -> None:
        for action in actions:
            match action:
                case Scan():
                    self.scan()
                case StopScan():
                    assert self.scanning, "a scan that does not run cannot be stopped"
                    self.scanning = False
                case Connect():
                    self.connect()
                case Admit():
                    assert self.connection == "made"
                    assert isinstance(self.course.state, Online)
                case Disconnect():
                    assert self.connection in {"making", "made"}
                    self.connection = "ending"

    def scan(self) -> None:
        assert not self.scanning, "two scans at once"
        assert self.connection == "none", "a scan while connecting"
        match self.draw.draw(st.sampled_from(["runs", "runs", "runs", "off", "fails"])):
            case "off":
                self.happen(WentOff(OffReason.SWITCHED_OFF))
            case "fails":
                self.happen(ScanFailed("no"))
            case _:
                self.scanning = True

    def connect(self) -> None:
        assert not self.scanning, "a connection while scanning"
        assert self.connection == "none", "two connections at once"
        assert self.now_s >= self.released_s + 0.5, "too soon after a disconnect"
        assert self.now_s >= self.vanished_s + 4.0, "too soon after it vanished"
        self.connection = "making"

    def released(self) -> None:
        self.connection, self.released_s = "none", self.now_s

    def one_thing(self) -> None:
        """Let something happen that can happen now."""
        if self.draw.draw(st.integers(0, 9)) == 0:
            self.happen(Chosen(self.draw.draw(st.sampled_from(["PT-1", "PT-2"]))))
        if self.scanning and self.draw.draw(st.booleans()):
            self.happen(self.draw.draw(st.sampled_from([A, B, HELD, Heard("PT-1", "zz")])))
        elif self.connection == "making":
            self.made()
        elif self.connection == "made" and self.draw.draw(st.booleans()):
            self.connection = "ending"
            self.happen(Gone("gone"))
        elif self.connection == "ending":
            self.released()
            self.happen(Released())
        self.pass_time()

    def made(self) -> None:
        outcome = self.draw.draw(st.sampled_from(["made", *Trouble, "off"]))
        self.now_s += self.draw.draw(st.sampled_from([0.0, 0.3, 20.0]))
        if outcome == "made":
            self.connection = "made"
            self.happen(Connected(self.draw.draw(st.sampled_from(["PT-1", "PT-2"]))))
            return
        self.released()
        if isinstance(outcome, Trouble):
            self.vanished_s = self.now_s if outcome is Trouble.VANISHED else self.vanished_s
            self.happen(Failed(outcome, "no"))
        else:
            self.happen(WentOff(OffReason.SWITCHED_OFF))
        self.happen(Released())

    def pass_time(self) -> None:
        due = due_s(self.course)
        assert due is not None or self.connection != "none", "nothing would ever happen again"
        if due is None or self.draw.draw(st.booleans()):
            self.now_s += self.draw.draw(st.sampled_from([0.0, 0.05, 0.5, 3.0]))
            return
        self.now_s = max(self.now_s, due)
        self.happen(Elapsed())
        again = due_s(self.course)
        assert again is None or again > self.now_s or isinstance(self.course.state, Searching)


@given(st.data(), WANTED)
def test_whatever_happens_it_never_does_two_things_at_once_and_never_gives_up(
    data: st.DataObject, wanted: frozenset[str]
) -> None:
    air = Air(data, wanted)
    for _ in range(25):
        air.one_thing()
        assert air.scanning == isinstance(air.course.state, Searching | Choosing)
        assert (air.connection != "none") == isinstance(air.course.state, Connecting | Online | Lost)


@given(WANTED, st.lists(EVENTS, max_size=60))
def test_an_elapsed_time_that_is_due_is_over_afterwards(wanted: frozenset[str], events: list[Event]) -> None:
    walk = Walk(wanted)
    for number, event in enumerate(events):
        walk.at(float(number), event)
    for _ in range(3):  # to decide, to ask who is held, to begin the scan anew
        if (due_s(walk.course) or math.inf) <= 1000.0:
            walk.at(1000.0, Elapsed())
    assert (due_s(walk.course) or math.inf) > 1000.0, "time stands still"


def test_whoever_invents_tools_does_not_fill_the_memory() -> None:
    walk = Walk()
    for number in range(500):
        walk.at(1.0, Heard(f"X{number:03}", f"x{number}"), Heard("", f"y{number}"))
    assert isinstance(walk.course.state, Searching)
    assert len(walk.course.state.in_range) == len(walk.course.state.held) == MOST_KEPT
    for number in range(500):
        walk.course = replace(walk.course, state=Searching(1.0, 11.0))
        walk.at(1.0, Heard("PT-1", f"z{number}"), Failed(Trouble.WRONG_TOOL, "no"))
    assert len(walk.course.wrong) == MOST_KEPT


def test_the_same_events_and_luck_give_the_same_course() -> None:
    first, second = (Walk().at(1.0, A, Failed(Trouble.OTHER, "no"), luck=0.3) for _ in range(2))
    assert first.course == second.course
