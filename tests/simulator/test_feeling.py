from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.events import Button, EventType
from simulator.feeling import Feeling
from simulator.happenings.people import Press
from simulator.moments import ButtonDown, ButtonUp
from simulator.patient_kind import PATIENTS, PatientKind
from tests.simulator.bench import Bench, scenario

KIND = PatientKind(ppt_kpa=200.0, pain_nrs=1.0, stop_nrs=8.0, reaction_s=0.2, press_s=0.3)
FRESH = replace(KIND, adaptation=0.0)


def felt(kind: PatientKind, course: dict[float, float], area_cm2: float = 1.0) -> list[ButtonDown | ButtonUp]:
    """What the patient does while the force jumps at these times, asked every 10 ms."""
    feeling, force_n, moments = Feeling(kind, area_cm2), 0.0, []
    for step in range(round(max(course) * 100) + 400):
        force_n = course.get(step / 100, force_n)
        moments.append(feeling.step(step / 100, force_n))
    return [moment for moment in moments if moment]


def nrs(kind: PatientKind, pressure_kpa: float, after_s: float = 0.0) -> float:
    feeling = Feeling(kind, 2.0)
    for step in range(round(after_s * 100) + 1):
        feeling.step(step / 100, pressure_kpa * 2 / 10)
    return feeling.nrs


def test_pain_is_one_at_the_threshold_and_from_two_to_eight_the_pressure_nearly_doubles() -> None:
    assert nrs(FRESH, 200.0) == pytest.approx(1.0)
    two_kpa, eight_kpa = (200 * (1 + (level - 1) / 5.67) for level in (2, 8))
    assert [nrs(FRESH, two_kpa), nrs(FRESH, eight_kpa)] == pytest.approx([2, 8])
    assert eight_kpa / two_kpa == pytest.approx(1.9, abs=0.01)
    assert (nrs(FRESH, 0.0), nrs(FRESH, 2000.0)) == (0.0, 10.0)


def test_a_pain_of_five_halves_in_half_a_minute_or_a_minute_of_a_hold() -> None:
    pressure_kpa = 200 * (1 + 4 / 5.67)
    course = [nrs(KIND, pressure_kpa, after_s) for after_s in (0.0, 30.0, 60.0)]
    assert course[0] == pytest.approx(5.0, abs=0.01)
    assert course[1] > 2.5 > course[2]


@given(st.floats(0, 800), st.floats(0, 800))
def test_more_pressure_never_hurts_less(one_kpa: float, other_kpa: float) -> None:
    less, more = sorted((one_kpa, other_kpa))
    assert 0 <= nrs(KIND, less) <= nrs(KIND, more) <= 10


def test_a_wider_tip_hurts_less() -> None:
    assert felt(FRESH, {1.0: 25.0, 3.0: 0.0}, area_cm2=2.0) == []
    assert felt(FRESH, {1.0: 25.0, 3.0: 0.0}, area_cm2=1.0) != []


def test_pain_is_told_by_a_short_press_a_reaction_later_once_in_a_contact() -> None:
    moments = felt(FRESH, {1.0: 22.0, 4.0: 0.0, 5.0: 22.0, 7.0: 0.0})
    assert moments == [ButtonDown(1.2), ButtonUp(1.5), ButtonDown(5.2), ButtonUp(5.5)]


def test_a_stop_is_held_until_the_hand_is_gone_even_after_pain_was_told() -> None:
    moments = felt(FRESH, {1.0: 22.0, 2.0: 50.0, 4.0: 0.0})
    assert moments == [ButtonDown(1.2), ButtonUp(1.5), ButtonDown(2.2), ButtonUp(4.0)]


def test_a_stop_is_held_for_at_least_a_press() -> None:
    assert felt(FRESH, {1.0: 50.0, 1.1: 0.0}) == [ButtonDown(1.2), ButtonUp(1.5)]


def test_one_who_does_not_tell_presses_nothing() -> None:
    assert felt(replace(FRESH, pain_nrs=None, stop_nrs=None), {1.0: 100.0, 3.0: 0.0}) == []


@pytest.mark.parametrize(("name", "pressed"), [("very tender", True), ("healthy", False)])
def test_a_patient_of_a_scenario_stops_a_press_that_hurts(name: str, pressed: bool) -> None:
    bench = Bench(scenario(presses=[Press(at_s=1, force_n=42, for_s=20)], for_s=30, patient=name))
    bench.start()
    events = [(event.type, event.values) for event in bench.until(40).events]
    assert ((EventType.STOP, (1, Button.PATIENT)) in events) is pressed


def test_the_patients_are_in_the_order_of_their_tenderness() -> None:
    assert PATIENTS["healthy"].ppt_kpa > PATIENTS["tender"].ppt_kpa > PATIENTS["very tender"].ppt_kpa
