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


class ToolButtonDown(NamedTuple):
    """The tool's own button goes down."""

    at_s: float


class ToolButtonHeld(NamedTuple):
    """It has been down for so long that it is a stop."""

    at_s: float


class ToolButtonUp(NamedTuple):
    """It comes up."""

    at_s: float


OwnButton: TypeAlias = ToolButtonDown | ToolButtonHeld | ToolButtonUp
Moment: TypeAlias = ButtonDown | ButtonUp | OwnButton | ToolMoment
