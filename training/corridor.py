"""An expert's repetitions as a band: the median and the spread of the plateau of a hold, and nothing of its waveform.

On a pad the band is in newtons. Recorded on a person it is in percent of that person's PPT, and on another person it
is that share of theirs: what is bearable differs between people by more than any band is wide.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import floor
from pathlib import Path
from typing import Final, Literal, NamedTuple

import numpy as np
from pydantic import AwareDatetime, PositiveFloat, PositiveInt, TypeAdapter, ValidationError

from analysis.score import Score
from analysis.score_trial import NARROWEST_N
from analysis.signal import trusted
from protocol.blocks import GRID_PER_N
from session.errors import InputError, NotKept
from session.plan import Cap
from training.exercise import Exercise, Hold
from training.judge import Judged
from training.schedule import Constant, Schedule
from training.values import Id, Value

FEWEST: Final = 3
"""Repetitions: fewer have no spread to speak of; *assumed*."""
SPREAD: Final = (5.0, 95.0)
"""Percentiles of all readings of all plateaus: nine tenths of what the expert pressed lies between; *assumed*."""
NARROWEST_PERCENT: Final = 2.0
WIDEST_PERCENT: Final = 30.0
"""Of half a band that an exercise may have (training/exercise.py)."""
LIGHTEST_N: Final = 4.01
"""Of a target, rounded down."""
SUFFIX: Final = ".corridor.json"
_ID: Final[TypeAdapter[str]] = TypeAdapter(Id)


class Corridor(Value):
    """What an expert pressed when a force was to be held."""

    format: Literal["palpate.corridor/1"] = "palpate.corridor/1"
    name: Id
    at: AwareDatetime
    """When the first repetition was pressed."""
    asked_n: PositiveFloat
    """What they were to hold."""
    for_s: PositiveFloat
    repetitions: PositiveInt
    low_n: PositiveFloat
    middle_n: PositiveFloat
    """Median of the repetitions' medians."""
    high_n: PositiveFloat
    ppt_n: PositiveFloat | None = None
    """Of the person who was pressed; None: a pad."""
    simulated: bool


class Band(NamedTuple):
    """A corridor where it is to be pressed."""

    low_n: float
    middle_n: float
    high_n: float
    lowered: str
    """Why it lies lower than the expert's; "" where it does not."""

    @property
    def percent(self) -> float:
        """Half of its width, as far as the wider side reaches, in % of the middle; never under ±1 N."""
        half_n = max(self.high_n - self.middle_n, self.middle_n - self.low_n, NARROWEST_N)
        return min(max(100 * half_n / self.middle_n, NARROWEST_PERCENT), WIDEST_PERCENT)


class Made(NamedTuple):
    """Circumstances of a corridor that the trials do not tell."""

    name: str
    at: AwareDatetime
    simulated: bool
    ppt_n: float | None = None


def corridor_of(trials: Sequence[Judged], made: Made) -> Corridor:
    """From an expert's scored repetitions of one hold; raises `InputError` where they are too few, or unlike."""
    held = [each for each in trials if isinstance(each.score, Score)]
    if len(held) < FEWEST:
        raise InputError(f"{len(held)} repetitions were measured: a corridor needs {FEWEST}, press more of them")
    asked = {each.go.task.course for each in held}
    if len(asked) > 1 or len(held[0].go.task.course) > 1:
        raise InputError("a corridor is of one force that is held: record one exercise that asks for nothing else")
    plateaus_n = [_plateau_n(each) for each in held]
    low_n, high_n = np.percentile(np.concatenate(plateaus_n), SPREAD).tolist()
    task = held[0].go.task
    try:
        return Corridor(
            name=made.name,
            at=made.at,
            asked_n=task.target_n,
            for_s=min((each.trial.let_go_us - each.trial.begin_us) / 1e6 for each in held),
            repetitions=len(held),
            low_n=low_n,
            middle_n=float(np.median([np.median(each) for each in plateaus_n])),
            high_n=high_n,
            ppt_n=made.ppt_n,
            simulated=made.simulated,
        )
    except ValidationError as error:
        raise InputError(f"these repetitions make no corridor: {error.errors()[0]['msg']}") from error


