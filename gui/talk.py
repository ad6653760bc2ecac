"""What is spoken, and when: each thing once, at the moment when it becomes true."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Final, NamedTuple

from gui.face import Face, Shape
from session.cue import WELL_DONE, Action, Question, Why
from session.inputs import WORST_PAIN, StopReason
from session.view import View

HERE: Final = "Here?"
FIXED: Final = (
    "let go",
    "rest",
    "done",
    *(question.value for question in Question),
    *(reason.value for reason in StopReason),
    *map(str, range(WORST_PAIN + 1)),
)
"""What can be made before anybody is known; the place is made as soon as it is."""


class Saying(NamedTuple):
    """Something to speak; while the key stays the same it was said."""

    key: Hashable
    text: str


def saying(view: View, face: Face) -> Saying | None:
    """What belongs to this moment; None for nothing new. Without data nothing is spoken."""
    cue = view.cue
    if face.shape is Shape.BROKEN:
        return None
    if cue.action is Action.STOP:
        return None if cue.offered is None else Saying(("offered", cue.offered), cue.offered.value)
    if cue.action in (Action.WAIT, Action.PRESS):
        return _place(view)
    if cue.ask is not None:
        return Saying(("ask", cue.repetition, cue.ask.number), cue.ask.question.value)
    if cue.action is Action.LET_GO and cue.why in WELL_DONE:
        return Saying(("let go", cue.repetition), "let go")
    if cue.action in (Action.REST, Action.DONE):
        return Saying((cue.action, cue.repetition), cue.action.value)
    return None


def _place(view: View) -> Saying | None:
    """Site and side, before the first press; with a question where somebody has to say that the tool is there."""
    if view.whom is None:
        return None
    text = f"{view.whom.place}. {HERE}" if view.cue.why is Why.PLACE else view.whom.place
    return Saying(("place", text), text)


def texts(view: View) -> Iterator[str]:
    """All that may be said in this treatment."""
    yield from FIXED
    if view.whom is not None:
        yield view.whom.place
        yield f"{view.whom.place}. {HERE}"


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
