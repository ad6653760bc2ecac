"""What ends a hold, and how the hand lets go."""

from __future__ import annotations

from typing import Any

import pytest

from analysis.live import Live, Phase
from session.cue import Action, Why
from session.state import LettingGo, Pressing, Ready, RestDue
from tests.session.moments import AWAY, Told, pressing, seen
from tests.session.stands import in_hold, letting_go

# what ends a hold


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"live": pressing(in_band_s=20.0)}, Why.TIME_IN_BAND),
        ({"live": pressing(since_first_in_band_s=90.0)}, Why.BAND_LIMIT),
        ({"live": pressing(contact_s=110.0)}, Why.CONTACT_LIMIT),
        ({"live": pressing(50.1, over_cap_run_s=1.0)}, Why.OVER_CAP),
        ({"live": pressing(57.6)}, Why.OVER_CAP),
        ({"live": pressing(40.0, over_cap_peak_n=57.6)}, Why.OVER_CAP),
        ({"sensor_fault": True}, Why.SENSOR_FAULT),
        ({"overload": True}, Why.OVERLOAD),
    ],
)
def test_a_hold_is_ended_by(changes: dict[str, Any], why: Why) -> None:
    told = in_hold()
    cue = told.sees(seen(pressing())._replace(**changes))
    assert (cue.action, cue.why) == (Action.LET_GO, why)
    assert told.called() == [(1.0, why)]


@pytest.mark.parametrize(
    "live",
    [
        pressing(in_band_s=19.99),
        pressing(since_first_in_band_s=89.99),
        pressing(contact_s=109.99),
        pressing(50.1, over_cap_run_s=0.99),
        pressing(57.49),
        pressing(40.0, over_cap_peak_n=57.49),
    ],
)
def test_a_hair_below_a_limit_a_hold_goes_on(live: Live) -> None:
    told = in_hold()
    told.sees(seen(live))
    assert isinstance(told.guide.state, Pressing)


def test_the_most_dangerous_reason_is_named_first() -> None:
    worst_first: list[tuple[dict[str, Any], Why]] = [
        ({"overload": True}, Why.OVERLOAD),
        ({"sensor_fault": True}, Why.SENSOR_FAULT),
        ({"over_cap_run_s": 1.0}, Why.OVER_CAP),
        ({"contact_s": 110.0}, Why.CONTACT_LIMIT),
        ({"since_first_in_band_s": 90.0}, Why.BAND_LIMIT),
        ({"in_band_s": 20.0}, Why.TIME_IN_BAND),
    ]
    for rank, (_, why) in enumerate(worst_first):
        both: dict[str, Any] = {}
        for changes, _ in worst_first[rank:]:
            both |= changes
        live = {name: both.pop(name) for name in list(both) if name in Live._fields}
        told = in_hold()
        assert told.sees(seen(pressing(**live), **both)).why == why


def test_90_s_after_the_band_was_reached_the_hosts_clock_ends_the_hold_although_the_tools_stands_still() -> None:
    told = in_hold()
    frozen = seen(pressing(since_first_in_band_s=0.0))
    assert told.sees(frozen, after_s=89.75).action is Action.HOLD
    cue = told.sees(frozen, after_s=0.25)
    assert (cue.action, cue.why) == (Action.LET_GO, Why.BAND_LIMIT)


def test_110_s_after_contact_the_hosts_clock_ends_the_hold_although_the_tools_stands_still() -> None:
    told = Told()
    frozen = seen(pressing(10.0, phase=Phase.RAMP))
    told.sees(frozen)
    assert told.sees(frozen, after_s=109.75).action is Action.MORE
    cue = told.sees(frozen, after_s=0.25)
    assert (cue.action, cue.why) == (Action.LET_GO, Why.CONTACT_LIMIT)


def test_limits_run_on_while_the_data_are_silent() -> None:
    told = in_hold()
    told.sees(seen(pressing(), age_s=90.0), after_s=90.0)
    assert told.guide.state == LettingGo(Why.BAND_LIMIT, RestDue(10.0))


def test_losing_contact_again_and_again_does_not_stretch_the_limits() -> None:
    told = in_hold()
    told.sees(seen(AWAY), after_s=60)
    told.sees(seen(pressing(since_first_in_band_s=0.0)), after_s=9)
    cue = told.sees(seen(pressing(since_first_in_band_s=21.0)), after_s=21.0)
    assert cue.why is Why.BAND_LIMIT


# the let-go


@pytest.mark.parametrize("force_n", [40.0, 10.0, 2.0])
def test_let_go_is_repeated_from_2_n_on(force_n: float) -> None:
    told = letting_go()
    assert told.sees(seen(pressing(force_n)), after_s=30).action is Action.LET_GO


def test_let_go_ends_under_2_n_when_the_contact_is_over() -> None:
    told = letting_go()
    assert told.sees(seen(pressing(1.9, phase=Phase.LETTING_GO))).action is Action.LET_GO
    assert told.sees(seen(AWAY._replace(force_n=1.9))).action is Action.REST


@pytest.mark.parametrize("changes", [{"age_s": 2.0}, {"valid_n": 30.0}])
def test_neither_old_nor_saturated_readings_say_that_the_force_is_gone(changes: dict[str, Any]) -> None:
    told = letting_go()
    assert told.sees(seen(AWAY, **changes)).action is Action.LET_GO


def test_an_easing_hand_is_no_new_hold() -> None:
    told = in_hold()
    told.sees(seen(pressing(60.0, in_band_s=15.0)))
    told.sees(seen(pressing(1.5, in_band_s=15.0, over_cap_peak_n=60.0)))
    told.sees(seen(pressing(40.0, in_band_s=15.0, over_cap_peak_n=60.0)))
    assert told.guide.state == LettingGo(Why.OVER_CAP, Ready(Why.OVER_CAP))
    assert told.called() == [(1.0, Why.OVER_CAP)]


def test_a_hold_that_was_ended_for_safety_is_repeated_from_the_start() -> None:
    told = in_hold()
    told.sees(seen(pressing(60.0, in_band_s=15.0)))
    assert told.lifts()[:2] == (Action.PRESS, Why.OVER_CAP)
    cue = told.presses()
    assert (cue.repetition, cue.left_s) == (1, 20.0)
