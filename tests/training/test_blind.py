"""In a blind trial nothing that is drawn or said depends on the force; alarms come all the same, and void it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from analysis.hold import Missing
from analysis.score import Score
from palpate.train.screen import line, picture
from session.cue import Action, Why
from session.inputs import GoOn, Quit, Stop, StopReason
from simulator.happenings.frames import Silence
from tests.training.rooms import SEEN, UNSEEN, Room, exercise, room
from training.coach import Falling, Going
from training.display import Shown
from training.schedule import Faded, Schedule, SelfControlled

PRESSES: dict[str, list[dict[str, float]]] = {
    "never": [],
    "too light": [{"at_s": 5.0, "force_n": 4.0, "for_s": 5.6}],
    "right": [{"at_s": 5.0, "force_n": 10.0, "for_s": 5.6}],
    "too hard": [{"at_s": 5.2, "force_n": 13.0, "for_s": 9.0}],
}
NOWHERE = [{"at_s": 500.0, "force_n": 5.0, "for_s": 1.0}]


def in_trials(place: Room) -> list[Shown]:
    """What was shown in them; how fast this computer's disk is belongs to no trace."""
    return [replace(now, not_kept="") for phase, now in place.seen if isinstance(phase, Going | Falling)]


def drawn(shows: list[Shown]) -> list[str]:
    """Every line and picture that the terminal makes of them."""
    console = Console(width=100, force_terminal=True)
    with console.capture() as captured:
        for each in dict.fromkeys(shows):
            console.print(picture(each))
            console.print(line(each))
    return captured.get().splitlines()


@pytest.fixture(scope="module")
def blind(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Room]:
    folder = tmp_path_factory.mktemp("blind")
    return {
        name: room(folder / f"{name}.mcap", exercise(UNSEEN), presses=presses or NOWHERE)
        for name, presses in PRESSES.items()
    }


@pytest.mark.parametrize("name", [name for name in PRESSES if name != "right"])
def test_two_different_traces_look_alike(blind: dict[str, Room], name: str) -> None:
    first, other = blind["right"], blind[name]
    assert in_trials(first) == in_trials(other)
    assert drawn(in_trials(first)) == drawn(in_trials(other))


def test_they_are_different_traces(blind: dict[str, Room]) -> None:
    scores = {name: place.practice.judged[0].score for name, place in blind.items()}
    found = {name: each for name, each in scores.items() if isinstance(each, Score)}
    assert list(found) == list(PRESSES)
    errors_n = [each.error_n for each in found.values()]
    assert errors_n[0] == pytest.approx(-10, abs=0.1)
    assert errors_n == sorted(errors_n)
    assert errors_n[-1] > errors_n[2] + 1
    assert max(found, key=lambda name: found[name].points) == "right"


def test_the_same_traces_with_feedback_do_not(tmp_path: Path) -> None:
    """Were nothing ever shown, the tests above could not fail."""
    light, right = (
        room(tmp_path / f"{name}.mcap", exercise(SEEN), presses=PRESSES[name]) for name in ("too light", "right")
    )
    assert in_trials(light) != in_trials(right)
    assert all(now.gauge for now in in_trials(right))
    assert {now.action for now in in_trials(right)} >= {Action.PRESS, Action.MORE, Action.HOLD, Action.LET_GO}


def test_in_a_blind_trial_there_is_no_gauge_and_only_the_clocks_words(blind: dict[str, Room]) -> None:
    shows = in_trials(blind["too hard"])
    assert {now.gauge for now in shows} == {None}
    assert [now.action for now in shows] == sorted((now.action for now in shows), key=_order)
    assert {now.action for now in shows} == {Action.PRESS, Action.HOLD, Action.LET_GO}
    assert next(now.left_s for now in shows if now.left_s is not None) == 6


def _order(action: Action) -> int:
    return [Action.PRESS, Action.HOLD, Action.LET_GO].index(action)


# alarms


def voided(place: Room) -> list[tuple[Why | None, bool]]:
    return [(each.void, isinstance(each.score, Score)) for each in place.practice.judged]


