"""What is spoken, and when: each thing once, at the moment when it becomes true."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Final, NamedTuple

from gui.face import Face, Shape
from gui.tongue import mark, say
from gui.words import place
from session.cue import WELL_DONE, Action, Question, Why
from session.inputs import WORST_PAIN, StopReason
from session.view import View
from session.whom import Whom

LET_GO: Final = mark("let go")
FIXED: Final = (
    LET_GO,
    Action.REST.value,
    Action.DONE.value,
    *(question.value for question in Question),
    *(reason.value for reason in StopReason),
    *map(str, range(WORST_PAIN + 1)),
)
"""What can be made before anybody is known, in English; the place is made as soon as it is."""


class Saying(NamedTuple):
    """Something to speak; while the key stays the same it was said."""

    key: Hashable
    text: str
    """In the language of the windows."""


def saying(view: View, face: Face) -> Saying | None:
    """What belongs to this moment; None for nothing new. Without data nothing is spoken."""
    cue = view.cue
    if face.shape is Shape.BROKEN:
        return None
    if cue.action is Action.STOP:
        return None if cue.offered is None else Saying(("offered", cue.offered), say(cue.offered))
    if cue.action in (Action.WAIT, Action.PRESS):
        return _place(view)
    if cue.ask is not None:
        return Saying(("ask", cue.repetition, cue.ask.number), say(cue.ask.question))
    if cue.action is Action.LET_GO and cue.why in WELL_DONE:
        return Saying(("let go", cue.repetition), say(LET_GO))
    if cue.action in (Action.REST, Action.DONE):
        return Saying((cue.action, cue.repetition), say(cue.action))
    return None


def _place(view: View) -> Saying | None:
    """Site and side, before the first press; with a question where somebody has to say that the tool is there."""
    if view.whom is None:
        return None
    text = _here(view.whom) if view.cue.why is Why.PLACE else place(view.whom)
    return Saying(("place", text), text)


def texts(view: View) -> Iterator[str]:
    """All that may be said in this treatment."""
    yield from map(say, FIXED)
    if view.whom is not None:
        yield place(view.whom)
        yield _here(view.whom)


def _here(whom: Whom) -> str:
    return say("{place}. Here?", place=place(whom))


class Talker:
    """Says each thing once, and the place again only when another was named."""

    def __init__(self) -> None:
        self._said: set[Hashable] = set()

    def new(self, view: View, face: Face) -> str | None:
        """What is to be spoken now, None for nothing."""
        now = saying(view, face)
        if face.shape is Shape.OCTAGON:
            self._said = {key for key in self._said if key == (now and now.key)}
        if now is None or now.key in self._said:
            return None
        self._said.add(now.key)
        return now.text
