"""What the guide through pressure pain thresholds asks for, and what it makes of readings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.algometry.pace import Pace, Rate
from analysis.algometry.ramp import Rising
from analysis.algometry.threshold import Above
from analysis.algometry.verdicts import Flaw, Missing, Reason
from protocol.events import Button
from session.cue import Action, Why
from session.inputs import GoOn, Input, Now, Quit, Stop, StopReason
from session.threshold_cue import RampCue
from session.threshold_guide import Sight
from session.threshold_state import Finished, Ramping, Ready
from tests.analysis.algometry.ramps import about
from tests.analysis.algometry.test_series import reading
from tests.session.moments import seen
from tests.session.ramp_stands import (
    AWAY,
    EVERY,
    GOOD,
    KINDS,
    LIFTED,
    PLAN,
    RISING,
    Told,
    letting_go,
    off,
    on,
    ramping,
    ready,
    resting,
)


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
        target_kpa=100.0,
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


def test_the_cue_says_where_the_ramp_should_be_by_now_and_never_beyond_its_end() -> None:
    told = ramping()
    assert told.sees(on()).target_kpa == 50.0 * 2.0  # two seconds of contact at 50 kPa a second
    late = RISING._replace(time_us=RISING.start_us + 20_000_000)
    assert told.sees(on(ramp=late)).target_kpa == PLAN.end_kpa == 800.0
    assert told.sees(off()).target_kpa is None
