from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from analysis.algometry.probe import ProbeSettings
from analysis.algometry.settings import RampSettings
from session.caps import Region
from session.plan import Cap
from session.threshold import ProbePlan, ThresholdPlan
from tests.analysis.algometry.test_series import reading

BODY = ThresholdPlan(region=Region.BODY, area_cm2=1.0)


def cap(force_n: float) -> Cap:
    return Cap(force_n=force_n, reasons=("a test",))


def test_a_plan_is_what_the_literature_does() -> None:
    assert (BODY.rate_kpa_per_s, BODY.readings, BODY.rest_s, BODY.first_is_practice) == (30.0, 3, 30.0, False)
    assert (BODY.end_kpa, BODY.settings) == (800.0, RampSettings(1.0, 30.0, 80.0))


@pytest.mark.parametrize(
    ("region", "area_cm2", "end_kpa"),
    [(Region.BODY, 2.0, 600.0), (Region.NECK, 1.0, 300.0), (Region.NECK, 0.5, 400.0), (Region.FACE, 1.0, 150.0)],
)
def test_every_ramp_ends_at_the_lower_of_pressure_and_force(region: Region, area_cm2: float, end_kpa: float) -> None:
    assert ThresholdPlan(region=region, area_cm2=area_cm2).end_kpa == pytest.approx(end_kpa)


def test_a_tighter_end_holds_and_a_wider_one_is_refused_with_what_is_allowed() -> None:
    tight = ThresholdPlan(region=Region.NECK, area_cm2=1.0, cap=cap(20.0))
    assert (tight.end, tight.end_kpa) == (cap(20.0), 200.0)
    text = r"would end at 30.1 N, the limit is 30 N \(neck and suboccipital region: 30 N \(assumed\)\): lower its end"
    with pytest.raises(ValidationError, match=text):
        ThresholdPlan(region=Region.NECK, area_cm2=1.0, cap=cap(30.1))


@pytest.mark.parametrize(
    "change",
    [
        {"rest_s": 29.9},
        {"area_cm2": 0.05},
        {"area_cm2": 11.0},
        {"rate_kpa_per_s": 4.0},
        {"rate_kpa_per_s": 101.0},
        {"readings": 0},
        {"readings": 6},
        {"cap": cap(1.5)},
        {"more": 1},
    ],
)
def test_a_plan_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        ThresholdPlan(**{"region": Region.BODY, "area_cm2": 1.0, **change})


@given(st.sampled_from(Region), st.booleans(), st.floats(0.1, 10), st.floats(5, 100), st.none() | st.floats(0.1, 120))
def test_whatever_plan_can_be_made_ends_under_every_limit(
    region: Region, light: bool, area_cm2: float, rate_kpa_per_s: float, cap_n: float | None
) -> None:
    tighter = None if cap_n is None else cap(cap_n)
    try:
        plan = ThresholdPlan(region=region, light=light, area_cm2=area_cm2, rate_kpa_per_s=rate_kpa_per_s, cap=tighter)
    except ValidationError:
        return
    limit_n = {Region.FACE: 15, Region.NECK: 30, Region.BODY: 30 if light else 120}[region]
    limit_kpa = {Region.FACE: 250, Region.NECK: 400, Region.BODY: 800}[region]
    assert plan.settings.cap_n <= min(limit_n, cap_n or limit_n)
    assert plan.settings.cap_kpa <= limit_kpa * (1 + 1e-12)
    assert plan.longest_s <= 110


def test_a_ramp_lasts_as_long_as_the_slowest_right_rate_takes_and_never_longer_than_a_hold() -> None:
    assert BODY.longest_s == pytest.approx(800 / (0.7 * 30))
    assert BODY.model_copy(update={"rate_kpa_per_s": 5.0}).longest_s == 110


def test_readings_are_summed_up_as_the_plan_says() -> None:
    plan = BODY.model_copy(update={"readings": 2, "first_is_practice": True})
    result = plan.sum_up([reading(200.0), reading(300.0), reading(310.0)])
    assert (result.practice_kpa, result.mean_kpa, result.verdicts) == (200.0, 305.0, ())
    assert (BODY.most_ramps, plan.most_ramps) == (5, 5)


# the fixed stimulus


def test_a_fixed_stimulus_is_245_kpa_for_3_s() -> None:
    assert ProbePlan(region=Region.BODY, area_cm2=1.0).settings == ProbeSettings(1.0, 245.0, 3.0, 10.0)


@pytest.mark.parametrize(
    ("region", "area_cm2", "limit_n", "allowed"),
    [
        (Region.BODY, 1.0, None, True),
        (Region.BODY, 4.4, None, True),
        (Region.BODY, 4.5, None, False),
        (Region.NECK, 1.0, None, True),
        (Region.NECK, 1.2, None, False),
        (Region.FACE, 0.5, None, False),
        (Region.BODY, 1.0, 26.9, False),
        (Region.BODY, 1.0, 27.0, True),
    ],
)
def test_a_fixed_stimulus_stays_under_the_cap_with_its_band(
    region: Region, area_cm2: float, limit_n: float | None, allowed: bool
) -> None:
    def make() -> ProbePlan:
        return ProbePlan(region=region, area_cm2=area_cm2, cap=None if limit_n is None else cap(limit_n))

    if allowed:
        assert make().settings.area_cm2 == area_cm2
    else:
        with pytest.raises(ValidationError, match="take a smaller tip or leave the test out"):
            make()
