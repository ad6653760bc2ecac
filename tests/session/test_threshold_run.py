"""Thresholds measured from end to end: simulated hand, tissue, cell, tool, patient; real analysis and guide."""

from __future__ import annotations

from typing import Any

import pytest

from analysis.algometry.pace import Pace
from analysis.algometry.threshold import Above, Method, Reached
from analysis.algometry.verdicts import Flaw
from session.caps import Region
from session.cue import Action, Why
from session.inputs import GoOn, Input, Now, Stop, StopReason
from session.plan import Cap
from session.threshold import ThresholdPlan
from session.threshold_cue import RampCue, RampWhy
from session.threshold_guide import Sight
from session.threshold_state import Finished
from simulator.happenings.every import Happening
from simulator.happenings.frames import Silence
from simulator.happenings.people import PatientStop, PatientThreshold
from simulator.scenario import Scenario
from simulator.tool import Tool
from tests.session.pain_room import PainRoom, pain_room

PLAN = ThresholdPlan(region=Region.BODY, area_cm2=1.0, rate_kpa_per_s=50.0)
ONE_RAMP = [(Action.PRESS, None), (Action.MORE, None), (Action.LET_GO, RampWhy.PRESSED)]


def tool(*happenings: Happening, rate_hz: Any = 100, seed: int = 3, unsteadiness: float = 0.03) -> Tool:
    scenario = Scenario(
        name="test",
        text="A test.",
        simulated_s=300,
        rate_hz=rate_hz,
        happenings=happenings,
        unsteadiness=unsteadiness,
    )
    return Tool(scenario, seed)


@pytest.mark.parametrize("rate_hz", [50, 100, 200, 1000])
@pytest.mark.parametrize("kpa_per_s", [30.0, 50.0])
def test_a_reading_is_within_half_a_percent_of_the_true_force_at_the_press(rate_hz: int, kpa_per_s: float) -> None:
    """What is left is the noise of the cell, 0.02 N, and its gain, 0.04 %."""
    simulated = tool(PatientThreshold(force_n=22.0), rate_hz=rate_hz)
    place = pain_room(simulated, PLAN.model_copy(update={"rate_kpa_per_s": kpa_per_s, "readings": 1}))
    assert place.guide.state == Finished("All readings are done.")
    (found,), (true_n,) = place.guide.readings, simulated.pressed_n
    assert isinstance(found.outcome, Reached)
    assert found.outcome.force_n == pytest.approx(true_n, rel=0.005)
    assert 22.0 < true_n < 26.0
    assert (found.method, found.valid) == (Method.BUTTON, True)


def test_a_measuring_goes_press_more_let_go_rest_and_the_tools_stop_is_cleared_each_time() -> None:
    place = pain_room(tool(PatientThreshold(force_n=15.0)), PLAN)
    rest = [(Action.REST, None)]
    assert place.said == [*ONE_RAMP, *rest, *ONE_RAMP, *rest, *ONE_RAMP, (Action.DONE, None)]


def test_over_the_prescribed_rest_no_reading_is_too_soon() -> None:
    place = pain_room(tool(PatientThreshold(force_n=15.0)), PLAN)
    starts = [
        (one.end_s, two.start_s) for one, two in zip(place.guide.readings, place.guide.readings[1:], strict=False)
    ]
    assert all(30.0 <= start_s - end_s < 35.0 for end_s, start_s in starts)


def hurry(place: PainRoom) -> None:
    place.speed = 1.7


def dawdle(place: PainRoom) -> None:
    place.speed = 0.5


@pytest.mark.parametrize(("prepare", "pace"), [(hurry, Pace.TOO_FAST), (dawdle, Pace.TOO_SLOW)])
def test_a_hand_at_another_rate_is_told_so_and_its_readings_do_not_count(prepare: Any, pace: Pace) -> None:
    once = PLAN.model_copy(update={"readings": 1})
    place = pain_room(tool(PatientThreshold(force_n=25.0), unsteadiness=0.0), once, prepare)
    assert pace in place.paces
    assert all(Flaw.RATE in [verdict.flaw for verdict in found.verdicts] for found in place.guide.readings)
    assert place.guide.state == Finished("Ended after 3 ramps: 0 of 1 readings count.")
    assert place.guide.result.void == 3


def test_who_feels_no_pain_is_let_go_at_the_end_of_the_ramp() -> None:
    plan = PLAN.model_copy(update={"cap": Cap(force_n=15.0, reasons=("a test",))})
    place = pain_room(tool(), plan)
    assert [found.outcome for found in place.guide.readings] == [Above(150.0)] * 3
    assert (Action.LET_GO, RampWhy.AT_THE_END) in place.said
    peaks = [found.peak_kpa for found in place.guide.readings]
    assert all(isinstance(peak, float) and peak < 1.25 * 150 for peak in peaks)
    assert place.guide.result.capped == 3


def test_a_word_that_the_therapist_marks_is_a_reading_of_its_own_method() -> None:
    def prepare(place: PainRoom) -> None:
        def mark(cue: RampCue, sight: Sight) -> Input | None:
            loud = cue.action is Action.MORE and cue.pressure_kpa is not None and cue.pressure_kpa >= 200
            return Now(by="therapist") if loud else None

        place.on_cue = mark

    place = pain_room(tool(), PLAN, prepare)
    assert [found.method for found in place.guide.readings] == [Method.SPOKEN] * 3
    for found in place.guide.readings:
        assert isinstance(found.outcome, Reached)
        assert 200 <= found.outcome.pressure_kpa < 210


def test_the_patients_button_in_the_rest_is_a_stop_and_goes_on_only_when_somebody_says_so() -> None:
    def prepare(place: PainRoom) -> None:
        def answer(cue: RampCue, sight: Sight) -> Input | None:
            return GoOn(reason=StopReason.OTHER) if cue.action is Action.STOP and place.tool.simulated_s > 40 else None

        place.on_cue = answer

    place = pain_room(tool(PatientThreshold(force_n=15.0), PatientStop(at_s=20.0)), PLAN, prepare)
    stop = place.said.index((Action.STOP, Why.PATIENT_STOP))
    assert place.said[:stop] == [*ONE_RAMP, (Action.REST, None)]
    assert place.said[stop + 1] == (Action.REST, None)
    assert place.guide.state == Finished("All readings are done.")


def test_a_stop_in_a_ramp_leaves_no_reading() -> None:
    def prepare(place: PainRoom) -> None:
        def stop(cue: RampCue, sight: Sight) -> Input | None:
            if cue.action is Action.STOP:
                return GoOn(reason=StopReason.NERVE)
            return Stop() if cue.pressure_kpa is not None and cue.pressure_kpa > 100 else None

        place.on_cue = stop

    place = pain_room(tool(), PLAN, prepare)
    assert place.guide.readings == []
    assert isinstance(place.guide.state, Finished)
    assert place.guide.state.sentence.startswith("Stopped: this point is closed for today.")


def test_silence_in_a_ramp_lets_go_after_two_seconds_and_the_reading_is_void() -> None:
    silence = Silence(at_s=3.0, for_s=4.0)
    place = pain_room(tool(PatientThreshold(force_n=20.0), silence, unsteadiness=0.0), PLAN)
    quiet = place.said.index((Action.HOLD, Why.DATA_SILENT))
    assert place.said[quiet + 1] == (Action.LET_GO, Why.DATA_SILENT)
    first, *others = place.guide.readings
    assert not first.valid
    assert all(found.valid for found in others)
    assert place.guide.state == Finished("All readings are done.")
