"""How long ago the last reading arrived that can be trusted."""

from __future__ import annotations

from typing import Final

import numpy as np

from protocol.blocks import SATURATED, SampleBlock, SampleFlag

DASHES_S: Final = 0.5
"""No valid reading for this long: the display shows dashes and a sound of its own begins."""
LET_GO_S: Final = 2.0
"""No valid reading for this long during contact: let go, until data return."""
_UNTRUSTED: Final = SATURATED | SampleFlag.SENSOR_FAULT


def stale(age_s: float | None) -> bool:
    """Whether a reading of this age is too old to be shown or pressed on; None, no reading at all, is."""
    return age_s is None or age_s >= DASHES_S


def silent(age_s: float | None) -> bool:
    """Whether readings that once came have stayed away so long that nobody may go on pressing."""
    return age_s is not None and age_s >= LET_GO_S


class Silence:
    """Follows the arrival, on the host's clock, of readings that are neither saturated nor faulty."""

    def __init__(self) -> None:
        self.last_valid_s: float | None = None
        self.valid_q: int | None = None
        """The newest valid force on the grid."""

    def update(self, block: SampleBlock, arrival_s: float) -> None:
        """Readings that arrived at `arrival_s`."""
        valid = np.flatnonzero((block.flags & _UNTRUSTED) == 0)
        if len(valid):
            self.last_valid_s, self.valid_q = arrival_s, int(block.force_q[valid[-1]])
