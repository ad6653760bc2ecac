"""Prescriptions under caps, with figures worked out by hand: 1 cm², so that 10 kPa are 1 N."""

from __future__ import annotations

import pytest

from clinic.entries.prescriptions import Preset
from clinic.plans.build import Built, build, confirm_rise, under
from clinic.plans.measuring import probe, ramp
from clinic.plans.rises import LED_PERCENT, within_time
from clinic.plans.steps import edited
from clinic.plans.targets import highest_target_n
from clinic.screening.answers import Answer
from clinic.screening.asked import Bench, Use
from clinic.screening.effective import EffectiveCap, effective_cap
from session.errors import InputError
from session.plan import Cap, Plan, Rise, StepAfter
from tests.clinic.screening.charts import (
    BODY,
    FACE,
    LIBRARY,
    LIGHT,
    NOW,
    acknowledged,
    asked,
    cap_of,
    changed,
    chart,
    ppt,
)

OPEN = cap_of(chart(), asked(threshold=ppt(400.0)))
UNKNOWN = cap_of(chart(), asked())
CAPPED = cap_of(
    changed(chart(fibromyalgia=Answer.YES), acknowledgements=(acknowledged("fibromyalgia"),)),
    asked(threshold=ppt(400.0)),
)
MUTE = cap_of(
    changed(chart(**{"cannot-report-pain": Answer.YES}), acknowledgements=(acknowledged("cannot-report-pain"),)),
    asked(),
)


def preset(name: str) -> Preset:
    return LIBRARY.presets[name]


def bench() -> EffectiveCap:
    cap = effective_cap(LIBRARY, Bench(), None, NOW)
    assert isinstance(cap, EffectiveCap)
    return cap


@pytest.mark.parametrize(
    ("name", "target_n", "hold_s", "repetitions", "rest_s"),
    [
        ("threshold-long", 40.0, 90, 1, 0),
        ("midpoint", 48.0, 60, 1, 0),
        ("midpoint-short", 48.0, 30, 4, 120),
        # the rest before a step up
        ("barrier-release", 28.0, 90, 1, 30),
        ("pain-guided", 40.0, 90, 1, 30),
        # led by pain: begins at a quarter of 52.9 N / 1.1
        ("tool-self-care", 12.0227, 30, 6, 30),
        ("classic-scale", 12.0227, 60, 1, 30),
        ("myofascial-release", 20.0, 90, 1, 0),
    ],
)
def test_a_preset_becomes(name: str, target_n: float, hold_s: float, repetitions: int, rest_s: float) -> None:
    built = build(preset(name), OPEN, acknowledged=True)
    plan = built.plan
    assert plan.target_n == pytest.approx(target_n, rel=1e-4)
    assert (plan.hold_s, plan.repetitions, plan.rest_s, built.told) == (hold_s, repetitions, rest_s, ())
    assert plan.cap == OPEN.cap


def test_the_midpoint_lies_between_threshold_and_tolerance() -> None:
    cap = cap_of(chart(), asked(threshold=ppt(400.0), tolerance=ppt(500.0)))
    assert build(preset("midpoint"), cap).plan.target_n == pytest.approx(45.0)


def test_the_criteria_of_a_preset_are_those_of_its_plan() -> None:
    def ends(built: Built) -> tuple[bool, bool, bool]:
        plan = built.plan
        return plan.ends_when_pain_halved, plan.ends_when_pain_gone, plan.ends_when_softer

    assert ends(build(preset("midpoint-short"), OPEN)) == (False, False, False)
    assert ends(build(preset("threshold-long"), OPEN)) == (False, True, False)
    assert ends(build(preset("barrier-release"), OPEN)) == (False, False, True)
    assert ends(build(preset("classic-scale"), OPEN, acknowledged=True)) == (True, False, False)


