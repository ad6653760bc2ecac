"""The machine alone: what it does, and what it never does, whatever happens."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from device.course import MOST_KEPT, Course, begin, due_s, step
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
    Off,
    Online,
    Released,
    Resting,
    Scan,
    ScanFailed,
    Searching,
    Sighting,
    State,
    StopScan,
    Trouble,
    WentOff,
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


def test_it_begins_with_a_scan() -> None:
    walk = Walk()
    assert walk.course == Course(Searching(0.0, 10.0), MINE)
    assert walk.done() == (Scan(),)


def test_the_tool_that_is_wanted_is_connected_as_soon_as_it_is_heard_and_no_scan_runs_meanwhile() -> None:
    walk = Walk().at(1.0, B, A)
    assert walk.done() == CONNECT_A
    assert walk.state() == Connecting(1.0, "PT-1", "aa")


def test_of_several_known_tools_the_first_that_is_heard_is_taken_and_kept() -> None:
    walk = Walk(frozenset({"PT-1", "PT-2"})).online(heard=B)
    assert walk.state() == Online(1.0, "PT-2", "bb")
    assert walk.course.wanted == {"PT-2"}
    walk.at(9.0, Gone("out of range"), Released()).at(9.5, Elapsed(), A)
    assert walk.is_in(Searching)
    assert walk.at(9.6, B).actions == (StopScan(), Connect("bb", hurried=True, uncached=False))


def test_another_tool_in_range_is_seen_and_not_taken() -> None:
    walk = Walk().at(1.0, B).at(2.0, B)
    assert walk.state() == Searching(0.0, 10.0, in_range=(Sighting("PT-2", "bb", 2.0),))
    assert due_s(walk.course) == 10.0


def test_where_any_tool_will_do_the_only_one_is_taken_after_a_second_in_which_another_could_be_heard() -> None:
    walk = Walk(frozenset()).at(3.0, A)
    assert walk.done() == ()
    assert due_s(walk.course) == 4.0
    assert walk.at(3.99, Elapsed()).actions == ()
    assert walk.at(4.0, Elapsed()).actions == CONNECT_A


def test_where_any_tool_will_do_and_several_are_in_range_somebody_has_to_choose() -> None:
    walk = Walk(frozenset()).at(3.0, B).at(3.5, A).at(4.0, Elapsed())
    assert walk.done() == ()
    assert walk.state() == Choosing(4.0, 10.0, (Sighting("PT-1", "aa", 3.5), Sighting("PT-2", "bb", 3.0)))
    assert walk.at(5.0, Chosen("PT-1")).actions == CONNECT_A
    assert walk.at(6.0, Connected("PT-1")).course.wanted == MINE


def test_a_choice_stays_open_when_only_one_of_the_tools_is_left() -> None:
    walk = Walk(frozenset()).at(3.0, B, A).at(4.0, Elapsed()).at(9.0, A).at(10.0, Elapsed())
    assert walk.done() == (StopScan(), Scan())
    walk.at(14.0, A).at(20.0, Elapsed())
    assert walk.state() == Choosing(4.0, 30.0, (Sighting("PT-1", "aa", 14.0),))


def test_a_tool_that_joins_while_others_are_offered_is_offered_too() -> None:
    walk = Walk(frozenset()).at(3.0, B, A).at(4.0, Elapsed()).at(5.0, Heard("PT-3", "dd"), HELD)
    assert isinstance(walk.course.state, Choosing)
    assert [each.serial for each in walk.course.state.in_range] == ["PT-1", "PT-2", "PT-3"]


def test_a_tool_may_be_chosen_before_it_is_heard() -> None:
    walk = Walk(frozenset()).at(3.0, B, Chosen("PT-1"))
    assert walk.state() == Searching(3.0, 10.0, in_range=(Sighting("PT-2", "bb", 3.0),))
    assert walk.done() == ()
    assert walk.at(3.5, A).actions == CONNECT_A


def test_another_tool_may_be_chosen_while_one_is_being_connected() -> None:
    walk = Walk(frozenset({"PT-1", "PT-2"})).at(1.0, A, Chosen("PT-1"))
    assert walk.done() == ()
    walk = Walk(frozenset({"PT-1", "PT-2"})).at(1.0, A, Chosen("PT-2"))
    assert walk.done() == (Disconnect(),)
    assert walk.state() == Lost(1.0)
    walk.at(1.1, Released()).at(1.6, Elapsed(), A)
    assert walk.is_in(Searching)
    assert walk.at(1.7, B).actions[-1] == Connect("bb", hurried=True, uncached=False)


def test_nothing_can_be_chosen_once_a_tool_was_connected_or_the_link_is_closed() -> None:
    online = Walk().online().course
    assert Walk().online().at(2.0, Chosen("PT-2")).course == online
    walk = Walk().at(1.0, CloseAsked())
    closed = walk.course
    assert walk.at(2.0, Chosen("PT-2")).course == closed


@pytest.mark.parametrize("state", [Resting(1.0, 5.0), Off(1.0, OffReason.SWITCHED_OFF, 5.0), Lost(1.0)])
def test_a_choice_while_nothing_is_heard_is_kept_for_the_next_search(state: Resting | Off | Lost) -> None:
    course, actions = step(Course(state, frozenset()), Chosen("PT-1"), Moment(2.0, 0.0))
    assert (course, actions) == (Course(state, MINE), ())


def test_a_device_that_the_system_holds_is_asked_after_two_seconds_of_silence() -> None:
    walk = Walk().at(0.1, HELD, HELD)
    assert due_s(walk.course) == 2.0
    assert walk.at(1.9, Elapsed()).actions == ()
    walk.at(2.0, Elapsed())
    assert walk.done() == (StopScan(), Connect("cc", hurried=True, uncached=False))
    assert walk.state() == Connecting(2.0, "", "cc")
    assert walk.at(3.0, Connected("PT-1")).course.state == Online(3.0, "PT-1", "cc")


def test_a_held_device_is_not_asked_where_any_tool_will_do_and_one_is_heard() -> None:
    walk = Walk(frozenset()).at(1.5, HELD, A).at(2.0, Elapsed())
    assert walk.done() == ()
    assert walk.at(2.5, Elapsed()).actions == CONNECT_A


def test_a_held_device_that_is_another_tool_is_let_go_and_not_asked_again() -> None:
    walk = Walk().at(0.1, HELD).at(2.0, Elapsed()).at(3.0, Connected("PT-9"))
    assert walk.done() == (Disconnect(),)
    assert walk.state() == Lost(3.0)
    assert "PT-9 answered" in walk.course.why
    assert not walk.course.pinned
    walk.at(3.1, Released()).at(4.0, Elapsed(), HELD)
    assert walk.state() == Searching(4.0, 14.0)


def test_a_connection_that_ends_is_lost_and_searched_again_half_a_second_after_nothing_is_left_of_it() -> None:
    walk = Walk().online(1.0).at(20.0, Gone("out of range"))
    assert (walk.course.state, walk.course.lost_s, walk.course.why) == (Lost(20.0), 20.0, "out of range")
    assert walk.done() == ()
    assert due_s(walk.course) is None
    walk.at(22.0, Released())
    assert walk.state() == Resting(22.0, 22.5)
    assert due_s(walk.course) == 22.5
    assert walk.at(22.49, Elapsed()).actions == ()
    assert walk.at(22.5, Elapsed()).actions == (Scan(),)
    assert walk.course.lost_s == 20.0
    walk.at(23.0, A, Connected("PT-1"))
    assert (walk.now().lost_s, walk.now().why) == (None, "")
    assert walk.done() == (Admit(),)


def test_pauses_double_up_to_eight_seconds_and_the_try_is_a_patient_one_then() -> None:
    walk, now_s, pauses_s = Walk(), 0.0, []
    for _ in range(8):
        walk.at(now_s, A, Failed(Trouble.OTHER, "no"))
        due = due_s(walk.course)
        assert due is not None
        pauses_s.append(due - now_s)
        now_s = due
        walk.at(now_s, Elapsed())
    assert pauses_s == [0.5, 0.5, 1, 2, 4, 8, 8, 8]
    assert walk.course.attempt == 8
    assert walk.at(now_s, A).actions[-1] == Connect("aa", hurried=False, uncached=False)


def test_a_tool_that_vanished_gets_four_seconds() -> None:
    walk = Walk().at(1.0, A, Failed(Trouble.VANISHED, "gone"))
    assert walk.state() == Resting(1.0, 5.0)


def test_attributes_are_read_anew_after_some_were_missing() -> None:
    walk = Walk().at(1.0, A, Failed(Trouble.NOT_A_TOOL, "attributes are missing")).at(1.5, Elapsed(), A)
    assert walk.done() == (StopScan(), Connect("aa", hurried=False, uncached=True))


def test_a_device_that_only_calls_itself_the_tool_is_left_alone_and_the_true_one_is_found() -> None:
    walk = Walk().at(1.0, A, Failed(Trouble.WRONG_TOOL, "PT-2 answered")).at(1.5, Elapsed(), A)
    assert walk.is_in(Searching)
    assert walk.course.why == "PT-2 answered"
    assert walk.at(1.6, Heard("PT-1", "ee")).actions[-1] == Connect("ee", hurried=False, uncached=False)


def test_a_scan_that_does_not_begin_is_tried_again_and_later_each_time() -> None:
    walk = Walk().at(0.0, ScanFailed("busy"))
    assert walk.state() == Resting(0.0, 0.25)
    walk.at(0.25, Elapsed(), ScanFailed("busy"))
    assert walk.state() == Resting(0.25, 0.75)
    assert (walk.course.attempt, walk.course.why) == (2, "busy")


def test_bluetooth_that_is_off_is_looked_at_every_two_seconds_and_has_been_off_since_it_went() -> None:
    walk = Walk().at(3.0, WentOff(OffReason.SWITCHED_OFF))
    assert walk.state() == Off(3.0, OffReason.SWITCHED_OFF, 5.0)
    assert due_s(walk.course) == 5.0
    assert walk.at(4.9, Elapsed()).actions == ()
    assert walk.at(5.0, Elapsed()).actions == (Scan(),)
    walk.at(5.0, WentOff(OffReason.NO_SERVICE))
    assert walk.state() == Off(3.0, OffReason.NO_SERVICE, 7.0)
    walk.at(7.0, Elapsed()).at(17.0, Elapsed(), WentOff(OffReason.SWITCHED_OFF))
    assert walk.state() == Off(17.0, OffReason.SWITCHED_OFF, 19.0)


def test_bluetooth_may_go_off_while_connecting_and_while_choosing() -> None:
    assert Walk().at(1.0, A, WentOff(OffReason.SWITCHED_OFF)).course.state == Off(1.0, OffReason.SWITCHED_OFF, 3.0)
    walk = Walk(frozenset()).at(3.0, B, A).at(4.0, Elapsed()).at(10.0, Elapsed(), WentOff(OffReason.NOT_ALLOWED))
    assert walk.state() == Off(10.0, OffReason.NOT_ALLOWED, 12.0)


def test_a_scan_is_begun_anew_every_ten_seconds_and_forgets_who_was_not_heard() -> None:
    walk = Walk().at(0.0, B).at(0.5, Heard("PT-3", "dd")).at(10.0, Elapsed())
    assert walk.done() == (StopScan(), Scan())
    assert walk.state() == Searching(0.0, 20.0, 2, (Sighting("PT-3", "dd", 0.5),))


def test_a_connection_that_does_not_last_three_seconds_counts_as_another_failed_try() -> None:
    walk = Walk().at(1.0, A, Failed(Trouble.OTHER, "no")).at(1.5, Elapsed()).online(2.0).at(4.9, Gone("again"))
    assert walk.course.attempt == 2
    assert walk.at(5.0, Released()).course.state == Resting(5.0, 6.0)
    walk = Walk().at(1.0, A, Failed(Trouble.OTHER, "no")).at(1.5, Elapsed()).online(2.0).at(5.0, Gone("again"))
    assert walk.course.attempt == 0


@pytest.mark.parametrize(
    ("walk", "actions"),
    [
        (Walk(), (StopScan(),)),
        (Walk(frozenset()).at(3.0, B, A).at(4.0, Elapsed()), (StopScan(),)),
        (Walk().at(1.0, A), (Disconnect(),)),
        (Walk().online(), (Disconnect(),)),
        (Walk().online().at(2.0, Gone("x")), ()),
        (Walk().online().at(2.0, Gone("x"), Released()), ()),
        (Walk().at(1.0, WentOff(OffReason.NO_RADIO)), ()),
        (Walk().at(1.0, CloseAsked()), ()),
    ],
)
def test_closing_ends_what_is_under_way(walk: Walk, actions: tuple[Action, ...]) -> None:
    walk.at(9.0, CloseAsked())
    assert walk.done() == actions
    assert walk.is_in(Closed)
    assert due_s(walk.course) is None


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
    for _ in range(4):  # to decide, to ask who is held, to begin the scan anew
        due = due_s(walk.course)
        now_s = 1000.0
        if due is None or due > now_s:
            return
        walk.at(now_s, Elapsed())
    pytest.fail("time stands still")


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
