"""What a tool is asked beside its treatment, from any thread: to show itself, and to be paired with."""

from __future__ import annotations

import asyncio
import logging
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple, assert_never

from device.errors import DeviceError
from protocol.errors import LinkLost
from protocol.sentence import Sentence, begun
from session.errors import ToolRefused
from session.silence import stale
from session.tool_care import show_itself, try_setup
from session.view import LinkState, View

if TYPE_CHECKING:
    from protocol.layout import Layout
    from protocol.link import SetupLink
    from session.runner import Runner

LOG: Final = logging.getLogger(__name__)

SHOWING: Final = Sentence("The tool is asked to show itself.")
SHOWN: Final = Sentence("the tool shows itself now")
PAIRING: Final = Sentence(
    "Pairing: accept what the system asks. While its question has the keyboard, "
    "STOP with the button here or on the tool."
)
NO_ANSWER: Final = Sentence("the tool did not answer: try again")
OUR_FAULT: Final = Sentence("that failed within the program: end the treatment and try “palpate tool settings”")


class Errand(Enum):
    """What can be asked."""

    IDENTIFY = "identify"
    PAIR = "pair"


class ToolCard(NamedTuple):
    """What is known of the tool, and what came of the newest errand."""

    layout: Layout | None
    """None before the tool said it."""
    busy: bool
    """An errand is under way; another one is not taken."""
    said: str
    """One sentence, "" before the first errand."""


def why_not(view: View, age_s: float | None) -> str:
    """Why the tool is not asked anything now, "" where it can be; `age_s` is that of the newest trusted reading.

    A system's question may take the keyboard from the window, so nothing is asked while somebody is pressed on, or
    may be.
    """
    if view.contact:
        return Sentence("Not during contact: take the tool off the skin first.")
    if view.link is not LinkState.ONLINE:
        return Sentence("The tool is not connected: wait until it is.")
    if stale(age_s):
        return Sentence("No fresh reading says that the tool is off the skin: wait for one.")
    return ""


class ToolDesk:
    """Runs one errand at a time in the loop in which it was made; `card` and `ask` may be called from anywhere."""

    def __init__(self, link: SetupLink, runner: Runner) -> None:
        self._link, self._runner = link, runner
        self._loop = asyncio.get_running_loop()
        self._task: asyncio.Task[None] | None = None
        self._busy, self._said, self._paired = False, "", False
        self._closed = False

    def card(self) -> ToolCard:
        """How it stands."""
        return ToolCard(self._runner.observer.tool.layout, self._busy, self._said)

    def ask(self, errand: Errand) -> None:
        """Begin an errand and return at once; raises `RuntimeError` when nothing runs any more."""
        self._loop.call_soon_threadsafe(self._begin, errand)

    async def close(self) -> None:
        """Give up what is under way."""
        self._closed = True
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    # in the loop

    def _begin(self, errand: Errand) -> None:
        if self._busy or self._closed:
            return
        view, now_s = self._runner.view(), self._runner.clock_s()
        self._said = why_not(view, None if view.last_valid_s is None else now_s - view.last_valid_s)
        if not self._said:
            self._busy = True
            self._said = PAIRING if errand is Errand.PAIR and self._link.pairs else SHOWING
            self._task = asyncio.create_task(self._run(errand))

    async def _run(self, errand: Errand) -> None:
        said = ""
        try:
            said = await self._do(errand)
        except (DeviceError, LinkLost, ToolRefused, TimeoutError) as error:
            said = str(error) or NO_ANSWER
        except Exception:
            LOG.exception("an errand failed in an unknown way")
            said = OUR_FAULT
        finally:
            self._said, self._busy = _whole(said), False

    async def _do(self, errand: Errand) -> str:
        match errand:
            case Errand.IDENTIFY:
                await show_itself(self._link)
                return SHOWN
            case Errand.PAIR:
                return await self._pair()
            case _:
                assert_never(errand)

    async def _pair(self) -> str:
        name = self._runner.observer.tool.serial
        if not self._link.pairs:
            return Sentence("nothing to pair: {name} is simulated within this program", name=name)
        before, self._paired = self._paired, False
        await try_setup(self._link)
        self._paired = True
        if before:
            return Sentence("this computer was paired with {name} already", name=name)
        return Sentence("this computer is paired with {name}", name=name)


def _whole(said: str) -> str:
    """As a sentence of its own."""
    return begun(said) if said.endswith(".") else Sentence("{said}.", said=begun(said))
