from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from session.battery import RECENT, Battery, BatteryWatch, Charge
from session.unknown import Unknown


def told(*percents: int | None, every_s: float = 60.0) -> Battery:
    """A battery that says so each `every_s`; looked at with the last word."""
    watch = BatteryWatch()
    for number, percent in enumerate(percents):
        watch.update(percent, number * every_s)
    return watch.look((len(percents) - 1) * every_s)


@pytest.mark.parametrize("said", [(), (None, None)])
def test_a_tool_that_does_not_say_it_has_no_charge(said: tuple[None, ...]) -> None:
    battery = told(*said)
    assert all(isinstance(each, Unknown) for each in battery)


def test_a_charge_that_flutters_stands_still() -> None:
    watch = BatteryWatch()
    shown = []
    for number, percent in enumerate([20, 19, 20, 19, 21, 20, 19, 18, 19]):
        watch.update(percent, float(number))
        shown.append(watch.look(float(number)).percent)
    assert shown == [20, 19, 19, 19, 19, 19, 19, 18, 18]


def test_a_tool_that_says_nothing_for_once_keeps_its_charge() -> None:
    assert told(50, None).percent == 50


def test_three_percent_more_is_a_charger() -> None:
    assert told(50, 52).percent == 50
    assert told(50, 53).percent == 53


@pytest.mark.parametrize(
    ("percents", "charge"),
    [
        ((16,), Charge.NORMAL),
        ((15,), Charge.LOW),
        ((14, 17), Charge.LOW),
        ((15, 18), Charge.NORMAL),
        ((6,), Charge.LOW),
        ((5,), Charge.CRITICAL),
        ((4, 7), Charge.CRITICAL),
        ((5, 8), Charge.LOW),
        ((5, 8, 17), Charge.LOW),
        ((5, 18), Charge.NORMAL),
        ((50, 4), Charge.CRITICAL),
    ],
)
def test_a_level_begins_where_the_profile_says_and_ends_three_percent_above(
    percents: tuple[int, ...], charge: Charge
) -> None:
    assert told(*percents).charge is charge


def test_how_long_it_lasts_is_known_after_two_whole_steps() -> None:
    assert isinstance(told(50, 49, 48).lasts_min, Unknown)
    assert told(50, 49, 48, 47).lasts_min == 42.0  # a percent a minute, down to 5 %


def test_the_first_step_does_not_count_since_nobody_knows_when_it_began() -> None:
    watch = BatteryWatch()
    for percent, now_s in ((50, 3590.0), (49, 3600.0), (48, 3840.0), (47, 4080.0)):
        watch.update(percent, now_s)
    assert watch.look(4080.0).lasts_min == 42.0 * 4


def test_time_goes_by_between_two_words() -> None:
    watch = BatteryWatch()
    for number in range(4):
        watch.update(50 - number, number * 60.0)
    assert watch.look(300.0).lasts_min == 40.0
    assert watch.look(180.0 + 3600.0).lasts_min == 0.0


def test_steps_of_ten_say_as_much_as_steps_of_one() -> None:
    assert told(90, 80, 70, 60, every_s=600.0).lasts_min == 55.0


def test_a_battery_that_was_charged_is_another_one() -> None:
    assert isinstance(told(50, 49, 48, 47, 90, 89).lasts_min, Unknown)


def test_only_the_latest_steps_count() -> None:
    watch = BatteryWatch()
    for number in range(20):  # slow at first
        watch.update(90 - number, number * 600.0)
    for number in range(1, RECENT + 1):
        watch.update(71 - number, 19 * 600.0 + number * 60.0)
    assert watch.look(19 * 600.0 + RECENT * 60.0).lasts_min == 71 - RECENT - 5


@given(st.lists(st.integers(0, 100), min_size=1, max_size=60))
def test_what_is_shown_is_near_what_was_said_and_never_toggles(percents: list[int]) -> None:
    watch, shown = BatteryWatch(), list[int]()
    for number, percent in enumerate(percents):
        watch.update(percent, float(number))
        now = watch.look(float(number)).percent
        assert isinstance(now, int)
        assert now <= percent < now + 3
        shown.append(now)
    rises = [later - earlier for earlier, later in pairwise(shown) if later > earlier]
    assert all(rise >= 3 for rise in rises)
