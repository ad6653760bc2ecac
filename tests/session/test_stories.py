"""Whatever the plan, the hand, the data and the people do."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from session.cue import WELL_DONE, Action, Cue, Why
from session.guide import Guide
from session.inputs import GoOn, Input, Pain, PainGone, PainHalved, Quit, Softer, Stop, StopReason
from session.plan import BAND_LIMIT_S, CONTACT_LIMIT_S, Cap, Plan
from session.seen import Seen
from session.silence import stale
from session.state import LettingGo, Lost, Pressing, State, Stopped
from tests.session.hands import Deed, Hand
from tests.short import examples


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    target_n, band_percent = draw(st.floats(4, 60)), draw(st.floats(5, 30))
    room = draw(st.floats(1.0, 1.5))
    return Plan(
        name="any",
        text="Any.",
        source="drawn",
        confidence="none",
        target_n=target_n,
        band_percent=band_percent,
        hold_s=draw(st.floats(1, 90)),
        repetitions=draw(st.integers(1, 3)),
        rest_s=draw(st.floats(0, 30)),
        cap=Cap(force_n=target_n * (1 + band_percent / 100) * room, reasons=("drawn",)),
        capped=draw(st.booleans()),
        ends_at_dose_kpa_s=draw(st.none() | st.floats(100, 50_000)),
        ends_when_pain_gone=draw(st.booleans()),
        ends_when_pain_halved=draw(st.booleans()),
        ends_when_softer=draw(st.booleans()),
    )


PEOPLE = ("patient", "therapist")
words = st.one_of(
    st.just(Stop()),
    st.builds(GoOn, reason=st.sampled_from(StopReason)),
    st.builds(Pain, nrs=st.integers(0, 10), by=st.sampled_from(PEOPLE), recalled=st.booleans()),
    st.sampled_from([PainHalved(), PainGone(), Softer()]),
)
shares = st.sampled_from([0.0, 0.02, 0.5, 0.98, 1.0, 1.0, 1.0, 1.0, 1.3, 1.8]) | st.floats(0, 2)
durations_s = st.sampled_from([0.05, 0.05, 0.3, 0.6, 1.5, 5.0, 15.0])
mostly = st.sampled_from([True] * 5 + [False])
deeds = st.builds(Deed, shares, durations_s, mostly, mostly)
faults = st.sampled_from(["", "", "", "", "", "", "overload", "sensor_fault", "tool_stop"])
stories = st.lists(st.tuples(deeds, faults, st.lists(words, max_size=2).map(tuple)), max_size=40)
Story = list[tuple[Deed, str, tuple[Input, ...]]]


class Step(NamedTuple):
    """One moment of a story."""

    now_s: float
    before: State
    after: State
    seen: Seen
    said: tuple[Input, ...]
    cue: Cue


def told(plan: Plan, story: Story, *, softening: frozenset[int] = frozenset()) -> tuple[Guide, list[Step]]:
    """Lead a guide through a story; an advisory stands at the numbered moments."""
    guide, hand, steps = Guide(plan), Hand(plan), []
    for number, (deed, fault, said) in enumerate(story):
        seen, before = hand.do(deed, guide.plan), guide.state
        seen = seen._replace(
            softening=number in softening,
            overload=fault == "overload",
            sensor_fault=fault == "sensor_fault",
            tool_stop=fault == "tool_stop",
        )
        cue = guide.update(seen, hand.now_s, said)
        steps.append(Step(hand.now_s, before, guide.state, seen, said, cue))
    return guide, steps


def hold_of(state: State) -> Pressing | None:
    return state if isinstance(state, Pressing) else state.hold if isinstance(state, Lost) else None


@given(plans(), stories)
def test_no_hold_outlives_its_limits_on_the_hosts_clock(plan: Plan, story: Story) -> None:
    for step in told(plan, story)[1]:
        hold = hold_of(step.after)
        if hold is not None:
            assert step.now_s - hold.since_s < CONTACT_LIMIT_S
            assert hold.band_since_s is None or step.now_s - hold.band_since_s < BAND_LIMIT_S


@given(plans(), stories)
@examples(200)
def test_progress_grows_only_in_the_band_in_contact_with_fresh_data_and_never_faster_than_time(
    plan: Plan, story: Story
) -> None:
    last_s = 0.0
    for step in told(plan, story)[1]:
        passed_s, last_s = step.now_s - last_s, step.now_s
        before, after = hold_of(step.before), hold_of(step.after)
        if before is None or after is None or before.since_s != after.since_s:
            continue
        grown_s = after.earned.in_band_s - before.earned.in_band_s
        live = step.seen.live
        in_band = step.cue.low_n <= (live.force_n or 0.0) <= step.cue.high_n
        good = live.contact and in_band and not stale(step.seen.age_s)
        assert -1e-9 <= grown_s <= (passed_s + 1e-9 if good else 1e-9)


@given(plans(), stories)
@examples(200)
def test_every_end_of_a_hold_has_a_name_and_every_let_go_says_why(plan: Plan, story: Story) -> None:
    guide, steps = told(plan, story)
    for step in steps:
        if step.cue.action in (Action.LET_GO, Action.STOP):
            assert step.cue.why is not None
            assert step.cue.why in [call.why for call in guide.calls.all]
        if hold_of(step.before) is not None and hold_of(step.after) is None:
            assert step.cue.why is not None
    assert all(call.after_s >= 0 for call in guide.calls.all)


@given(plans(), stories)
def test_after_a_stop_nothing_but_a_go_on_with_a_reason_leads_on(plan: Plan, story: Story) -> None:
    for step in told(plan, story)[1]:
        if isinstance(step.before, Stopped) and not isinstance(step.after, Stopped):
            assert any(isinstance(value, GoOn) for value in step.said)
        if isinstance(step.after, Stopped):
            assert step.cue.action is Action.STOP


@given(plans(), stories)
@examples(200)
def test_after_too_strong_or_rising_pain_what_leads_on_asks_for_less(plan: Plan, story: Story) -> None:
    target_n: float | None = None
    for step in told(plan, story)[1]:
        if isinstance(step.after, Stopped) and step.after.only_less:
            target_n = step.cue.target_n
        if target_n is not None and step.cue.action in (Action.PRESS, Action.MORE):
            assert step.cue.target_n <= 0.8 * target_n * (1 + 1e-12)
            target_n = None


@given(plans(), stories)
def test_no_cue_asks_for_more_than_the_cap(plan: Plan, story: Story) -> None:
    for step in told(plan, story)[1]:
        assert step.cue.low_n < step.cue.target_n < step.cue.high_n <= step.cue.cap_n == plan.cap.force_n
        if step.cue.action is Action.MORE:
            assert (step.seen.live.force_n or 0.0) <= plan.cap.force_n


@given(plans(), stories)
@examples(200)
def test_an_aim_ends_a_hold_only_with_data_that_are_not_silent_and_only_where_it_is_on(
    plan: Plan, story: Story
) -> None:
    switches = {
        Why.DOSE: plan.ends_at_dose_kpa_s is not None,
        Why.PAIN_GONE: plan.ends_when_pain_gone,
        Why.PAIN_HALVED: plan.ends_when_pain_halved,
        Why.SOFTER_FELT: plan.ends_when_softer,
        Why.TIME_IN_BAND: True,
    }
    for step in told(plan, story)[1]:
        if isinstance(step.after, LettingGo) and step.after != step.before and step.after.why in WELL_DONE:
            assert switches[step.after.why]
            assert (step.seen.age_s or 0.0) < 2.0


@given(plans(), stories, st.frozensets(st.integers(0, 40)))
def test_an_advisory_changes_what_is_asked_and_nothing_else(
    plan: Plan, story: Story, softening: frozenset[int]
) -> None:
    plain, advised = told(plan, story)[1], told(plan, story, softening=softening)[1]
    assert [step.cue._replace(ask=None) for step in plain] == [step.cue._replace(ask=None) for step in advised]
    assert [type(step.after) for step in plain] == [type(step.after) for step in advised]


@given(plans(), stories)
def test_a_question_is_asked_and_the_end_is_near_only_while_a_hold_runs(plan: Plan, story: Story) -> None:
    for step in told(plan, story)[1]:
        if step.cue.ask is not None or step.cue.soon:
            assert isinstance(step.after, Pressing)
            assert step.cue.action in (Action.MORE, Action.HOLD, Action.LESS)


@given(plans(), stories)
def test_quit_ends_every_story_and_nothing_follows(plan: Plan, story: Story) -> None:
    _, steps = told(plan, [*story, (Deed(1.0, 0.1), "", (Quit(),)), *story])
    for step in steps[len(story) :]:
        assert step.cue.action in (Action.DONE, Action.LET_GO)
