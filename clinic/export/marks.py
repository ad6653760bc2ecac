"""What happened beside the readings, each thing with its moment: what other programs call annotations."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from session.documents import Document


class Kind(StrEnum):
    """What kind of thing; the value is the word that stands in files."""

    HOLD = "hold"
    GAP = "gap"
    LATE = "late"
    SATURATED = "saturated"
    OVERLOAD = "overload"
    SENSOR_FAULT = "sensor fault"
    LET_GO = "let go"
    TARGET = "target"
    TIP = "tip"
    PAIN = "pain"
    FELT = "felt"
    BUTTON = "button"
    STOP = "stop"
    GO_ON = "go on"
    END = "end"
    ZERO = "zero"
    PREPARED = "prepared"
    """What was asked for, or done, before anybody was pressed."""
    LINK = "link"


class Mark(Document):
    """Something at a moment, or for a while."""

    time_s: float
    """From the first reading on; below 0 before it."""
    duration_s: float | None = None
    """Null for a moment."""
    kind: Kind
    text: str
    value: float | None = None
    """Pain from 0 to 10, target in N, area in cm², readings that are lost or late, number of a hold from 1 on."""
    clock: Literal["tool", "computer"]
    """Which clock told the moment. Between both lies what a reading needs to arrive, some hundredths of a second."""
