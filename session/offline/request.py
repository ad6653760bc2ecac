"""How a file is to be read and measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

from session.errors import InputError
from session.offline.units import Unit

LARGEST: Final = 1e6
"""More newtons, seconds, percent or hertz than anything measures; products of two fit the integers that are summed."""


@dataclass(frozen=True, slots=True)
class Newtons:
    """A threshold in newtons, whatever the unit of the file."""

    force_n: float


@dataclass(frozen=True, slots=True)
class Share:
    """A threshold as a share of the way from the 5th to the 99th percentile of the recording."""

    percent: float


Threshold: TypeAlias = Newtons | Share


@dataclass(frozen=True, slots=True)
class NoZero:
    """The numbers are forces as they stand."""


@dataclass(frozen=True, slots=True)
class FirstSeconds:
    """The mean of the first `time_s` seconds is zero."""

    time_s: float


@dataclass(frozen=True, slots=True)
class Percentile:
    """This percentile of the recording is zero."""

    percent: float


Zero: TypeAlias = NoZero | FirstSeconds | Percentile


@dataclass(frozen=True, slots=True)
class TableFormat:
    """What a table does not say by itself."""

    column: str | None = None
    """One column's name, or several with commas between: the components of a vector."""
    unit: Unit | None = None
    rate_hz: float | None = None
    zero: Zero = NoZero()


@dataclass(frozen=True, slots=True)
class Request:
    """How to measure; what the file says itself (a tool's tip area, its full scale) counts where this is None."""

    table: TableFormat = TableFormat()
    on: Threshold = Newtons(2.0)
    off: Threshold = Newtons(1.0)
    min_hold_s: float = 0.5
    merge_s: float = 0.3
    area_cm2: float | None = None
    target_n: float | None = None
    band_percent: float | None = None
    cap_n: float | None = None
    ramp_kpa_per_s: float | None = None
    ppt_kpa: float | None = None
    braced: bool = False
    full_scale_n: float | None = None
    tares: frozenset[int] | None = None
    """Numbers of a record's tares that count, 1 for the first; None: all of them."""


def threshold(text: str) -> Threshold:
    """Read `20` or `30%`; raises `InputError`."""
    if text.endswith("%"):
        return Share(_number(text[:-1], "30%"))
    return Newtons(_number(text, "2 (newtons) or 30%"))


def zero(text: str) -> Zero:
    """Read `none`, `first:S` or `percentile:P`; raises `InputError`."""
    kind, _, amount = text.partition(":")
    match kind:
        case "none":
            return NoZero()
        case "first":
            return FirstSeconds(_number(amount, "first:0.5"))
        case "percentile":
            return Percentile(_percent(amount))
        case _:
            raise InputError(f"'{text}' is no zero: write none, first:S or percentile:P")


def unit(text: str) -> Unit:
    """Read a unit of force; raises `InputError`."""
    named = Unit.named(text)
    if named is None:
        raise InputError(f"'{text}' is no unit of force that is known here: write N, kgf, lbf or g")
    return named


def tares(text: str) -> frozenset[int]:
    """Read `1,3` or `none`; raises `InputError`."""
    if text == "none":
        return frozenset()
    numbers = [part.strip() for part in text.split(",")]
    if not all(part.isascii() and part.isdecimal() and len(part) < 10 and int(part) for part in numbers):
        raise InputError(
            f"'{text}' names no zeros of a record: write their numbers from 1 on, 1,3 for example, or none"
        )
    return frozenset(map(int, numbers))


def positive(text: str) -> float:
    """Read a number from a millionth on; raises `InputError`."""
    number = not_negative(text)
    if number < 1 / LARGEST:
        raise InputError(f"{text} makes no sense here: write a number above 0")
    return number


def not_negative(text: str) -> float:
    """Read a number from 0 on; raises `InputError`."""
    return _number(text, "0.5")


def _percent(text: str) -> float:
    percent = _number(text, "percentile:5")
    if percent > 100:
        raise InputError(f"there is no percentile {percent:g}: write one from 0 to 100")
    return percent


def _number(text: str, example: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number < float("inf"):
        raise InputError(f"'{text}' is not a number from 0 on: write for example {example}")
    if number > LARGEST:
        raise InputError(f"{text} is too large to make sense here: write for example {example}")
    return number
