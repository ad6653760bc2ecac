"""A window of training on exercises that run in virtual time, in one thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from analysis.live import Live
from gui.app import application
from gui.speaker import Speaker
from gui.tones import Voice
from gui.training.course_page import Book
from gui.training.window import TrainingWindow
from session.cue import Cue
from session.whom import Whom
from tests.training.rooms import Room, exercise, room
from training.course import Course
from training.due import Due
from training.exercise import Exercise
from training.practice import Practice
from training.rehearsal_stand import Standing
from training.result import TrialResult
from training.stand import Stand

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@dataclass
class Gym:
    """Holds what a test puts in."""

    course: Course = field(default_factory=lambda: Course(name="Short", exercises=(exercise(),)))
    results: tuple[TrialResult, ...] = ()
    now: datetime = NOON
    here: Standing | None = None
    words: str = ""
    wanted: list[Due | str] = field(default_factory=list)
    whom: Whom | None = None
    nobody: str = ""

    def book(self) -> Book:
        return Book("T-1", self.course, self.results, self.now, self.whom, self.nobody)

    def begin(self, what: Due | str) -> None:
        self.wanted.append(what)

    def stand(self) -> Standing | None:
        return self.here

    def said(self) -> str:
        return self.words


@dataclass(frozen=True)
class Look:
    """What could be seen and heard at one moment."""

    phase: str
    picture: str
    """A hash of each pixel."""
    voice: Voice
    words: str


def quiet() -> Speaker:
    return Speaker(lambda: 0.0, null=True)


def opened(gym: Gym) -> TrainingWindow:
    application()
    window = TrainingWindow(gym, quiet())
    window.show()
    return window


def words_of(window: TrainingWindow) -> str:
    page = window.exercise
    face = page.cue.face
    return " | ".join((face.word, face.reason, page.heading.text(), page.figure.text(), page.result.words.text()))


def watched(
    path: Path,
    made: Exercise,
    *,
    every: int = 40,
    grabs: bool = True,
    gym: Gym | None = None,
    prepare: Callable[[Room, TrainingWindow], None] | None = None,
    **scenario: Any,
) -> tuple[Room, list[Look], TrainingWindow]:
    """Do an exercise while the window looks at each step, and keep what it shows at every so many."""
    gym = gym or Gym()
    window = opened(gym)
    looks: list[Look] = []
    window.exercise.kept.hide()  # how fast this computer's disk is belongs to no trace

    def begin(place: Room) -> None:
        gym.here = Stand(place.practice)
        before, steps = place.practice.runner.on_cue, iter(range(10**9))

        def look(cue: Cue, live: Live) -> None:
            if before:
                before(cue, live)
            window.poll()
            if next(steps) % every == 0:
                looks.append(seen(window, place.practice, grabs=grabs))

        place.practice.runner.on_cue = look
        if prepare:
            prepare(place, window)

    place = room(path, made, prepare=begin, **scenario)
    window.poll()
    return place, looks, window


def seen(window: TrainingWindow, practice: Practice, *, grabs: bool) -> Look:
    mark = ""
    if grabs:
        image = window.grab().toImage()  # its bits live as long as it does
        mark = sha256(bytes(image.constBits())).hexdigest()
    return Look(type(practice.coach.phase).__name__, mark, window.voice, words_of(window))
