"""Why a figure of repeatability cannot be had."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray


class Lack(StrEnum):
    """What the table does not hold."""

    MISSING_CELL = "missing_cell"
    FEW_TARGETS = "few_targets"
    FEW_RATERS = "few_raters"
    FEW_PAIRS = "few_pairs"
    NO_VARIANCE = "no_variance"
    NO_ERROR = "no_error"
    NEGATIVE_VARIANCE = "negative_variance"
    ZERO_MEAN = "zero_mean"


class Lacking(NamedTuple):
    """Takes the place of a figure; `text` is a sentence for people."""

    lack: Lack
    text: str


Figure: TypeAlias = float | Lacking
"""A figure, always finite, or the reason why there is none."""


class Interval(NamedTuple):
    """A two-sided confidence interval."""

    low: float
    high: float


LARGEST = 1e100
"""A cell beyond this is no measurement, and its square would leave the range of a double."""


def gap_in(table: NDArray[np.float64]) -> Lacking | None:
    """Names the first cell that holds no usable number, counted from 1; None when there is none."""
    holes = np.argwhere(~(np.abs(table) <= LARGEST))
    if not len(holes):
        return None
    place = ", column ".join(str(position + 1) for position in holes[0].tolist())
    return Lacking(Lack.MISSING_CELL, f"row {place} holds no number: measure it again or leave the whole row out")


def squares(deviations: NDArray[np.float64], scale: float) -> float:
    """The sum of squares; 0 where rounding of numbers as large as `scale` would leave as much."""
    total = float(np.sum(deviations * deviations))
    rounding = 8 * float(np.finfo(np.float64).eps) * scale
    return total if total > deviations.size * rounding * rounding else 0.0
