"""How far joints move, before the first press and after the last one."""

from __future__ import annotations

from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from clinic.entries.entry import Id, Value
from clinic.screening.answers import Side
from clinic.visits import MotionMethod
from protocol.sentence import Sentence

FARTHEST_DEG: Final = 360.0
"""A whole turn; more is a slip of the pen."""

BOTH_SIDES: Final = (Side.LEFT, Side.RIGHT)
MOVEMENTS: Final[dict[str, tuple[Side, ...]]] = {
    "neck-flexion": (),
    "neck-extension": (),
    "neck-side-flexion": BOTH_SIDES,
    "neck-rotation": BOTH_SIDES,
    "shoulder-abduction": BOTH_SIDES,
    "shoulder-flexion": BOTH_SIDES,
    "trunk-flexion": (),
    "trunk-side-flexion": BOTH_SIDES,
    "hip-flexion": BOTH_SIDES,
    "ankle-dorsiflexion": BOTH_SIDES,
}
"""Those that the words know (`movement.…`), and to which sides each goes; none: it has no side."""


class Reach(Value):
    """One movement as far as it goes."""

    movement: Id
    side: Side | None = None
    degrees: Annotated[float, Field(ge=0, le=FARTHEST_DEG)]
    method: MotionMethod

    @property
    def what(self) -> tuple[str, Side | None]:
        """Two are compared only where this is the same."""
        return self.movement, self.side


class Moved(Value):
    """What was measured; nothing is a page that somebody passed."""

    kind: Literal["moved"] = "moved"
    reaches: tuple[Reach, ...] = ()

    @model_validator(mode="after")
    def _once(self) -> Self:
        if len({each.what for each in self.reaches}) < len(self.reaches):
            raise ValueError(Sentence("one movement to one side stands twice: take one of them out"))
        return self
