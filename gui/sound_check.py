"""All sounds of a treatment one after the other, before the first press: three seconds."""

from __future__ import annotations

from typing import Final

from gui.tones import Sound, Voice
from gui.tongue import mark
from session.cue import Action
from session.view import View

COURSE: Final = (
    (0.0, Voice(Sound.BELOW, 0.3)),
    (0.6, Voice(Sound.ABOVE, 0.3)),
    (1.2, Voice(Sound.TICK)),
    (1.5, Voice(Sound.LET_GO)),
    (2.1, Voice(Sound.CHIME)),
)
"""From when on each one sounds, in seconds."""
LASTS_S: Final = 3.0
SAID: Final = mark("Sound check: press more, ease off, in the band, let go, complete.")


def check_voice(since_s: float) -> Voice | None:
    """What sounds so long after the check began; None once it is over."""
    if not 0.0 <= since_s < LASTS_S:
        return None
    return [voice for from_s, voice in COURSE if from_s <= since_s][-1]


def may_check(view: View) -> bool:
    """Whether nothing that matters sounds now: nobody is pressed, and nobody stopped."""
    return view.cue.action in (Action.WAIT, Action.PRESS, Action.REST) and not view.contact
