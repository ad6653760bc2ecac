"""What a trial asked for and when, in the record: from it and the readings alone the score can be had again.

Marks are payloads of channel AIMED: what is asked for from the next contact on, as any change of a target, and beside
that the trial.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from protocol.link import Channel, Payload
from session.cue import Why
from training.exercise import Task
from training.schedule import Schedule
from training.values import Id


class _Mark(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", allow_inf_nan=False)

    time_us: int
    """On the tool's clock: the newest reading that had arrived."""


class Go(_Mark):
    """A trial begins."""

    kind: Literal["go"] = "go"
    exercise: Id
    seed: int
    task: Task
    schedule: Schedule
    shown: bool
    """Whether the force is shown from now on."""


class Asked(_Mark):
    """The trainee asked for feedback: the force is shown from now on."""

    kind: Literal["asked"] = "asked"


class LetGo(_Mark):
    """The let-go was called."""

    kind: Literal["let go"] = "let go"


class Over(_Mark):
    """The trial is over: what has arrived by now counts, and what comes later does not."""

    kind: Literal["over"] = "over"
    void: Why | None = None
    """The alarm that voided it."""


Mark = Go | Asked | LetGo | Over


class _Aimed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", allow_inf_nan=False)

    target_n: float
    band_percent: float
    trial: Annotated[Mark, Field(discriminator="kind")]


_NO_TRIAL: Final = b'"trial"'


def mark_payload(mark: Mark, task: Task, arrival_s: float) -> Payload:
    """A mark as it stands in the record."""
    aimed = _Aimed(target_n=task.target_n, band_percent=task.band_percent, trial=mark)
    return Payload(Channel.AIMED, arrival_s, aimed.model_dump_json().encode())


def read_mark(payload: Payload) -> Mark | None:
    """The mark in a payload; None where it holds none. Raises `ValueError` for one that cannot be read."""
    if payload.channel is not Channel.AIMED or _NO_TRIAL not in payload.data:
        return None
    try:
        return _Aimed.model_validate_json(payload.data).trial
    except ValidationError as error:
        raise ValueError("a trial in the record is of a version that this program does not know: update it") from error
