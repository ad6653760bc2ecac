"""Tables of scores, and figures that must be there."""

from __future__ import annotations

import numpy as np

from analysis.agreement import Agreement, agreement
from analysis.lacking import Lacking

SHROUT_FLEISS = np.array(
    [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]], np.float64
)
"""Table 2 of Shrout and Fleiss 1979: 6 targets, 4 judges."""


def known(scores: object, level: float = 0.95) -> Agreement:
    """The figures of a table that supports them."""
    found = agreement(np.asarray(scores, np.float64), level)
    assert isinstance(found, Agreement)
    return found


def number(figure: float | Lacking) -> float:
    """A figure that is there."""
    assert not isinstance(figure, Lacking), figure
    return figure
