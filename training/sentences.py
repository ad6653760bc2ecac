"""What a trial's result says to a person: one sentence, the same for the same numbers."""

from __future__ import annotations

from typing import Final

from analysis.hold import Missing
from analysis.score import Score
from training.judge import Judged
from training.result import Lost, Scored, TrialResult, lost_of

_CAUSES: Final = {
    "not_pressing": "not pressing, most of it in second {second}: begin at once, and stay on until the word",
    "too_light": "pressing too lightly, most of it in second {second}: lean in a little more",
    "too_hard": "pressing too hard, most of it in second {second}: ease off sooner",
    "missing": "readings that did not arrive, most of it in second {second}: this is the link's fault, not yours",
    "not_released": "force that was still there when it should have been gone: let go at the word, all the way",
}
_GOOD: Final = 1.0
"""Points: less than this is not worth a word."""


def sentence(result: TrialResult) -> str:
    """The score and the weakest term, or why there is no score."""
    if result.void is not None:
        return f"Void: {result.void}. It counts nowhere."
    if result.score is None:
        why = result.unscored.text if result.unscored else "nothing was measured"
        return f"No score: {why}."
    return _points(result.score, result.weakest)


def sentence_of(judged: Judged) -> str:
    """The same of a trial that was just judged."""
    if judged.void is not None:
        return f"Void: {judged.void}. It counts nowhere."
    if isinstance(judged.score, Missing):
        return f"No score: {judged.score.text}."
    return _points(judged.score, lost_of(judged))


def _points(score: Scored | Score, lost: Lost | None) -> str:
    points = f"{score.points:.0f} points"
    if round(score.high_points) > round(score.points):
        points += f" (to {score.high_points:.0f}, had nothing been lost on the link)"
    return f"{points}{_weakest(lost)}"


def _weakest(lost: Lost | None) -> str:
    if lost is None or lost.points < _GOOD:
        return ": nothing to speak of is missing."
    return f": {lost.points:.0f} went to {_CAUSES[lost.cause].format(second=lost.second + 1)}."


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