def test_a_lowered_target_and_a_shortened_hold_say_why() -> None:
    built = build(preset("threshold-long"), CAPPED)
    assert built.plan.target_n == pytest.approx(28.0 / 1.1)
    assert built.plan.high_n <= 28.0
    assert (built.plan.capped, built.plan.stop_nrs) == (True, 6)
    assert built.told[0].startswith("target lowered from 40.0 N to 25.5 N: ")
    assert "0.7 × PPT" in built.told[0]


def test_holds_are_left_out_when_the_time_at_the_point_is_used_up() -> None:
    cap = cap_of(chart(), asked(threshold=ppt(400.0), pressed_s=230.0))
    built = build(preset("midpoint-short"), cap)
    assert built.plan.repetitions == 2
    assert "2 of 4 holds" in built.told[0]
    late = build(preset("midpoint"), cap_of(chart(), asked(threshold=ppt(400.0), pressed_s=260.0)))
    assert (late.plan.hold_s, late.plan.repetitions) == (40.0, 1)
    assert "holds shortened from 60 s to 40 s" in late.told[0]


@pytest.mark.parametrize("name", ["threshold-long", "midpoint", "barrier-release", "pain-guided", "fixed-probe"])
def test_without_a_threshold_only_pain_leads(name: str) -> None:
    with pytest.raises(InputError, match="measure it, or take"):
        build(preset(name), UNKNOWN)
    led = build(preset("tool-self-care"), UNKNOWN).plan
    assert led.target_n == pytest.approx(0.25 * 25 / 1.1)
    assert led.stop_nrs == 6


def test_without_a_threshold_pain_leads_to_five_at_most() -> None:
    with pytest.raises(InputError, match="led to pain 5 at most"):
        build(preset("classic-scale"), UNKNOWN, acknowledged=True)


def test_a_capped_client_is_not_offered_the_classic_scale_and_others_acknowledge_it() -> None:
    with pytest.raises(InputError, match="not offered to a client with a lowered cap"):
        build(preset("classic-scale"), CAPPED, acknowledged=True)
    with pytest.raises(InputError, match="has to be acknowledged first"):
        build(preset("classic-scale"), OPEN)
    assert build(preset("classic-scale"), OPEN, acknowledged=True).plan.stop_nrs == 8


def test_where_pain_reports_are_unreliable_a_low_fixed_pressure_is_all() -> None:
    with pytest.raises(InputError, match="cannot be relied on"):
        build(preset("tool-self-care"), MUTE)
    with pytest.raises(InputError, match="no"):
        build(preset("threshold-long"), MUTE)
    light = preset("fixed-probe").model_copy(update={"hold_s": 60.0})
    built = build(light, MUTE)
    assert built.plan.high_n == pytest.approx(10.0)
    assert built.plan.hold_s == 30.0


def test_presets_of_the_bench_are_for_no_person_and_those_of_persons_not_for_the_bench() -> None:
    with pytest.raises(InputError, match="for bench and simulator"):
        build(preset("bench-demonstration"), OPEN)
    assert build(preset("bench-demonstration"), bench()).plan.target_n == 30.0
    for name in ("threshold-long", "tool-self-care", "fixed-probe"):
        with pytest.raises(InputError):
            build(preset(name), bench())


def file_plan(target_n: float, **more: object) -> Plan:
    values = {"name": "file", "text": "a file", "source": "nobody", "confidence": "none"}
    cap = Cap(force_n=120.0, reasons=("the file says so",))
    return Plan.model_validate(
        values | {"target_n": target_n, "hold_s": 30.0, "repetitions": 2, "rest_s": 5.0, "cap": cap} | more
    )


