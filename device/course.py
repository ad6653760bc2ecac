"""What a link does next: a machine without a radio and without a clock.

It never gives up: every state but `Closed` has a time at which it goes on, or an operation under way whose end is
bounded. docs/link.md draws it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, TypeAlias, assert_never

from device.errors import OffReason
from device.pauses import (
    AFTER_DISCONNECT_S,
    AFTER_VANISHED_S,
    FIRST_S,
    GATHER_S,
    HELD_S,
    OFF_S,
    SCAN_S,
    STABLE_S,
    pause_s,
)
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
    StopScan,
    Trouble,
    WentOff,
)
from protocol.sentence import Sentence

MOST_KEPT: Final = 16
"""Tools in range, and addresses of wrong ones: more than anybody owns, less than somebody could invent."""

HUNG_UP: Final = Sentence("the tool hung up before it said who it is")


Step: TypeAlias = tuple[Course, tuple[Action, ...]]


def begin(wanted: frozenset[str], now_s: float) -> Step:
    """Search for one of these tools."""
    return _search(Course(Closed(now_s), wanted), now_s)


def due_s(course: Course) -> float | None:
    """When `Elapsed` has something to do; None where only an event goes on."""
    match course.state:
        case Searching(since_s=since_s, again_s=again_s, held=held, decide_s=decide_s):
            asked_s = since_s + HELD_S if held and decide_s is None else again_s
            return min(again_s, asked_s, again_s if decide_s is None else decide_s)
        case Off(again_s=again_s) | Choosing(again_s=again_s) | Resting(again_s=again_s):
            return again_s
        case Connecting() | Online() | Lost() | Closed():
            return None
        case _ as never:
            assert_never(never)


def step(course: Course, event: Event, at: Moment) -> Step:
    """What follows from an event. One that does not belong to the state changes nothing."""
    match event:
        case CloseAsked():
            return _close(course, at.now_s)
        case Chosen(serial):
            return _choose(course, serial, at.now_s)
        case _:
            return _go_on(course, event, at)


def _go_on(course: Course, event: Event, at: Moment) -> Step:
    match course.state:
        case Searching() | Choosing() as state:
            return _listen(course, state, event, at)
        case Connecting() as state:
            return _connecting(course, state, event, at)
        case Online(since_s=since_s) if isinstance(event, Gone):
            stable = at.now_s - since_s >= STABLE_S
            attempt = 0 if stable else course.attempt + 1
            return replace(course, state=Lost(at.now_s), attempt=attempt, lost_s=at.now_s, why=event.why), ()
        case Lost() if isinstance(event, Released):
            return _rest(course, at, AFTER_DISCONNECT_S), ()
        case Resting(again_s=again_s) if isinstance(event, Elapsed) and at.now_s >= again_s:
            return _search(course, at.now_s)
        case Off(again_s=again_s, since_s=since_s) if isinstance(event, Elapsed) and at.now_s >= again_s:
            return _search(course, at.now_s, off_s=since_s)
        case _:
            return course, ()


# while a scan runs


def _listen(course: Course, state: Searching | Choosing, event: Event, at: Moment) -> Step:
    match event:
        case WentOff(reason):
            return _off(course, reason, at)
        case ScanFailed(why):
            return _tried(course, why, at, FIRST_S), ()
        case Heard():
            return _hear(course, state, event, at.now_s)
        case Elapsed():
            return _look_again(course, state, at.now_s)
        case _:
            return course, ()


def _hear(course: Course, state: Searching | Choosing, heard: Heard, now_s: float) -> Step:
    if heard.address in course.wrong:
        return course, ()
    if heard.serial in course.wanted:
        return _connect(course, heard.serial, heard.address, now_s)
    if heard.serial:
        in_range = _listed(state.in_range, Sighting(heard.serial, heard.address, now_s))
        state = replace(state, in_range=in_range)
        if isinstance(state, Searching) and not course.wanted and state.decide_s is None:
            state = replace(state, decide_s=now_s + GATHER_S)
    elif isinstance(state, Searching) and heard.address not in state.held:
        state = replace(state, held=(*state.held, heard.address)[:MOST_KEPT])
    return replace(course, state=state), ()


def _look_again(course: Course, state: Searching | Choosing, now_s: float) -> Step:
    if isinstance(state, Searching):
        if state.decide_s is not None and now_s >= state.decide_s:
            return _decide(course, state, now_s)
        if state.held and state.decide_s is None and now_s >= state.since_s + HELD_S:
            return _connect(course, "", state.held[0], now_s)
    if now_s >= state.again_s:
        return _renew(course, state, now_s)
    return course, ()


def _decide(course: Course, state: Searching, now_s: float) -> Step:
    """Take the only tool in range; where there are several, somebody has to say which."""
    if len(state.in_range) == 1:
        return _connect(course, *state.in_range[0][:2], now_s)
    return replace(course, state=Choosing(now_s, state.again_s, state.in_range)), ()


def _renew(course: Course, state: Searching | Choosing, now_s: float) -> Step:
    """Begin the scan anew and forget who was not heard during the last one."""
    in_range = tuple(each for each in state.in_range if each.heard_s > now_s - SCAN_S)
    state = replace(state, again_s=now_s + SCAN_S, in_range=in_range)
    if isinstance(state, Searching):
        state = replace(state, scans=state.scans + 1, held=(), off_s=None)
    return replace(course, state=state), (StopScan(), Scan())


def _listed(in_range: tuple[Sighting, ...], new: Sighting) -> tuple[Sighting, ...]:
    others = tuple(each for each in in_range if each.serial != new.serial)
    return tuple(sorted((*others, new)))[:MOST_KEPT] if len(others) < MOST_KEPT else in_range


# while a connection is made


def _connecting(course: Course, state: Connecting, event: Event, at: Moment) -> Step:
    match event:
        case Connected(serial) if serial in course.wanted or not course.wanted:
            course = replace(course, wanted=frozenset({serial}), lost_s=None, why="", pinned=True, hung_up=0)
            return replace(course, state=Online(at.now_s, serial, state.address)), (Admit(),)
        case Connected(serial):
            why = Sentence("{serial} answered, which is not the tool that is wanted", serial=serial)
            return replace(_shun(course, state.address), state=Lost(at.now_s), why=why), (Disconnect(),)
        case Failed():
            return _failed(course, state, event, at), ()
        case WentOff(reason):
            return _off(course, reason, at)
        case _:
            return course, ()


# what is asked for by people


def _choose(course: Course, serial: str, now_s: float) -> Step:
    """Want this tool and no other; not possible once a tool was connected."""
    if course.pinned or isinstance(course.state, Closed):
        return course, ()
    course = replace(course, wanted=frozenset({serial}))
    match course.state:
        case Searching(in_range=in_range) | Choosing(in_range=in_range):
            for each in in_range:
                if each.serial == serial:
                    return _connect(course, serial, each.address, now_s)
            search = Searching(now_s, course.state.again_s, in_range=in_range)
            return replace(course, state=search), ()
        case Connecting(serial=other) if other != serial:
            why = Sentence("another tool was chosen meanwhile")
            return replace(course, state=Lost(now_s), why=why), (Disconnect(),)
        case _:
            return course, ()


def _close(course: Course, now_s: float) -> Step:
    closed = replace(course, state=Closed(now_s), why="")
    match course.state:
        case Searching() | Choosing():
            return closed, (StopScan(),)
        case Connecting() | Online():
            return closed, (Disconnect(),)
        case Closed():
            return course, ()
        case Off() | Lost() | Resting():
            return closed, ()
        case _ as never:
            assert_never(never)


# the steps


def _search(course: Course, now_s: float, off_s: float | None = None) -> Step:
    return replace(course, state=Searching(now_s, now_s + SCAN_S, off_s=off_s)), (Scan(),)


def _connect(course: Course, serial: str, address: str, now_s: float) -> Step:
    state = Connecting(now_s, serial, address)
    return replace(course, state=state), (StopScan(), Connect(address, course.attempt == 0, course.uncached))


def _failed(course: Course, state: Connecting, failed: Failed, at: Moment) -> Course:
    if failed.trouble is Trouble.WRONG_TOOL:
        course = _shun(course, state.address)
    uncached = course.uncached or failed.trouble is Trouble.NOT_A_TOOL
    hung_up = course.hung_up + 1 if failed.trouble is Trouble.BOND_LOST else 0
    course = replace(course, uncached=uncached, hung_up=hung_up)
    why = HUNG_UP if hung_up and not course.bond_lost else failed.why
    least_s = AFTER_VANISHED_S if failed.trouble is Trouble.VANISHED else AFTER_DISCONNECT_S
    return _tried(course, why, at, least_s)


def _tried(course: Course, why: str, at: Moment, least_s: float) -> Course:
    """One more try was in vain."""
    return replace(_rest(course, at, least_s), why=why, attempt=course.attempt + 1)


def _rest(course: Course, at: Moment, least_s: float) -> Course:
    rest_s = max(least_s, pause_s(course.attempt, at.luck))
    return replace(course, state=Resting(at.now_s, at.now_s + rest_s))


def _off(course: Course, reason: OffReason, at: Moment) -> Step:
    """Where this was only another look at Bluetooth that is off, it has been off all the time."""
    looked = course.state.off_s if isinstance(course.state, Searching) else None
    since_s = at.now_s if looked is None else looked
    return replace(course, state=Off(since_s, reason, at.now_s + OFF_S), why=""), ()


def _shun(course: Course, address: str) -> Course:
    return replace(course, wrong=(*course.wrong, address)[-MOST_KEPT:])
