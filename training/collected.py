"""The results of a class: files of several computers in one table, and how far they tell trainees apart."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from analysis.agreement import Agreement, agreement
from analysis.lacking import Lack, Lacking
from session.errors import InputError
from training.progress import Baseline, Progress, progress
from training.result import Scored, TrialResult
from training.trainee import SUFFIX, read_results

OWN: Final = (
    "at", "exercise", "purpose", "level", "run", "number", "of", "target_n", "site", "hand", "on", "guided", "void",
)  # fmt: skip
"""Of a result, as columns."""

Results = dict[str, tuple[TrialResult, ...]]
"""By pseudonym, oldest first."""
Cell = str | int | float | bool | None


def collect(folders: Iterable[Path]) -> Results:
    """All trainees' files below these folders; the same line in two of them counts once.

    Raises `InputError` where a file cannot be read, where there is none, and where one trial has two results: then
    two people use one pseudonym.
    """
    found: dict[str, dict[tuple[str, str, int], TrialResult]] = {}
    for path in sorted(path for folder in folders for path in _files(folder)):
        trials = found.setdefault(path.stem, {})
        for each in read_results(path):
            key = (each.tool, each.run, each.number)
            if trials.setdefault(key, each) != each:
                raise InputError(f"{path}: {each.run} has another result elsewhere: give each trainee an own pseudonym")
    if not found:
        raise InputError("there are no results: name folders with files of trainees (.jsonl)")
    return {name: tuple(sorted(trials.values(), key=_when)) for name, trials in found.items()}


def rows(results: Results) -> list[dict[str, Cell]]:
    """A row for each trial, with the trainee's pseudonym and no name; what was not measured is null."""
    return [_row(name, each) for name, trials in results.items() for each in trials]


class Trainee(NamedTuple):
    """One of the class."""

    pseudonym: str
    progress: Progress


class Class(NamedTuple):
    """What a class's results say."""

    trainees: tuple[Trainee, ...]
    between: Agreement | Lacking
    """Of the points of the pre-test on two days, trainees as targets: whether it tells them apart."""


def compare(results: Results) -> Class:
    """From the results of several trainees, each with the own error; simulated and real ones are never mixed."""
    trainees = tuple(Trainee(name, progress(trials)) for name, trials in results.items())
    kinds = {each.simulated for trials in results.values() for each in trials}
    if len(kinds) > 1:
        why = "simulated and real trainees are not compared: collect them apart"
        return Class(trainees, Lacking(Lack.MISSING_CELL, why))
    bases = [each.progress.baseline for each in trainees if isinstance(each.progress.baseline, Baseline)]
    if len(bases) < 2:
        why = "two trainees or more with the whole pre-test on two days are needed"
        return Class(trainees, Lacking(Lack.FEW_TARGETS, why))
    if len({each.test for each in bases}) > 1:
        return Class(trainees, Lacking(Lack.MISSING_CELL, "their pre-tests are not the same"))
    return Class(trainees, agreement(np.array([each.days for each in bases])))


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise InputError(f"{folder} is no folder: name the folders that hold trainees' files")
    return list(folder.rglob(f"*{SUFFIX}"))


def _row(name: str, result: TrialResult) -> dict[str, Cell]:
    values = {"on": result.on} | result.model_dump(mode="json")
    row: dict[str, Cell] = {"trainee": name} | {key: values[key] for key in OWN}
    row["schedule"] = result.schedule.live.kind
    row["simulated"] = result.simulated
    score = result.score
    row |= {f"score_{key}" if key == "version" else key: getattr(score, key, None) for key in Scored.model_fields}
    row["no_score"] = result.unscored.code if result.unscored else None
    row["weakest"] = result.weakest.cause if result.weakest else None
    pressed = result.pressed
    return row | {key: getattr(pressed, key, None) for key in _PRESSED}


_PRESSED: Final = ("rise_n_per_s", "overshoot_percent", "cv_percent", "cue_latency_s", "fall_n_per_s", "residual_n")


def _when(result: TrialResult) -> tuple[object, ...]:
    return result.at, result.run, result.number
