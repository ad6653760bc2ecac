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
