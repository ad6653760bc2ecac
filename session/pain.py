"""What the patient says during a hold, when to ask, and what an answer ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from session.cue import Ask, Question, Why
from session.inputs import Input, Pain, PainGone, PainHalved
from session.plan import Plan

RISE: Final = 2
"""So much above the plateau's first report, at a pressure that is not above the band, is a stop."""
RELIEF_S: Final = 20.0
"""Pain counts as relieved only from here on: most passive creep is over by then, and so is its relief."""
RELIEVED_SHARE: Final = 0.5
"""Of the plateau's first report."""
RELIEVED_NRS: Final = 3
"""And not above this: half of a strong pain is still a strong pain."""
ASK_AGAIN_S: Final = 15.0
"""Between two questions, after those at the plateau and at `RELIEF_S`."""


@dataclass(frozen=True, slots=True)
class PainCourse:
    """The pain of one hold, as far as it was said."""

    first: int | None = None
    """The first report in the band: what rise and relief are measured against."""
    answered: int = 0
    """Questions that have had an answer, or were overtaken by one."""
    advisories: int = 0
    """Mechanical advisories so far; each prompts a question."""
    advised: bool = False
    """Whether the analysis said so at the moment before."""
    prompted: bool = False
    """Whether one came since the latest answer."""
    latest: int | None = None
    """The latest report in the band."""
    halved: bool = False
    """Whether it was said, late enough and in the band, that the pain has halved."""
    gone: bool = False
    """The same of pain that is gone."""

    def notice(self, *, softening: bool) -> PainCourse:
        """Take the analysis' advisory; only its beginning prompts."""
        if not softening or self.advised:
            return replace(self, advised=softening)
        return replace(self, advised=True, advisories=self.advisories + 1, prompted=True)

    def hear(self, said: Iterable[Input], held_s: float | None, *, in_band: bool) -> PainCourse:
        """Take what was said; `held_s` counts from the first moment in band, None before it."""
        course = self
        for value in said:
            if is_answer(value):
                course = replace(course, answered=course._due(held_s), prompted=False)
            if in_band and held_s is not None and held_s >= RELIEF_S:
                course = replace(
                    course, halved=course.halved or halved(course, value), gone=course.gone or gone(course, value)
                )
            if in_band and isinstance(value, Pain) and not value.recalled:
                first = value.nrs if course.first is None else course.first
                course = replace(course, first=first, latest=value.nrs)
        return course

    def ask(self, held_s: float | None) -> Ask | None:
        """The question that waits for its answer."""
        due = self._due(held_s)
        if due <= self.answered:
            return None
        return Ask(Question.SOFTENING if self.prompted else Question.PAIN, due)

    def _due(self, held_s: float | None) -> int:
        """Questions up to now: at the plateau, at 20 s, then every 15 s, and one for each advisory."""
        if held_s is None:
            return self.advisories
        later = 0 if held_s < RELIEF_S else 1 + int((held_s - RELIEF_S) // ASK_AGAIN_S)
        return self.advisories + 1 + later


def is_answer(value: Input) -> bool:
    """Whether it says how the pain is now."""
    return isinstance(value, PainHalved | PainGone) or (isinstance(value, Pain) and not value.recalled)


def rises(course: PainCourse, report: Pain) -> bool:
    """Whether a report is clearly above the plateau's first."""
    return course.first is not None and not report.recalled and report.nrs >= course.first + RISE


def gone(course: PainCourse, value: Input) -> bool:
    """Whether it says that pain which was there is there no more."""
    match value:
        case PainGone():
            return True
        case Pain(nrs=0, recalled=False):
            return course.first != 0
        case _:
            return False


def halved(course: PainCourse, value: Input) -> bool:
    """Whether it says that the pain is down to half of the plateau's first report and at most 3."""
    match value:
        case PainHalved():
            return True
        case Pain(nrs=nrs, recalled=False) if course.first:
            return nrs <= min(RELIEVED_SHARE * course.first, RELIEVED_NRS)
        case _:
            return False


def relief(course: PainCourse, said: Iterable[Input], plan: Plan) -> frozenset[Why]:
    """Which criteria of the plan an answer meets that was given late enough and in the band."""
    values = tuple(said)
    met = (
        (Why.PAIN_GONE, plan.ends_when_pain_gone and any(gone(course, value) for value in values)),
        (Why.PAIN_HALVED, plan.ends_when_pain_halved and any(halved(course, value) for value in values)),
    )
    return frozenset(why for why, fires in met if fires)
