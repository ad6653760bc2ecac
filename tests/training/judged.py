"""Judged trials of forces that are given."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from protocol.blocks import SampleBlock
from tests.training.rooms import exercise
from training.exercise import Task, tasks
from training.judge import Judge, Judged, Tool
from training.marks import Go, LetGo, Over
from training.schedule import Constant, Schedule

RATE_HZ = 100
GO_US = 1_000_000


def light_task() -> Task:
    """Hold 10 N for 2 s: from 4 to 6 s after go, gone 2 s later."""
    return tasks(exercise(), 1)[0]


def judged(plateau_n: NDArray[np.float64] | float, task: Task | None = None) -> Judged:
    """A trial with these forces from 4 s to 6 s after go, and nothing before and after."""
    asked = task or light_task()
    count = np.arange(round((asked.let_go_s + asked.release_s + 3) * RATE_HZ))
    force_n = np.zeros(len(count))
    first, last = (round((1 + at_s) * RATE_HZ) for at_s in (asked.rise_s, asked.let_go_s))
    force_n[first:last] = plateau_n
    judge, tool = Judge(), Tool(RATE_HZ, None)
    judge.mark(
        Go(time_us=GO_US, exercise="light", seed=1, task=asked, schedule=Schedule(live=Constant()), shown=True), tool
    )
    judge.update(SampleBlock.of(count, count * 10_000, force_n))
    judge.mark(LetGo(time_us=GO_US + round(asked.let_go_s * 1e6)), tool)
    over = judge.mark(Over(time_us=int(count[-1]) * 10_000), tool)
    assert over is not None
    return over