def test_above_the_cap_the_alarm_comes_at_once_and_the_trial_is_void(tmp_path: Path) -> None:
    presses = [{"at_s": 5.0, "force_n": 25.0, "for_s": 7.0}]
    place = room(tmp_path / "a.mcap", exercise(UNSEEN), presses=presses)
    assert voided(place) == [(Why.OVER_CAP, False)]
    alarms = [now for _, now in place.seen if now.why is Why.OVER_CAP]
    assert [alarms[0].action, alarms[-1].action] == [Action.LESS, Action.LET_GO]
    found = place.practice.judged[0].score
    assert isinstance(found, Missing)
    assert "above the limit" in found.text


def test_without_data_the_alarm_comes_and_the_trial_is_void(tmp_path: Path) -> None:
    hole = Silence(at_s=8.0, for_s=3.0)
    place = room(tmp_path / "a.mcap", exercise(UNSEEN), presses=PRESSES["right"], happenings=(hole,))
    assert voided(place) == [(Why.DATA_SILENT, False)]
    assert any(now.why is Why.DATA_SILENT and now.action is Action.LET_GO for _, now in place.seen)


def test_a_stop_voids_the_trial_and_nothing_goes_on_without_go_on(tmp_path: Path) -> None:
    def prepare(place: Room) -> None:
        place.at[8.0] = lambda: place.practice.runner.hear(Stop())
        place.at[13.0] = lambda: place.practice.runner.hear(GoOn(reason=StopReason.OTHER))

    made = exercise(UNSEEN, trials=2)
    place = room(tmp_path / "a.mcap", made, prepare=prepare)
    assert voided(place) == [(Why.THERAPIST_STOP, False), (None, True)]
    stopped = [now for _, now in place.seen if now.action is Action.STOP]
    assert {now.why for now in stopped} == {Why.THERAPIST_STOP}
    assert len(stopped) >= 100  # 5 s, a step at least each 50 ms


def test_who_ends_it_has_a_void_trial(tmp_path: Path) -> None:
    def prepare(place: Room) -> None:
        place.at[8.0] = lambda: place.practice.runner.hear(Quit())

    place = room(tmp_path / "a.mcap", exercise(UNSEEN, trials=3), prepare=prepare)
    assert voided(place) == [(Why.OVER, False)]
    assert place.view is not None
    assert place.view.summary is not None
    assert place.view.summary.outcome == "Ended before it was complete."


# the other schedules, by what a hand is shown


def test_faded_feedback_is_in_every_second_trial(tmp_path: Path) -> None:
    made = exercise(Schedule(live=Faded(every=2)), trials=3)
    place = room(tmp_path / "a.mcap", made)
    assert [each.guided for each in place.practice.judged] == [True, False, True]
    by_trial = {
        number: {now.gauge is not None for now in in_trials(place) if now.trial == number} for number in (1, 2, 3)
    }
    assert by_trial == {1: {True}, 2: {False}, 3: {True}}


def test_who_asks_sees_from_then_on_until_the_trial_is_over(tmp_path: Path) -> None:
    def prepare(place: Room) -> None:
        place.at[8.0] = place.practice.coach.ask

    place = room(tmp_path / "a.mcap", exercise(Schedule(live=SelfControlled()), trials=2), prepare=prepare)
    first, second = place.practice.judged
    assert (first.guided, first.go.shown, second.guided) == (True, False, False)
    assert first.asked_us is not None
    shows = [now for now in in_trials(place) if now.trial == 1]
    flips = [now.gauge is not None for now in shows]
    assert flips == sorted(flips)
    assert {*flips} == {True, False}
    assert [now.may_ask for now in shows] == [not each for each in flips]


def test_who_may_not_ask_sees_nothing_for_it(tmp_path: Path) -> None:
    def prepare(place: Room) -> None:
        place.at[8.0] = place.practice.coach.ask

    place = room(tmp_path / "a.mcap", exercise(UNSEEN), prepare=prepare, presses=PRESSES["right"])
    assert {now.gauge for now in in_trials(place)} == {None}
    assert not any(now.may_ask for now in in_trials(place))
