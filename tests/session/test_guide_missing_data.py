"""Without data, or with a tool that is not fit, nobody is asked to press."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from session.cue import Action, Why
from session.guide import Guide
from session.inputs import GoOn, StopReason
from session.state import Ready
from tests.session.moments import AWAY, PLAN, Told, pressing, seen
from tests.session.stands import in_hold, lost, ready, stopped


def test_silence_in_a_hold_is_keep_still_at_half_a_second_and_let_go_at_2_s() -> None:
    told = in_hold()
    told.sees(seen(pressing(20.0)), after_s=0.4)
    said = [told.sees(seen(pressing(20.0), age_s=age_s))[:2] for age_s in (0.49, 0.5, 1.99, 2.0, 60.0)]
    still, away = (Action.HOLD, Why.DATA_SILENT), (Action.LET_GO, Why.DATA_SILENT)
    assert said == [(Action.MORE, None), still, still, away, away]


def test_a_hold_goes_on_when_the_data_return() -> None:
    told = in_hold()
    told.sees(seen(pressing(in_band_s=5.0)))
    told.sees(seen(pressing(in_band_s=5.0), age_s=3.0))
    cue = told.sees(seen(pressing(in_band_s=5.1)))
    assert (cue.action, cue.left_s) == (Action.HOLD, 14.9)


@pytest.mark.parametrize("stand", [ready, lost])
@pytest.mark.parametrize("age_s", [0.5, 1.9, 2.0, 60.0])
def test_nobody_is_asked_to_press_without_data(stand: Callable[[], Told], age_s: float) -> None:
    cue = stand().sees(seen(AWAY, age_s=age_s))
    assert cue.action in (Action.WAIT, Action.LET_GO)
    assert cue.why is Why.DATA_SILENT


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"zeroed": False}, Why.ZERO_NEEDED),
        ({"stop_latched": True}, Why.PATIENT_STOP),
        ({"overload": True}, Why.OVERLOAD),
        ({"sensor_fault": True}, Why.SENSOR_FAULT),
        ({"age_s": None, "valid_n": None}, Why.DATA_SILENT),
    ],
)
def test_nobody_is_asked_to_press_with_a_tool_that_is_not_fit(changes: dict[str, Any], why: Why) -> None:
    assert Told().sees(seen(AWAY, **changes))[:2] == (Action.WAIT, why)


def test_a_tool_whose_zero_was_not_checked_begins_no_hold() -> None:
    told = Told()
    told.sees(seen(pressing(), zeroed=False))
    assert told.guide.state == Ready()


@pytest.mark.parametrize(
    ("area_cm2", "begins"), [(1.0, True), (1.009, True), (1.02, False), (0.5, False), (None, False)]
)
def test_with_another_tip_than_the_plans_no_hold_begins(area_cm2: float | None, begins: bool) -> None:
    told = Told(PLAN.model_copy(update={"tip_cm2": 1.0}))
    away = told.sees(seen(AWAY, area_cm2=area_cm2))
    assert away[:2] == ((Action.PRESS, None) if begins else (Action.WAIT, Why.OTHER_TIP))
    told.sees(seen(pressing(), area_cm2=area_cm2))
    assert (told.guide.state == Ready()) is not begins


def test_a_lowered_time_limit_ends_a_hold() -> None:
    for limits, s, why in (
        ({"band_s": 30.0}, 30.0, Why.BAND_LIMIT),
        ({"contact_s": 25.0, "band_s": 90.0}, 25.0, Why.CONTACT_LIMIT),
    ):
        cap = PLAN.cap.model_copy(update=limits)
        plan = PLAN.model_copy(update={"cap": cap})
        early, late = (Guide(plan) for _ in range(2))
        for guide, at_s in ((early, s - 0.01), (late, s)):
            guide.update(seen(pressing(since_first_in_band_s=0.0)), 0.0)
            cue = guide.update(seen(pressing(contact_s=0.1, since_first_in_band_s=0.1)), at_s)
            assert (cue.why is why) is (guide is late)


def test_while_the_tool_holds_a_stop_contact_begins_no_hold() -> None:
    told = stopped()
    held = seen(pressing(), stop_latched=True)
    told.sees(seen(AWAY, stop_latched=True), GoOn(reason=StopReason.OTHER))
    assert told.sees(held)[:2] == (Action.WAIT, Why.PATIENT_STOP)
    assert isinstance(told.guide.state, Ready)
