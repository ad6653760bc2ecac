"""Whether a run passes: marks that fit together, for pressing with and without feedback."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean
from typing import Final, NamedTuple

from protocol.sentence import Sentence
from training.exercise import Purpose
from training.result import TrialResult

GUIDED_CV_PERCENT: Final = 6.0
"""A finger's force held with vision varies by 6 % (Jones 2000)."""
GUIDED_BIAS_PERCENT: Final = 3.0
"""*Assumed*: who looks corrects what is larger."""
GUIDED_IN_BAND_PERCENT: Final = 85.0
"""*Assumed*, in a band of ±10 %."""
BLIND_ERROR_PERCENT: Final = 15.0
"""*Assumed*: about twice what a hand notices (6–7 %)."""
BLIND_CV_PERCENT: Final = 12.0
"""*Assumed*: without vision a force varies by 10.5 % (Jones 2000)."""


class Mark(NamedTuple):
    """One figure beside what it is to be."""

    name: str
    value: float | None
    """None where the readings do not support it: such a mark is not passed."""
    limit: float
    at_least: bool = False

    @property
    def passed(self) -> bool:
        """Whether the figure is within its limit."""
        if self.value is None:
            return False
        return self.value >= self.limit if self.at_least else abs(self.value) <= self.limit


class Verdict(NamedTuple):
    """The marks of the trials of one kind."""

    guided: bool
    marks: tuple[Mark, ...]

    @property
    def passed(self) -> bool:
        """All of them."""
        return all(mark.passed for mark in self.marks)


def verdicts(results: Sequence[TrialResult]) -> tuple[Verdict, ...]:
    """Of one run: its guided trials and its unseen ones apart; void trials count nowhere.

    Of a retention test only the first trial counts; where it was void there is no verdict, since all others come after
    a press.
    """
    counted = [each for each in results if each.score is not None and _decides(each)]
    groups = ((guided, [each for each in counted if each.guided is guided]) for guided in (True, False))
    return tuple(Verdict(guided, _marks(group, guided=guided)) for guided, group in groups if group)


def _decides(result: TrialResult) -> bool:
    return result.purpose is not Purpose.RETENTION or result.number == 1


def _marks(group: Sequence[TrialResult], *, guided: bool) -> tuple[Mark, ...]:
    error = fmean(each.score.error_percent for each in group if each.score)
    variation = _mean([each.pressed.cv_percent if each.pressed else None for each in group])
    if not guided:
        return (
            Mark(Sentence("constant error, %"), error, BLIND_ERROR_PERCENT),
            Mark(Sentence("variation within a hold, %"), variation, BLIND_CV_PERCENT),
        )
    return (
        Mark(Sentence("variation within a hold, %"), variation, GUIDED_CV_PERCENT),
        Mark(Sentence("constant error, %"), error, GUIDED_BIAS_PERCENT),
        Mark(
            Sentence("in band, %"),
            fmean(each.score.in_band_percent for each in group if each.score),
            GUIDED_IN_BAND_PERCENT,
            True,
        ),
    )


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fmean(known) if len(known) == len(values) else None
