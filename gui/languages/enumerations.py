"""Enumerations whose values people read in windows."""

from __future__ import annotations

from enum import Enum
from typing import Final

from gui.look import Colours
from session.cue import Action, Question, Why
from session.inputs import StopReason
from session.link_health import Level

ENUMERATIONS: Final[tuple[type[Enum], ...]] = (Action, Why, Question, StopReason, Level, Colours)
