"""An exercise on a person: what stops it ends it, nobody is pressed too soon, and what is hidden stays hidden."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from palpate.train.screen import picture
from session.cue import Action, Why
from session.inputs import GoOn, Input, Pain, Stop, StopReason, ToolFit
from session.whom import Whom
from tests.training.rooms import SEEN, UNSEEN, Room, drill, exercise, room
from training.coach import Falling, Going
from training.display import Shown
from training.drill import OnPerson
from training.exercise import Hold

PERSON = OnPerson(tip_cm2=1.0, capped=True, pain_limit_nrs=6, shortest_rest_s=30.0)
WHOM = Whom("K7QF-3M2P", "Infraspinatus", "client's left", "at most 15 N", ("a test",), ())
TWICE = exercise(SEEN, trials=2)


def told(*said: tuple[float, Input]) -> dict[float, Input]:
    return dict(said)


def on_person(path: Path, said: dict[float, Input], **given: object) -> Room:
    def prepare(place: Room) -> None:
        place.practice.runner.press(WHOM)
        for at_s, value in said.items():
            place.at[at_s] = lambda value=value: place.practice.runner.hear(value)  # type: ignore[misc]  # mypy infers no default

    return room(path, given.pop("made", TWICE), prepare=prepare, person=PERSON, **given)  # type: ignore[arg-type]  # of any argument


def outcome(place: Room) -> str:
    assert place.view is not None
    assert place.view.summary is not None
    return place.view.summary.outcome


FIT = (2.0, ToolFit())


def test_the_guide_underneath_has_the_limits_of_the_person() -> None:
    planned = drill(TWICE, person=PERSON)
    plan = planned.plan(planned.tasks[0])
    assert (plan.tip_cm2, plan.capped, plan.pain_limit_nrs) == (1.0, True, 6)
    assert plan.hold_s == planned.longest_s == planned.tasks[0].let_go_s + planned.tasks[0].release_s
    assert (planned.rest_s, drill(TWICE).rest_s) == (30.0, 3.0)


def test_the_hardest_trial_and_the_longest_one_are_found() -> None:
    ladder = drill(exercise(SEEN, press=Hold(targets_n=(5, 12, 8), for_s=2)))
    assert ladder.hardest.target_n == 12
    assert ladder.longest_s == max(task.let_go_s + task.release_s for task in ladder.tasks)


def test_nobody_is_asked_for_contact_before_the_tool_was_looked_at(tmp_path: Path) -> None:
    place = on_person(tmp_path / "a.mcap", told((20.0, ToolFit())))
    before = [now for _, now in place.seen if now.why is Why.LOOKING]
    assert len(before) > 100
    first = next(each for each in place.practice.judged)
    assert first.go.time_us > 20e6
    assert len(place.practice.judged) == 2


def test_who_is_pressed_is_shown(tmp_path: Path) -> None:
    place = on_person(tmp_path / "a.mcap", told(FIT), made=exercise(SEEN))
    assert {now.whom for _, now in place.seen} == {WHOM}


def test_the_rest_is_as_long_as_the_point_needs(tmp_path: Path) -> None:
    first, second = on_person(tmp_path / "a.mcap", told(FIT)).practice.judged
    assert second.go.time_us - first.go.time_us > 30e6


@pytest.mark.parametrize("reason", [StopReason.OTHER, StopReason.TOO_PAINFUL])
def test_after_a_stop_nothing_goes_on(tmp_path: Path, reason: StopReason) -> None:
    place = on_person(tmp_path / "a.mcap", told(FIT, (9.0, Stop()), (12.0, GoOn(reason=reason))))
    assert [each.void for each in place.practice.judged] == [Why.THERAPIST_STOP]
    assert outcome(place) == "Stopped: on a person the exercise is over."


def test_on_a_pad_it_does(tmp_path: Path) -> None:
    def prepare(place: Room) -> None:
        place.at[8.0] = lambda: place.practice.runner.hear(Stop())
        place.at[12.0] = lambda: place.practice.runner.hear(GoOn(reason=StopReason.OTHER))

    place = room(tmp_path / "a.mcap", TWICE, prepare=prepare)
    assert [each.void for each in place.practice.judged] == [Why.THERAPIST_STOP, None]


def test_pain_that_a_person_should_not_bear_ends_it(tmp_path: Path) -> None:
    said = told(FIT, (9.0, Pain(nrs=6, by="patient")), (12.0, GoOn(reason=StopReason.TOO_PAINFUL)))
    place = on_person(tmp_path / "a.mcap", said)
    assert [each.void for each in place.practice.judged] == [Why.PAIN_HIGH]
    assert outcome(place) == "Stopped: on a person the exercise is over."
    stopped = [now for _, now in place.seen if now.action is Action.STOP]
    assert {now.why for now in stopped} == {Why.PAIN_HIGH}


def test_less_pain_goes_on(tmp_path: Path) -> None:
    place = on_person(tmp_path / "a.mcap", told(FIT, (9.0, Pain(nrs=5, by="patient"))))
    assert [each.void for each in place.practice.judged] == [None, None]


def test_with_another_tip_no_trial_begins(tmp_path: Path) -> None:
    def prepare(place: Room) -> None:
        place.practice.runner.press(WHOM)
        place.at[2.0] = lambda: place.practice.runner.hear(ToolFit())

    other = PERSON._replace(tip_cm2=2.0)
    place = room(tmp_path / "a.mcap", TWICE, prepare=prepare, person=other, simulated_s=30.0)
    assert place.practice.judged == []
    assert Why.OTHER_TIP in {now.why for _, now in place.seen}


def test_a_blind_trial_hides_the_force_on_a_person_too(tmp_path: Path) -> None:
    def shown(name: str, force_n: float) -> list[Shown]:
        presses = [{"at_s": 6.5, "force_n": force_n, "for_s": 5.6}]
        place = on_person(tmp_path / name, told(FIT), made=exercise(UNSEEN), presses=presses)
        assert [each.void for each in place.practice.judged] == [None]
        return [replace(now, not_kept="") for phase, now in place.seen if isinstance(phase, Going | Falling)]

    light, right = shown("light.mcap", 4.0), shown("right.mcap", 10.0)
    assert light == right
    assert {now.gauge for now in right} == {None}


def test_the_terminal_says_who_in_a_line_of_its_own() -> None:
    def drawn(shown: Shown) -> list[str]:
        console = Console(width=80)
        with console.capture() as captured:
            console.print(picture(shown))
        return captured.get().splitlines()

    pad = Shown(Action.REST, None, 1, 2, 10.0, 3, None, may_ask=False, simulated=False, not_kept="")
    person = drawn(replace(pad, whom=WHOM))
    assert len(person) == len(drawn(pad)) + 1
    assert "no person" not in person[0]
    assert "no person" in drawn(pad)[0]
    assert person[1].startswith(" INFRASPINATUS, CLIENT'S LEFT  K7QF-3M2P")
