from __future__ import annotations

import pytest

from gui import words
from session.battery import Battery, Charge
from session.cue import Action
from session.link_health import Level
from session.unknown import Figure, Unknown
from session.view import RecordState
from tests.gui.stage import DISK_FULL, HEALTH, RECORD, SUMMARY, cue, view


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


@pytest.mark.parametrize(
    ("state", "text"),
    [(RECORD, "● recording"), (RECORD._replace(behind=True), "● slow disk"), (DISK_FULL, "NOT RECORDED")],
)
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


WAIT = Unknown("it takes a while")


@pytest.mark.parametrize(("value", "text"), [(12.34, "12.3 Hz"), (-0.04, "0.0 Hz"), (WAIT, "– (it takes a while)")])
def test_a_figure_that_is_not_known_says_why(value: Figure, text: str) -> None:
    assert words.figure(value, 1, "Hz") == text


@pytest.mark.parametrize(
    ("level", "text"),
    [(Level.GOOD, ""), (Level.SOME_LOSS, "some loss"), (Level.BAD, "bad"), (Level.SILENT, "")],
)
def test_the_link_is_worth_a_word_when_something_is_wrong_that_the_age_does_not_say(level: Level, text: str) -> None:
    assert words.quality(HEALTH.link._replace(level=level)) == text


@pytest.mark.parametrize(
    ("charge", "text"),
    [
        (Battery(82, Charge.NORMAL, 418.4), "battery 82 %, 418 min"),
        (Battery(82, Charge.NORMAL, WAIT), "battery 82 %"),
        (Battery(WAIT, WAIT, WAIT), "battery –"),
    ],
)
def test_the_battery_says_how_long_it_lasts_where_that_is_known(charge: Battery, text: str) -> None:
    assert words.lasting(charge) == text


def test_everything_about_the_link_has_a_line() -> None:
    assert words.link_lines(HEALTH) == (
        "link: good",
        "rate: 100 readings a second",
        "received: 997 of 1000, 4 of them late",
        "lost: 3, 0.0 % of the last ten seconds",
        "damaged: 2",
        "age of the data for 99 % of the time: 50 ms",
        "signal before the connection: −61 dBm",
        "clocks apart by: 1234.568 s, within 10 ms",
        "tool's clock fast by: – (it takes five minutes)",
    )


def test_what_is_not_known_of_the_link_has_dashes_and_a_reason() -> None:
    link = HEALTH.link._replace(late=0, old_s=WAIT, rssi_dbm=WAIT)
    lines = words.link_lines(HEALTH._replace(link=link))
    assert lines[2] == "received: 997 of 1000"
    assert lines[5] == "age of the data for 99 % of the time: – (it takes a while)"
    assert lines[6] == "signal before the connection: – (it takes a while)"
