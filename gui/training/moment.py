"""Which word, shape and sound belong to a moment of an exercise: made of what may be shown, and of nothing else.

So a blind trial looks and sounds the same whatever the hand does, until an alarm comes.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from gui.face import FACES, NO_DATA, SILENT, Face, Shape
from gui.tones import FULL_ERROR, QUIET_BELOW, SILENCE, Sound, Voice
from gui.tongue import say
from gui.words import number
from protocol.sentence import Sentence, begun
from session.cue import WELL_DONE, Action, Why
from training.display import Gauge, Shown
from training.stand import Now

STUCK_S: Final = 2.0
"""Without a new moment for so long nothing that stands there is true any more; the watchdog makes one each 50 ms."""


def stuck(now: Now, clock_s: float) -> bool:
    """Whether this program hangs."""
    return not now.over and clock_s - now.at_s > STUCK_S


def face_of_moment(now: Now, *, stopped: bool, hangs: bool) -> Face:
    """What to do; `stopped` is the window's own latch."""
    shown = now.shown
    if stopped or shown.action is Action.STOP:
        why = shown.why if shown.action is Action.STOP and shown.why else Why.THERAPIST_STOP
        return FACES[Action.STOP]._replace(reason=say("{why}: let go slowly.", why=begun(why)))
    if now.over:
        return FACES[Action.DONE]._replace(reason=say(now.over))
    if hangs:
        return SILENT
    if shown.why is Why.DATA_SILENT:
        return SILENT if shown.action is Action.LET_GO else NO_DATA
    face = FACES[shown.action]._replace(reason=say(begun(shown.why)) if shown.why else "")
    return face._replace(tone="good") if shown.why in WELL_DONE else face


def voice_of_moment(now: Now, face: Face) -> Voice:
    """The sound that goes with it."""
    shown = now.shown
    if face.shape in (Shape.BROKEN, Shape.OCTAGON):
        return Voice(Sound.NO_DATA if face.shape is Shape.BROKEN else Sound.STOP)
    match face.shape, shown.why:
        case _, Why.OVER_CAP:
            return Voice(Sound.LET_GO) if shown.action is Action.LET_GO else Voice(Sound.ABOVE, 1.0)
        case Shape.HAND, why:
            return Voice(Sound.CHIME if why in WELL_DONE else Sound.LET_GO)
        case Shape.CHECK, _:
            return Voice(Sound.CHIME)
        case _ if shown.gauge is not None:
            return _guided(shown, shown.gauge)
        case _:
            return SILENCE


def heading(now: Now) -> str:
    """Which trial, how much, and for how long."""
    shown = now.shown
    asked = {"trial": shown.trial, "trials": shown.trials, "target_n": shown.target_n}
    if now.patient is None:
        trial = Sentence("trial {trial} of {trials} · {target_n:.4g} N", **asked)
    else:
        trial = Sentence("hold {trial} of {trials} · {target_n:.4g} N", **asked)
    return say(trial) if shown.left_s is None else f"{say(trial)} · {shown.left_s} s"


def figure(now: Now) -> str:
    """The force in words, and that it is hidden where it is."""
    gauge = now.shown.gauge
    if gauge is None:
        return say("hidden") if now.patient is None else ""
    return f"{number(gauge.force_n, 1)} N"


def _guided(shown: Shown, gauge: Gauge) -> Voice:
    force_n, target_n = gauge.force_n or 0.0, shown.target_n
    match shown.action:
        case Action.MORE | Action.PRESS if QUIET_BELOW * target_n <= force_n < gauge.low_n:
            return Voice(Sound.BELOW, _share(gauge.low_n - force_n, target_n))
        case Action.LESS:
            return Voice(Sound.ABOVE, _share(force_n - gauge.high_n, target_n))
        case Action.HOLD:
            return Voice(Sound.TICK)
        case _:
            return SILENCE


def _share(error_n: float, target_n: float) -> float:
    return float(np.clip(error_n / (FULL_ERROR * target_n), 0.0, 1.0))
