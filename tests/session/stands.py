"""A guide in each of its states."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from session.inputs import AskPlace, Quit, Stop
from session.state import Finished, LettingGo, Lost, Placing, Pressing, Ready, Resting, State, Stopped
from tests.session.moments import AWAY, PLAN, Told, pressing, seen

ONCE = PLAN.model_copy(update={"repetitions": 1})


def placing() -> Told:
    told = Told()
    told.sees(seen(AWAY), AskPlace())
    return told


def ready() -> Told:
    return Told()


def in_hold() -> Told:
    told = Told()
    told.presses()
    return told


def lost() -> Told:
    told = in_hold()
    told.lifts()
    return told


def letting_go() -> Told:
    told = in_hold()
    told.sees(seen(pressing(in_band_s=20.0)))
    return told


def resting() -> Told:
    told = letting_go()
    told.lifts()
    return told


def stopped() -> Told:
    told = in_hold()
    told.sees(seen(pressing()), Stop())
    return told


def finished() -> Told:
    told = in_hold()
    told.sees(seen(AWAY), Quit())
    return told


ALL: dict[type[State], Callable[[], Told]] = {
    Placing: placing,
    Ready: ready,
    Pressing: in_hold,
    Lost: lost,
    LettingGo: letting_go,
    Resting: resting,
    Stopped: stopped,
    Finished: finished,
}


every_state = pytest.mark.parametrize("stand", ALL.values(), ids=[state.__name__ for state in ALL])
