"""Which word, shape and tone stand for what to do now: one table."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final, NamedTuple

from gui.theme import Tone
from gui.tongue import mark, say
from gui.words import because, prompt, reason
from protocol.sentence import great
from session.cue import WELL_DONE, Action, Cue, Why
from session.silence import silent, stale
from session.view import View


class Shape(Enum):
    """What is drawn beside the word."""

    CLOCK = auto()
    PRESS = auto()
    UP = auto()
    BAR = auto()
    DOWN = auto()
    HAND = auto()
    PAUSE = auto()
    CHECK = auto()
    OCTAGON = auto()
    BROKEN = auto()


class Face(NamedTuple):
    """The instruction as it is shown."""

    word: str
    """Marked; whoever shows it says it."""
    shape: Shape
    tone: Tone
    reason: str = ""
    """Marked, or said already."""


FACES: Final[dict[Action, Face]] = {
    Action.WAIT: Face(mark("wait"), Shape.CLOCK, "quiet"),
    Action.PRESS: Face(mark("press"), Shape.PRESS, "more"),
    Action.MORE: Face(mark("more"), Shape.UP, "more"),
    Action.HOLD: Face(mark("hold"), Shape.BAR, "good"),
    Action.LESS: Face(mark("less"), Shape.DOWN, "less"),
    Action.LET_GO: Face(mark("let go slowly"), Shape.HAND, "alarm"),
    Action.REST: Face(mark("rest"), Shape.PAUSE, "rest"),
    Action.STOP: Face(mark("STOP"), Shape.OCTAGON, "alarm"),
    Action.DONE: Face(mark("done"), Shape.CHECK, "good"),
}

NO_DATA: Final = Face(mark("no data"), Shape.BROKEN, "alarm", mark("Waiting for the tool"))
SILENT: Final = Face(
    mark("no data – let\u00a0go\u00a0slowly"), Shape.BROKEN, "alarm", mark("No reading for more than 2 s")
)


def face_of(view: View, age_s: float | None, *, stopped: bool) -> Face:
    """What to show for a view whose newest reading has this age; `stopped` is the window's own latch."""
    if stopped or view.cue.action is Action.STOP:
        return FACES[Action.STOP]._replace(reason=say("{why}: let go slowly.", why=because(_stop_reason(view.cue))))
    if view.cue.action is Action.DONE:
        return _said(view.cue)
    if view.contact and (age_s is None or silent(age_s)):
        return SILENT
    if view.cue.action is Action.LET_GO:
        return _let_go(view.cue)
    if age_s is None:
        return FACES[Action.WAIT]._replace(reason=say("No data yet"))
    if stale(age_s):
        return NO_DATA
    return _said(view.cue)


def _stop_reason(cue: Cue) -> Why:
    """Until the session says why, it was the window's own button."""
    return cue.why if cue.action is Action.STOP and cue.why is not None else Why.THERAPIST_STOP


def _said(cue: Cue) -> Face:
    return FACES[cue.action]._replace(reason=great(reason(cue)) or prompt(cue))


def _let_go(cue: Cue) -> Face:
    if cue.why is Why.DATA_SILENT:
        return SILENT
    face = _said(cue)
    return face._replace(tone="good") if cue.why in WELL_DONE else face
