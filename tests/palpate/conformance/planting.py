"""Ways to plant a bug in the simulated tool."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

from protocol.control import Command, Result
from simulator.answers import Answers
from simulator.boot import Boot
from simulator.sampler import Sampler
from simulator.tool import Tool

Patch = pytest.MonkeyPatch
Plant = Callable[[Patch], None]
Edit = Callable[[bytearray], object]


class Mutant(NamedTuple):
    """A bug, and the check that is meant to find it."""

    sentence: str
    caught_by: str
    plant: Plant
    scenario: Mapping[str, Any] = MappingProxyType({})
    """What the scenario has to be like for the bug to show."""


def around(owner: type, name: str, change: Callable[..., Any]) -> Plant:
    """Replace a method: `change` gets the original, bound, and its arguments."""

    def plant(patch: Patch) -> None:
        original = owner.__dict__[name]

        def method(self: Any, *args: Any, **kwargs: Any) -> Any:
            return change(self, original.__get__(self), *args, **kwargs)

        patch.setattr(owner, name, method)

    return plant


def returning(owner: type, name: str, change: Callable[[Any], Any]) -> Plant:
    """Change what a method returns."""
    return around(owner, name, lambda _self, original, *args, **kwargs: change(original(*args, **kwargs)))


def before(owner: type, name: str, act: Callable[[Any], object]) -> Plant:
    """Do something first."""

    def change(self: Any, original: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        act(self)
        return original(*args, **kwargs)

    return around(owner, name, change)


def after(owner: type, name: str, act: Callable[[Any], object]) -> Plant:
    """Do something afterwards."""

    def change(self: Any, original: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        result = original(*args, **kwargs)
        act(self)
        return result

    return around(owner, name, change)


def constant(path: str, value: object) -> Plant:
    """Change a constant of a module."""
    return lambda patch: patch.setattr(path, value)


def frames(edit: Edit, *, late: bool | None = False) -> Plant:
    """Edit the bytes of frames: live, late, or both (None)."""

    def change(_self: Sampler, original: Callable[..., bytes], *args: Any, **kwargs: Any) -> bytes:
        data = bytearray(original(*args, **kwargs))
        if late is None or kwargs["late"] is late:
            edit(data)
        return bytes(data)

    return around(Sampler, "frame_of", change)


def status(**fields: int) -> Plant:
    """Change fields of Status, in the characteristic and the command."""
    return returning(Boot, "status", lambda now: now._replace(**fields))


def results(command: Command, wrong: dict[Result, Result]) -> Plant:
    """Answer a command with other results."""

    def change(_self: Answers, original: Callable[..., None], request: Any, result: Result, *values: Any) -> None:
        if request.command == command and result in wrong:
            original(request, wrong[result])
        else:
            original(request, result, *values)

    return around(Answers, "give", change)


def values(command: Command, change: Callable[..., tuple[Any, ...]]) -> Plant:
    """Answer a command with other values."""

    def give(_self: Answers, original: Callable[..., None], request: Any, result: Result, *old: Any) -> None:
        new = change(*old) if request.command == command and result == Result.OK else old
        original(request, result, *new)

    return around(Answers, "give", give)


def layout(edit: Edit, *, crc: bool = True) -> Plant:
    """Edit the bytes of the layout; its length and CRC are made right afterwards unless `crc` is False."""

    def plant(patch: Patch) -> None:
        original = plain_layout()

        def edited(tool: Tool) -> bytes:
            data = bytearray(original(tool))
            edit(data)
            if crc:
                struct.pack_into("<H", data, 2, len(data))
                struct.pack_into("<I", data, len(data) - 4, zlib.crc32(data[:-4]))
            return bytes(data)

        patch.setattr(Tool, "layout", property(edited))

    return plant


def plain_layout() -> Callable[[Tool], bytes]:
    """What the property does."""
    described = Tool.__dict__["layout"]
    assert isinstance(described, property)
    assert described.fget is not None
    return described.fget


def entry(data: bytearray, kind: int) -> int:
    """Where the value of the first entry of a type begins in a layout."""
    place = 4
    while data[place] != kind:
        place += 2 + data[place + 1]
    return place + 2


def service_data(edit: Edit) -> Plant:
    """Edit the 13 bytes in the scan response."""

    def change(data: bytes) -> bytes:
        edited = bytearray(data)
        edit(edited)
        return bytes(edited)

    return returning(Tool, "service_data", change)
