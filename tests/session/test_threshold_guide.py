from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.algometry.pace import Pace, Rate
from analysis.algometry.ramp import Off, Rising
from analysis.algometry.threshold import Above, Threshold
from analysis.algometry.verdicts import Flaw, Missing, Reason
from protocol.events import Button
from session.caps import Region
from session.cue import Action, Why
from session.inputs import GoOn, Input, Now, Quit, Stop, StopReason
from session.threshold import ThresholdPlan
from session.threshold_cue import RampCue, RampWhy
from session.threshold_guide import Sight, ThresholdGuide
from session.threshold_state import Finished, LettingGo, Ramping, Ready, Resting, State, Stopped
from tests.analysis.algometry.ramps import about
from tests.analysis.algometry.test_series import NO_PRESS, reading
from tests.session.moments import seen

PLAN = ThresholdPlan(region=Region.BODY, area_cm2=1.0, rate_kpa_per_s=50.0, readings=2)
"""Ends at 80 N, 800 kPa; a ramp lasts at most 800 / 35 = 22.86 s."""
RISING = Rising(1_000_000, 3_000_000, 20.0, 200.0, Rate(50.0, 1.0, Pace.RIGHT), 0.25, capped=False)
AWAY = Off(1_000_000, 0.0)
GOOD = reading(300.0)
LIFTED = reading(NO_PRESS)


def unpressed(threshold: Threshold) -> Threshold:
    return replace(threshold, method=None)


def off(**changes: Any) -> Sight:
    return Sight(seen(valid_n=0.0), AWAY)._replace(**changes)


def on(**changes: Any) -> Sight:
    return Sight(seen(valid_n=20.0), RISING)._replace(**changes)


def bad(sight: Sight, **changes: Any) -> Sight:
    """The same with other data or another tool."""
    return sight._replace(seen=sight.seen._replace(**changes))


class Told:
    """A guide and the host's clock."""

    def __init__(self, plan: ThresholdPlan = PLAN) -> None:
        self.guide = ThresholdGuide(plan)
        self.now_s = 100.0

    def sees(self, sight: Sight, *inputs: Input, after_s: float = 0.05) -> RampCue:
        self.now_s += after_s
        return self.guide.update(sight, self.now_s, inputs)

    def ramps(self, *ended: Threshold) -> RampCue:
        """Press, "now", let go; what the analysis makes of it."""
        self.sees(on())
        self.sees(on(pressed=True))
        return self.sees(off(ended=ended))

    @property
    def state(self) -> State:
        return self.guide.state


def ready() -> Told:
    return Told()


def ramping() -> Told:
    told = Told()
    told.sees(on())
    return told


def letting_go() -> Told:
    told = ramping()
    told.sees(on(pressed=True))
    return told


def resting() -> Told:
    told = Told()
    told.ramps(GOOD)
    return told


def stopped() -> Told:
    told = ramping()
    told.sees(on(), Stop())
    return told


def finished() -> Told:
    told = Told()
    told.sees(off(), Quit())
    return told


EVERY = (ready, ramping, letting_go, resting, stopped, finished)
KINDS = (Ready, Ramping, LettingGo, Resting, Stopped, Finished)


def test_each_state_can_be_reached() -> None:
    assert tuple(type(stand().state) for stand in EVERY) == KINDS


# the plain course


def test_a_measuring_goes_press_more_let_go_rest_and_ends_after_its_last_reading() -> None:
    told = Told()
    said = [told.sees(off())]
    for _ in range(2):
        said += [told.sees(on()), told.sees(on(pressed=True)), told.sees(off(ended=(GOOD,)))]
        said.append(told.sees(off(), after_s=30.0))
    course = [Action.PRESS, Action.MORE, Action.LET_GO, Action.REST]
    assert [cue.action for cue in said] == [*course, Action.PRESS, Action.MORE, Action.LET_GO, Action.DONE, Action.DONE]
    assert told.state == Finished("All readings are done.")
    assert told.guide.result.mean_kpa == 300.0


def test_a_cue_says_what_the_ramp_does_and_where_it_ends() -> None:
    assert ready().sees(on()) == RampCue(
        action=Action.MORE,
        why=None,
        pace=Pace.RIGHT,
        rate_kpa_per_s=50.0,
        pressure_kpa=200.0,
        end_kpa=800.0,
        reading=1,
        readings=2,
        left_s=0.0,
        clear_stop=False,
    )


@pytest.mark.parametrize("pace", Pace)
def test_the_pace_says_slower_or_faster_while_the_hand_goes_on(pace: Pace) -> None:
    cue = ramping().sees(on(ramp=RISING._replace(rate=Rate(1.0, 1.0, pace))))
    assert (cue.action, cue.pace) == (Action.MORE, pace)


