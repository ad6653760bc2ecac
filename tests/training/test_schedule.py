"""When a trainee sees how hard they press."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from training.schedule import TEST, Blind, Constant, Faded, Live, Schedule, SelfControlled, reveals, shows, tells


@pytest.mark.parametrize(
    ("live", "asked", "seen"),
    [
        (Constant(), False, [1, 2, 3, 4, 5, 6, 7]),
        (SelfControlled(), False, []),
        (SelfControlled(), True, [1, 2, 3, 4, 5, 6, 7]),
        (Faded(every=2), False, [1, 3, 5, 7]),
        (Faded(every=3), False, [1, 4, 7]),
        (Faded(every=5), True, [1, 6]),
        (Blind(), True, []),
        (Blind(reveal=False), True, []),
    ],
)
def test_the_force_is_shown_in_these_trials(live: Live, asked: bool, seen: list[int]) -> None:
    schedule = Schedule(live=live)
    assert [number for number in range(1, 8) if shows(schedule, number, asked=asked)] == seen


def test_results_are_told_after_each_trial_at_the_end_or_never() -> None:
    told = {
        when: (
            tells(Schedule(live=Constant(), result=when), last=False),
            tells(Schedule(live=Constant(), result=when), last=True),
        )
        for when in ("each trial", "at the end", "never")
    }
    assert told == {"each trial": (True, True), "at the end": (False, True), "never": (False, False)}


def test_a_blind_trials_trace_is_revealed_unless_it_is_a_test() -> None:
    assert reveals(Schedule(live=Blind()))
    assert reveals(Schedule(live=Constant()))
    assert not reveals(TEST)


def test_a_trace_cannot_be_revealed_without_a_result() -> None:
    with pytest.raises(ValidationError, match="reveal = false"):
        Schedule(live=Blind(), result="never")


def test_a_schedule_says_itself_to_people() -> None:
    assert TEST.text == "feedback: none; no result"
    assert Schedule(live=Faded(every=3), result="at the end").text == "feedback: in one trial of 3; results at the end"
