"""A trial's force as a few characters: what a blind trial reveals in a terminal."""

from __future__ import annotations

from typing import Final

import numpy as np

from protocol.blocks import GRID_PER_N
from training.judge import Judged

COLUMNS: Final = 60
"""Characters: they fit beside a margin in any terminal."""
STEPS: Final = "▁▂▃▄▅▆▇█"
TOP: Final = 1.5
"""The highest step begins at so many times the target."""


def sketch(judged: Judged) -> list[str]:
    """Force from go to the let-go and below it where it was in the band; none where there is no reading.

    A column is the mean of its readings; one without any is blank.
    """
    readings, trial = judged.readings, judged.trial
    if readings is None:
        return []
    edges = np.linspace(trial.go_us, trial.let_go_us, COLUMNS + 1).astype(np.int64)
    target_q = trial.target_q((edges[:-1] + edges[1:]) // 2)
    half_q = trial.half_q(target_q)
    top_q = TOP * judged.go.task.target_n * GRID_PER_N
    force, band = "", ""
    for column, place in enumerate(np.searchsorted(readings.time_us, edges[:-1]).tolist()):
        part = readings.force_q[place : int(np.searchsorted(readings.time_us, edges[column + 1]))]
        if not len(part):
            force, band = force + " ", band + " "
            continue
        mean_q = float(part.mean())
        force += STEPS[int(np.clip(mean_q / top_q * len(STEPS), 0, len(STEPS) - 1))]
        away_q = mean_q - target_q[column]
        band += "=" if abs(away_q) <= half_q[column] else ("-" if away_q < 0 else "+")
    return [f"  {force}", f"  {band}   = in the band, - too light, + too hard"]
