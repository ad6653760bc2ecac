"""Two holds side by side: before and after, or this one and that."""

from __future__ import annotations

from typing import NamedTuple

from clinic.review.metrics import Metric, shown
from protocol.sentence import Sentence
from session.documents import HoldDocument


class Compared(NamedTuple):
    """One figure of both holds; a difference only where both have it."""

    metric: Metric
    before: float | None
    after: float | None
    difference: float | None
    """After less before."""
    why: str
    """What is missing, and in which of the two; a doubt over a value too."""


def compared(before: HoldDocument, after: HoldDocument) -> tuple[Compared, ...]:
    """Every figure that at least one of the two has, or has a reason to miss."""
    rows = []
    for one, other in zip(shown(before), shown(after), strict=True):
        difference = None if one.value is None or other.value is None else other.value - one.value
        why = _why(one.why, other.why)
        if one.value is not None or other.value is not None or why:
            rows.append(Compared(one.metric, one.value, other.value, difference, why))
    return tuple(rows)


def _why(before: str, after: str) -> str:
    if before == after:
        return before
    first = [Sentence("before: {why}", why=before)] if before else []
    second = [Sentence("after: {why}", why=after)] if after else []
    return Sentence.joined("; ", first + second)
