"""A simulated hand in an exercise: it sees what the schedule shows, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

from analysis.live import Live
from session.cue import Action, Cue
from simulator.hand import Intent
from training.practice import Practice


def follow(tell: Callable[[Intent], None], practice: Practice) -> None:
    """Have a simulated hand, told what it wants by `tell`, follow the coach; whoever listened goes on listening."""
    before = practice.runner.on_cue

    def join(cue: Cue, live: Live) -> None:
        if before:
            before(cue, live)
        tell(intent(cue, live, shown=practice.coach.shown))

    practice.runner.on_cue = join


def intent(cue: Cue, live: Live, *, shown: bool) -> Intent:
    """What a hand that follows the cue wants; where the force is hidden it corrects nothing."""
    match cue.action:
        case Action.PRESS | Action.MORE | Action.HOLD | Action.LESS if cue.target_n > 0:
            return Intent(cue.target_n, live.force_n if shown and live.contact else None)
        case _:
            return Intent(0.0)
