"""What is kept of a trial: one line of a trainee's file. No names; the readings stay in the record."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pydantic import AwareDatetime, Field

from analysis.hold import Hold, Missing
from analysis.score import Score
from analysis.score_losses import weakest
from training.drill import Drill
from training.exercise import Exercise, Purpose
from training.judge import Judged
from training.schedule import Schedule
from training.values import Id, Value, Words


class Scored(Value):
    """The score and its terms, as docs/score.md defines them."""

    version: int
    points: float
    high_points: float
    closeness: float
    on_task: float
    release: float
    in_band_percent: float
    error_n: float
    error_percent: float
    rms_error_n: float


class Pressed(Value):
    """What stands beside the score; None where the readings do not support it."""

    rise_n_per_s: float | None
    overshoot_percent: float | None
    cv_percent: float | None
    drift_n_per_s: float | None
    tremor_n_rms: float | None
    cue_latency_s: float | None
    fall_n_per_s: float | None
    residual_n: float | None
    duration_s: float | None = Field(default=None, exclude_if=lambda duration_s: duration_s is None)
    """How long somebody pressed; None too in results of earlier versions."""


class Unscored(Value):
    """Why there is no score."""

    code: str
    text: Words


class Lost(Value):
    """What cost most, and in which second after go."""

    cause: str
    points: float
    second: int


class StopWord(Value):
    """The virtual patient said stop."""

    nrs: float
    """How much it hurt."""
    gone_s: float | None
    """Until nobody was pressed any more; None where that was not before the end."""


class Treated(Value):
    """What is kept of a rehearsal."""

    patient: str
    outcome: Words
    complete: bool
    """All holds of the plan were done."""
    holds: int
    pain: tuple[int, ...]
    """As the patient said it when asked."""
    stops: tuple[StopWord, ...]
    over_cap_s: float
    after_cue_s: float
    """Pressed after a let-go was called."""


class Done(NamedTuple):
    """Circumstances of a run that a result repeats."""

    at: AwareDatetime
    record: str
    simulated: bool
    tool: str


class TrialResult(Value):
    """One trial of one trainee; a rehearsal is one without a score."""

    format: Literal["palpate.trial/1"] = "palpate.trial/1"
    at: AwareDatetime
    """When the run began."""
    exercise: Id
    purpose: Purpose
    level: int
    run: str
    """The record's file name: the trials of one run share it."""
    number: int
    of: int
    target_n: float
    site: str | None
    hand: Literal["usual", "other"]
    schedule: Schedule
    guided: bool
    """Whether the force was shown, if only from some moment on."""
    asked_s: float | None
    """When the trainee asked for it, after go."""
    void: str | None
    simulated: bool
    tool: str
    score: Scored | None
    unscored: Unscored | None
    weakest: Lost | None
    pressed: Pressed | None
    rehearsed: Treated | None = None
    on: Literal["pad", "person"] = Field(default="pad", exclude_if=lambda on: on == "pad")
    """Who or what was pressed: a course is done on a pad, and what was done on a person stands beside it."""

    @property
    def counts(self) -> bool:
        """Whether the exercise was done by it: nothing is by a void trial, or by a rehearsal that was cut off."""
        return self.score is not None or (self.rehearsed is not None and self.rehearsed.complete)


def result_of(judged: Judged, drill: Drill, done: Done) -> TrialResult:
    """The line of a judged trial."""
    exercise, go, found = drill.exercise, judged.go, judged.score
    asked_s = None if judged.asked_us is None else (judged.asked_us - go.time_us) / 1e6
    return TrialResult(
        at=done.at,
        exercise=exercise.id,
        purpose=exercise.purpose,
        level=exercise.level,
        run=done.record,
        number=go.task.number,
        of=len(drill.tasks),
        target_n=go.task.target_n,
        site=exercise.site,
        hand=exercise.hand,
        schedule=go.schedule,
        guided=judged.guided,
        asked_s=asked_s,
        void=judged.void,
        simulated=done.simulated,
        tool=done.tool,
        score=_scored(found) if isinstance(found, Score) else None,
        unscored=Unscored(code=found.code, text=found.text) if isinstance(found, Missing) else None,
        weakest=lost_of(judged),
        pressed=_pressed(judged.hold) if isinstance(judged.hold, Hold) else None,
        on="pad" if drill.person is None else "person",
    )


def whole_result(exercise: Exercise, done: Done, target_n: float, kept: Treated) -> TrialResult:
    """The line of a rehearsal."""
    return TrialResult(
        at=done.at,
        exercise=exercise.id,
        purpose=exercise.purpose,
        level=exercise.level,
        run=done.record,
        number=1,
        of=1,
        target_n=target_n,
        site=exercise.site,
        hand=exercise.hand,
        schedule=exercise.schedule,
        guided=True,
        asked_s=None,
        void=None,
        simulated=done.simulated,
        tool=done.tool,
        score=None,
        unscored=Unscored(code="rehearsal", text="it was a rehearsal"),
        weakest=None,
        pressed=None,
        rehearsed=kept,
    )


def _scored(found: Score) -> Scored:
    return Scored(**{name: getattr(found, name) for name in Scored.model_fields})


def _pressed(hold: Hold) -> Pressed:
    return Pressed(**{name: getattr(hold, name) for name in Pressed.model_fields})


def lost_of(judged: Judged) -> Lost | None:
    """What cost a trial most; None where nothing was lost."""
    most = weakest(judged.losses)
    return None if most is None else Lost(cause=most.cause, points=most.points, second=most.worst.second)
