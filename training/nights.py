"""Days as far as learning goes: what was done on different ones has a night between."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final, Protocol, TypeVar

ANOTHER_DAY: Final = timedelta(hours=18)
"""So that a night lies between; *assumed*."""


class Dated(Protocol):
    """What was done at a time."""

    @property
    def at(self) -> datetime:
        """When it began."""


Done = TypeVar("Done", bound=Dated)


def on_different_days(done: Iterable[Done]) -> list[Done]:
    """As many as possible with a night between each two; `done` oldest first, or latest first."""
    chosen: list[Done] = []
    for each in done:
        if not chosen or abs(each.at - chosen[-1].at) >= ANOTHER_DAY:
            chosen.append(each)
    return chosen
