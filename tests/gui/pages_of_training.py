"""The pages of training with example values."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QWidget

from analysis.hold import Code, Missing
from gui.training.moment import face_of_moment
from gui.training.window import TrainingWindow
from protocol.sentence import Sentence
from session.cue import Action, Why
from session.view import unkept
from simulator.patient_kind import PATIENTS
from tests.gui.stage import DISK_FULL, SUMMARY, WHOM
from tests.gui.training.rooms import NOON, Gym, opened
from tests.training.judged import judged, light_task
from tests.training.results import result
from tests.training.rooms import exercise as own
from training.course import Course, own_course
from training.display import Gauge, Shown
from training.due import RETENTION_DAYS
from training.exercise import Purpose
from training.ghost import Ghost
from training.judge import Judged
from training.result import TrialResult
from training.stand import Now, Patient
from training.virtual_patient import Stopped, VirtualPatient, judgement

RIGHT = Shown(
    action=Action.HOLD,
    why=None,
    trial=2,
    trials=5,
    target_n=20.0,
    left_s=6,
    gauge=None,
    may_ask=False,
    simulated=True,
    not_kept="",
)
NOBODY = str(
    Sentence(
        "nobody is pressed here now: {why}",
        why=Sentence("a STOP of today has no reason yet: ask the client and record it"),
    )
)
VOID = Missing(Code.CUT, Sentence("the trial is void: {why}", why=Why.OVER_CAP))
UNSCORED = Missing(Code.GAP, Sentence("readings are missing where it is seen whether the force is gone"))


def course(_folder: Path) -> QWidget:
    """The course that comes with Palpate on its first day, with an exercise chosen."""
    window = opened(Gym(course=own_course()))
    window.course.table.setCurrentCell(3, 0)
    return window


def empty(_folder: Path) -> QWidget:
    """Somebody's own exercise, without lessons and tests: nothing is due, and their words stay as they are."""
    return opened(Gym(course=Course(name="12", exercises=(own(name="12 N", text="12 N"),))))


def finished(_folder: Path) -> QWidget:
    """A course with all its tests done, and what they say."""
    return opened(Gym(course=own_course(), results=all_done(), now=NOON + timedelta(days=120)))


def exercise(_folder: Path) -> QWidget:
    """In the midst of a trial in view, with the own last repetition behind it."""
    window = _entered()
    for tenth in range(60):
        force_n = min(tenth / 20, 1.0) * 21.3
        gauge = Gauge(force_n, 18.0, 22.0, tenth / 10, 14.0)
        _draw(window, Now(replace(RIGHT, gauge=gauge), _ghost(), 0.0, ""))
    return window


def blind(_folder: Path) -> QWidget:
    """A trial whose force may be asked for."""
    window = _entered()
    _draw(window, Now(replace(RIGHT, may_ask=True, left_s=None), None, 0.0, ""))
    return window


def above(_folder: Path) -> QWidget:
    """An alarm in a blind trial, and a record that is not kept."""
    window = _entered()
    shown = replace(RIGHT, action=Action.LET_GO, why=Why.OVER_CAP, not_kept=unkept(DISK_FULL))
    _draw(window, Now(shown, None, 0.0, ""))
    return window


def stopped(_folder: Path) -> QWidget:
    """After STOP."""
    window = _entered()
    now = Now(replace(RIGHT, action=Action.STOP, why=Why.THERAPIST_STOP), None, 0.0, "")
    window.exercise.show_now(now, face_of_moment(now, stopped=True, hangs=False), stopped=True)
    return window


def results(_folder: Path) -> QWidget:
    """All trials are over, and each is told."""
    window = _entered()
    for each in told():
        window.exercise.tell(each)
    over = str(Sentence("All trials are done."))
    _draw(window, Now(replace(RIGHT, action=Action.DONE, left_s=None), None, 0.0, over))
    window.exercise.result.losses.setCurrentRow(0)
    return window


