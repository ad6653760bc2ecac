"""One run of an exercise: which trials, under which cap, with what feedback."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from protocol.sentence import Sentence
from session.errors import InputError
from session.plan import EXERCISE, Cap, Plan
from training.exercise import Exercise, Rehearse, Task, tasks
from training.schedule import Schedule


class OnPerson(NamedTuple):
    """What holds beside the cap where a person is pressed, and no pad."""

    tip_cm2: float
    """With another tip no trial begins."""
    capped: bool
    pain_limit_nrs: int
    """Pain that stops the exercise."""
    shortest_rest_s: float


@dataclass(frozen=True, slots=True)
class Drill:
    """An exercise that is about to be done. Raises `InputError` for forces above the cap, and for a rehearsal."""

    exercise: Exercise
    seed: int
    cap: Cap
    schedule: Schedule
    tasks: tuple[Task, ...]
    person: OnPerson | None = None
    """None: a pad."""

    @staticmethod
    def of(
        exercise: Exercise, seed: int, cap: Cap, schedule: Schedule | None = None, person: OnPerson | None = None
    ) -> Drill:
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
        return Drill(exercise, seed, cap, schedule or exercise.schedule, tasks(exercise, seed), person)

    @property
    def rest_s(self) -> float:
        """Between two trials."""
        return max(self.exercise.rest_s, self.person.shortest_rest_s if self.person else 0.0)

    @property
    def hardest(self) -> Task:
        """The trial that asks for most."""
        return max(self.tasks, key=lambda task: task.target_n)

    @property
    def longest_s(self) -> float:
        """Of a trial, from go until nobody should be pressed any more."""
        return max(task.let_go_s + task.release_s for task in self.tasks)

    def plan(self, task: Task) -> Plan:
        """What the guide underneath watches over: nothing but its alarms ends a hold before the clock does."""
        plan = Plan(
            name=self.exercise.name,
            text=self.exercise.text,
            source=EXERCISE,
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
        return plan if self.person is None else self._on(self.person, plan)

    def _on(self, person: OnPerson, plan: Plan) -> Plan:
        limits = {"tip_cm2": person.tip_cm2, "capped": person.capped, "pain_limit_nrs": person.pain_limit_nrs}
        return plan.model_copy(update={**limits, "hold_s": min(self.longest_s, plan.cap.band_s)})
