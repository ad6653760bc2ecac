"""Holds that lose their data at a random moment, and what was shown and said then.

When the last reading that can be trusted arrived is known from the scenario alone, by other code than the session's.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from session.cue import Action, Why
from session.plan import BAND_LIMIT_S, CONTACT_LIMIT_S
from session.silence import DASHES_S
from session.state import Pressing
from simulator.happenings.every import Happening
from simulator.happenings.frames import Silence
from simulator.happenings.people import Press
from simulator.happenings.sensor import SaturatedSensor, StuckSensor
from simulator.happenings.tool import Disconnect
from tests.session.rooms import LIGHT, Room, Step, room, scenario

RATE_HZ, FRAME = 50, 2
PACE: Final = 1 + 20e-6
"""The tool's clock is fast: seen by it, true time goes on a little slower."""
FAULT_S: Final = 2.3
FIRST_S: Final = 3.0
CUT: Final = "link cut"
BEFORE_S: Final = 1e-6
"""Of rounding in the sums below."""
ENDLESS: Final = LIGHT.model_copy(update={"hold_s": 90.0, "repetitions": 100})
"""Nothing but the loss of data ends a hold."""

FAULTS: Final[dict[str, Callable[[float], Happening]]] = {
    "silence": lambda at_s: Silence(at_s=at_s, for_s=FAULT_S),
    "sensor stuck": lambda at_s: StuckSensor(at_s=at_s, for_s=FAULT_S),
    "saturated": lambda at_s: SaturatedSensor(at_s=at_s, for_s=FAULT_S),
}
KINDS: Final = (CUT, *FAULTS)


class Loss(NamedTuple):
    """What followed one loss of data in a hold, in seconds after the last reading that can be trusted arrived."""

    kind: str
    dashes_s: float
    let_go_s: float
    why: Why
    pressed_on: bool
    """Whether dashes ever stood beside a word that asks for more, or for no end."""

    @property
    def by_silence(self) -> bool:
        """Nothing else ended the hold before: neither the force, which the end of the range is above, nor a limit."""
        return self.why is Why.DATA_SILENT


class Outlived(NamedTuple):
    """How long after a hold's limit the let-go was called, though the hand went on and the data were lost."""

    kind: str
    limit: str
    late_s: float
    taken_back: bool
    """Whether anything else was said afterwards."""


class Limit(NamedTuple):
    """One of the two limits of a hold, and a force at which it is the one that falls due."""

    name: str
    force_n: float
    limit_s: float
    begins: Callable[[Step], bool]


LIMITS: Final = (
    Limit("90 s in band", LIGHT.target_n, BAND_LIMIT_S, lambda step: step.action is Action.HOLD),
    Limit("110 s of contact", 2.6, CONTACT_LIMIT_S, lambda step: step.state is Pressing),
)


def losses(kind: str, seed: int, holds: int) -> list[Loss]:
    """About so many holds, each spoiled once; a moment may fall into a rest. A link can be cut only once in a run."""
    if kind == CUT:
        dice = random.Random(seed)
        at_s = [dice.uniform(1.8, 4.0) for _ in range(holds)]
        each = [(room(scenario(Disconnect(at_s=at)), ENDLESS, seed), at) for at in at_s]
        found = [_looked_at(kind, treated.steps, at) for treated, at in each]
    else:
        moments = _moments(seed, holds)
        treated = room(scenario(*map(FAULTS[kind], moments), for_s=moments[-1] + 4), ENDLESS, seed)
        found = [_looked_at(kind, treated.steps, at) for at in moments]
    return [loss for loss in found if loss is not None]


def outlived(kind: str, seed: int) -> Iterator[Outlived]:
    """A hand that hears nothing, in the band and below it, with a fault about when its limit is due."""
    for limit in LIMITS:
        if kind == "saturated" and limit.force_n < LIGHT.low_n:
            continue  # the end of the range is above every cap, which ends the hold at once
        steps = _deaf(kind, seed, limit)
        due_s = next(step.now_s for step in steps if limit.begins(step)) + limit.limit_s
        called = next(step for step in steps if step.action is Action.LET_GO and step.now_s > due_s - FAULT_S)
        after = {step.action for step in steps if step.now_s >= max(called.now_s, due_s + 0.1)}
        yield Outlived(kind, limit.name, max(called.now_s - due_s, 0.0), after != {Action.LET_GO})


def _deaf(kind: str, seed: int, limit: Limit) -> list[Step]:
    at_s = 2.0 + random.Random(f"{kind} {seed}").uniform(limit.limit_s - 1.5, limit.limit_s + 0.5)
    happening = Disconnect(at_s=at_s) if kind == CUT else FAULTS[kind](at_s)
    press = Press(at_s=2.0, force_n=limit.force_n, for_s=200.0)
    setting = scenario(happening, for_s=limit.limit_s + 6, presses=(press,))
    return room(setting, ENDLESS, seed, prepare=_be_deaf).steps


def _be_deaf(treated: Room) -> None:
    treated.deaf = True


def _moments(seed: int, count: int) -> list[float]:
    """A hand needs about half a second to press again after it has let go, and another one to be in band."""
    dice = random.Random(seed)
    at_s = [FIRST_S]
    while len(at_s) < count:
        at_s.append(at_s[-1] + FAULT_S + dice.uniform(0.9, 1.5))
    return at_s


def _arrival_s(slot: int) -> float:
    """When the frame with this slot is there: the tool's clock began a second before its first sample."""
    last_of_frame = slot // FRAME * FRAME + FRAME - 1
    return (1 + last_of_frame / RATE_HZ) / PACE


def _last_valid_s(kind: str, at_s: float) -> float:
    """Arrival of the newest good reading before a fault."""
    first_bad = math.ceil(at_s * RATE_HZ * PACE)
    # a frame goes out with its last reading; when that is not to be, the frame before was the last one
    return _arrival_s(first_bad // FRAME * FRAME - 1 if kind in ("silence", CUT) else first_bad - 1)


def _looked_at(kind: str, steps: list[Step], at_s: float) -> Loss | None:
    """What followed; None where no hold ran."""
    last_s = _last_valid_s(kind, at_s)
    before = [step for step in steps if step.now_s < last_s - BEFORE_S]
    if before[-1].state is not Pressing:
        return None
    after = [step for step in steps if last_s - BEFORE_S <= step.now_s < last_s + FAULT_S]
    dashed = [step for step in after if step.now_s - (step.last_valid_s or 0.0) >= DASHES_S]
    let_go = next(step for step in after if step.action is Action.LET_GO)
    assert let_go.why is not None
    return Loss(
        kind,
        dashes_s=dashed[0].now_s - last_s,
        let_go_s=let_go.now_s - last_s,
        why=let_go.why,
        pressed_on=any(step.action not in (Action.HOLD, Action.LET_GO) or step.why is None for step in dashed),
    )
