"""How a tare ended: the zero with its noise, or the reason why there is none."""

from __future__ import annotations

from typing import Final, NamedTuple, TypeAlias, assert_never

from protocol.blocks import GRID_PER_N
from protocol.control import REPLY_BIT, Command, Reply, Result, Zero
from protocol.link import Channel, Payload
from protocol.sentence import Sentence, signed
from session.inputs import undoes_zero

FARTHEST_N: Final = 2.0
FARTHEST_SHARE: Final = 0.02
"""A zero is at most 2 N or 2 % of full scale away from the factory's, whichever is more (docs/protocol.md §8.5)."""
_TARE_REPLY: Final = bytes((Command.TARE | REPLY_BIT,))


class Tared(NamedTuple):
    """A zero was measured."""

    at_s: float
    """Arrival of the answer, on the host's clock."""
    zero_n: float
    """Against the factory's zero, never against the last one."""
    noise_n: float
    """Standard deviation while it was measured."""
    stream: int
    counter: int
    """From this slot of the stream on it is subtracted."""


class Refused(NamedTuple):
    """The tool measured no zero."""

    at_s: float
    result: Result
    mean_n: float | None = None
    """What it measured instead, against the factory's zero; None where it does not say."""
    noise_n: float | None = None


class Undone(NamedTuple):
    """Somebody took the newest zero back: the one before holds again."""

    at_s: float


ZeroEvent: TypeAlias = Tared | Refused | Undone


def zero_event(payload: Payload) -> ZeroEvent | None:
    """What a payload says of the zero, None where it says nothing; raises `FrameError` for bytes that do not decode."""
    if payload.channel is Channel.INPUT:
        return Undone(payload.arrival_s) if undoes_zero(payload.data) else None
    if payload.channel is not Channel.CONTROL_REPLY or payload.data[:1] != _TARE_REPLY:
        return None
    return outcome(Reply.from_bytes(payload.data), payload.arrival_s)


def farthest_n(full_scale_n: float) -> float:
    """How far a zero may be from the factory's."""
    return max(FARTHEST_N, FARTHEST_SHARE * full_scale_n)


def sentence(event: ZeroEvent) -> Sentence:
    """What happened and what to do."""
    match event:
        case Tared(zero_n=zero_n):
            return Sentence("Zero measured: {zero_n} N from the factory's zero.", zero_n=signed(zero_n, 1))
        case Refused():
            return Sentence("Zero refused: {reason}", reason=_reason(event))
        case Undone():
            return Sentence("The last zero is taken back: the one before it holds from now on.")
        case _ as never:
            assert_never(never)


def outcome(reply: Reply, at_s: float) -> Tared | Refused:
    """How a tare ended that was answered at `at_s`; raises `FrameError` for values that do not fit."""
    result = Result(reply.result) if reply.result in set(Result) else Result.INTERNAL
    match result:
        case Result.OK:
            zero = Zero(*map(int, reply.values))
            return Tared(at_s, zero.zero_q / GRID_PER_N, zero.noise_q / GRID_PER_N, zero.stream, zero.counter)
        case Result.LOADED | Result.UNSTEADY:
            mean_q, noise_q = reply.values
            return Refused(at_s, result, mean_q / GRID_PER_N, noise_q / GRID_PER_N)
        case _:
            return Refused(at_s, result)


def _reason(refused: Refused) -> Sentence:
    match refused.result:
        case Result.LOADED:
            return Sentence(
                "the tool reads {mean_n} N, too much for a zero. Take it off the skin; "
                "if it reads so in the air, have it calibrated.",
                mean_n=signed(refused.mean_n or 0.0, 1),
            )
        case Result.UNSTEADY:
            return Sentence(
                "the force varies by {noise_n:.1f} N, the tool is moving. Lay it down or hold it still.",
                noise_n=refused.noise_n or 0.0,
            )
        case Result.SATURATED:
            return Sentence("the sensor is at the end of its range. Take the load off.")
        case Result.SENSOR_FAULT:
            return Sentence("the sensor does not work. Do not use this tool.")
        case Result.WRONG_STATE | Result.BUSY:
            return Sentence("the tool is not ready for it. Wait a moment and try again.")
        case _:
            return Sentence(
                "the tool answered {result}. Switch it off and on, then try again.", result=refused.result.name
            )
