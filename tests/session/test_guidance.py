"""Criteria in a whole treatment: real runner, simulated tool and hand, virtual time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from session.cue import Action, Why
from session.inputs import GoOn, Input, Pain, PainGone, Softer, StopReason
from session.offline.measure import analyse
from session.offline.request import Request
from session.offline.sources import open_source
from session.plan import Plan
from session.playback import FileLink, read_record
from session.record import Recorder
from session.runner import Runner
from session.view import Summary
from simulator.happenings.people import Press
from simulator.in_process import InProcessLink
from simulator.tool import Tool
from tests.session.rooms import LIGHT, Room, room, scenario
from tests.session.tracks import HEADER
from tests.virtual import run_virtual

LONG = LIGHT.model_copy(update={"hold_s": 40.0, "repetitions": 1})


def says(*said: tuple[float, Input]) -> Callable[[Room], None]:
    """People who enter these things at these moments."""

    def prepare(treated: Room) -> None:
        for at_s, value in said:
            treated.at[at_s] = partial(treated.runner.hear, value)

    return prepare


def treated(plan: Plan, *said: tuple[float, Input], for_s: float = 60.0, **changes: Any) -> Room:
    return room(scenario(for_s=for_s, **changes), plan, prepare=says(*said))


def summary(place: Room) -> Summary:
    found = place.runner.view().summary
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("plan", "said", "why"),
    [
        (LONG, (10.0, Softer()), Why.SOFTER_FELT),
        (LONG, (26.0, PainGone()), Why.PAIN_GONE),
        (LONG, (26.0, Pain(nrs=0, by="patient")), Why.PAIN_GONE),
        (LONG.model_copy(update={"ends_at_dose_kpa_s": 400.0}), None, Why.DOSE),
        (LONG, None, Why.TIME_IN_BAND),
    ],
)
def test_a_treatment_ends_by_its_first_criterion_and_its_summary_names_it(
    plan: Plan, said: tuple[float, Input] | None, why: Why
) -> None:
    place = treated(plan, *([said] if said else []))
    found = summary(place)
    assert found.outcome == "All holds are done."
    assert [hold.ended_by for hold in found.holds] == [why]
    assert (Action.LET_GO, why) in place.said


def test_the_dose_that_ended_a_hold_is_the_dose_that_was_asked_for() -> None:
    found = summary(treated(LONG.model_copy(update={"ends_at_dose_kpa_s": 400.0})))
    # 40 kPa go on for the reaction of the hand and its way back
    assert found.dose_kpa_s == pytest.approx(400 + 20, abs=20)
    assert (found.dose_kpa_s or 0.0) > 400


def test_strong_pain_stops_and_the_next_hold_asks_for_a_fifth_less() -> None:
    place = treated(
        LIGHT,
        (3.0, Pain(nrs=9, by="patient")),
        (5.0, GoOn(reason=StopReason.OTHER)),
        (7.0, GoOn(reason=StopReason.TOO_PAINFUL)),
    )
    why = [pair for pair in place.said if pair[0] in (Action.STOP, Action.PRESS)]
    assert why[:4] == [
        (Action.PRESS, None),
        (Action.STOP, Why.PAIN_HIGH),
        (Action.STOP, Why.TOO_PAINFUL),
        (Action.PRESS, Why.TOO_PAINFUL),
    ]
    assert place.runner.guide.plan.target_n == 3.2
    assert summary(place).holds[0].ended_by == Why.PAIN_HIGH
    assert summary(place).outcome == "All holds are done."


def test_a_replay_hears_what_was_said_and_ends_alike(tmp_path: Path) -> None:
    path = tmp_path / "a.mcap"

    async def lived() -> Room:
        tool = Tool(scenario(for_s=60), 1)
        with Recorder(path, HEADER) as recorder:
            place = Room(tool, InProcessLink(tool), LONG, recorder)
            says((4.0, Pain(nrs=6, by="patient")), (26.0, Pain(nrs=3, by="therapist")))(place)
            await place.treat()
        return place

    async def again() -> Summary | None:
        await asyncio.sleep(1234.5)
        runner = Runner(FileLink(read_record(path)), LONG, None)
        return (await runner.run()).summary

    first = summary(run_virtual(lived()))
    assert first.holds[0].ended_by == Why.PAIN_HALVED
    second = run_virtual(again())
    assert second == first._replace(record=None)


def test_a_hand_that_does_not_hear_is_counted_until_it_lets_go() -> None:
    def deaf(place: Room) -> None:
        place.deaf = True

    press = Press(at_s=2.0, force_n=4.0, for_s=8.0)
    found = summary(room(scenario(for_s=14, presses=(press,)), LIGHT, prepare=deaf))
    (hold,) = found.holds
    assert hold.ended_by == Why.TIME_IN_BAND
    let_go_s = hold.duration_s - hold.after_cue_s
    assert let_go_s == pytest.approx(LIGHT.hold_s + 0.5, abs=0.5)
    assert found.after_cue_s == hold.after_cue_s
    assert hold.after_cue_peak_n == pytest.approx(4.0, abs=0.6)


def test_a_press_over_the_cap_is_counted_with_its_peak() -> None:
    def deaf(place: Room) -> None:
        place.deaf = True

    press = Press(at_s=2.0, force_n=12.0, for_s=5.0)
    found = summary(room(scenario(for_s=12, presses=(press,)), LIGHT, prepare=deaf))
    (hold,) = found.holds
    assert hold.ended_by == Why.OVER_CAP
    assert hold.over_cap_s == pytest.approx(5.0, abs=1.0)
    assert hold.after_cue_s == pytest.approx(5.0, abs=1.0)
    assert found.over_cap_peak_kpa == hold.over_cap_peak_kpa == pytest.approx(10 * hold.peak_n)


def test_offline_too_a_press_over_the_cap_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.mcap"
    press = Press(at_s=2.0, force_n=12.0, for_s=5.0)

    async def lived() -> Room:
        tool = Tool(scenario(for_s=12, presses=(press,)), 1)
        with Recorder(path, HEADER) as recorder:
            place = Room(tool, InProcessLink(tool), LIGHT, recorder)
            place.deaf = True
            await place.treat()
        return place

    (lived_hold,) = run_virtual(lived()).runner.observer.holds
    (hold,) = analyse(open_source(str(path), Request())).holds
    assert lived_hold.over_cap_s == pytest.approx(5.0, abs=1.0)
    assert (hold.over_cap_s, hold.over_cap_peak_n) == (lived_hold.over_cap_s, lived_hold.over_cap_peak_n)


@pytest.mark.parametrize(
    ("away_s", "ended_by", "continues"),
    [
        (0.6, ["", Why.TIME_IN_BAND], [False, True]),
        (4.0, [Why.CONTACT_LOST, Why.TIME_IN_BAND], [False, True]),
        (12.0, [Why.INTERRUPTED, Why.CONTACT_LOST], [False, False]),
    ],
)
def test_a_hand_that_leaves_the_skin_in_mid_hold(away_s: float, ended_by: list[str], continues: list[bool]) -> None:
    def deaf(place: Room) -> None:
        place.deaf = True

    plan = LIGHT.model_copy(update={"hold_s": 6.0, "repetitions": 1, "rest_s": 30.0})
    presses = (Press(at_s=2.0, force_n=4.0, for_s=4.0), Press(at_s=6.0 + away_s, force_n=4.0, for_s=4.0))
    found = summary(room(scenario(for_s=12 + away_s, presses=presses), plan, prepare=deaf))
    assert [hold.ended_by for hold in found.holds] == ended_by
    assert [hold.continues for hold in found.holds] == continues
