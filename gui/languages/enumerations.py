"""Enumerations whose values people read in windows."""

from __future__ import annotations

from enum import Enum
from typing import Final

from clinic.bodymap.points import Activity
from clinic.bodymap.standing import Standing
from clinic.entries.entry import Confidence
from clinic.entries.places import Position, Region, View
from clinic.screening.answers import Answer, Side
from clinic.screening.asked import Use
from clinic.screening.findings import Effect
from clinic.visits import MotionMethod
from clinic.way.beside import Technique
from clinic.way.said import Step
from clinic.way.timing import Doing
from device.errors import OffReason
from gui.body_frame import Part
from gui.look import Colours
from protocol.instruments.ability import Clock
from protocol.missing import Lost
from session import caps
from session.cue import Action, Question, Why
from session.inputs import StopReason
from session.link_health import Level
from session.plan import StepAfter
from session.threshold_cue import RampWhy
from session.view import LinkState
from training.exercise import Purpose

ENUMERATIONS: Final[tuple[type[Enum], ...]] = (
    Action,
    Why,
    RampWhy,
    Question,
    StopReason,
    StepAfter,
    caps.Region,
    Level,
    LinkState,
    OffReason,
    Clock,
    Lost,
    Colours,
    Standing,
    Activity,
    View,
    Part,
    Answer,
    Side,
    Effect,
    Use,
    Confidence,
    Region,
    Position,
    Technique,
    Doing,
    MotionMethod,
    Step,
    Purpose,
)
