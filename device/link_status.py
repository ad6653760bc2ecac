"""How a link stands, in words for people."""

from __future__ import annotations

from typing import NamedTuple, assert_never

from device.scan import FoundTool
from device.states import Choosing, Closed, Connecting, Course, Lost, Off, Online, Resting, Searching, State


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
            return f"Bluetooth is not available, {reason.value}."
        case Searching(scans=scans):
            return _searching(name, course, long=scans > 1)
        case Choosing(in_range=in_range):
            return f"Several tools are in range: choose {_either([each.serial for each in in_range])}."
        case Connecting():
            return _connecting(name, course)
        case Online():
            return f"Connected to {name}."
        case Lost() | Resting():
            return _trying_again(course.why)
        case Closed():
            return "The connection was closed."
        case _ as never:
            assert_never(never)


def serial_of(course: Course) -> str:
    """The tool that is, was or shall be connected; "" where that is open."""
    match course.state:
        case Connecting(serial=serial) | Online(serial=serial) if serial:
            return serial
        case _:
            return next(iter(course.wanted)) if len(course.wanted) == 1 else ""


def _searching(name: str, course: Course, *, long: bool) -> str:
    if course.bond_lost:  # what has to be done stays to be read
        return _trying_again(course.why)
    lost = "lost and " if course.lost_s is not None else ""
    other = ", and if it is on and near, close the other program or computer that may hold its connection"
    return (
        f"{name[:1].upper()}{name[1:]} is {lost}searched for: switch it on and bring it closer{other if long else ''}."
    )


def _name(course: Course) -> str:
    return serial_of(course) or _either(sorted(course.wanted)) or "a tool"


def _either(serials: list[str]) -> str:
    return " or ".join(part for part in (", ".join(serials[:-1]), *serials[-1:]) if part)


def _connecting(name: str, course: Course) -> str:
    if course.bond_lost:
        return _trying_again(course.why)
    return f"Connecting to {name}{f', try {course.attempt + 1}' if course.attempt else ''}."


def _trying_again(why: str) -> str:
    return f"{why[:1].upper()}{why[1:]}; trying again soon."
