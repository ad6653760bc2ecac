"""Guidance survives the loss of data: holds, each spoiled at a random moment; 170 of them, 1,000 with `make long`."""

from __future__ import annotations

import math
import random
from collections.abc import Callable

import pytest

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
from tests.short import first

RATE_HZ, FRAME = 50, 2
PACE = 1 + 20e-6
FAULT_S = 2.3
FIRST_S = 3.0
HOLDS = 50
"""Spoiled in one run, at least: a moment may fall into a rest. 6 runs of 3 kinds are 900, the first ones 150."""
CUTS = 20
"""A link can be cut only once in a run; 5 times 20 are 100, the first time 20."""
ENDLESS = LIGHT.model_copy(update={"hold_s": 90.0, "repetitions": 100})
"""Nothing but the loss of data ends a hold."""

Fault = Callable[[float], Happening]
FAULTS: dict[str, Fault] = {
    "silence": lambda at_s: Silence(at_s=at_s, for_s=FAULT_S),
    "stuck": lambda at_s: StuckSensor(at_s=at_s, for_s=FAULT_S),
    "saturated": lambda at_s: SaturatedSensor(at_s=at_s, for_s=FAULT_S),
}


def arrival_s(slot: int) -> float:
    """When the frame with this slot is there: the tool's clock began a second before its first sample."""
    last_of_frame = slot // FRAME * FRAME + FRAME - 1
    return (1 + last_of_frame / RATE_HZ) / PACE


def last_valid_arrival_s(kind: str, at_s: float) -> float:
    """Arrival of the newest good reading before a fault, from the scenario alone."""
    # the tool's clock is fast: seen by it, true time goes on a little slower
    first_bad = math.ceil(at_s * RATE_HZ * PACE)
    # a frame goes out with its last reading; when that is not to be, the frame before was the last one
    return arrival_s(first_bad // FRAME * FRAME - 1 if kind in ("silence", "cut") else first_bad - 1)


def check(kind: str, steps: list[Step], at_s: float) -> bool:
    """Hold what was shown and said after one fault against the promise; False where no hold ran."""
    since_s = last_valid_arrival_s(kind, at_s) - 1e-6
    before = [step for step in steps if step.now_s < since_s][-1]
    if before.state is not Pressing:
        return False
    after = [step for step in steps if since_s <= step.now_s < since_s + 2.25]
    for step in after:
        assert step.last_valid_s is not None
        dashes = step.now_s - step.last_valid_s >= DASHES_S
        age_s = step.now_s - since_s
        assert age_s >= 0.5 if dashes else age_s <= 0.6
        if dashes:
            assert step.action in (Action.HOLD, Action.LET_GO)
            assert step.why is not None
    let_go = next(step for step in after if step.action is Action.LET_GO)
    assert let_go.now_s - since_s <= 2.2
    if let_go.why is Why.OVER_CAP:  # the end of the range lies above every cap
        assert kind == "saturated"
    elif let_go.why is not Why.BAND_LIMIT:  # which falls due although there are no data
        assert let_go.why is Why.DATA_SILENT
        assert let_go.now_s - since_s >= 2.0
    return True


def moments(seed: int, count: int) -> list[float]:
    """A hand needs about half a second to press again after it has let go, and another one to be in band."""
    dice = random.Random(seed)
    at_s = [FIRST_S]
    while len(at_s) < count:
        at_s.append(at_s[-1] + FAULT_S + dice.uniform(0.9, 1.5))
    return at_s


@pytest.mark.parametrize("seed", first(range(6)))
@pytest.mark.parametrize("kind", FAULTS)
def test_after_a_loss_of_data_dashes_come_within_600_ms_and_let_go_after_2_s(kind: str, seed: int) -> None:
    at_s = moments(seed, HOLDS + 2)
    treated = room(scenario(*map(FAULTS[kind], at_s), for_s=at_s[-1] + 4), ENDLESS, seed)
    spoiled = [check(kind, treated.steps, moment_s) for moment_s in at_s]
    assert sum(spoiled) >= HOLDS


@pytest.mark.parametrize("part", first(range(5)))
def test_after_the_link_is_cut_dashes_come_within_600_ms_and_let_go_after_2_s(part: int) -> None:
    dice = random.Random(part)
    for seed in range(CUTS):
        at_s = dice.uniform(1.8, 4.0)
        treated = room(scenario(Disconnect(at_s=at_s)), ENDLESS, seed)
        assert check("cut", treated.steps, at_s)


def keep_pressing(treated: Room) -> None:
    treated.deaf = True


@pytest.mark.parametrize("kind", [*FAULTS, "cut"])
def test_no_hold_outlives_90_s_in_band_although_the_hand_does_not_listen(kind: str) -> None:
    steps = deaf(kind, LIGHT.target_n, BAND_LIMIT_S)
    began = next(step for step in steps if step.action is Action.HOLD)
    assert said_after(steps, began, BAND_LIMIT_S) == {Action.LET_GO}


@pytest.mark.parametrize("kind", ["silence", "stuck"])
def test_no_hold_outlives_110_s_of_contact_although_the_hand_does_not_listen(kind: str) -> None:
    steps = deaf(kind, 2.6, CONTACT_LIMIT_S)
    began = next(step for step in steps if step.state is Pressing)
    assert said_after(steps, began, CONTACT_LIMIT_S) == {Action.LET_GO}


def deaf(kind: str, force_n: float, limit_s: float) -> list[Step]:
    """A hand that presses on and on; a fault comes about when its limit is due."""
    at_s = 2.0 + random.Random(kind).uniform(limit_s - 1.5, limit_s + 0.5)
    happening = Disconnect(at_s=at_s) if kind == "cut" else FAULTS[kind](at_s)
    press = Press(at_s=2.0, force_n=force_n, for_s=200.0)
    return room(scenario(happening, for_s=limit_s + 6, presses=(press,)), ENDLESS, prepare=keep_pressing).steps


def said_after(steps: list[Step], began: Step, limit_s: float) -> set[Action]:
    return {step.action for step in steps if step.now_s >= began.now_s + limit_s + 0.1}
