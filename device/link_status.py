"""How a link stands, in words for people."""

from __future__ import annotations

from typing import NamedTuple, assert_never

from device.scan import FoundTool
from device.states import Choosing, Closed, Connecting, Course, Lost, Off, Online, Resting, Searching, State
from protocol.sentence import Sentence, begun


class LinkStatus(NamedTuple):
    """What a window shows about the link."""

    state: State
    sentence: str
    """What is the matter and what to do, one sentence."""
    attempt: int
    """Failed tries since the last connection that lasted."""
    lost_s: float | None
    """Loop time since when a tool that was connected is not; None while it is and before it was."""
    serial: str
    """Of the tool that is, was or shall be connected; "" where that is open."""
    rssi_dbm: int | None
    """Of its last advert before it was connected, None where it did not need one."""
    firmware: str | None
    """While online, where the tool says it."""
    in_range: tuple[FoundTool, ...]
    """What is heard of tools that may be chosen instead, by serial number."""
    connections: int
    """Made so far."""
    bond_lost: bool
    """Whether it is time to remove the tool from the system's list of devices and to pair anew."""
    dropped: int
    """Payloads that were not read in time, on this side of the radio."""


def sentence(course: Course) -> str:
    """Say how it stands and what to do, in one sentence."""
    name = _name(course)
    match course.state:
        case Off(reason=reason):
            return Sentence("Bluetooth is not available, {reason}.", reason=reason)
        case Searching(scans=scans):
            return _searching(name, course, long=scans > 1)
        case Choosing(in_range=in_range):
            serials = _either([each.serial for each in in_range])
            return Sentence("Several tools are in range: choose {serials}.", serials=serials)
        case Connecting():
            return _connecting(name, course)
        case Online():
            return Sentence("Connected to {name}.", name=name)
        case Lost() | Resting():
            return _trying_again(course.why)
        case Closed():
            return Sentence("The connection was closed.")
        case _ as never:
            assert_never(never)


def serial_of(course: Course) -> str:
    """The tool that is, was or shall be connected; "" where that is open."""
    match course.state:
        case Connecting(serial=serial) | Online(serial=serial) if serial:
            return serial
        case _:
            return next(iter(course.wanted)) if len(course.wanted) == 1 else ""


def _searching(name: str, course: Course, *, long: bool) -> Sentence:
    if course.bond_lost:  # what has to be done stays to be read
        return _trying_again(course.why)
    searched = _searched(name, lost=course.lost_s is not None)
    if long:
        return Sentence(
            "{searched}: switch it on and bring it closer, and if it is on and near, close the other program or "
            "computer that may hold its connection.",
            searched=searched,
        )
    return Sentence("{searched}: switch it on and bring it closer.", searched=searched)


def _searched(name: str, *, lost: bool) -> Sentence:
    if not name:
        return Sentence("A tool is searched for")
    if lost:
        return Sentence("{name} is lost and searched for", name=name)
    return Sentence("{name} is searched for", name=name)


def _name(course: Course) -> str:
    """As people know it; empty where any tool will do."""
    return serial_of(course) or _either(sorted(course.wanted))


def _either(serials: list[str]) -> str:
    if len(serials) < 2:
        return "".join(serials)
    return Sentence("{some} or {last}", some=", ".join(serials[:-1]), last=serials[-1])


def _connecting(name: str, course: Course) -> Sentence:
    if course.bond_lost:
        return _trying_again(course.why)
    to = Sentence("Connecting to {name}", name=name) if name else Sentence("Connecting to a tool")
    return (
        Sentence("{to}, try {number}.", to=to, number=course.attempt + 1)
        if course.attempt
        else Sentence("{to}.", to=to)
    )


def _trying_again(why: str) -> Sentence:
    return Sentence("{why}; trying again soon.", why=begun(why))
