"""What time it is for a command: the computer's, unless whoever calls it in a program says otherwise."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

import click


def _now() -> datetime:
    return datetime.now(UTC)


class Clock(NamedTuple):
    """Time as an argument: the `obj` of click's context. No option sets it: rules that count hours hold for people."""

    now: Callable[[], datetime] = _now
    loop: Callable[[], asyncio.AbstractEventLoop] = asyncio.new_event_loop
    """A new loop, in whose seconds a treatment runs."""


def clock() -> Clock:
    """The clock of the command that runs."""
    context = click.get_current_context(silent=True)
    return (context.find_object(Clock) if context else None) or Clock()
