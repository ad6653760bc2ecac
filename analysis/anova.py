"""Mean squares of a complete table of targets and raters."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.lacking import Lack, Lacking, gap_in, squares
from protocol.sentence import Sentence


class MeanSquares(NamedTuple):
    """Of n targets (rows) by k raters, sessions or days (columns); the names of McGraw and Wong in brackets."""

    n: int
    k: int
    targets: float
    """Between rows (MS_R), n − 1 degrees of freedom."""
    raters: float
    """Between columns (MS_C), k − 1 degrees of freedom."""
    error: float
    """What row and column leave (MS_E), (n − 1)(k − 1) degrees of freedom."""
    within: float
    """Within rows (MS_W), n (k − 1) degrees of freedom."""


def mean_squares(scores: NDArray[np.float64]) -> MeanSquares | Lacking:
    """Of a table `[n, k]`; a mean square that rounding alone could make is 0.

    Raises `ValueError` when the array is no table.
    """
    if scores.ndim != 2:
        raise ValueError(f"the scores must be a table of targets by raters, not an array of {scores.ndim} dimensions")
    n, k = scores.shape
    if n < 2:
        return Lacking(Lack.FEW_TARGETS, Sentence("repeatability needs at least 2 targets, not {count}", count=n))
    if k < 2:
        return Lacking(
            Lack.FEW_RATERS,
            Sentence("repeatability needs at least 2 measurements of each target, not {count}", count=k),
        )
    return gap_in(scores) or _split(scores)


def _split(scores: NDArray[np.float64]) -> MeanSquares:
    n, k = scores.shape
    scale = float(np.max(np.abs(scores)))
    row, column, grand = scores.mean(1, keepdims=True), scores.mean(0), scores.mean()
    return MeanSquares(
        n,
        k,
        targets=k * squares(row - grand, scale) / (n - 1),
        raters=n * squares(column - grand, scale) / (k - 1),
        error=squares(scores - row - column + grand, scale) / ((n - 1) * (k - 1)),
        within=squares(scores - row, scale) / (n * (k - 1)),
    )
