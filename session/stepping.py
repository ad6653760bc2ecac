"""Whether the plan's next step up may be taken now, as a value with its reason (docs/guidance.md).

A step counts from the next contact on: the hold that runs is over with it, and the rest comes first. It is asked for
by a person, each time, and only after the client has said what the plan waits for.
"""

from __future__ import annotations

from typing import Final

from protocol.sentence import Sentence
from session.cue import WELL_DONE, MayStep, NotYet, Step
from session.pain import PainCourse
from session.plan import Plan, Rise, StepAfter
from session.state import Finished, LettingGo, Lost, Pressing, State, Stopped

_WAITS: Final = {
    StepAfter.PAIN_GONE: Sentence(
        "the client has not said in this hold, after 20 s in the band, that the pain is gone"
    ),
    StepAfter.PAIN_HALVED: Sentence(
        "the client has not said in this hold, after 20 s in the band, that the pain has halved"
    ),
}
NONE: Final = NotYet(Sentence("this plan has none"))
LAST: Final = Sentence("this is the last hold of the plan")


def step_of(plan: Plan, state: State, felt: PainCourse | None, repetition: int) -> Step | None:
    """What may be taken in `state`; `felt` is the pain of the latest hold. None where the plan has no steps."""
    rise = plan.rise
    if rise is None:
        return None
    last = repetition >= plan.repetitions and isinstance(state, Pressing | LettingGo)
    if why := _closed(state, plan, rise) or (LAST if last and not rise.adds_a_hold else ""):
        return NotYet(why)
    said = None if felt is None else _relief(rise, felt)
    if said is None:
        return NotYet(_waits(rise))
    return MayStep(plan.stepped().target_n, said)


def _closed(state: State, plan: Plan, rise: Rise) -> str:
    """Why nothing rises now, whatever the client says; "" where it could."""
    match state:
        case Stopped():
            return Sentence("after a STOP nothing rises: first say why it was pressed")
        case Finished():
            return Sentence("the treatment is over")
        case Lost():
            return Sentence("the tool left the skin")
        case LettingGo(why=why) if why not in WELL_DONE:
            return Sentence("the hold ended because {why}", why=why)
        case _ if not rise.left:
            return Sentence("all steps of this plan are taken")
        case _ if plan.target_n >= rise.highest_target_n:
            return Sentence("{most_n:.1f} N is the most here, {why}", most_n=rise.highest_target_n, why=rise.why)
        case _:
            return ""


def _relief(rise: Rise, felt: PainCourse) -> str | None:
    """What the client said, where it is what the plan waits for."""
    match rise.after:
        case StepAfter.PAIN_GONE:
            return Sentence("the pain is gone") if felt.gone else None
        case StepAfter.PAIN_HALVED:
            return Sentence("the pain has halved") if felt.gone or felt.halved else None
        case StepAfter.PAIN_BELOW:
            below = felt.latest is not None and felt.latest < rise.below_nrs
            if not below:
                return None
            return Sentence("the pain is {nrs}, below {below_nrs}", nrs=felt.latest, below_nrs=rise.below_nrs)


def _waits(rise: Rise) -> str:
    below = Sentence(
        "the client has not said in this hold that the pain is below {below_nrs}", below_nrs=rise.below_nrs
    )
    return _WAITS.get(rise.after, below)
