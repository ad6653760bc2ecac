"""What is asked of a tool again, and what is lost for good."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, NamedTuple, TypeAlias

from protocol.control import Command, Reply, Request, ResendDone, Result
from protocol.layout import Feature, Layout
from protocol.missing import Lost
from protocol.status import Status
from protocol.tool import ToolDecoder, Value

LIMIT: Final = 1_000
"""Slots in one request: 10 s at 100 Hz, so that what goes wrong costs little and the oldest comes first."""
JOIN: Final = 50
"""Slots between two holes that are sent once more in vain rather than asked around: at 100 Hz they take as long as two
requests at 60 ms between events."""
AFTER_START_S: Final = 1.0
"""The first second of a connection belongs to live readings."""
AGAIN_S: Final = 1.0
"""Before a request that came to nothing is repeated: longer than the tool measures its zero."""
TRIES: Final = 5
"""Requests in a row that bring nothing."""
ANSWER_S: Final = 3.0
"""Twice what a client waits for an answer."""
QUIET_S: Final = 3.0
"""A resend of which nothing came for so long is over, whatever became of its end."""

NEVER: Final = frozenset({Result.UNKNOWN, Result.BAD_LENGTH, Result.BAD_VALUE})
"""Answers that will not change."""


class Ask(NamedTuple):
    """A RESEND: `counter` and `slots` are its parameters, `first` the index of its first slot."""

    first: int
    slots: int
    counter: int

    @property
    def stop(self) -> int:
        """Index after its last slot."""
        return self.first + self.slots


@dataclass(frozen=True, slots=True)
class _Apart:
    """No connection that has started."""


@dataclass(frozen=True, slots=True)
class _Idle:
    """Nothing is asked; not before `until_s`."""

    until_s: float


@dataclass(frozen=True, slots=True)
class _Asked:
    """No answer yet; `echo` is known once the request was sent."""

    ask: Ask
    since_s: float
    filled: int
    echo: int | None = None


@dataclass(frozen=True, slots=True)
class _Sending:
    """The tool sends; the latest slot that was missing came at `since_s`."""

    ask: Ask
    since_s: float
    filled: int
    """Slots filled before."""
    echo: int
    latest: int
    """Slots filled so far."""


_State: TypeAlias = _Apart | _Idle | _Asked | _Sending


class Holes:
    """Follows the payloads, and says what to ask for next; one request at a time.

    Nothing is asked of a tool that does not offer it, and nothing that its ring cannot hold. A range is given up
    after `TRIES` requests in a row that bring nothing of it. `decoder.missing` keeps the account.
    """

    def __init__(self, decoder: ToolDecoder) -> None:
        self._decoder = decoder
        self._ring = 0
        self._boot_id: int | None = None
        self._state: _State = _Apart()
        self._vain: tuple[int, int] = (-1, 0)
        """The slot that was asked for, and how often in vain."""

    def update(self, value: Value, arrival_s: float) -> None:
        """Take what one payload says, after the decoder."""
        match value:
            case Layout(features=features, ring_capacity=capacity):
                self._ring = capacity if features & Feature.RESEND else 0
                self._state = _Apart()
            case Status():
                self._stand(value)
            case Reply(command=Command.START, result=Result.OK):
                self._state = _Idle(arrival_s + AFTER_START_S)
            case Request(command=Command.RESEND, echo=echo):
                self._sent(echo)
            case Reply(command=Command.RESEND):
                self._answered(value, arrival_s)
            case ResendDone():
                self._done(value, arrival_s)
            case _:
                self._came(arrival_s)
        self._drop_unheld()

    def next(self, now_s: float) -> Ask | None:
        """The request that is to be sent now; None while one is under way, and where there is nothing to ask."""
        match self._state:
            case _Asked(old, since_s, filled) if now_s - since_s >= ANSWER_S:
                self._over(old, filled, now_s)
            case _Sending(old, since_s, filled) if now_s - since_s >= QUIET_S:
                self._over(old, filled, now_s)
            case _:
                pass
        if not isinstance(self._state, _Idle) or now_s < self._state.until_s:
            return None
        ask = self._oldest()
        if ask is not None:
            self._state = _Asked(ask, now_s, self._decoder.missing.filled)
        return ask

    @property
    def idle(self) -> bool:
        """Whether the tool has started and is asked for nothing."""
        return isinstance(self._state, _Idle)

    def unsent(self, now_s: float) -> None:
        """The request did not get out: that says nothing of the tool."""
        if isinstance(self._state, _Asked):
            self._state = _Idle(now_s + AGAIN_S)

    def _oldest(self) -> Ask | None:
        """The oldest hole, and those so near behind it that they come along."""
        holes = self._decoder.missing.holes
        if not holes:
            return None
        first, stop = holes[0].first, min(holes[0].stop, holes[0].first + LIMIT)
        for hole in holes[1:]:
            if hole.first - stop > JOIN or hole.stop - first > LIMIT:
                break
            stop = hole.stop
        counter = self._decoder.counter_of(first)
        return None if counter is None else Ask(first, stop - first, counter)

    def _stand(self, status: Status) -> None:
        """A tool that restarted knows nothing of a request, and is asked for nothing before it is started again."""
        if self._boot_id not in (None, status.boot_id):
            self._state = _Apart()
        self._boot_id = status.boot_id
        if status.stream == self._decoder.stream and status.newest != status.oldest:
            self._held_from(status.oldest)

    def _sent(self, echo: int) -> None:
        match self._state:
            case _Asked(echo=None) as asked:
                self._state = replace(asked, echo=echo)
            case _:
                pass

    def _answered(self, reply: Reply, arrival_s: float) -> None:
        match self._state:
            case _Asked(ask, _, filled, echo) if echo == reply.echo:
                self._learn(ask, reply, arrival_s, filled)
            case _:
                pass

    def _learn(self, ask: Ask, reply: Reply, arrival_s: float, filled: int) -> None:
        missing = self._decoder.missing
        if reply.result == Result.OK:
            first, _ = map(int, reply.values)
            self._held_from(first)
            self._state = _Sending(ask, arrival_s, filled, reply.echo, missing.filled)
        elif reply.result == Result.NOT_HELD:
            missing.give_up(ask.first, ask.stop, Lost.OVERWRITTEN)
            self._state = _Idle(arrival_s)
        elif reply.result in NEVER:
            missing.give_up(ask.first, ask.stop, Lost.REFUSED)
            self._state = _Idle(arrival_s)
        else:
            self._over(ask, filled, arrival_s)

    def _done(self, done: ResendDone, arrival_s: float) -> None:
        match self._state:
            case _Sending(ask, _, filled, echo) if echo == done.echo:
                self._held_from(done.oldest)
                self._over(ask, filled, arrival_s)
            case _:
                pass

    def _came(self, arrival_s: float) -> None:
        filled = self._decoder.missing.filled
        match self._state:
            case _Sending(latest=latest) as sending if filled > latest:
                self._state = replace(sending, since_s=arrival_s, latest=filled)
            case _:
                pass

    def _over(self, ask: Ask, filled: int, now_s: float) -> None:
        """A request is over; one that brought nothing is repeated later, and not for ever."""
        if self._decoder.missing.filled > filled:
            self._vain, self._state = (-1, 0), _Idle(now_s)
            return
        times = self._vain[1] + 1 if self._vain[0] == ask.first else 1
        self._vain, self._state = (ask.first, times), _Idle(now_s + AGAIN_S)
        if times >= TRIES:
            self._decoder.missing.give_up(ask.first, ask.stop, Lost.GAVE_UP)

    def _held_from(self, counter: int) -> None:
        """The tool holds nothing older."""
        stream = self._decoder.stream
        index = None if stream is None else self._decoder.index_of(stream, counter)
        if index is not None:
            self._decoder.missing.give_up(0, index, Lost.OVERWRITTEN)

    def _drop_unheld(self) -> None:
        missing = self._decoder.missing
        if not self._ring:
            missing.give_up_all(Lost.REFUSED)
        else:
            missing.give_up(0, self._decoder.newest + 1 - self._ring, Lost.OVERWRITTEN)
