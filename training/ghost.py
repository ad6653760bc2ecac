"""The own last repetition, to be drawn behind the next one where the force may be seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from analysis.score import Score
from protocol.blocks import GRID_PER_N
from training.exercise import Task
from training.judge import Judged

EACH_US: Final = 100_000
"""One reading in so much time is drawn: as often as a display changes."""


class Ghost(NamedTuple):
    """Readings of a trial, s after go; none is interpolated, and where none came there is none."""

    at_s: tuple[float, ...]
    force_n: tuple[float, ...]


def ghost(judged: Judged) -> Ghost:
    """The first reading of each tenth of a second, from go to the end."""
    if judged.readings is None:
        return Ghost((), ())
    since_us = judged.readings.time_us - judged.trial.go_us
    tenths = since_us // EACH_US
    first = [place for place, each in enumerate(tenths.tolist()) if not place or each != tenths[place - 1]]
    kept = [place for place in first if since_us[place] >= 0]
    return Ghost(tuple((since_us[kept] / 1e6).tolist()), tuple((judged.readings.force_q[kept] / GRID_PER_N).tolist()))


def last_like(judged: Sequence[Judged], task: Task) -> Judged | None:
    """The latest scored trial that asked for the same; None where there is none."""
    like = (each for each in reversed(judged) if isinstance(each.score, Score) and each.go.task.course == task.course)
    return next(like, None)
