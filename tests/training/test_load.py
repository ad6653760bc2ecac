"""A hand that has pressed for ten minutes within an hour needs a break."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.training.results import result
from tests.training.rooms import NOON
from training.lines import break_lines
from training.load import BUDGET_S, Break, hand_break
from training.result import TrialResult


def at(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


def pressed(minutes: float, duration_s: float | None, **changes: Any) -> TrialResult:
    return result(at=at(minutes), duration_s=duration_s, **changes)


def test_below_the_budget_there_is_none() -> None:
    assert hand_break([], at(0)) is None
    assert hand_break([pressed(0, BUDGET_S - 1)], at(20)) is None


def test_from_the_budget_on_it_lasts_until_less_lies_within_an_hour() -> None:
    done = [pressed(0, 300), pressed(20, 200), pressed(30, 100)]
    assert hand_break(done, at(40)) == Break(600, at(60))
    assert hand_break([*done, pressed(35, 250)], at(40)) == Break(850, at(60))
    assert hand_break([*done, pressed(35, 350)], at(40)) == Break(950, at(80))
    assert hand_break(done, at(59)) is not None
    assert hand_break(done, at(60)) is None


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_the_lines_means_nothing(order: int) -> None:
    assert hand_break([pressed(0, 300), pressed(20, 310)][::order], at(40)) == Break(610, at(60))


def test_what_simulated_hands_did_and_what_nobody_measured_counts_nothing() -> None:
    assert hand_break([pressed(0, 700, simulated=True)], at(1)) is None
    assert hand_break([pressed(0, None), pressed(1, 599)], at(2)) is None


def test_a_clock_that_was_set_back_does_not_hold_up_a_hand() -> None:
    assert hand_break([pressed(30, 700)], at(0)) is None


def test_it_is_said_in_minutes_and_until_when() -> None:
    (line,) = break_lines([pressed(0, 660)], at(5))
    assert line == "This hand has pressed for 11 min within an hour: rest it until 13:00 UTC."
    assert [*break_lines([pressed(0, 60)], at(5))] == []


def test_results_of_earlier_versions_are_read_and_say_nothing_of_it() -> None:
    line = pressed(0, None).model_dump_json()
    assert "duration_s" not in line
    assert TrialResult.model_validate_json(line) == pressed(0, None)
    assert '"duration_s":5.0' in pressed(0, 5.0).model_dump_json()
