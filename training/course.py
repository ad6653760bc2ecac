"""A course: lessons of exercises, and its tests. One comes with the program; anybody's own is a file like it."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, PositiveInt, model_validator

from session.errors import InputError
from session.toml_file import read_toml
from training.exercise import Exercise, Purpose
from training.schedule import TEST
from training.values import Id, Value, Words, mistake


class Lesson(Value):
    """Exercises that belong together."""

    name: Words
    level: PositiveInt
    exercises: tuple[Id, ...] = Field(min_length=1)


class Examinations(Value):
    """What shows whether something was learned."""

    pre_test: Id
    """Before the first lesson, on two days."""
    retention: Id
    """After 1, 7, 30 and 90 days; the same as the pre-test, so that both compare."""
    transfer: tuple[Id, ...] = ()
    steadiness: Id | None = None
    """After the last lesson, on three days, with the force in view; without it nobody is ranked."""


class Course(Value):
    """Raises `ValueError` for a lesson or a test whose exercise there is not."""

    version: Literal[1] = 1
    name: Words
    lessons: tuple[Lesson, ...] = ()
    tests: Examinations | None = None
    exercises: tuple[Exercise, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        known = [each.id for each in self.exercises]
        twice = {each for each in known if known.count(each) > 1}
        if twice:
            raise ValueError(f"the exercise “{min(twice)}” is there twice: choose another id")
        for name in (*self.practice, *self.unseen, *self.steadiness):
            if name not in known:
                raise ValueError(f"there is no exercise “{name}”: write it, or take it out")
        for name in self.unseen:
            if self[name].schedule != TEST:
                raise ValueError(f"“{name}” is a test: write live = blind without reveal, result = never")
        for name in self.steadiness:
            if self[name].purpose is not Purpose.STEADINESS:
                raise ValueError(f"“{name}” is the steadiness test: write purpose = “steadiness”")
        return self

    def __getitem__(self, name: str) -> Exercise:
        """The exercise of this id; raises `KeyError`."""
        found = next((each for each in self.exercises if each.id == name), None)
        if found is None:
            raise KeyError(name)
        return found

    @property
    def practice(self) -> tuple[str, ...]:
        """The exercises of all lessons, in their order."""
        return tuple(name for lesson in self.lessons for name in lesson.exercises)

    @property
    def steadiness(self) -> tuple[str, ...]:
        """The test with the force in view, or none."""
        return () if self.tests is None or self.tests.steadiness is None else (self.tests.steadiness,)

    @property
    def unseen(self) -> tuple[str, ...]:
        """The tests without feedback, each once."""
        if self.tests is None:
            return ()
        return tuple(dict.fromkeys((self.tests.pre_test, self.tests.retention, *self.tests.transfer)))

    def chosen(self, name: str) -> Exercise:
        """The exercise of this id; raises `InputError`, which names what there is."""
        try:
            return self[name]
        except KeyError as error:
            names = ", ".join(each.id for each in self.exercises)
            raise InputError(f"there is no exercise “{name}”: there are {names}") from error

    def texts(self) -> tuple[str, ...]:
        """All that people read of it, each once."""
        entries = (text for each in self.exercises for text in (each.name, each.text))
        return tuple(dict.fromkeys((self.name, *(each.name for each in self.lessons), *entries)))

    def as_test(self, name: str, purpose: Purpose) -> Exercise:
        """A test for this purpose: the pre-test of the first day is the retention test of the last."""
        return self[name].model_copy(update={"purpose": purpose})


def read_course(path: Path) -> Course:
    """Read somebody's own course; raises `InputError`, which says what is wrong where."""
    return read_toml(path, _parsed, mistake)


@lru_cache(maxsize=1)
def own_course() -> Course:
    """The course that comes with the program."""
    return _parsed((files("training") / "course.toml").read_text(encoding="utf-8"))


def _parsed(text: str) -> Course:
    return Course.model_validate(tomllib.loads(text))
