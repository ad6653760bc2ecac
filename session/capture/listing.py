"""A capture, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, assert_never

from session.capture.att import Encrypted, Heard, Linked, Parted, Spoken
from session.capture.gatt import Access, Gatt
from session.capture.words import Words


class Line(NamedTuple):
    """Something that happened."""

    time_s: float
    """Since the capture began."""
    who: str
    """Tool, client or link."""
    text: str


@dataclass(slots=True)
class _Connection:
    gatt: Gatt = field(default_factory=Gatt)
    words: Words = field(default_factory=Words)

    def line(self, spoken: Spoken) -> tuple[str, str] | None:
        access: Access | None = self.gatt.take(spoken)
        if access is None:
            return None
        return "tool" if access.by_tool else "client", self.words.of(access)


def listing(heard: Iterable[Heard]) -> Iterator[Line]:
    """Yield what tool and client did; discovery, subscriptions and what is not about attributes is left out."""
    connections: dict[int, _Connection] = {}
    first_s: float | None = None
    for each in heard:
        first_s = each.time_s if first_s is None else first_s
        said = _said(each, connections)
        if said is not None:
            yield Line(each.time_s - first_s, *said)


def _said(each: Heard, connections: dict[int, _Connection]) -> tuple[str, str] | None:
    match each:
        case Linked(link=link):
            connections[link] = _Connection()
            return "link", f"connection {link} began"
        case Parted(link=link, reason=reason):
            connections.pop(link, None)
            return "link", f"connection {link} ended, reason 0x{reason:02x}"
        case Encrypted(link=link, on=on):
            return "link", f"connection {link} is {'encrypted' if on else 'not encrypted any more'}"
        case Spoken(link=link):
            return connections.setdefault(link, _Connection()).line(each)
        case _ as never:
            assert_never(never)
