"""What leaves this computer of a class: pseudonyms, and what each trainee may see."""

from __future__ import annotations

import json
from typing import Any

from session.cue import Action, Why
from training.classroom import Point, Seat
from training.display import Gauge, Shown
from training.page.told import told
from training.result import TrialResult

HOME = "/home/anna.holt/palpate/records/a.mcap"


class Sitting(Seat):
    """A seat whose trainee may see what a test puts in."""

    now: Shown | None = None

    def shown(self) -> Shown | None:
        return self.now


async def nothing(_seat: Seat) -> tuple[TrialResult, ...]:
    return ()


def moment(gauge: Gauge | None = None, not_kept: str = "") -> Shown:
    return Shown(
        action=Action.LET_GO,
        why=Why.OVER_CAP,
        trial=2,
        trials=5,
        target_n=20.0,
        left_s=6,
        gauge=gauge,
        may_ask=False,
        simulated=False,
        not_kept=not_kept,
    )


def said(seat: Seat) -> dict[str, Any]:
    (one,) = json.loads(told([seat]))["seats"]
    assert isinstance(one, dict)
    return one


def test_a_seat_is_told_by_its_pseudonym_and_no_path_leaves_this_computer() -> None:
    seat = Sitting("A-1", nothing, trouble=f"the run was not recorded (no space: {HOME}): try again", over=True)
    seat.now = moment(Gauge(19.04, 18.0, 22.0, 1.0, 14.0), f"NOT RECORDED: no space: {HOME}")
    seat.trace.extend([Point(7.0, 18.5), Point(7.5, 19.0)])
    assert said(seat) == {
        "trainee": "A-1",
        "trouble": "ended before it was complete: the class's computer says why",
        "over": True,
        "trace": [[-0.5, 18.5], [0.0, 19.0]],
        "word": "let go slowly",
        "why": "the pressure is above the limit",
        "trial": 2,
        "trials": 5,
        "target_n": 20.0,
        "force_n": 19.0,
        "low_n": 18.0,
        "high_n": 22.0,
        "hidden": False,
        "simulated": False,
        "not_kept": "the record is not safe: the class's computer says why",
    }


def test_of_a_blind_trial_the_alarm_is_told_and_no_force() -> None:
    seat = Sitting("A-1", nothing)
    seat.now = moment()
    one = said(seat)
    assert (one["hidden"], one["force_n"], one["low_n"], one["high_n"]) == (True, None, None, None)
    assert (one["why"], one["trouble"], one["not_kept"]) == ("the pressure is above the limit", "", "")
