from __future__ import annotations

import pytest

from analysis.algometry.ramp import Off, Rising
from analysis.algometry.threshold import Method, Reached, Threshold
from analysis.algometry.verdicts import Flaw, Missing
from protocol.control import Result
from protocol.events import Button
from protocol.frames import ToolFlag
from protocol.link import Channel, Payload
from session.caps import Region
from session.inputs import Input, Now, Stop, input_bytes
from session.threshold import ThresholdPlan
from session.threshold_observer import ThresholdObserver
from tests.analysis.algometry.ramps import about
from tests.session.test_tool_stream import LAYOUT, TOOL, button_event, frame, stop_event, tare

STATUS = Payload(Channel.STATUS, 0.0, TOOL.status(0.0))
PLAN = ThresholdPlan(region=Region.BODY, area_cm2=1.0, rate_kpa_per_s=50.0)
COUNTS_PER_N = 50_000
RATE_N_PER_S = 5.0


def ramp(first: int = 0, top_n: float = 20.0) -> list[Payload]:
    """From 2.5 N up at 5 N/s and off at once, five readings in a frame; slots of 10 ms."""
    rises = round((top_n - 2.5) / RATE_N_PER_S * 100)
    counts = [round((2.5 + RATE_N_PER_S * step / 100) * COUNTS_PER_N) for step in range(rises)]
    counts += [0, 1] * (5 - len(counts) % 5)
    counts = counts[: len(counts) // 5 * 5]
    return [frame(first + start, counts[start : start + 5]) for start in range(0, len(counts), 5)]


def heard(value: Input) -> Payload:
    return Payload(Channel.INPUT, 1.0, input_bytes(value))


def observer(*payloads: Payload, plan: ThresholdPlan = PLAN) -> ThresholdObserver:
    made = ThresholdObserver(plan)
    for payload in (LAYOUT, STATUS, *payloads):
        made.update(payload)
    return made


def only(watching: ThresholdObserver) -> Threshold:
    (ended,) = watching.see(100.0).ended
    return ended


def test_before_the_first_reading_there_is_nothing_to_see() -> None:
    sight = observer().see(100.0)
    assert (sight.ramp, sight.pressed, sight.ended) == (Off(None, None), False, ())
    assert (sight.seen.age_s, sight.seen.valid_n, sight.seen.zeroed) == (None, None, False)


def test_data_and_tool_are_seen_as_in_a_treatment() -> None:
    held = ToolFlag.STOP_LATCHED | ToolFlag.OVERLOAD
    watching = observer(frame(0, [COUNTS_PER_N], held), tare(Result.OK))
    seen = watching.see(4.5).seen
    assert (seen.age_s, seen.valid_n, seen.zeroed) == (3.5, 1.0, True)
    assert (seen.overload, seen.sensor_fault, seen.tool_stop, seen.stop_latched) == (True, False, True, True)
    assert not watching.see(4.5).seen.tool_stop


def test_the_button_is_timed_by_the_tools_clock_wherever_its_event_comes() -> None:
    """2.5 N + 5 N/s × 2.003 s = 12.515 N."""
    event = button_event(Button.PATIENT, 1, 2_003_000)
    frames = ramp()
    for place in (40, 41, 50, len(frames) - 2):
        found = only(observer(*frames[:place], event, *frames[place:]))
        assert found.outcome == Reached(about(125.15, abs=1e-3), about(12.515, abs=1e-4))
        assert (found.method, found.press_s) == (Method.BUTTON, 2.003)


def test_a_button_that_is_told_after_the_ramp_is_no_press_in_it() -> None:
    watching = observer(*ramp(), button_event(Button.PATIENT, 1, 2_003_000), *ramp(first=5000))
    assert [found.method for found in watching.see(100.0).ended] == [None, None]


def test_a_press_shows_as_soon_as_it_is_told_and_until_the_ramp_is_over() -> None:
    event = button_event(Button.PATIENT, 1, 2_003_000)
    watching = observer(*ramp()[:40])
    assert not watching.see(100.0).pressed
    watching.update(event)
    assert watching.see(100.0).pressed
    for payload in ramp()[40:]:
        watching.update(payload)
    assert not watching.see(100.0).pressed


def test_what_is_said_on_this_side_counts_at_the_newest_reading() -> None:
    """40 frames: the newest reading is that of slot 199, 2.5 N + 5 N/s × 1.99 s."""
    for by, method in (("patient", Method.KEY), ("therapist", Method.SPOKEN)):
        found = only(observer(*ramp()[:40], heard(Now.model_validate({"by": by})), *ramp()[40:]))
        assert found.outcome == Reached(about(124.5, abs=1e-3), about(12.45, abs=1e-4))
        assert (found.method, found.press_s) == (method, 1.99)


def test_the_earliest_now_of_a_ramp_counts() -> None:
    frames = ramp()
    event = button_event(Button.PATIENT, 1, 1_500_000)
    found = only(observer(*frames[:40], heard(Now(by="therapist")), event, *frames[40:]))
    assert (found.method, found.press_s) == (Method.BUTTON, 1.5)


def test_a_now_before_and_after_a_ramp_and_other_words_are_no_press() -> None:
    frames = ramp(first=100)
    rest = frame(0, [5, 6])
    early, late = button_event(Button.PATIENT, 1, 500_000), button_event(Button.PATIENT, 1, 9_000_000)
    found = only(observer(rest, heard(Now(by="patient")), early, *frames[:30], heard(Stop()), late, *frames[30:]))
    assert isinstance(found.outcome, Missing)
    assert found.method is None


def test_a_press_of_the_last_ramp_is_none_of_the_next() -> None:
    event = button_event(Button.PATIENT, 1, 2_003_000)
    watching = observer(*ramp()[:50], event, *ramp()[50:], *ramp(first=5000))
    first, second = watching.see(100.0).ended
    assert first.method is Method.BUTTON
    assert second.method is None
    assert watching.see(100.0).ended == ()


def test_with_lift_off_the_peak_is_the_reading_unless_somebody_pressed() -> None:
    plan = PLAN.model_copy(update={"method": Method.LIFT_OFF})
    found = only(observer(*ramp(), plan=plan))
    assert found.method is Method.LIFT_OFF
    assert found.outcome == Reached(about(199.5), about(19.95))
    event = button_event(Button.PATIENT, 1, 2_003_000)
    assert only(observer(*ramp()[:50], event, *ramp()[50:], plan=plan)).method is Method.BUTTON


@pytest.mark.parametrize(("first", "too_soon"), [(3000, True), (3400, False)])
def test_the_rest_is_measured_on_the_tools_clock(first: int, too_soon: bool) -> None:
    watching = observer(*ramp(), *ramp(first=first))
    one, two = watching.see(100.0).ended
    assert Flaw.TOO_SOON not in [verdict.flaw for verdict in one.verdicts]
    assert (Flaw.TOO_SOON in [verdict.flaw for verdict in two.verdicts]) is too_soon


def test_the_painkiller_of_the_plan_stands_at_each_reading() -> None:
    plan = PLAN.model_copy(update={"painkiller_within_4_h": True})
    assert Flaw.PAINKILLER in [verdict.flaw for verdict in only(observer(*ramp(), plan=plan)).verdicts]


@pytest.mark.parametrize(("area_cm2", "fits"), [(1.0, True), (1.0004, True), (1.001, False), (0.5, False)])
def test_the_tip_on_the_tool_has_to_be_the_one_of_the_plan(area_cm2: float, fits: bool) -> None:
    assert observer(plan=PLAN.model_copy(update={"area_cm2": area_cm2})).see(1.0).tip_fits is fits


def test_a_tip_that_the_tool_does_not_know_is_left_to_the_plan() -> None:
    assert ThresholdObserver(PLAN.model_copy(update={"area_cm2": 3.0})).see(1.0).tip_fits


def test_who_latched_a_stop_is_seen() -> None:
    assert observer(frame(0, [1]), stop_event(1)).see(1.0).stop_by == Button.PATIENT


def test_the_ramp_that_runs_is_seen() -> None:
    ramp_now = observer(*ramp()[:40]).see(100.0).ramp
    assert isinstance(ramp_now, Rising)
    assert (ramp_now.start_us, ramp_now.time_us) == (0, 1_990_000)
