"""Which word, shape and tone stand for what to do while a threshold is measured, and what sounds with it."""

from __future__ import annotations

from typing import Final

from analysis.algometry.pace import Pace
from gui.face import FACES, NO_DATA, SILENT, Face, Shape
from gui.tones import SILENCE, Sound, Voice
from gui.tongue import mark, say
from gui.words import reason
from protocol.sentence import great
from session.cue import Action, Why
from session.ramp_view import RampView
from session.seen import OFF_SKIN_N
from session.silence import stale
from session.threshold_cue import RampWhy

PACES: Final = {
    Pace.RIGHT: Face(mark("more"), Shape.UP, "good", mark("The rate is right")),
    Pace.TOO_FAST: Face(mark("slower"), Shape.UP, "less", mark("The pressure rises too fast")),
    Pace.TOO_SLOW: Face(mark("faster"), Shape.UP, "more", mark("The pressure rises too slowly")),
}
"""While it is to press more; without a rate it is “more”."""


def face_of_ramp(view: RampView, *, stopped: bool) -> Face:
    """What to show; `stopped` is the window's own latch."""
    cue = view.cue
    said = great(reason(cue))
    if stopped or cue.action is Action.STOP:
        pressed = said if cue.action is Action.STOP else say("Stop was pressed")
        return FACES[Action.STOP]._replace(reason=say("{why}: let go slowly.", why=pressed))
    if cue.why is Why.DATA_SILENT and cue.action is not Action.WAIT:
        return SILENT if cue.action is Action.LET_GO else NO_DATA
    if cue.action is Action.MORE and cue.pace is not None:
        return PACES[cue.pace]
    face = FACES[cue.action]._replace(reason=said)
    return face._replace(tone="good") if cue.why is RampWhy.PRESSED else face


def voice_of_ramp(view: RampView, face: Face) -> Voice:
    """What sounds: nothing while it rises, since the client hears it too."""
    on_skin = not stale(view.age_s) and (view.valid_n or 0.0) >= OFF_SKIN_N
    if face.shape is Shape.OCTAGON:
        return Voice(Sound.STOP if on_skin else Sound.STOPPED)
    if face.shape is Shape.BROKEN:
        return Voice(Sound.NO_DATA)
    if view.cue.action is Action.LET_GO:
        return Voice(Sound.CHIME if view.cue.why is RampWhy.PRESSED else Sound.LET_GO)
    return Voice(Sound.CHIME) if view.cue.action is Action.DONE else SILENCE
