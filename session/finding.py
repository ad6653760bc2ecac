"""What a look at the tool says, and what it looks at: values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from protocol.frames import ToolFlag
from protocol.layout import Layout
from session.storage import Storage
from session.tool_health import ToolHealth


class Verdict(StrEnum):
    """What a check says; the value is the word that is shown."""

    OK = "ok"
    WARN = "look"
    """Treating is possible; somebody should know this first."""
    STOP = "stop"
    """Nobody is treated before this is mended."""


class Check(NamedTuple):
    """One thing that was looked at."""

    name: str
    verdict: Verdict
    text: str
    """What is so and, unless it is ok, what to do."""


Finding: TypeAlias = tuple[Verdict, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that the checks look at, at one moment."""

    layout: Layout
    simulated: bool
    flags: ToolFlag
    area_cm2: float | None
    rate_hz: float
    """That the tool was asked for."""
    health: ToolHealth
    storage: Storage
    today: date
