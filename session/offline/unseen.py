"""Time in which nobody knows whether somebody pressed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import fsum

from session.documents import GapDocument, HoldDocument


def unseen_s(gaps: Iterable[GapDocument], holds: Sequence[HoldDocument]) -> float:
    """Seconds of gaps outside all holds: a press in them is in no hold, and in no sum or bound over the holds."""
    return fsum(gap.end_s - gap.start_s - fsum(_shared_s(gap, hold) for hold in holds) for gap in gaps)


def _shared_s(gap: GapDocument, hold: HoldDocument) -> float:
    return max(min(gap.end_s, hold.end_s) - max(gap.start_s, hold.start_s), 0.0)
