"""In a blind trial no pixel, tone or word of the window depends on the force; alarms come all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from gui.tones import Sound
from gui.training.window import TrainingWindow
from session.cue import Why
from session.inputs import Stop
from simulator.happenings.frames import Silence
from tests.gui.training.rooms import Look, watched
from tests.training.rooms import SEEN, UNSEEN, Room, exercise
from tests.training.test_blind import PRESSES

IN_TRIAL = ("Going", "Falling")


def in_trial(looks: list[Look]) -> list[Look]:
    return [each for each in looks if each.phase in IN_TRIAL]


@pytest.fixture(scope="module")
def blind(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Room, list[Look]]]:
    folder = tmp_path_factory.mktemp("blind")
    # the first time that Qt sets a word some of its letters lie a fraction of a point elsewhere
    watched(folder / "first.mcap", exercise(UNSEEN), presses=PRESSES["right"])
    return {
        name: watched(folder / f"{name}.mcap", exercise(UNSEEN), presses=PRESSES[name])[:2]
        for name in ("too light", "right", "too hard")
    }


@pytest.mark.parametrize("name", ["too light", "too hard"])
def test_pictures_tones_and_words_of_two_traces_are_the_same(
    blind: dict[str, tuple[Room, list[Look]]], name: str
) -> None:
    right, other = in_trial(blind["right"][1]), in_trial(blind[name][1])
    assert len(right) >= 8
    assert [look.words for look in right] == [look.words for look in other]
    assert [look.voice for look in right] == [look.voice for look in other]
    assert [look.picture for look in right] == [look.picture for look in other]


def test_the_result_of_the_same_traces_differs(blind: dict[str, tuple[Room, list[Look]]]) -> None:
    ends = {looks[-1].words for _, looks in blind.values()}
    assert len(ends) == len(blind)


@pytest.mark.long
def test_the_same_traces_in_view_are_seen_and_heard(tmp_path: Path) -> None:
    """Were nothing ever shown, the tests above could not fail."""
    light, right = (
        in_trial(watched(tmp_path / f"{name}.mcap", exercise(SEEN), presses=PRESSES[name])[1])
        for name in ("too light", "right")
    )
    assert [look.picture for look in light] != [look.picture for look in right]
    assert {look.voice.sound for look in light} >= {Sound.BELOW, Sound.CHIME}
    assert {look.voice.sound for look in right} >= {Sound.TICK, Sound.CHIME}


def test_above_the_limit_it_is_shown_and_heard_and_the_trial_is_void(tmp_path: Path) -> None:
    presses = [{"at_s": 5.0, "force_n": 25.0, "for_s": 7.0}]
    place, looks, window = watched(tmp_path / "a.mcap", exercise(UNSEEN), every=5, grabs=False, presses=presses)
    assert [each.void for each in place.practice.judged] == [Why.OVER_CAP]
    alarms = [look for look in looks if "above the limit" in look.words.split(" | ")[1]]
    assert {look.voice.sound for look in alarms} == {Sound.ABOVE, Sound.LET_GO}
    assert "Void: the pressure is above the limit. It counts nowhere." in window.exercise.result.words.text()


def test_without_data_it_is_shown_and_heard_and_the_trial_is_void(tmp_path: Path) -> None:
    hole = Silence(at_s=8.0, for_s=3.0)
    place, looks, _ = watched(
        tmp_path / "a.mcap", exercise(UNSEEN), every=5, grabs=False, presses=PRESSES["right"], happenings=(hole,)
    )
    assert [each.void for each in place.practice.judged] == [Why.DATA_SILENT]
    assert Sound.NO_DATA in {look.voice.sound for look in looks if "no data" in look.words}


def test_stop_is_shown_at_once_and_the_trial_is_void(tmp_path: Path) -> None:
    def prepare(place: Room, window: TrainingWindow) -> None:
        place.at[8.0] = lambda: place.practice.runner.hear(Stop())
        place.at[10.0] = window.exercise.go_on.ended.emit

    place, looks, _ = watched(
        tmp_path / "a.mcap", exercise(UNSEEN), every=5, grabs=False, prepare=prepare, presses=PRESSES["right"]
    )
    assert [each.void for each in place.practice.judged] == [Why.THERAPIST_STOP]
    assert {look.voice.sound for look in looks if look.words.startswith("STOP")} == {Sound.STOP}