def test_a_plan_from_a_file_gets_the_cap_that_holds_whatever_it_says() -> None:
    taken = under(file_plan(40.0), OPEN)
    assert (taken.cap, taken.rest_s) == (OPEN.cap, 30.0)
    with pytest.raises(InputError, match=r"reaches 66\.0 N, the limit is 52\.9 N"):
        under(file_plan(60.0), OPEN)
    with pytest.raises(InputError, match="measure it, or take a plan led by pain"):
        under(file_plan(5.0), UNKNOWN)
    assert under(file_plan(20.0), CAPPED).stop_nrs == 6
    tighter = Cap(force_n=30.0, band_s=40.0, reasons=("the file is careful",))
    assert under(file_plan(20.0, cap=tighter), OPEN).cap == tighter
    with pytest.raises(InputError, match="60 s, and 50 s are left"):
        under(file_plan(20.0), cap_of(chart(), asked(threshold=ppt(400.0), pressed_s=250.0)))
    with pytest.raises(InputError, match="the limit is 60 N"):
        under(file_plan(60.0), bench())


def steps_of(plan: Plan) -> list[float]:
    """The targets, one step after the other."""
    reached = [plan.target_n]
    while (after := plan.stepped()) is not plan:
        reached.append(after.target_n)
        plan = after
    return reached


def test_a_step_goes_up_by_its_share_and_never_above_the_prescription_or_the_cap() -> None:
    plan = build(preset("barrier-release"), OPEN).plan
    assert steps_of(plan)[:3] == pytest.approx([28.0, 30.8, 33.88])
    assert plan.rise is not None
    assert (plan.rise.after, plan.rise.why) == (StepAfter.PAIN_HALVED, "1 × the threshold")
    near = build(preset("pain-guided"), OPEN).plan.model_copy(update={"target_n": 47.0})
    assert steps_of(near) == pytest.approx([47.0, 48.0])
    assert near.rise is not None
    assert (near.rise.after, near.rise.why) == (StepAfter.PAIN_GONE, "1.2 × the threshold")
    assert near.rest_s == 30.0


def test_where_the_cap_is_below_the_prescriptions_share_it_is_named() -> None:
    capped = build(preset("pain-guided"), CAPPED).plan
    assert capped.rise is not None
    assert capped.rise.highest_target_n == pytest.approx(28 / 1.1)
    assert capped.rise.why == CAPPED.cap.reasons[0]


def test_steps_that_add_a_hold_end_where_the_point_has_no_time_left() -> None:
    def left(pressed_s: float, hold_s: float = 90.0) -> int:
        cap = cap_of(chart(), asked(threshold=ppt(400.0), pressed_s=pressed_s))
        built = build(preset("barrier-release"), cap).plan.model_copy(update={"hold_s": hold_s})
        stepping = within_time(built, cap)
        assert stepping.rise is not None
        assert stepping.most_holds * stepping.hold_s <= 300 - pressed_s
        return stepping.rise.left

    assert [left(0), left(30), left(31), left(121), left(250, 50.0)] == [2, 2, 1, 0, 0]


def test_a_step_that_pain_leads_ends_under_the_cap() -> None:
    plan = build(preset("tool-self-care"), UNKNOWN).plan
    assert plan.rise is not None
    assert (plan.rise.after, plan.rise.below_nrs, plan.rise.by_percent) == (StepAfter.PAIN_BELOW, 5, LED_PERCENT)
    assert steps_of(plan)[-1] == highest_target_n(UNKNOWN) == pytest.approx(25 / 1.1)
    assert plan.most_holds == 6
    assert within_time(plan, UNKNOWN) == plan
    assert plan.rise.sentence == (
        f"8 steps up of 20 % at most, each asked for after “pain below 5”, to 22.7 N at most ({UNKNOWN.cap.reasons[0]})"
    )
    alone = build(preset("classic-scale"), OPEN, acknowledged=True).plan
    assert (alone.most_holds, alone.rise and alone.rise.below_nrs) == (5, 7)


def test_nothing_rises_where_reports_of_pain_cannot_be_relied_on_or_nothing_was_measured() -> None:
    steps = Rise(after=StepAfter.PAIN_GONE, by_percent=10, left=1, highest_target_n=9.0, why="a file")
    fixed = file_plan(5.0).model_copy(update={"hold_s": 30.0, "rise": steps})
    assert under(fixed, MUTE).rise is None
    assert under(fixed.model_copy(update={"hold_s": 60.0}), OPEN).rise == steps
    assert build(preset("threshold-long"), OPEN).plan.rise is None


