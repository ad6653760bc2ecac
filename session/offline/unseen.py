"""Time in which nobody knows whether somebody pressed."""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum

from session.documents import GapDocument, HoldDocument


def unseen_s(gaps: Iterable[GapDocument], holds: Iterable[HoldDocument]) -> float:
    """Seconds of gaps outside all holds, to the microsecond.

    A press in them is in no hold, and in no sum or bound over the holds. No gap reaches beyond a hold: one that is not
    bridged ends it.
    """
    missing_s = fsum(gap.end_s - gap.start_s for gap in gaps)
    outside_s = round(missing_s - fsum(hold.gaps_s for hold in holds), 6)
    return outside_s if outside_s > 0 else 0.0
