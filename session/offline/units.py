"""Units of force and of time, as people write them in headers and on the command line."""

from __future__ import annotations

from enum import Enum


class Unit(Enum):
    """A unit of force; the value is how it is written."""

    NEWTON = "N"
    KILONEWTON = "kN"
    MILLINEWTON = "mN"
    KILOGRAM_FORCE = "kgf"
    POUND_FORCE = "lbf"
    GRAM_FORCE = "g"

    @property
    def newtons(self) -> float:
        """One of this unit in newtons (exact definitions: standard gravity, international pound)."""
        return _NEWTONS[self]

    @classmethod
    def named(cls, text: str) -> Unit | None:
        """The unit that `text` stands for, None where it is no unit of force.

        Upper and lower case count only for newtons with a prefix, where they tell milli from mega.
        """
        return _NAMES.get(text) or _NAMES.get(text.lower())


class TimeUnit(Enum):
    """A unit of time; the value is how it is written."""

    SECOND = "s"
    MILLISECOND = "ms"
    MICROSECOND = "µs"

    @property
    def microseconds(self) -> float:
        """One of this unit in microseconds."""
        return _MICROSECONDS[self]

    @classmethod
    def named(cls, text: str) -> TimeUnit | None:
        """The unit that `text` stands for, None where it is no unit of time that is known here."""
        return _TIME_NAMES.get(text.lower())


_NEWTONS = {
    Unit.NEWTON: 1.0,
    Unit.KILONEWTON: 1000.0,
    Unit.MILLINEWTON: 0.001,
    Unit.KILOGRAM_FORCE: 9.80665,
    Unit.POUND_FORCE: 4.4482216152605,
    Unit.GRAM_FORCE: 0.00980665,
}

_NAMES = {
    "n": Unit.NEWTON,
    "newton": Unit.NEWTON,
    "newtons": Unit.NEWTON,
    "kN": Unit.KILONEWTON,
    "kn": Unit.KILONEWTON,
    "mN": Unit.MILLINEWTON,
    "kgf": Unit.KILOGRAM_FORCE,
    "kg": Unit.KILOGRAM_FORCE,
    "kilogram": Unit.KILOGRAM_FORCE,
    "lbf": Unit.POUND_FORCE,
    "lb": Unit.POUND_FORCE,
    "lbs": Unit.POUND_FORCE,
    "g": Unit.GRAM_FORCE,
    "gf": Unit.GRAM_FORCE,
}

_MICROSECONDS = {TimeUnit.SECOND: 1e6, TimeUnit.MILLISECOND: 1e3, TimeUnit.MICROSECOND: 1.0}

_TIME_NAMES = {
    "s": TimeUnit.SECOND,
    "sec": TimeUnit.SECOND,
    "second": TimeUnit.SECOND,
    "seconds": TimeUnit.SECOND,
    "ms": TimeUnit.MILLISECOND,
    "msec": TimeUnit.MILLISECOND,
    "milliseconds": TimeUnit.MILLISECOND,
    "us": TimeUnit.MICROSECOND,
    "µs": TimeUnit.MICROSECOND,  # micro sign
    "\N{GREEK SMALL LETTER MU}s": TimeUnit.MICROSECOND,
    "usec": TimeUnit.MICROSECOND,
    "microseconds": TimeUnit.MICROSECOND,
}
