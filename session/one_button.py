"""What a press of the one button means where no hold runs: for hands that have nothing else free."""

from __future__ import annotations

from collections.abc import Iterable

from session.inputs import GoOn, Here, Input, LeaveOut, PainGone, PainHalved, StopReason
from session.state import Placing, State, Stopped


def meant(state: State, values: Iterable[Input]) -> tuple[Input, ...]:
    """What short presses ("halved") and double ones ("gone") say in this state, beside what they say anywhere.

    Before the first press at a place a short one says "here", a double one leaves the place out. After a STOP short
    ones move through the reasons, as the guide itself has it, and a double one takes the reason that it is at.
    """
    found = (_meant(state, value) for value in values)
    return tuple(value for value in found if value is not None)


def following(offered: StopReason | None) -> StopReason:
    """The next reason, and after the last one the first."""
    reasons = tuple(StopReason)
    return reasons[0] if offered is None else reasons[(reasons.index(offered) + 1) % len(reasons)]


def _meant(state: State, value: Input) -> Input | None:
    match state, value:
        case Placing(), PainHalved():
            return Here()
        case Placing(), PainGone():
            return LeaveOut()
        case Stopped(offered=StopReason() as reason), PainGone():
            return GoOn(reason=reason)
        case _:
            return None
