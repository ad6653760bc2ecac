"""A curve with fewer points."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def simplified(time_s: Floats, value: Floats, tolerance: float) -> Iterator[tuple[float, float]]:
    """Yield points of the curve, so few that lines between them stay within `tolerance` of all (Douglas, Peucker 1973).

    Times have to rise; the first and the last point stay.
    """
    kept = {0, len(time_s) - 1}
    spans = [(0, len(time_s) - 1)]
    while spans:
        first, last = spans.pop()
        inside = slice(first, last + 1)
        line = np.interp(time_s[inside], time_s[[first, last]], value[[first, last]])
        away = np.abs(value[inside] - line)
        farthest = first + int(np.argmax(away))
        if away[farthest - first] > tolerance:
            kept.add(farthest)
            spans += [(first, farthest), (farthest, last)]
    for place in sorted(kept):
        yield float(time_s[place]), float(value[place])
