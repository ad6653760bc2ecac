"""What keeps a ramp from beginning, and what ends one."""

from __future__ import annotations

import pytest

from session.cue import Action, Why
from session.threshold_cue import RampWhy
from session.threshold_guide import Sight
from session.threshold_state import Resting
from tests.session.moments import seen
from tests.session.ramp_stands import (
    GOOD,
    LIFTED,
    RISING,
    Told,
    bad,
    letting_go,
    off,
    on,
    ramping,
    unpressed,
)

# before a ramp


UNFIT = [
    (bad(off(), stop_latched=True), RampWhy.BUTTON_HELD),
    (bad(off(), zeroed=False), Why.ZERO_NEEDED),
    (bad(off(), overload=True), Why.OVERLOAD),
    (bad(off(), sensor_fault=True), Why.SENSOR_FAULT),
    (off(tip_fits=False), RampWhy.OTHER_TIP),
    (bad(off(), age_s=0.5), Why.DATA_SILENT),
    (bad(off(), age_s=None), Why.DATA_SILENT),
]


@pytest.mark.parametrize(("sight", "why"), UNFIT)
def test_nobody_begins_while(sight: Sight, why: Why | RampWhy) -> None:
    told = Told()
    cue = told.sees(sight)
    assert (cue.action, cue.why) == (Action.WAIT, why)
    pressed = told.sees(sight._replace(ramp=RISING))
    assert (pressed.action, pressed.why) == (Action.LET_GO, why)
    told.sees(off(ended=(GOOD,)))
    assert told.guide.readings == []
    assert told.sees(off()).action is Action.PRESS


# what ends a ramp


@pytest.mark.parametrize(
    ("sight", "why"),
    [
        (on(pressed=True), RampWhy.PRESSED),
        (on(ramp=RISING._replace(capped=True)), RampWhy.AT_THE_END),
        (bad(on(), overload=True), Why.OVERLOAD),
        (bad(on(), sensor_fault=True), Why.SENSOR_FAULT),
        (bad(on(), age_s=2.0), Why.DATA_SILENT),
        (on(ended=(GOOD,)), RampWhy.PRESSED),
        (on(ended=(LIFTED,)), RampWhy.PRESSED),
    ],
)
def test_a_ramp_is_ended_by(sight: Sight, why: Why | RampWhy) -> None:
    told = ramping()
    cue = told.sees(sight)
    assert (cue.action, cue.why) == (Action.LET_GO, why)
    assert told.sees(bad(on(), age_s=3.0)).action is Action.LET_GO


def test_of_several_ends_the_gravest_is_named() -> None:
    sight = on(pressed=True, ramp=RISING._replace(capped=True))
    order = [
        (bad(sight, overload=True, sensor_fault=True, age_s=9.0), Why.OVERLOAD),
        (bad(sight, sensor_fault=True, age_s=9.0), Why.SENSOR_FAULT),
        (bad(sight, age_s=9.0), Why.DATA_SILENT),
        (sight, RampWhy.AT_THE_END),
    ]
    for several, why in order:
        assert ramping().sees(several).why is why
    assert ramping().sees(on(pressed=True), after_s=50.0).why is RampWhy.PRESSED


@pytest.mark.parametrize(("after_s", "action"), [(22.8, Action.MORE), (22.9, Action.LET_GO)])
def test_a_ramp_that_takes_too_long_is_ended_by_the_hosts_clock(after_s: float, action: Action) -> None:
    cue = ramping().sees(on(), after_s=after_s)
    assert cue.action is action
    assert action is Action.MORE or cue.why is RampWhy.TOO_LONG


def test_half_a_second_without_data_the_hand_keeps_still_and_sees_no_number() -> None:
    told = ramping()
    cue = told.sees(bad(on(), age_s=0.5))
    assert (cue.action, cue.why, cue.pressure_kpa, cue.pace) == (Action.HOLD, Why.DATA_SILENT, None, None)
    assert told.sees(on()).action is Action.MORE


def test_let_go_is_repeated_until_the_ramp_is_over_and_the_force_is_under_2_n() -> None:
    told = letting_go()
    not_yet = (on(), off(seen=seen(valid_n=2.0)), bad(off(), age_s=2.0), on(seen=seen(valid_n=1.5)))
    assert [told.sees(sight).action for sight in not_yet] == [Action.LET_GO] * 4
    assert told.sees(off(seen=seen(valid_n=1.9))).action is Action.REST


def test_a_mere_touch_is_no_ramp_and_needs_no_rest() -> None:
    told = ramping()
    cue = told.sees(off())
    assert (cue.action, cue.why, told.guide.readings) == (Action.PRESS, RampWhy.LIFTED, [])


def test_who_lifts_without_a_press_has_a_void_reading_and_rests() -> None:
    told = ramping()
    told.sees(off(ended=(unpressed(LIFTED),)))
    assert (type(told.state), len(told.guide.readings)) == (Resting, 1)


def test_a_lift_without_a_press_is_named() -> None:
    told = ramping()
    assert told.sees(on(ended=(unpressed(LIFTED),))).why is RampWhy.LIFTED
