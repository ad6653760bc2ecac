"""What a person may do about the tool's zero now, and what came of it last."""

from __future__ import annotations

from typing import Final, NamedTuple

from protocol.control import Result
from protocol.sentence import Sentence
from session.tare import ZeroEvent, sentence
from session.tool_desk import why_not
from session.tool_health import ZeroHealth
from session.view import View

NO_EARLIER: Final = Sentence("There is no earlier zero to go back to.")
NOT_TRUSTED: Final = Sentence("The zero that holds is not to be trusted: measure it again.")
"""The one before it would not be any better."""
ZEROES: Final = 2
"""An undo needs one to take back and one that holds then: without any, nobody may press."""


class ZeroCard(NamedTuple):
    """The zero at one moment; a reason is "" where nothing stands against it."""

    newest: ZeroEvent | None
    """None before the first measurement."""
    said: str
    """What came of it, as a sentence."""
    why_no_measuring: str
    why_no_undo: str


def zero_card(view: View, age_s: float | None) -> ZeroCard:
    """`age_s` is that of the newest trusted reading."""
    zero = view.health.zero if view.health else ZeroHealth()
    newest = zero.events[-1] if zero.events else None
    closed = why_not(view, age_s)
    return ZeroCard(newest, sentence(newest) if newest else "", closed, closed or _why_no_undo(zero))


def _why_no_undo(zero: ZeroHealth) -> str:
    if len(zero.standing) < ZEROES:
        return NO_EARLIER
    return "" if zero.state is Result.OK else NOT_TRUSTED