def test_without_a_rate_there_is_no_pace() -> None:
    cue = ramping().sees(on(ramp=RISING._replace(rate=Missing(Reason.TOO_SHORT, ""))))
    assert (cue.action, cue.pace, cue.rate_kpa_per_s, cue.pressure_kpa) == (Action.MORE, None, None, 200.0)


def test_the_rest_counts_down_from_the_moment_the_tip_is_off_the_skin() -> None:
    told = letting_go()
    told.sees(on(), after_s=5.0)
    assert told.sees(off(ended=(GOOD,))).left_s == pytest.approx(30.0)
    cue = told.sees(off(), after_s=12.0)
    assert (cue.action, cue.reading, cue.left_s) == (Action.REST, 2, about(18.0))
    assert told.sees(off(), after_s=17.9).action is Action.REST
    assert told.sees(off(), after_s=0.2).action is Action.PRESS


def test_who_presses_in_the_rest_is_asked_to_let_go_and_begins_nothing() -> None:
    told = resting()
    cue = told.sees(on())
    assert (cue.action, cue.why) == (Action.LET_GO, Why.RESTING)
    assert told.sees(on(), after_s=60.0).action is Action.LET_GO
    told.sees(off(ended=(GOOD,)))
    assert (len(told.guide.readings), told.state) == (1, Ready())


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


# readings


def test_void_readings_are_repeated_but_not_for_ever() -> None:
    told = Told()
    void = reading(300.0, Flaw.RATE)
    for outcome in (void, GOOD, void, LIFTED):
        assert told.sees(off(), after_s=30.0).action is Action.PRESS
        told.ramps(outcome)
    assert told.state == Finished("Ended after 4 ramps: 1 of 2 readings count.")
    assert len(told.guide.readings) == 4


def test_a_reading_above_the_end_counts() -> None:
    told = Told()
    told.ramps(reading(Above(800.0)))
    told.sees(off(), after_s=30.0)
    told.ramps(GOOD)
    assert told.state == Finished("All readings are done.")
    assert told.guide.result.capped == 1


def test_practice_comes_first_and_does_not_count() -> None:
    told = Told(PLAN.model_copy(update={"first_is_practice": True}))
    shown = []
    for _ in range(3):
        shown.append(told.sees(off(), after_s=30.0).reading)
        told.ramps(GOOD)
    assert shown == [0, 1, 2]
    assert told.state == Finished("All readings are done.")


def test_a_ramp_gives_one_reading_and_one_that_nobody_asked_for_gives_none() -> None:
    told = letting_go()
    told.sees(on(ended=(GOOD,)))
    told.sees(on(ended=(GOOD,)))
    assert len(told.guide.readings) == 1
    told = ready()
    told.sees(off(ended=(GOOD,)))
    assert told.guide.readings == []


# the patient's button


def test_in_a_ramp_the_patients_button_is_the_press_also_where_only_its_stop_is_told() -> None:
    told = ramping()
    cue = told.sees(on(stop_by=Button.PATIENT, seen=seen(tool_stop=True, stop_latched=True)))
    assert (cue.action, cue.why, cue.clear_stop) == (Action.LET_GO, RampWhy.PRESSED, True)


def test_while_letting_go_the_button_asks_for_what_is_asked_already() -> None:
    told = letting_go()
    told.sees(on(stop_by=Button.PATIENT, seen=seen(tool_stop=True)))
    assert type(told.state) is LettingGo


@pytest.mark.parametrize("stop_by", [None, Button.TOOL])
@pytest.mark.parametrize("stand", [ready, ramping, letting_go, resting])
def test_any_other_stop_of_the_tool_is_a_stop(stand: Any, stop_by: int | None) -> None:
    told = stand()
    cue = told.sees(bad(on(stop_by=stop_by), tool_stop=True, stop_latched=True))
    assert (cue.action, cue.why, cue.clear_stop) == (Action.STOP, Why.PATIENT_STOP, False)


@pytest.mark.parametrize("stand", [ready, resting])
def test_outside_a_ramp_the_patients_button_is_a_stop(stand: Any) -> None:
    assert stand().sees(bad(off(stop_by=Button.PATIENT), tool_stop=True)).action is Action.STOP


def test_a_let_go_that_ends_no_ramp_knows_no_now() -> None:
    told = ready()
    told.sees(bad(on(), zeroed=False))
    assert told.sees(bad(on(stop_by=Button.PATIENT), tool_stop=True)).action is Action.STOP


def test_while_the_tool_holds_the_now_no_ramp_begins() -> None:
    told = resting()
    waits = told.sees(bad(off(), stop_latched=True), after_s=30.0)
    assert (waits.action, waits.why, waits.clear_stop) == (Action.WAIT, RampWhy.BUTTON_HELD, True)
    assert told.sees(off()).action is Action.PRESS


