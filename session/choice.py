"""Which of several tools: by what is known, or by a person."""

from __future__ import annotations

import asyncio
import shlex
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from protocol.sentence import Sentence
from session.errors import InputError

if TYPE_CHECKING:
    from device.scan import FoundTool


class ToolInRange(NamedTuple):
    """A tool that was heard, as a person sees it."""

    serial: str
    name: str
    rssi_dbm: int | None
    battery_percent: int | None
    known: bool
    """Whether it was used before."""

    @property
    def row(self) -> str:
        """All that in a line."""
        known = Sentence("used before" if self.known else "new here")
        signal = (
            Sentence("signal –") if self.rssi_dbm is None else Sentence("{signal_dbm} dBm", signal_dbm=self.rssi_dbm)
        )
        battery = (
            Sentence("battery –")
            if self.battery_percent is None
            else Sentence("battery {percent} %", percent=self.battery_percent)
        )
        return Sentence.joined(" · ", (self.serial, known, signal, battery))


class Take(NamedTuple):
    """Nobody has to be asked."""

    serial: str


class Ask(NamedTuple):
    """A person chooses among these, known ones first."""

    tools: tuple[ToolInRange, ...]


Asker: TypeAlias = Callable[[tuple[ToolInRange, ...]], Awaitable[str | None]]
"""Shows tools and returns the serial number of the one that a person chose, None for none of them."""


async def nobody_to_ask(tools: tuple[ToolInRange, ...]) -> str | None:
    """Raise `InputError`, which names them."""
    names = " or ".join(sorted(shlex.quote(tool.serial) for tool in tools))
    if len(tools) == 1:
        raise InputError(Sentence("the tool in range was never used here: to use it, add --tool {names}", names=names))
    raise InputError(Sentence("several tools are in range: add --tool {names}", names=names))


@dataclass(frozen=True, slots=True)
class Choice:
    """What decides where no tool was named."""

    known: frozenset[str] = frozenset()
    """Serial numbers of tools that were used before."""
    ask: Asker = nobody_to_ask
    say: Callable[[str], None] = lambda _sentence: None
    """Gets what the search does and what a person could do, as it changes."""
    reached: Callable[[str], None] = lambda _serial: None
    """Gets the serial number of a tool that was connected, unless it is simulated."""

    def among(self, found: Iterable[FoundTool]) -> Take | Ask:
        """The one known tool among those in range; where there is none, or several, a person has to say.

        The first tool ever is taken where it is alone.
        """
        tools = tuple(self._seen(each) for each in found)
        known = [tool for tool in tools if tool.known]
        if len(known) == 1:
            return Take(known[0].serial)
        if len(tools) == 1 and not self.known:
            return Take(tools[0].serial)
        return Ask(tuple(sorted(tools, key=lambda tool: (not tool.known, -(tool.rssi_dbm or -999), tool.serial))))

    async def decide(self, found: Iterable[FoundTool]) -> str:
        """The serial number of the one to use; raises `InputError` where nobody chose one."""
        match self.among(found):
            case Take(serial):
                return serial
            case Ask(tools):
                return await self._asked(tools)

    async def confirm(self, serial: str, rssi_dbm: int | None) -> None:
        """Go on with a tool that is alone in range and was never used; raises `InputError` where nobody wants it."""
        await self._asked((ToolInRange(serial, "", rssi_dbm, None, known=False),))

    async def _asked(self, tools: tuple[ToolInRange, ...]) -> str:
        chosen = await self.ask(tools)
        if chosen is None:
            raise InputError(Sentence("no tool was chosen: switch yours on, or name it with --tool"))
        return chosen

    def _seen(self, found: FoundTool) -> ToolInRange:
        return ToolInRange(
            found.serial, found.name, found.rssi_dbm, found.battery_percent, known=found.serial in self.known
        )


class Search:
    """A search that a window looks at: `say` and `ask` belong to the loop, the rest may be called from anywhere."""

    def __init__(self) -> None:
        self.sentence = ""
        """What the search does and what a person could do."""
        self.tools: tuple[ToolInRange, ...] = ()
        """From which a person is to choose; empty while nobody is asked."""
        self._loop: asyncio.AbstractEventLoop | None = None
        self._answer: asyncio.Future[str | None] | None = None

    def say(self, sentence: str) -> None:
        """The search stands otherwise."""
        self.sentence = sentence

    async def ask(self, tools: tuple[ToolInRange, ...]) -> str | None:
        """Wait for a person."""
        self._loop = asyncio.get_running_loop()
        self._answer = self._loop.create_future()
        self.tools = tools
        try:
            return await self._answer
        finally:
            self.tools = ()

    def choose(self, serial: str | None) -> None:
        """A person chose, None for none of them; does nothing where nobody is asked."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._take, serial)

    def _take(self, serial: str | None) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(serial)
