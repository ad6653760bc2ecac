"""What a trial's result says to a person: one sentence, the same for the same numbers."""

from __future__ import annotations

from typing import Final, assert_never

from analysis.hold import Missing
from analysis.score import Score
from analysis.score_losses import Cause
from protocol.sentence import Sentence
from training.judge import Judged
from training.result import Lost, Scored, TrialResult, lost_of

_GOOD: Final = 1.0
"""Points: less than this is not worth a word."""


def sentence(result: TrialResult) -> Sentence:
    """The score and the weakest term, or why there is no score."""
    if result.void is not None:
        return _void(result.void)
    if result.score is None:
        return _unscored(result.unscored.text if result.unscored else Sentence("nothing was measured"))
    return _points(result.score, result.weakest)


def sentence_of(judged: Judged) -> Sentence:
    """The same of a trial that was just judged."""
    if judged.void is not None:
        return _void(judged.void)
    if isinstance(judged.score, Missing):
        return _unscored(judged.score.text)
    return _points(judged.score, lost_of(judged))


def _void(why: str) -> Sentence:
    return Sentence("Void: {why}. It counts nowhere.", why=why)


def _unscored(why: str) -> Sentence:
    return Sentence("No score: {why}.", why=why)


def _points(score: Scored | Score, lost: Lost | None) -> Sentence:
    points = _range(score.points, score.high_points)
    if lost is None or lost.points < _GOOD:
        return Sentence("{points}: nothing to speak of is missing.", points=points)
    return Sentence("{points}: {lost:.0f} went to {cause}.", points=points, lost=lost.points, cause=_cause(lost))


def _range(points: float, high: float) -> Sentence:
    if round(high) <= round(points):
        return Sentence("{points:.0f} points", points=points)
    return Sentence("{points:.0f} points (to {high:.0f}, had nothing been lost on the link)", points=points, high=high)


def _cause(lost: Lost) -> Sentence:
    second = lost.second + 1
    match Cause(lost.cause):
        case Cause.NOT_PRESSING:
            return Sentence(
                "not pressing, most of it in second {second}: begin at once, and stay on until the word", second=second
            )
        case Cause.TOO_LIGHT:
            return Sentence("pressing too lightly, most of it in second {second}: lean in a little more", second=second)
        case Cause.TOO_HARD:
            return Sentence("pressing too hard, most of it in second {second}: ease off sooner", second=second)
        case Cause.MISSING:
            return Sentence(
                "readings that did not arrive, most of it in second {second}: this is the link's fault, not yours",
                second=second,
            )
        case Cause.NOT_RELEASED:
            return Sentence("force that was still there when it should have been gone: let go at the word, all the way")
        case _ as never:
            assert_never(never)


def told(result: TrialResult) -> str:
    """A line with the binary figures beside the score."""
    if result.score is None:
        return f"{result.number}/{result.of}  {result.target_n:g} N  {sentence(result)}"
    score = result.score
    seen = "seen" if result.guided else "unseen"
    return (
        f"{result.number}/{result.of}  {result.target_n:g} N, {seen}: {sentence(result)} "
        f"In band {score.in_band_percent:.0f} %, mean {score.error_percent:+z.0f} %."
    )
