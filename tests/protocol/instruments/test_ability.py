from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.settings import Settings
from protocol.instruments.ability import Ability, Clock
from protocol.layout import Direction

ABLE = Ability(
    rate_hz=100.0, clock=Clock.STAMPED, tare=True, resend=True, direction=Direction.COMPRESSION, area_cm2=2.0
)


def test_one_that_presses_on_a_known_area_often_enough_may_treat_and_lacks_nothing() -> None:
    assert ABLE.treats
    assert ABLE.lacks == ()


@pytest.mark.parametrize(
    ("ability", "why"),
    [
        (replace(ABLE, direction=Direction.PULL), "the instrument is pulled and cannot press"),
        (replace(ABLE, area_cm2=None), "the area of the contact is not known"),
        (replace(ABLE, rate_hz=49.9), "fewer than 50 readings a second are certain"),
        (replace(ABLE, rate_hz=None), "fewer than 50 readings a second are certain"),
    ],
)
def test_one_that_cannot_does_not_treat_and_says_why(ability: Ability, why: str) -> None:
    assert not ability.treats
    assert ability.lacks[0] == ("guided treatment", why)


def test_fifty_hertz_and_both_directions_are_enough() -> None:
    assert replace(ABLE, rate_hz=50.0, direction=Direction.COMPRESSION | Direction.PULL).treats


@pytest.mark.parametrize(
    ("ability", "what"),
    [
        (replace(ABLE, tare=False), "tare on the instrument"),
        (replace(ABLE, resend=False), "lost readings"),
        (replace(ABLE, clock=Clock.ARRIVAL), "slopes and fall times"),
    ],
)
def test_what_is_missing_alone_is_said_alone(ability: Ability, what: str) -> None:
    (lack,) = ability.lacks
    assert lack.what == what
    assert str(lack).startswith(f"{what}: not available, ")


def test_a_slow_one_has_no_slopes_either() -> None:
    assert {lack.what for lack in replace(ABLE, rate_hz=10.0).lacks} == {"guided treatment", "slopes and fall times"}


@pytest.mark.parametrize(
    ("rate_hz", "clock", "period_us", "fast"),
    [
        (100.0, Clock.STAMPED, 10_000, True),
        (100.0, Clock.PACED, 10_000, True),
        (100.0, Clock.ARRIVAL, 25_000, False),
        (10.0, Clock.ARRIVAL, 100_000, False),
        (None, Clock.STAMPED, 1_000_000, False),
    ],
)
def test_the_analysis_measures_nothing_fast_where_the_times_cannot_show_it(
    rate_hz: float | None, clock: Clock, period_us: int, fast: bool
) -> None:
    period = replace(ABLE, rate_hz=rate_hz, clock=clock).period_us
    assert period == period_us
    assert Settings(period_us=period).fast is fast
    assert replace(ABLE, rate_hz=rate_hz, clock=clock).slopes is fast
