"""One run of an exercise: which trials, under which cap, with what feedback."""

from __future__ import annotations

from dataclasses import dataclass

from protocol.sentence import Sentence
from session.errors import InputError
from session.plan import Cap, Plan
from training.exercise import Exercise, Rehearse, Task, tasks
from training.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Drill:
    """An exercise that is about to be done. Raises `InputError` for forces above the cap, and for a rehearsal."""

    exercise: Exercise
    seed: int
    cap: Cap
    schedule: Schedule
    tasks: tuple[Task, ...]

    @staticmethod
    def of(exercise: Exercise, seed: int, cap: Cap, schedule: Schedule | None = None) -> Drill:
        """With the exercise's own schedule, or another one."""
        if isinstance(exercise.press, Rehearse):
            raise InputError(
                Sentence(
                    "“{name}” is a whole treatment, and one trainee's alone: “palpate train {id}”",
                    name=exercise.name,
                    id=exercise.id,
                )
            )
        if exercise.highest_n > cap.force_n:
            raise InputError(
                Sentence(
                    "“{name}” asks for up to {highest_n:.0f} N, the limit is {cap_n:g} N ({why}): "
                    "choose another exercise",
                    name=exercise.name,
                    highest_n=exercise.highest_n,
                    cap_n=cap.force_n,
                    why=Sentence.joined("; ", cap.reasons),
                )
            )
        if exercise.longest_s > cap.band_s:
            raise InputError(
                Sentence(
                    "“{name}” lasts {longest_s:.0f} s, the limit is {cap_s:g} s",
                    name=exercise.name,
                    longest_s=exercise.longest_s,
                    cap_s=cap.band_s,
                )
            )
        return Drill(exercise, seed, cap, schedule or exercise.schedule, tasks(exercise, seed))

    @property
    def rest_s(self) -> float:
        """Between two trials."""
        return self.exercise.rest_s

    def plan(self, task: Task) -> Plan:
        """What the guide underneath watches over: nothing but its alarms ends a hold before the clock does."""
        return Plan(
            name=self.exercise.name,
            text=self.exercise.text,
            source="an exercise (docs/training.md)",
            confidence="assumed",
            target_n=task.target_n,
            band_percent=task.band_percent,
            hold_s=self.cap.band_s,
            repetitions=len(self.tasks),
            rest_s=self.rest_s,
            cap=self.cap,
            ends_when_pain_halved=False,
            ends_when_pain_gone=False,
            ends_when_softer=False,
        )