def test_a_plan_from_a_file_brings_no_steps_above_the_cap_or_the_time() -> None:
    steps = Rise(after=StepAfter.PAIN_GONE, by_percent=10, left=5, highest_target_n=100.0, why="a file")
    with pytest.raises(InputError, match=r"its steps would rise to 100\.0 N"):
        under(file_plan(20.0).model_copy(update={"rise": steps.model_copy(update={"left": 1})}), OPEN)
    low = steps.model_copy(update={"highest_target_n": 30.0})
    with pytest.raises(InputError, match="420 s, and 300 s are left"):
        under(file_plan(20.0, hold_s=60.0).model_copy(update={"rise": low}), OPEN)


def test_an_edit_is_checked_against_the_cap_that_holds_now() -> None:
    plan = build(preset("threshold-long"), OPEN).plan
    assert edited(plan, OPEN, 45.0).target_n == 45.0
    with pytest.raises(InputError, match="above the limit"):
        edited(plan, OPEN, 49.0)
    with pytest.raises(InputError, match="above the limit"):
        edited(plan, CAPPED, 26.0)
    with pytest.raises(InputError, match="above 0 N"):
        edited(plan, OPEN, 0.0)
    led = build(preset("tool-self-care"), UNKNOWN).plan
    assert edited(led, UNKNOWN, 2.0).target_n == 2.0
    with pytest.raises(InputError, match="led by pain"):
        edited(led, UNKNOWN, 10.0)


def test_more_than_at_the_last_visit_has_to_be_confirmed() -> None:
    plan = build(preset("threshold-long"), OPEN).plan
    with pytest.raises(InputError, match=r"40\.0 N is above the last visit's 35\.0 N: confirm it"):
        confirm_rise(plan, 35.0, confirmed=False)
    for last_n, confirmed in ((35.0, True), (40.0, False), (None, False)):
        confirm_rise(plan, last_n, confirmed=confirmed)


def test_measurements_end_at_the_cap_of_their_own_use() -> None:
    threshold = ramp(LIBRARY, BODY, cap_of(chart(), asked(Use.THRESHOLD)))
    assert (threshold.end.force_n, threshold.readings) == (80.0, 3)
    tolerance = ramp(LIBRARY, BODY, cap_of(chart(), asked(Use.TOLERANCE, threshold=ppt(400.0))))
    assert tolerance.end.force_n == pytest.approx(52.9)
    assert tolerance.readings == 1
    light = ramp(LIBRARY, FACE, cap_of(chart(), asked(Use.LIGHT_READING, FACE)))
    assert (light.end.force_n, light.readings) == (10.0, 1)
    with pytest.raises(InputError, match="for a pain threshold, not for a plan"):
        build(preset("bench-demonstration"), cap_of(chart(), asked(Use.THRESHOLD)))
    with pytest.raises(InputError, match="not for a measurement"):
        ramp(LIBRARY, BODY, OPEN)


def test_a_fixed_probe_is_given_only_where_the_cap_allows_it() -> None:
    able = cap_of(chart(), asked(Use.PROBE, threshold=ppt(400.0)))
    assert probe(LIBRARY, BODY, able).pressure_kpa == pytest.approx(245.17, abs=0.2)
    for cap, spot in ((cap_of(chart(), asked(Use.PROBE)), BODY), (cap_of(chart(), asked(Use.PROBE, LIGHT)), LIGHT)):
        with pytest.raises(InputError, match=r"above the limit of .*: leave it out"):
            probe(LIBRARY, spot, cap)
    with pytest.raises(InputError, match="not for a fixed probe"):
        probe(LIBRARY, BODY, OPEN)
