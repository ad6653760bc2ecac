"""What happens to the tool at once."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from simulator.happenings.tool import ToolMoment


class ButtonDown(NamedTuple):
    """The patient's button goes down."""

    at_s: float


class ButtonUp(NamedTuple):
    """The patient's button comes up."""

    at_s: float


Moment: TypeAlias = ButtonDown | ButtonUp | ToolMoment
