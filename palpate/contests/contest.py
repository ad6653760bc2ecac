"""Something to measure and what it is compared with."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Contest(NamedTuple):
    """`work` against `yardstick`, both called several times by turns."""

    name: str
    work: Callable[[], object]
    versus: str
    yardstick: Callable[[], object]
    limit: float | None
    """The most that the ratio may be; None for a figure that stands beside others."""


class Skipped(NamedTuple):
    """Something that cannot be measured here."""

    name: str
    reason: str
