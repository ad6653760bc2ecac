"""What may be drawn at one moment of an exercise: a value, so that whatever draws it cannot show more.

While the force is hidden nothing here depends on it: the words come from the clock and from alarms.
"""

from __future__ import annotations

from dataclasses import dataclass

from session.cue import Action, Cue, Why
from session.silence import stale
from session.view import View, unkept
from session.whom import Whom
from training.coach import Coach, Falling, Going, Resting


@dataclass(frozen=True, slots=True)
class Gauge:
    """The force beside its band; there is none while it is hidden."""

    force_n: float | None
    """None: no reading that is fresh; dashes are shown."""
    low_n: float
    high_n: float
    since_s: float
    """Since go."""
    lasts_s: float
    """No trial of this exercise lasts longer; when this one ends may be a surprise."""


@dataclass(frozen=True, slots=True)
class Shown:
    """All that is drawn, sounded or said."""

    action: Action
    why: Why | None
    """Of an alarm, or why nobody presses now."""
    trial: int
    trials: int
    target_n: float
    left_s: int | None
    """Whole seconds until the trial or the rest is over; None where that is a surprise."""
    gauge: Gauge | None
    may_ask: bool
    """Whether the trainee may ask to see the force."""
    simulated: bool
    not_kept: str
    whom: Whom | None = None
    """Who is pressed where; None: a pad."""


def shown(coach: Coach, view: View, now_s: float) -> Shown:
    """What may be drawn of a run at `now_s`."""
    cue = view.cue
    return Shown(
        action=cue.action,
        why=cue.why,
        trial=cue.repetition,
        trials=cue.repetitions,
        target_n=coach.task.target_n,
        left_s=_left_s(coach, cue),
        gauge=_gauge(coach, view, now_s),
        may_ask=coach.drill.schedule.live.kind == "self-controlled" and not coach.shown,
        simulated=view.simulated,
        not_kept=unkept(view.recording),
        whom=view.whom,
    )


def _left_s(coach: Coach, cue: Cue) -> int | None:
    match coach.phase:
        case Resting():
            return round(cue.left_s)
        case Going() if not coach.task.surprise:
            return round(cue.left_s)
        case _:
            return None


def _gauge(coach: Coach, view: View, now_s: float) -> Gauge | None:
    """Between trials as in them: who sees the needle in the rest of a blind exercise could try there."""
    if not coach.shown or not isinstance(coach.phase, Going | Falling):
        return None
    age_s = None if view.last_valid_s is None else now_s - view.last_valid_s
    force_n = None if stale(age_s) else view.force_n
    return Gauge(force_n, view.cue.low_n, view.cue.high_n, now_s - coach.go_s, coach.drill.exercise.longest_s)
