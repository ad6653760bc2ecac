"""Bugs of what a tool keeps: events, the stop latch, streams across a disconnect."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from protocol.events import EventType
from simulator.boot import Boot
from simulator.control_point import ControlPoint
from simulator.event_log import EventLog
from tests.palpate.conformance.planting import Mutant, Patch, Plant, after, around, before, constant, returning


def _tells_without_a_stream(boot: Boot, _original: Callable[..., int], t_s: float, number: int) -> int:
    boot.tell(EventType.TIP, boot.clock_us(t_s), (number, boot.stream))
    return boot.stream


def _stream_while_idle(boot: Boot) -> None:
    boot.stream = boot.stream % 255 + 1


def _one_too_few(log: EventLog, original: Callable[[int], None], number: int) -> None:
    original((number - 1) % 2**16)


def _skips_a_number(log: EventLog) -> None:
    log._number += 1


def _zero_clock(log: EventLog, original: Callable[..., Any], kind: EventType, where: Any, told: Any) -> Any:
    return original(kind, (*where[:2], 0), told)


def _cleared_at_once(boot: Boot) -> None:
    boot.button_down = False


def _forgets_the_latch(boot: Boot) -> None:
    boot._stop_latched = False


def _always_first(_boot: Boot, original: Callable[..., None], _number: int, *rest: Any) -> None:
    original(1, *rest)


def _in_a_stream(boot: Boot) -> None:
    if boot.number > 1:
        boot.stream = 1


def _wears_out(connections: int) -> Plant:
    """After so many connections it answers nothing any more."""

    def plant(patch: Patch) -> None:
        left = [connections]

        def lose(_boot: Boot) -> None:
            left[0] -= 1

        def write(_point: ControlPoint, original: Callable[..., None], *args: Any) -> None:
            if left[0] > 0:
                original(*args)

        before(Boot, "lose_link", lose)(patch)
        around(ControlPoint, "write", write)(patch)

    return plant


EVENTS: Final = (
    Mutant(
        "TIP begins no stream",
        "tip-makes-an-event-and-a-stream",
        around(Boot, "put_tip_on", _tells_without_a_stream),
    ),
    Mutant("the clock of an event is 0", "tip-makes-an-event-and-a-stream", around(EventLog, "add", _zero_clock)),
    Mutant(
        "TIP while idle takes a new number",
        "tip-while-idle-begins-no-stream",
        before(Boot, "put_tip_on", lambda boot: None if boot.sampler else _stream_while_idle(boot)),
    ),
    Mutant(
        "each second event number is left out",
        "event-numbers-follow-each-other",
        after(EventLog, "add", _skips_a_number),
    ),
    Mutant(
        "a disconnect forgets the events",
        "events-come-again-until-acknowledged",
        before(Boot, "lose_link", lambda boot: boot._events.kept.clear()),
    ),
    Mutant(
        "ACK_EVENTS keeps the event that it names",
        "acknowledged-events-are-forgotten",
        around(EventLog, "acknowledge", _one_too_few),
    ),
    Mutant(
        "each START repeats the events",
        "events-come-after-the-reply-to-start",
        before(Boot, "start", lambda boot: setattr(boot, "introduced", False)),
    ),
    Mutant("only 16 events are kept", "newest-32-events-are-kept", constant("simulator.event_log.KEPT", 16)),
)

STOPS: Final = (
    Mutant(
        "a stop does not show in the flags",
        "button-latches-a-stop",
        returning(Boot, "flags", lambda flags: flags & ~16),
    ),
    Mutant(
        "a stop is cleared while the button is down",
        "stop-is-cleared-when-the-button-is-up",
        before(Boot, "clear_stop", _cleared_at_once),
    ),
    Mutant(
        "a disconnect forgets the stop", "stop-survives-a-disconnect", before(Boot, "lose_link", _forgets_the_latch)
    ),
)

RECONNECTS: Final = (
    Mutant(
        "a disconnect ends the stream",
        "stream-goes-on-across-a-disconnect",
        before(Boot, "lose_link", lambda boot: boot.stop()),
    ),
    Mutant(
        "a tool left alone stops after a minute",
        "stream-goes-on-for-two-minutes",
        constant("simulator.life.ALONE_S", 60),
    ),
    Mutant(
        "the ring holds 3,000 and says 12,000",
        "ring-holds-what-the-layout-says",
        constant("simulator.sampler.RING", 3000),
    ),
    Mutant("a boot keeps the boot id", "boot-takes-another-id", around(Boot, "__init__", _always_first)),
    Mutant("a boot takes up the stream", "boot-takes-another-id", after(Boot, "__init__", _in_a_stream)),
    Mutant("after 15 connections it is deaf", "twenty-connections-in-a-row-work", _wears_out(15)),
)

MEMORY: Final = (*EVENTS, *STOPS, *RECONNECTS)
