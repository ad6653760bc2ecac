from __future__ import annotations

import pytest

from gui import words
from session.cue import Action
from session.view import RecordState
from tests.gui.stage import DISK_FULL, RECORD, SUMMARY, cue, view


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(None, 0, "–"), (0.0, 1, "0.0"), (-0.04, 1, "0.0"), (-0.06, 1, "−0.1"), (12.34, 1, "12.3"), (363.6, 0, "364")],
)
def test_a_number_has_fixed_decimals_and_no_negative_zero(value: float | None, decimals: int, text: str) -> None:
    assert words.number(value, decimals) == text


@pytest.mark.parametrize(
    ("age_s", "text"), [(None, "no data yet"), (-0.01, "0 ms"), (0.012, "12 ms"), (0.9994, "999 ms"), (3.21, "3.2 s")]
)
def test_the_age_is_in_milliseconds_below_a_second(age_s: float | None, text: str) -> None:
    assert words.age(age_s) == text


@pytest.mark.parametrize(
    ("left_s", "text"),
    [(0.0, "0 s"), (-1.0, "0 s"), (0.01, "1 s"), (18.7, "19 s"), (59.5, "1:00 min"), (88.0, "1:28 min")],
)
def test_a_countdown_shows_zero_only_at_the_end(left_s: float, text: str) -> None:
    assert words.countdown(left_s) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [(None, None, "–"), (4021.0, None, "4021"), (4021.0, 4021.4, "4021"), (4021.0, 4380.0, "4021–4380")],
)
def test_a_dose_is_a_range_where_samples_are_missing(low: float | None, high: float | None, text: str) -> None:
    assert words.dose(low, high) == text


@pytest.mark.parametrize(
    ("lost", "malformed", "text"),
    [(0, 0, "none lost"), (50, 0, "lost 50"), (3, 2, "lost 3, damaged 2"), (0, 2, "none lost, damaged 2")],
)
def test_losses_are_counted(lost: int, malformed: int, text: str) -> None:
    assert words.loss(lost, malformed) == text


@pytest.mark.parametrize(("factor", "text"), [(1.0, ""), (12.5, "speed 12.5×"), (None, "as fast as possible")])
def test_the_speed_is_named_when_it_is_not_the_real_one(factor: float | None, text: str) -> None:
    assert words.speed(factor) == text


@pytest.mark.parametrize(("state", "text"), [(RECORD, "● recording"), (DISK_FULL, "NOT RECORDED")])
def test_the_record_is_kept_or_not(state: RecordState, text: str) -> None:
    assert words.recording(state) == text


def test_the_target_is_in_the_unit_of_the_big_number() -> None:
    assert words.asked(view()) == "target 360–440 kPa · limit 500 kPa"
    assert words.asked(view(kpa_per_n=None)) == "target 36.0–44.0 N · limit 50.0 N"
    assert words.asked(view(Action.DONE)) == ""


def test_lost_readings_have_their_share_of_all() -> None:
    assert words.lost_share(SUMMARY) == "37 (0.25 %)"
    assert words.lost_share(SUMMARY._replace(lost_samples=0)) == "none"


def test_the_hold_is_counted() -> None:
    assert words.repetition(cue()) == "2 of 3"


def test_plan_and_tool_stand_in_one_line_and_an_unknown_tool_leaves_no_dot() -> None:
    assert words.tool(view()) == "Upper trapezius · PT-1"
    assert words.tool(view(tool="")) == "Upper trapezius"
