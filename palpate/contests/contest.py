"""Something to measure and what it is compared with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

REPEATS: Final = 7
"""The minimum of seven interleaved runs is steady to a few percent on a busy machine."""


class Contest(NamedTuple):
    """`work` against `yardstick`, both called several times by turns."""

    name: str
    work: Callable[[], object]
    versus: str
    yardstick: Callable[[], object]
    limit: float | None
    """The most that the ratio may be; None for a figure that stands beside others."""


class Measured(NamedTuple):
    """A contest that measures itself, because one run gives several figures: costs of single runs, by turns."""

    name: str
    ours: tuple[float, ...]
    versus: str
    yardstick: tuple[float, ...]
    limit: float | None


class Skipped(NamedTuple):
    """Something that cannot be measured here."""

    name: str
    reason: str


Outcome = Contest | Measured | Skipped