def person(_folder: Path) -> QWidget:
    """In the midst of a trial on a person, who has told a pain."""
    window = opened(Gym(course=own_course(), whom=WHOM))
    window._pages.setCurrentWidget(window.exercise)
    window._heard = Sentence("Pain {nrs} of 10.", nrs=4)
    window.poll()
    for tenth in range(60):
        gauge = Gauge(min(tenth / 20, 1.0) * 19.6, 18.0, 22.0, tenth / 10, 14.0)
        _draw(window, Now(replace(RIGHT, gauge=gauge), None, 0.0, ""))
    return window


def person_course(_folder: Path) -> QWidget:
    """What may be done on a person: nothing is due there."""
    window = opened(Gym(course=own_course(), whom=WHOM))
    window.course.table.setCurrentCell(3, 0)
    return window


def person_refused(_folder: Path) -> QWidget:
    """Nobody is pressed any more."""
    return opened(Gym(course=own_course(), nobody=NOBODY))


def rehearsal(_folder: Path) -> QWidget:
    """A hold on the virtual patient, who was asked and has answered."""
    window = _entered()
    for tenth in range(40):
        gauge = Gauge(min(tenth / 20, 1.0) * 30.0, 27.0, 33.0, tenth / 10, 14.0)
        _draw(window, Now(replace(RIGHT, gauge=gauge), None, 0.0, "", Patient(True, Sentence("Pain {nrs}", nrs=5), ())))
    return window


def rehearsed(_folder: Path) -> QWidget:
    """A rehearsal that is over, with one stop in time, one that was late, and one that nobody heard."""
    window, patient = _entered(), VirtualPatient(PATIENTS["tender"], 1.0)
    patient.answers += [3, 5, 8]
    patient.stops += [Stopped(8.0, 0.9), Stopped(8.4, 2.6), Stopped(9.0, None)]
    said = Patient(False, Sentence("Stop!"), judgement(patient, SUMMARY))
    _draw(window, Now(replace(RIGHT, action=Action.DONE, left_s=None), None, 0.0, SUMMARY.outcome, said))
    return window


def told() -> tuple[Judged, ...]:
    """A void trial, one without a score, and one that was pressed too lightly and too hard."""
    wavering_n = 10 + 2.5 * np.sin(np.linspace(0, 12, 200))
    task = light_task()
    void = replace(judged(0.0), void=Why.OVER_CAP, score=VOID, losses=())
    unscored = replace(judged(10.0, task._replace(number=2)), score=UNSCORED, losses=())
    return void, unscored, judged(wavering_n, task._replace(number=3))


@cache
def all_done() -> tuple[TrialResult, ...]:
    """The pre-test on two days, each exercise, transfer, steadiness, retention; the last two are beyond the error."""
    made = own_course()
    assert made.tests is not None
    days = [(made.tests.pre_test, Purpose.PRE_TEST, day, 60.0 + day) for day in (0.0, 1.0)]
    days += [(name, Purpose.PRACTICE, 2 + place / 20, 75.0) for place, name in enumerate(made.practice)]
    days += [(name, Purpose.TRANSFER, 3 + place / 20, 70.0) for place, name in enumerate(made.tests.transfer)]
    days += [(name, Purpose.STEADINESS, 3.5 + day, 90.0 + day) for name in made.steadiness for day in range(3)]
    later = zip(RETENTION_DAYS, (62.0, 50.0, 85.0, 88.0), strict=True)
    days += [(made.tests.retention, Purpose.RETENTION, 3 + day, points) for day, points in later]
    return tuple(
        result(
            name,
            NOON + timedelta(days=day),
            points=points + 2 * (number % 3),
            purpose=purpose,
            number=number,
            of=6,
            guided=purpose in {Purpose.PRACTICE, Purpose.STEADINESS},
            error_percent=8.0 - number,
        )
        for name, purpose, day, points in days
        for number in range(1, 7)
    )


def _entered() -> TrainingWindow:
    window = opened(Gym(course=own_course()))
    window.exercise.begin()
    window._pages.setCurrentWidget(window.exercise)
    return window


def _draw(window: TrainingWindow, now: Now) -> None:
    window.exercise.show_now(now, face_of_moment(now, stopped=False, hangs=False), stopped=False)


def _ghost() -> Ghost:
    at_s = tuple(tenth / 10 for tenth in range(140))
    return Ghost(at_s, tuple(min(each / 3, 1.0) * 19.0 for each in at_s))
