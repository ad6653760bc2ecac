"""What may be said only so often."""

from __future__ import annotations

import math
from typing import Final

SLOWLY_S: Final = 0.1
"""Sync frames, slow frames and Force come at most ten times a second (docs/protocol.md §2 and §6)."""
_ROUNDING_S: Final = 1e-9
"""Sums of periods are a hair off; a tenth of a second is reached all the same."""


class Pace:
    """Lets something through at most once in each `SLOWLY_S`."""

    def __init__(self) -> None:
        self._last_s = -math.inf

    def allows(self, t_s: float) -> bool:
        """Whether it is time again; if so, the next time counts from now."""
        if t_s - self._last_s < SLOWLY_S - _ROUNDING_S:
            return False
        self._last_s = t_s
        return True
