"""Values at steps, and between them: for one time as Python's floats, for many as arrays, with the same bits."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import Any, Generic

import numpy as np
from numpy.typing import NDArray

from simulator.stable import Floats, Value
from simulator.tissue_kind import STEP_S


@dataclass(frozen=True, slots=True)
class Between(Generic[Value]):
    """Times, none before the one in front of it, in the grid of steps."""

    left: int | NDArray[np.int64]
    """The step before or at each time."""
    share: Value
    """From 0 at this step to 1 at the next."""

    @property
    def last(self) -> int:
        """The last step that is needed."""
        return 1 + (self.left if isinstance(self.left, int) else int(self.left[-1]))

    def at_left(self, steps: array[float]) -> Value:
        """The value at the step to the left."""
        value: Value = _taken(steps, self.left)
        return value

    def line(self, steps: array[float]) -> Value:
        """The value on the straight line between two steps."""
        left: Value = _taken(steps, self.left)
        right: Value = _taken(steps, self.left + 1)
        return left + self.share * (right - left)


def one(t_s: float) -> Between[float]:
    """One time."""
    at = t_s / STEP_S
    left = int(at)
    return Between(left, at - left)


def many(t_s: Floats) -> Between[Floats]:
    """Many times."""
    at = t_s / STEP_S
    left = at.astype(np.int64)
    return Between(left, at - left)


def clip(value: Value, low: Value, high: Value) -> Value:
    """The value, moved into low … high."""
    if isinstance(value, float):
        return min(max(value, low), high)
    return np.minimum(np.maximum(value, low), high)


def _taken(steps: array[float], at: int | NDArray[np.int64]) -> Any:
    if isinstance(at, int):
        return steps[at]
    first = int(at[0])
    return np.array(steps[first : int(at[-1]) + 1])[at - first]
