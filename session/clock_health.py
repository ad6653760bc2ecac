"""The tool's clock on the host's, from the TIME commands among the payloads (docs/clocks.md)."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Final, NamedTuple, TypeAlias

from analysis.clock import ClockMap
from analysis.clock_exchanges import Exchange, ExchangeClock
from analysis.clock_skew import Skew, SkewBounds
from protocol.control import Command, Reply, Request, Result
from protocol.errors import FrameError
from protocol.link import Channel, Payload
from protocol.sentence import Sentence
from protocol.status import Status
from session.unknown import Figure, Unknown

ToolTime: TypeAlias = Callable[[int, float], int | None]
"""`ToolStream.time_us_at`: a reading of the tool's clock and when the host heard it, on the scale of the readings."""

EARLY: Final = 16
"""Exchanges that wait for the first frame: a connection begins with 8."""
ANSWERED_S: Final = 10.0
"""A request older than this gets no answer any more: the tool answers within 1 s, a link waits for 6 s at most."""


ONE_EXCHANGE: Final = Unknown(Sentence("it takes two exchanges"))
"""Instead of bounds of the skew."""


class ClockHealth(NamedTuple):
    """What is known of the two clocks at one moment."""

    offset_s: Figure
    """Host minus tool."""
    error_s: Figure
    """The truth lies this near to the offset (`analysis.clock.ClockMap`)."""
    skew_ppm: Figure
    """By how much the tool's clock is the faster one."""
    exchanges: int
    """TIME commands that were answered since the tool booted, or since its clock jumped."""
    contradictions: int
    """Of these, that could not be true together with those before."""
    skew: Skew | Unknown = ONE_EXCHANGE
    """Bounds of the average skew, from the two exchanges that say most."""


class _Early(NamedTuple):
    """An exchange whose times of the tool cannot be placed yet."""

    sent_s: float
    receipt_us: int
    queued_us: int
    received_s: float


class ClockWatch:
    """Takes payloads in order and pairs TIME requests with their replies by echo id. Memory does not grow.

    Another boot id begins anew, and so does a clock that jumped (`begin`). A repeated request counts from when it was
    written first, since the reply may be the first one's: so the bounds hold whichever was answered.
    """

    def __init__(self) -> None:
        self._boot_id: int | None = None
        self._sent_s: dict[int, float] = {}
        self._clock, self._skew = ExchangeClock(), SkewBounds()
        self._early: deque[_Early] = deque(maxlen=EARLY)
        """Exchanges of this boot that wait for its first frame."""
        self._exchanges = 0
        self._newest_us: int | None = None

    def update(self, payload: Payload, tool_time_us: ToolTime) -> None:
        """One payload; what does not decode is left to others to count."""
        try:
            match payload.channel:
                case Channel.STATUS:
                    self._boot(Status.from_bytes(payload.data).boot_id)
                case Channel.CONTROL_SENT:
                    self._ask(Request.from_bytes(payload.data), payload.arrival_s)
                case Channel.CONTROL_REPLY:
                    self._hear(Reply.from_bytes(payload.data), payload.arrival_s)
                case _:
                    pass
        except FrameError:
            return
        self._place(tool_time_us)

    def at(self, tool_us: int) -> ClockMap | None:
        """The host's clock at a time of the tool's, None before the first exchange; ask in the order of time."""
        return self._clock.at(tool_us)

    def begin(self) -> None:
        """The times of the readings were taken up anew: what they were paired with before says nothing of them now."""
        self._clock, self._skew = ExchangeClock(), SkewBounds()
        self._exchanges, self._newest_us = 0, None

    def look(self) -> ClockHealth:
        """The clocks at the newest exchange."""
        now = None if self._newest_us is None else self.at(self._newest_us)
        if now is None:
            early = Unknown(Sentence("the tool has not told its time yet"))
            return ClockHealth(early, early, early, self._exchanges, self._clock.contradictions)
        return ClockHealth(
            offset_s=now.offset_s,
            error_s=Unknown(Sentence("not known")) if now.error_s is None else now.error_s,
            skew_ppm=Unknown(Sentence("it takes five minutes")) if now.skew_ppm is None else now.skew_ppm,
            exchanges=self._exchanges,
            contradictions=self._clock.contradictions,
            skew=self._skew.best or ONE_EXCHANGE,
        )

    def _boot(self, boot_id: int) -> None:
        if self._boot_id not in (None, boot_id):
            self._sent_s.clear()
            self._early.clear()
            self.begin()
        self._boot_id = boot_id

    def _ask(self, request: Request, sent_s: float) -> None:
        before_s = self._sent_s.pop(request.echo, None)
        if request.command == Command.TIME:
            again = before_s is not None and sent_s - before_s < ANSWERED_S
            self._sent_s[request.echo] = before_s if again and before_s is not None else sent_s

    def _hear(self, reply: Reply, received_s: float) -> None:
        if reply.command != Command.TIME or reply.result != Result.OK:
            return
        receipt_us, queued_us = map(int, reply.values)
        sent_s = self._sent_s.pop(reply.echo, None)
        if sent_s is not None and received_s - sent_s < ANSWERED_S:
            self._early.append(_Early(sent_s, receipt_us, queued_us, received_s))

    def _place(self, tool_time_us: ToolTime) -> None:
        """Pass on the exchanges whose times can be placed by now."""
        while self._early:
            sent_s, receipt, queued, received_s = self._early[0]
            receipt_us, queued_us = tool_time_us(receipt, received_s), tool_time_us(queued, received_s)
            if receipt_us is None or queued_us is None:
                return
            self._early.popleft()
            exchange = Exchange(sent_s, receipt_us, queued_us, received_s)
            self._clock.update(exchange)
            self._skew.update(exchange)
            self._exchanges, self._newest_us = self._exchanges + 1, queued_us
