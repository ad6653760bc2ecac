"""Reference values, the smallest changes to believe, and figures of procedure."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import PositiveFloat, PositiveInt

from clinic.entries.entry import Entry, Id, Words


class Measure(StrEnum):
    """What is measured, and in which unit."""

    PPT_KPA = "ppt_kpa"
    PPT_FORCE_N = "ppt_force_n"
    NRS = "nrs"
    NDI_OF_50 = "ndi_of_50"
    NECK_MOTION_DEG = "neck_motion_deg"


class NormKind(StrEnum):
    """What a reference value is."""

    MEAN = "mean"
    """Of people without pain there."""
    CUT_OFF = "cut-off"
    """Below it, people with the complaint are told from those without, more or less well."""
    DIFFERENCE = "difference"
    """Of people with the complaint, from those without."""


class Norm(Entry):
    """A reference value, as it was published and in our unit. A flag, never a diagnosis."""

    muscle: Id
    kind: NormKind
    measure: Measure
    value: float
    sd: PositiveFloat | None = None
    low: float | None = None
    high: float | None = None
    """The 95 % interval where it was given instead of a deviation."""
    people: PositiveInt | None = None
    who: Words
    published: str
    """Value and unit as they were printed."""
    area_cm2: PositiveFloat | None = None
    """Of the probe; None: not said in what was read. Pressures of different probes do not compare."""
    note: Words | None = None


class Change(Entry):
    """The smallest change to believe, and the smallest that matters to a person; these are not the same."""

    name: Words
    measure: Measure
    muscles: tuple[Id, ...] = ()
    """Where it holds; none: wherever no other entry names the muscle."""
    detectable: PositiveFloat
    """Below it a change is within the measurement error."""
    detectable_at: Literal["MDC90", "MDC95", "MDC", "repeatability", "convention"]
    """What `detectable` is: a minimal detectable change (of 90 or 95 % where that was said), the repeatability of a
    reading, or what the field agreed upon."""
    important: PositiveFloat | None = None
    """The smallest change that matters to people, where that is known."""
    between_sides: bool = False
    """Between left and right in one sitting, instead of between two days."""
    default: bool = False
    """Used where nobody chose another of the same measure for this muscle."""
    note: Words | None = None


class Custom(Entry):
    """A figure of procedure that is no limit of safety."""

    name: Words
    value: float
    unit: str
