"""A whole course through the window, in virtual time: each exercise begun by its button, days passing between."""

from __future__ import annotations

import asyncio
import tomllib
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from analysis.live import Live
from clinic.presets import preset
from gui.training.window import TrainingWindow
from session.cue import Cue
from session.plan import Cap
from session.runner import Runner
from simulator.patient_kind import PATIENTS
from simulator.virtual_time import loop_at
from tests.gui.training.rooms import NOON, Gym, opened
from tests.palpate.test_train import COURSE
from training.course import Course, own_course
from training.drill import Drill
from training.due import Due
from training.exercise import Exercise, Purpose, Rehearse
from training.practice import Practice
from training.rehearsal import Rehearsing, rehearse_with_hand, trainee, treated_of
from training.rehearsal_stand import RehearsalStand
from training.result import TrialResult
from training.run import Run, run_with_hand, scenario_for
from training.stand import Stand
from training.virtual_patient import VirtualPatient
from training.whole import WholeCourse

BENCH = Cap(force_n=60.0, reasons=("the bench",))
EVERY = 25
"""Steps between two looks of the window: one or two a second."""


@dataclass
class VirtualGym(Gym):
    """Does what is begun at once, to its end, while the window looks on."""

    folder: Path = Path()
    window: TrainingWindow | None = None
    seen: set[str] = field(default_factory=set)

    def said(self) -> str:
        return ""

    def begin(self, what: Due | str) -> None:
        assert isinstance(what, Due)
        exercise, path = self.course.as_test(what.exercise, what.purpose), self.folder / f"{len(self.results)}.mcap"
        doing = self._rehearse if isinstance(exercise.press, Rehearse) else self._press
        with asyncio.Runner(loop_factory=lambda: loop_at(None)) as loop:
            self.results += loop.run(doing(exercise, path))
        self._look()

    async def _press(self, exercise: Exercise, path: Path) -> tuple[TrialResult, ...]:
        drill = Drill.of(exercise, len(self.results), BENCH)
        run = Run(drill, self.now, lambda _serial: path, "test", self._show)
        return await run_with_hand(run, scenario_for(drill, "trained", 50), None)

    async def _rehearse(self, exercise: Exercise, path: Path) -> tuple[TrialResult, ...]:
        assert isinstance(exercise.press, Rehearse)
        patient, plan = PATIENTS[exercise.press.patient], preset(exercise.press.plan)
        asked = Rehearsing(plan, patient, self.now, lambda _serial: path, "test", self._show_rehearsal)
        return (treated_of(await rehearse_with_hand(asked, trainee("trained"), len(self.results), None), exercise),)

    def _show(self, practice: Practice) -> None:
        self.here = Stand(practice)
        self._follow(practice.runner)

    def _show_rehearsal(self, runner: Runner, patient: VirtualPatient) -> None:
        self.here = RehearsalStand(runner, patient)
        self._follow(runner)

    def _follow(self, runner: Runner) -> None:
        before, steps = runner.on_cue, iter(range(10**9))

        def look(cue: Cue, live: Live) -> None:
            if before:
                before(cue, live)
            if next(steps) % EVERY == 0:
                self._look()

        runner.on_cue = look

    def _look(self) -> None:
        assert self.window is not None
        self.window.poll()
        self.seen.add(self.window.exercise.cue.face.word)


def done(course: Course, folder: Path) -> VirtualGym:
    """Do all of it up to the retention test a week later."""
    gym = VirtualGym(course=course, folder=folder)
    gym.window = window = opened(gym)
    whole = WholeCourse(course, 7, NOON)
    while (outing := whole.next(gym.results)) is not None:
        gym.now = outing.at
        window.exercise.leave.click()
        assert course[outing.exercise.id].name in window.course.next.text()
        window.course.next.click()
        assert window.exercise.cue.face.word == "done"
    window.exercise.leave.click()
    return gym


def test_a_short_course_is_begun_by_its_button_and_ends_with_its_tests(tmp_path: Path) -> None:
    gym = done(Course.model_validate(tomllib.loads(COURSE)), tmp_path)
    whole(gym)


@pytest.mark.long
@pytest.mark.timeout(3000)
def test_the_course_of_twenty_exercises_is_done_through_the_window(tmp_path: Path) -> None:
    gym = done(own_course(), tmp_path)
    assert len(own_course().practice) == 20 + 1
    (rehearsed,) = (each for each in gym.results if each.rehearsed)
    assert rehearsed.counts
    whole(gym)


def whole(gym: VirtualGym) -> None:
    runs = {(each.run, each.exercise, each.purpose, each.at) for each in gym.results}
    practised = {exercise for _, exercise, purpose, _ in runs if purpose is Purpose.PRACTICE}
    assert practised == set(gym.course.practice)
    assert sum(purpose is Purpose.PRE_TEST for _, _, purpose, _ in runs) == 2
    learned_at = max(at for _, _, purpose, at in runs if purpose is Purpose.PRACTICE)
    retention = [at for _, _, purpose, at in runs if purpose is Purpose.RETENTION]
    assert max(retention) - learned_at >= timedelta(days=7)
    assert gym.seen >= {"rest", "press", "hold", "let go slowly", "done"}
    assert gym.window is not None
    assert len(gym.window.course.curve.sessions) == 2 + len(retention)
    assert gym.window.course.curve.error is not None
    assert "Own error, from the pre-test on two days" in gym.window.course.progress.toPlainText()