def band_on(corridor: Corridor, cap: Cap, ppt_n: float | None = None) -> Band:
    """The corridor on a pad, or on a person with this PPT: as a whole so low that its upper edge is under the cap.

    Raises `InputError` where a corridor of a pad is to be pressed on a person, or the other way round.
    """
    if (corridor.ppt_n is None) != (ppt_n is None):
        was, now = ("a pad", "a person") if corridor.ppt_n is None else ("a person", "a pad")
        raise InputError(f"“{corridor.name}” was recorded on {was}: on {now} it says nothing, record another one there")
    wanted = 1.0 if ppt_n is None or corridor.ppt_n is None else ppt_n / corridor.ppt_n
    middle_n = corridor.middle_n
    reach_n = max(corridor.high_n - middle_n, middle_n - corridor.low_n, middle_n * NARROWEST_PERCENT / 100)
    allowed = min(cap.force_n / (middle_n + reach_n), (cap.force_n - NARROWEST_N) / middle_n)
    share = min(wanted, allowed)
    lowered = f"the limit is {cap.force_n:g} N ({'; '.join(cap.reasons)})" if allowed < wanted else ""
    return Band(corridor.low_n * share, corridor.middle_n * share, corridor.high_n * share, lowered)


def exercise_in(corridor: Corridor, band: Band, trials: int) -> Exercise:
    """Hold the middle of the band as long as the expert did, with the band in view; raises `InputError`."""
    if band.middle_n < LIGHTEST_N:
        raise InputError(f"{band.middle_n:.1f} N are too light for an exercise: it begins at {LIGHTEST_N:g} N")
    return Exercise(
        id=f"corridor-{corridor.name}",
        name=f"In the corridor “{corridor.name}”",
        text=f"Stay between {band.low_n:.1f} and {band.high_n:.1f} N, where the expert was.",
        press=Hold(targets_n=(floor(100 * band.middle_n) / 100,), for_s=round(min(max(corridor.for_s, 2.0), 60.0), 1)),
        trials=trials,
        band_percent=floor(10 * band.percent) / 10,
        schedule=Schedule(live=Constant()),
    )


def corridor_path(folder: Path, name: str) -> Path:
    """Where it is kept; raises `InputError` for what is no name."""
    try:
        return folder / (_ID.validate_python(name) + SUFFIX)
    except ValidationError as error:
        raise InputError(f"“{name}” is no name of a corridor: use lower-case letters, digits and hyphens") from error


def keep_corridor(path: Path, corridor: Corridor) -> None:
    """Write it; raises `InputError` rather than overwrite one, and `NotKept`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(corridor.model_dump_json(indent=2) + "\n")
    except FileExistsError as error:
        raise InputError(f"{path} exists already: choose another name") from error
    except OSError as error:
        raise NotKept(f"{path}: the corridor was not kept: {error.strerror or error}") from error


def read_corridor(path: Path) -> Corridor:
    """Read one; raises `InputError`."""
    try:
        return Corridor.model_validate_json(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path}: there is no such corridor: record one with “palpate train corridor make”") from error
    except ValidationError as error:
        raise InputError(f"{path}: this is no corridor that this version knows") from error


def _plateau_n(judged: Judged) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """The readings while the force was to be held; those that the tool calls faulty are left out."""
    assert judged.readings is not None, "a scored trial has readings"
    readings, trial = trusted(judged.readings), judged.trial
    first, last = readings.time_us.searchsorted((trial.begin_us, trial.let_go_us)).tolist()
    forces_n: np.ndarray[tuple[int], np.dtype[np.float64]] = readings.force_q[first:last] / GRID_PER_N
    return forces_n
