from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from clinic.presets import PRESETS
from session.plan import BAND_LIMIT_S, CONTACT_LIMIT_S, DEVICE_CAP_N, Cap, Plan
from tests.session.moments import CAP, PLAN


def plan(**changes: Any) -> Plan:
    return Plan.model_validate(PLAN.model_dump() | changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"target_n": 0.0},
        {"target_n": -1.0},
        {"target_n": float("nan")},
        {"target_n": float("inf")},
        {"band_percent": 0.0},
        {"band_percent": 30.1},
        {"band_percent": float("nan")},
        {"hold_s": 0.0},
        {"hold_s": 90.1},
        {"hold_s": float("nan")},
        {"repetitions": 0},
        {"rest_s": -1.0},
        {"rest_s": float("nan")},
        {"rest_s": float("inf")},
        {"cap": {"force_n": 120.1, "reasons": ("x",)}},
        {"cap": {"force_n": float("nan"), "reasons": ("x",)}},
        {"cap": {"force_n": 50.0, "reasons": ()}},
        {"ends_at_dose_kpa_s": 0.0},
        {"ends_at_dose_kpa_s": float("inf")},
        {"ends_at_dose_kpa_s": float("nan")},
        {"somebody": "else"},
    ],
)
def test_a_plan_cannot_have(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        plan(**changes)


def test_a_band_above_the_cap_says_how_low_the_target_has_to_be() -> None:
    with pytest.raises(ValidationError, match=r"reaches 55\.0 N, the limit is 50 N \(a test\): lower.* to 45\.5 N"):
        plan(target_n=50.0)


@given(st.floats(0.1, 200), st.floats(0.1, 30), st.floats(0.1, DEVICE_CAP_N))
def test_whatever_plan_can_be_made_stays_under_its_cap(target_n: float, band_percent: float, cap_n: float) -> None:
    cap = Cap(force_n=cap_n, reasons=("a test",))
    try:
        made = plan(target_n=target_n, band_percent=band_percent, cap=cap)
    except ValidationError:
        assert target_n * (1 + band_percent / 100) > cap_n
    else:
        assert made.low_n < target_n < made.high_n <= cap_n <= DEVICE_CAP_N
        assert made.eased().high_n < made.high_n


def test_the_highest_target_touches_the_cap() -> None:
    assert PLAN.highest_target_n == pytest.approx(45.4545, abs=1e-4)
    assert plan(target_n=PLAN.highest_target_n - 1e-9).high_n == pytest.approx(CAP.force_n)


def test_eased_asks_for_a_fifth_less_and_nothing_else_changes() -> None:
    assert PLAN.eased() == PLAN.model_copy(update={"target_n": 32.0})


def test_limits_are_those_that_the_page_of_risks_names() -> None:
    assert (BAND_LIMIT_S, CONTACT_LIMIT_S, DEVICE_CAP_N) == (90.0, 110.0, 120.0)


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_names_its_source_and_how_sure_it_is(name: str) -> None:
    preset = PRESETS[name]
    assert preset.name == name
    assert preset.source
    assert preset.confidence
    assert Plan.model_validate_json(preset.model_dump_json()) == preset


@given(st.floats(0.1, 200), st.floats(0.1, 30), st.floats(0.1, DEVICE_CAP_N))
def test_no_edit_lifts_a_band_above_its_cap(target_n: float, band_percent: float, cap_n: float) -> None:
    edits: dict[str, Any] = {
        "target_n": target_n,
        "band_percent": band_percent,
        "cap": {"force_n": cap_n, "reasons": ("x",)},
    }
    for names in (("target_n",), ("band_percent",), ("cap",), ("target_n", "cap"), tuple(edits)):
        update = {name: edits[name] for name in names}
        try:
            edited = PLAN.model_copy(update=update)
        except ValidationError:
            with pytest.raises(ValidationError):
                plan(**update)
        else:
            assert edited == plan(**update)
            assert edited.eased().high_n < edited.high_n <= edited.cap.force_n <= DEVICE_CAP_N


def test_a_cap_that_was_made_past_its_own_check_makes_no_plan() -> None:
    forged = Cap.model_construct(force_n=500.0, reasons=("forged",))
    with pytest.raises(ValidationError):
        PLAN.model_copy(update={"cap": forged})
    with pytest.raises(ValidationError):
        Plan(**dict(PLAN) | {"cap": forged})


@pytest.mark.parametrize("change", [{"target": 20.0}, {"target_n": 20.0, "nobody": "knows"}])
def test_an_edit_of_what_a_plan_does_not_have_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        PLAN.model_copy(update=change)


def test_a_copy_without_an_edit_is_the_same_plan() -> None:
    assert PLAN.model_copy() == PLAN


def test_dose_ends_no_hold_unless_a_plan_says_so_and_people_do() -> None:
    assert PLAN.ends_at_dose_kpa_s is None
    assert (PLAN.ends_when_pain_halved, PLAN.ends_when_pain_gone, PLAN.ends_when_softer) == (True, True, True)


def test_a_capped_client_stops_sooner() -> None:
    assert (PLAN.stop_nrs, plan(capped=True).stop_nrs) == (8, 6)


def test_a_plan_of_an_old_record_is_still_read() -> None:
    new = {"capped", "ends_at_dose_kpa_s", "ends_when_pain_halved", "ends_when_pain_gone", "ends_when_softer"}
    assert Plan.model_validate(PLAN.model_dump(exclude=new)) == PLAN
