"""The machine alone: what it does, and what it never does, whatever happens."""

from __future__ import annotations

import pytest

from device.course import due_s, step
from device.errors import OffReason
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
    Course,
    Disconnect,
    Elapsed,
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
    StopScan,
    Trouble,
    WentOff,
)
from tests.device.walk import CONNECT_A, HELD, MINE, A, B, Walk


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


def test_a_tool_that_hung_up_once_is_no_reason_to_pair_anew_and_twice_in_a_row_is() -> None:
    forgot = Failed(Trouble.BOND_LOST, "it forgot: pair")
    walk = Walk().at(1.0, A, forgot)
    assert (walk.now().why, walk.now().bond_lost) == ("the tool hung up before it said who it is", False)
    walk.at(20.0, Elapsed(), A, forgot)
    assert (walk.now().why, walk.now().bond_lost) == ("it forgot: pair", True)
    walk.at(40.0, Elapsed(), A)
    assert (walk.now().why, walk.now().bond_lost) == ("it forgot: pair", True)
    walk.at(41.0, Failed(Trouble.OTHER, "nobody answered"))
    assert (walk.now().why, walk.now().bond_lost) == ("nobody answered", False)
    walk.at(60.0, Elapsed(), A, forgot).at(80.0, Elapsed(), A, forgot).at(100.0, Elapsed(), A, Connected("PT-1"))
    assert (walk.now().why, walk.now().bond_lost) == ("", False)
    assert walk.now().hung_up == 0