@pytest.mark.parametrize("stand", [stopped, finished])
def test_after_a_stop_and_at_the_end_a_stop_changes_nothing(stand: Any) -> None:
    told = stand()
    before = told.state
    told.sees(bad(on(), tool_stop=True))
    assert told.state == before


def test_what_was_said_on_this_side_is_left_to_the_observer() -> None:
    told = ramping()
    told.sees(on(), Now(by="therapist"))
    assert type(told.state) is Ramping


# stop, go on, end


@pytest.mark.parametrize("stand", EVERY[:-1])
def test_stop_stops_from_every_state_but_the_last(stand: Any) -> None:
    told = stand()
    cue = told.sees(on(), Stop())
    assert (cue.action, cue.why) == (Action.STOP, Why.THERAPIST_STOP)


def test_nothing_that_is_seen_goes_on_after_a_stop_and_its_ramp_gives_no_reading() -> None:
    told = stopped()
    for sight in (on(pressed=True), off(ended=(GOOD,)), off(), on()):
        assert told.sees(sight, after_s=60.0).action is Action.STOP
    assert told.guide.readings == []


@pytest.mark.parametrize("reason", [StopReason.TOO_PAINFUL, StopReason.OTHER])
def test_go_on_lets_go_rests_and_counts_the_ramp(reason: StopReason) -> None:
    told = stopped()
    assert told.sees(on(), GoOn(reason=reason)).action is Action.LET_GO
    assert told.sees(off()).action is Action.REST
    assert told.guide.readings == []


@pytest.mark.parametrize("reason", [StopReason.NERVE, StopReason.UNWELL])
def test_a_sign_of_harm_ends_the_measuring(reason: StopReason) -> None:
    told = stopped()
    cue = told.sees(on(), GoOn(reason=reason))
    assert (cue.action, cue.why) == (Action.LET_GO, None)
    assert type(told.state) is Finished
    assert told.sees(off()).action is Action.DONE


def test_go_on_without_a_stop_and_a_stop_after_the_end_change_nothing() -> None:
    told = ramping()
    told.sees(on(), GoOn(reason=StopReason.OTHER))
    assert type(told.state) is Ramping
    told = finished()
    told.sees(off(), Stop())
    assert told.state == Finished("Ended before it was complete.")


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


# whatever comes

SIGHTS = st.builds(
    Sight,
    st.builds(
        seen,
        age_s=st.sampled_from([None, 0.02, 0.6, 2.5]),
        valid_n=st.sampled_from([None, 0.0, 1.5, 20.0]),
        zeroed=st.booleans(),
        sensor_fault=st.booleans(),
        overload=st.booleans(),
        tool_stop=st.booleans(),
        stop_latched=st.booleans(),
    ),
    st.sampled_from([AWAY, RISING, RISING._replace(capped=True)]),
    st.booleans(),
    st.sampled_from([None, Button.PATIENT, Button.TOOL]),
    st.booleans(),
    st.sampled_from([(), (GOOD,), (LIFTED,)]),
)
INPUTS = st.sampled_from(
    [(), (), (), (Stop(),), (Quit(),), (Now(by="patient"),), *[(GoOn(reason=reason),) for reason in StopReason]]
)
STEPS = st.lists(st.tuples(SIGHTS, INPUTS, st.sampled_from([0.05, 1.0, 31.0])), max_size=40)


@given(STEPS)
def test_whatever_comes_nobody_is_asked_to_press_when_it_may_not_be(
    steps: list[tuple[Sight, tuple[Input, ...], float]],
) -> None:
    told = Told()
    stop = False
    off_since_s: float | None = None
    for sight, inputs, after_s in steps:
        ramps_before = len(told.guide.readings)
        cue = told.sees(sight, *inputs, after_s=after_s)
        stop = (stop or any(isinstance(value, Stop) for value in inputs)) and not any(
            isinstance(value, GoOn) for value in inputs
        )
        if cue.action in (Action.PRESS, Action.MORE):
            assert not stop
            assert sight.seen.age_s is not None
            assert sight.seen.age_s < 0.5
            assert not sight.seen.overload
            assert not sight.seen.sensor_fault
        if cue.action is Action.MORE:
            assert isinstance(sight.ramp, Rising)
            assert not sight.ramp.capped
            assert not sight.pressed
            assert off_since_s is None or told.now_s - off_since_s >= 30.0 - 1e-9
        if len(told.guide.readings) > ramps_before:
            off_since_s = told.now_s
        assert len(told.guide.readings) <= PLAN.most_ramps
        if isinstance(told.state, Ramping):
            assert told.now_s - told.state.since_s < PLAN.longest_s
