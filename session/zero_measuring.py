"""Having a tool measure its zero until it did, telling the therapist why not, and noting it."""

from __future__ import annotations

import asyncio
from typing import Final

from protocol.control import Command, Reply
from protocol.link import LiveLink
from protocol.sentence import Sentence, begun
from session.errors import NotKept
from session.runner import Runner
from session.state import LettingGo, Lost, Pressing
from session.tare import Refused, Tared, farthest_n, outcome, sentence
from session.tool_stream import NOT_MEASURED, too_far
from session.unknown import Unknown
from session.zero_book import ZeroBook

AGAIN_S: Final = 1.0
"""Between two tries: time to take the tool off the skin."""
NO_ANSWER: Final = Sentence("The tool does not answer; trying again. If it stays so, switch it off and on.")
ON_SKIN: Final = Sentence(
    "Zero refused: a hold is on, and a tool on the skin has no zero. Let go, then take it off the skin."
)


class ZeroMeasuring:
    """Measures the zero of one treatment's tool; where there is a `book`, each one is noted in it."""

    def __init__(self, link: LiveLink, runner: Runner, book: ZeroBook | None = None) -> None:
        self._link = link
        self._runner = runner
        self._book = book
        self._notes: set[asyncio.Task[None]] = set()
        self._untold = True
        """Whether a ledger that cannot be written is still to be told: once is enough."""

    def ask(self) -> None:
        """Somebody wants the zero measured again; in a hold that is refused."""
        if self._in_hold:
            self._runner.say(ON_SKIN)
        else:
            self._runner.needs.zero.set()

    async def run(self) -> None:
        """Until a zero was measured; nobody is asked to press before."""
        await self._runner.first_reading.wait()
        self._explain()
        while (trouble := await self._try()) is not None:
            if trouble != self._runner.notice:
                self._runner.say(trouble)
            await asyncio.sleep(AGAIN_S)
        self._runner.needs.zero.clear()
        self._runner.say("")

    async def noted(self) -> None:
        """Wait until what was measured is on the disk, or was told to be lost."""
        await asyncio.gather(*self._notes)

    @property
    def _in_hold(self) -> bool:
        return isinstance(self._runner.guide.state, Pressing | Lost | LettingGo)

    def _explain(self) -> None:
        """Why a zero that was there is measured again."""
        zeroed = self._runner.observer.tool.zeroed
        if isinstance(zeroed, Unknown) and zeroed is not NOT_MEASURED:
            self._runner.say(
                Sentence(
                    "{reason}: keep the tool off the skin until it is measured again.", reason=begun(zeroed.reason)
                )
            )

    async def _try(self) -> str | None:
        """None once it is measured; what is the matter, and what to do."""
        if self._in_hold:
            return ON_SKIN
        try:
            reply = await self._link.command(Command.TARE)
        except TimeoutError:
            return NO_ANSWER
        return self._hear(reply)

    def _hear(self, reply: Reply) -> str | None:
        event, most_n = (
            outcome(reply, self._runner.clock_s()),
            farthest_n(self._runner.observer.tool.full_scale_n or 0.0),
        )
        if isinstance(event, Refused):
            return sentence(event)
        if abs(event.zero_n) > most_n:
            return Sentence(
                "Zero refused: {reason}. Have the tool calibrated.", reason=too_far(abs(event.zero_n), most_n).reason
            )
        self._notes.add(asyncio.create_task(self._note(event)))
        return None

    async def _note(self, tared: Tared) -> None:
        """A ledger that cannot be written is told in a line; it stops no treatment."""
        layout = self._runner.observer.tool.layout
        if self._book is None or layout is None:
            return
        try:
            self._runner.watch.drifts(await self._book.keep(tared, layout, simulated=self._runner.view().simulated))
        except NotKept as error:
            self._runner.watch.drifts(Unknown(Sentence("the ledger of the tool's zeros cannot be used")))
            if self._untold:
                self._untold = False
                self._runner.say(Sentence.joined("", (begun(str(error)), ".")))
