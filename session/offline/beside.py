"""What was shown at the end of a treatment beside what this version measures in its record."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from session.documents import HoldDocument, LiveDifferenceDocument, LiveDocument
from session.live_summary import LiveHold, LiveSummary

SAME: Final = 1e-6
"""Relative; sums in another order differ by less, and nobody reads more."""
METRICS: Final = tuple(LiveHold.model_fields)


def beside(live: LiveSummary, holds: Sequence[HoldDocument]) -> LiveDocument:
    """The figures that differ, hold by hold; one that only one side has stands beside nothing."""
    differences = list[LiveDifferenceDocument]()
    for index, (shown, now) in enumerate(zip_longest(live.holds, holds)):
        differences += _differences(index, shown, now)
    return LiveDocument(software=live.software, holds=len(live.holds), differences=tuple(differences))


def _differences(index: int, shown: LiveHold | None, now: HoldDocument | None) -> Iterator[LiveDifferenceDocument]:
    for metric in METRICS:
        old, new = getattr(shown, metric, None), getattr(now, metric, None)
        if not _same(old, new):
            yield LiveDifferenceDocument(hold=index, metric=metric, shown=old, now=new)


def _same(old: float | None, new: float | None) -> bool:
    if old is None or new is None:
        return old is new
    return math.isclose(old, new, rel_tol=SAME, abs_tol=SAME)
