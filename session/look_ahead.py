"""The pre-flight before a treatment or a measurement: a person waits for it, on the bench it is only told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from protocol.sentence import Sentence
from session.finding import Check, Verdict
from session.inputs import Input, Quit, ToolFit
from session.looking import SEEN_S
from session.preflight import facts_of, may_treat, preflight
from session.storage import look_at
from session.tool_health import ToolHealth, ToolWatch
from session.tool_stream import ToolStream
from session.wanted import Wanted

AGAIN_S: Final = 1.0
"""Between two looks, where the first one found something that mends."""
MENDING_S: Final = 60.0
"""Then it is given up: whoever has not brought the tool closer, or taken it off the skin, by then is doing something
else; *assumed*."""
MENDS: Final = frozenset({"data", "rate", "losses", "sensor", "stop", "zero"})
"""Checks that a person, or a moment, can mend while the tool is looked at; the others need another tool or place."""

Told = Callable[[tuple[Check, ...]], None]
"""Gets what was found, and again where another check speaks otherwise."""


class Watching(Protocol):
    """A treatment or a measurement that runs."""

    first_reading: asyncio.Event

    def hear(self, value: Input) -> None:
        """Raises `RuntimeError` where it is over."""
        ...

    def say(self, sentence: str) -> None:
        """Tell the therapist."""
        ...


class Observing(Protocol):
    """What is known of the tool."""

    @property
    def tool(self) -> ToolStream:
        """By what it says and sends."""
        ...


class Run(Watching, Protocol):
    """The same, and the tool that it runs with."""

    watch: ToolWatch

    @property
    def observer(self) -> Observing:
        """What follows the tool."""
        ...

    def clock_s(self) -> float:
        """The loop's clock."""
        ...


class LookAhead(NamedTuple):
    """What is looked at, and for whom."""

    run: Watching
    look: Callable[[], tuple[Check, ...]]
    """The pre-flight of this moment; nothing before the tool has said what it is."""
    told: Told
    person: bool
    """Nobody is asked for contact before it has passed, and where it does not pass that is the end."""


def looking(
    tool: ToolStream, health: Callable[[], ToolHealth], record: Path, plan: Wanted
) -> Callable[[], tuple[Check, ...]]:
    """The pre-flight of a tool whose readings go into `record`."""

    def look() -> tuple[Check, ...]:
        today = datetime.now(UTC).date()
        facts = facts_of(tool, health(), look_at(record.parent), today, simulated=tool.simulated)
        return () if facts is None else preflight(facts, plan)

    return look


@asynccontextmanager
async def looked_at(run: Run, record: Path, plan: Wanted, told: Told, *, person: bool) -> AsyncIterator[None]:
    """Look at the tool beside what is done with it; with a person nobody is asked for contact before that."""
    look = looking(run.observer.tool, lambda: run.watch.look(run.clock_s()), record, plan)
    looks = asyncio.create_task(look_ahead(LookAhead(run, look, told, person)))
    try:
        yield
    finally:
        looks.cancel()
        await asyncio.gather(looks, return_exceptions=True)


async def look_ahead(ahead: LookAhead) -> None:
    """Look once there are `SEEN_S` of readings; with a person again each second, until it passes or is given up."""
    await ahead.run.first_reading.wait()
    await asyncio.sleep(SEEN_S)
    checks = ahead.look()
    ahead.told(checks)
    if not ahead.person:
        return
    for _ in range(round(MENDING_S / AGAIN_S)):
        if (checks and may_treat(checks)) or _hopeless(checks):
            break
        _say(ahead.run, Sentence("Not yet"), checks)
        await asyncio.sleep(AGAIN_S)
        checks = ahead.look()
    _end(ahead.run, checks)


def _hopeless(checks: tuple[Check, ...]) -> bool:
    """Whether something stands against a treatment that waiting does not mend."""
    return any(check.verdict is Verdict.STOP and check.name not in MENDS for check in checks)


def _end(run: Watching, checks: tuple[Check, ...]) -> None:
    with suppress(RuntimeError):  # it is over
        if checks and may_treat(checks):
            run.hear(ToolFit())
            return
        _say(run, Sentence("Nobody is pressed with this tool now"), checks)
        run.hear(Quit())


def _say(run: Watching, what: Sentence, checks: tuple[Check, ...]) -> None:
    unfit = [check.text for check in checks if check.verdict is Verdict.STOP]
    why = Sentence.joined(" ", unfit) if unfit else Sentence("the tool has not said what it is.")
    run.say(Sentence("{what}: {why}", what=what, why=why))
